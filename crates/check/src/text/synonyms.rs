//! What findings about synonyms say.

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
                "`{word}` is listed twice among the words that mean the same"
            )
        }
        _ => say!(
            speech,
            "Eine Gruppe braucht mindestens zwei Wörter, die dasselbe bedeuten",
            "a group needs at least two words that mean the same"
        ),
    }
}

/// Says what to do about it, in German and English.
pub(super) fn help(finding: &Finding) -> (&'static str, &'static str) {
    match finding {
        Finding::RepeatedSynonym { .. } => (
            "Entfernen Sie es einmal. Groß- und Kleinschreibung spielt bei der Suche keine Rolle.",
            "remove one of the two. Capital letters make no difference to the search.",
        ),
        _ => (
            "Ergänzen Sie die anderen, zum Beispiel `[\"KI\", \"Künstliche Intelligenz\"]`, oder entfernen \
             Sie die Gruppe.",
            "add the others, for example `[\"AI\", \"artificial intelligence\"]`, or remove the group.",
        ),
    }
}
