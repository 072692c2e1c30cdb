//! The sentences that explain the search.

use easy_ext::ext;
use nachlese_event::Speech;

/// Examples of what to type, each with what that finds.
type Examples = &'static [[&'static str; 2]];

/// Sentences that explain the search.
#[ext(SearchHelpText)]
impl Speech {
    /// „Suchhilfe“.
    pub fn search_help(self) -> &'static str {
        self.pick("Suchhilfe", "Help with searching")
    }

    /// Examples of what to type, each with what that finds.
    pub fn search_examples(self) -> Examples {
        self.pick(GERMAN, ENGLISH)
    }

    /// The keys that lead to the search.
    pub fn search_keys(self) -> &'static str {
        self.pick(
            "Strg+K oder ⌘K führt ins Suchfeld, im Programm auch „/“.",
            "Ctrl+K or ⌘K leads to the search field, within the programme also “/”.",
        )
    }
}

const GERMAN: Examples = &[
    [
        "offene daten",
        "findet, was beide Wörter enthält, auch als Teil längerer Wörter.",
    ],
    ["„offene daten“", "findet genau diese Wortfolge."],
    ["daten -workshop", "lässt weg, worin „workshop“ vorkommt."],
    ["person:müller", "sucht nur in Namen und Ämtern."],
];

const ENGLISH: Examples = &[
    [
        "open data",
        "finds what has both words, also as parts of longer words.",
    ],
    ["“open data”", "finds exactly these words, side by side."],
    ["data -workshop", "leaves out what mentions “workshop”."],
    ["person:miller", "searches only names and offices."],
];
