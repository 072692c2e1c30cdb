//! What is to be said about words that mean the same.

use nachlese_event::{
    Speech,
    problem::{Finding, clip},
    say,
};

/// Says what is wrong with a group of words.
pub(super) fn message(finding: &Finding, speech: Speech) -> String {
    match finding {
        Finding::RepeatedSynonym { word } => {
            let word = clip(word);
            say!(
                speech,
                "`{word}` steht zweimal unter den Wörtern, die dasselbe bedeuten",
                "`{word}` stands twice among words that mean the same"
            )
        }
        _ => say!(
            speech,
            "Hier stehen weniger als zwei Wörter, die dasselbe bedeuten",
            "there are fewer than two words here that mean the same"
        ),
    }
}

/// Says what to do about it, in German and English.
pub(super) fn help(finding: &Finding) -> (&'static str, &'static str) {
    match finding {
        Finding::RepeatedSynonym { .. } => (
            "Entfernen Sie es einmal; Groß- und Kleinschreibung zählt bei der Suche nicht.",
            "remove it once; capital letters make no difference to the search.",
        ),
        _ => (
            "Ergänzen Sie die anderen, zum Beispiel `[\"KI\", \"Künstliche Intelligenz\"]`, oder entfernen \
             Sie die Gruppe.",
            "add the others, for example `[\"AI\", \"artificial intelligence\"]`, or remove the group.",
        ),
    }
}
