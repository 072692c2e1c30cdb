//! Suggests what somebody probably meant, if the feature `advice` is on.

#[cfg(feature = "advice")]
pub(crate) use nachlese_check::{near, near_field};

/// Finds nothing, because without `advice` nobody sees the suggestion.
#[cfg(not(feature = "advice"))]
pub(crate) fn near<'a>(_: &str, _: impl Iterator<Item = &'a str>) -> Option<String> {
    None
}

/// The same for a field.
#[cfg(not(feature = "advice"))]
pub(crate) fn near_field<'a>(_: &str, _: impl Iterator<Item = &'a str>) -> Option<String> {
    None
}
