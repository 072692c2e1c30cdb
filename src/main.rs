//! The page in the browser.

fn main() {
    #[cfg(target_arch = "wasm32")]
    nachlese::boot::start();
}
