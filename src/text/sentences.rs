//! Defines sentences that never change.

/// Defines a trait that adds fixed sentences as methods to [`Speech`](nachlese_event::Speech).
macro_rules! sentences {
    ($(#[$doc:meta])* $trait:ident $($name:ident: $german:literal, $english:literal;)*) => {
        $(#[$doc])*
        #[easy_ext::ext($trait)]
        impl nachlese_event::Speech {
            $(
                #[doc = concat!("„", $german, "“")]
                pub fn $name(self) -> &'static str {
                    self.pick($german, $english)
                }
            )*
        }
    };
}

pub(super) use sentences;
