//! Words that mean the same: the synonyms of the event, and common abbreviations.

use nachlese_event::{Event, LocalizedText};

use super::{
    syntax::{MOST_TERMS, Term},
    word::Word,
    words::Words,
};

/// Abbreviations of conferences and public administration, one line per meaning. German and English
/// words are in one line, so that „AI“ also finds „Künstliche Intelligenz“.
const COMMON: &str = "ki|ai|künstliche intelligenz|artificial intelligence
ml|machine learning|maschinelles lernen
llm|large language model|sprachmodell
nlp|natural language processing
iot|internet of things|internet der dinge
it|informationstechnik|information technology
ux|user experience
ci|continuous integration
foss|oss|open source
a11y|accessibility|barrierefreiheit
ob|oberbürgermeister|lord mayor
bm|bürgermeister|mayor
stadtrat|city council
eu|europäische union|european union
dsgvo|gdpr
ozg|onlinezugangsgesetz
öpnv|nahverkehr|public transport
q&a|fragerunde|questions and answers";

/// The event's own groups in the same form.
pub(super) fn of(event: &Event) -> String {
    let mut text = String::new();
    for group in &event.synonyms {
        for (_, word) in group.iter().flat_map(LocalizedText::variants) {
            text.extend(word.chars().map(|c| match c {
                '|' | '\n' | '\r' => ' ',
                c => c,
            }));
            text.push('|');
        }
        text.push('\n');
    }
    text
}

/// Adds synonyms to each term. Several terms in a row may be one phrase; then each of them gets the
/// synonyms.
pub(super) fn widen(own: &str, terms: &mut [Term]) {
    let mut at = 0;
    while at < terms.len() {
        let mut length = 1;
        let mut also = Vec::new();
        for group in own.lines().chain(COMMON.lines()) {
            for phrase in group.split('|') {
                let Some(count) = typed(phrase, &terms[at..]).filter(|count| *count >= length)
                else {
                    continue;
                };
                // The longest phrase wins, because „AI Act“ is a specific act.
                if count > length {
                    also.clear();
                }
                length = count;
                for other in group.split('|').filter(|other| *other != phrase) {
                    let words = words(other);
                    if !words.is_empty() && !also.contains(&words) {
                        also.push(words);
                    }
                }
            }
        }
        also.truncate(MOST_TERMS);
        for term in &mut terms[at..at + length] {
            term.also.clone_from(&also);
        }
        at += length;
    }
}

/// How many of the first terms make up the phrase, if they do.
fn typed(phrase: &str, terms: &[Term]) -> Option<usize> {
    let first = &terms.first()?.words.first()?.spelled_out;
    let start = |text: &str| text.bytes().next().filter(u8::is_ascii);
    // Most phrases begin with another letter and need not be folded.
    if let (Some(a), Some(b)) = (start(phrase), start(first))
        && !a.eq_ignore_ascii_case(&b)
    {
        return None;
    }
    let mut words = Words::new(phrase);
    for (at, term) in (0..).zip(terms) {
        if term.is_phrase || term.is_excluded() || term.fields != terms[0].fields {
            return None;
        }
        // The last word of a phrase may still be typed.
        let is_open = at > 0 && at + 1 == terms.len();
        for word in &term.words {
            let is_next = words.next();
            let is_same = |typed: &str, form: &str| {
                is_form(typed, form) || is_open && form.starts_with(typed)
            };
            // The forms have the same order. A word with only one form matches both.
            let mut both = word.forms().zip([words.spelled_out(), &words.bare]);
            if !is_next
                || !both.any(|(typed, form)| is_same(typed, form))
                    && !is_same(&word.spelled_out, &words.bare)
            {
                return None;
            }
        }
        if words.is_last() {
            return Some(at + 1);
        }
    }
    None
}

/// Whether a word equals another one, or has an additional ending: „Künstlicher“, „models“.
pub(super) fn is_form(word: &str, of: &str) -> bool {
    let ending = word.strip_prefix(of);
    ending.is_some_and(|ending| ending.is_empty() || of.len() > 4 && ending.len() < 3)
}

fn words(phrase: &str) -> Vec<Word> {
    let mut words = Words::new(phrase);
    let mut all = Vec::new();
    while words.next() {
        all.push(words.word());
    }
    all
}
