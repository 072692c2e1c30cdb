//! Letters and words of a text, as they are compared.

use nachlese_fold::fold;

/// The letters of a text with `ä` as `ae`, and with `ä` as `a`.
pub(super) type Letters = [String; 2];

/// The letters and digits of a text, folded.
pub(super) fn letters(text: &str) -> Letters {
    let folded = fold(text);
    let bare = |text: String| text.chars().filter(|c| c.is_alphanumeric()).collect();
    [bare(folded.spelled_out), bare(folded.bare)]
}

/// The words of a text, folded.
pub(super) fn words(text: &str) -> impl Iterator<Item = String> {
    let folded = fold(text).spelled_out;
    let words = folded.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty()).map(str::to_owned);
    words.collect::<Vec<_>>().into_iter()
}

/// A text with a sign in place of what is in square brackets.
pub(super) fn outside_brackets(text: &str, sign: char) -> String {
    let mut outside = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        let Some((_, after)) = after.split_once(']') else {
            break;
        };
        outside.push_str(before);
        outside.push(sign);
        rest = after;
    }
    outside + rest
}
