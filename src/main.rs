//! The page in the browser.

fn main() {
    nachlese::boot::start();
}
