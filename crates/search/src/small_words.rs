//! Words that people type but do not look for: „Frau“ before a name, „wer war auf dem“ in a
//! question.

use super::{
    syntax::{Need, Term},
    word::Word,
};

/// Titles, articles, prepositions: small words in any place.
const SMALL: &str = "frau herr herrn dr prof mr mrs ms \
    der die das den dem des ein eine einen auf in im an am von vom zu zum zur bei beim \
    mit fur fuer uber ueber um und the a an of on in at to for from by with about and";

/// Words that begin a question.
const ASKING: &str = "wer wen wem was wo wann wie warum wieso welche welcher welches welchen \
    woruber worueber worum who whom what when where why how which";

/// Words of questions.
const ASKED: &str = "ist sind war waren wird wurde hat haben gab gibt es ging geht sagt sagte gesagt \
    spricht sprach kann man ich hielt is are was were did do does can i my me say said says \
    speak spoke talk talked talks tell told gave there";

/// Marks the words without which a talk may be found, unless there are no others.
pub(super) fn mark(terms: &mut [Term]) {
    let is_question = terms.first().is_some_and(|term| is_in(term, ASKING));
    let is_small = |term: &Term| {
        is_in(term, SMALL) || is_question && (is_in(term, ASKING) || is_in(term, ASKED))
    };
    if !terms
        .iter()
        .all(|term| term.is_excluded() || is_small(term))
    {
        for term in terms {
            if is_small(term) {
                term.need = Need::Optional;
            }
        }
    }
}

fn is_in(term: &Term, list: &str) -> bool {
    let [Word { bare, .. }] = term.words.as_slice() else {
        return false;
    };
    let is_plain = !term.is_phrase && !term.is_excluded();
    is_plain && list.split(' ').any(|word| word == bare)
}
