//! The page's program in the browser. Trunk builds it for wasm32; elsewhere it does nothing.

fn main() {
    #[cfg(target_arch = "wasm32")]
    nachlese::boot::start();
}
