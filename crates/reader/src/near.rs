//! What somebody who wrote a word probably meant, where somebody reads it.

#[cfg(feature = "advice")]
pub(crate) use nachlese_check::near;

/// Finds nothing: nobody is told what a word should have been.
#[cfg(not(feature = "advice"))]
pub(crate) fn near<'a>(_: &str, _: impl Iterator<Item = &'a str>) -> Option<String> {
    None
}
