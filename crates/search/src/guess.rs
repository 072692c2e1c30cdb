//! What was probably meant by words that nothing has as they were typed.

use nachlese_event::Event;

use super::{
    Field, Found, Index, facet_words,
    near::Guess,
    seek::Sought,
    syntax::{Term, is_mark},
    texts::each_text,
    word::Word,
    words::Words,
};

impl Found {
    /// The words to search for instead, if some of the typed ones are nowhere, but similar ones are.
    ///
    /// Words in quotation marks are never replaced.
    #[must_use]
    pub fn nearest(&self, text: &str, index: &Index, event: &Event) -> Option<String> {
        if !self.is_complete() || text.contains(is_mark) {
            return None;
        }
        let mut near = text.to_owned();
        for sought in &self.sought {
            if let Some(meant) = sought.meant(index, event) {
                near = near.replace(&sought.term.text, &meant);
            }
        }
        (near != text).then_some(near)
    }
}

impl Sought {
    /// What was probably meant, if no talk has the term as it was typed.
    pub(super) fn meant(&self, index: &Index, event: &Event) -> Option<String> {
        let is_lacking = self.as_typed == 0 && self.term.is_wanted();
        is_lacking.then(|| guess(index, event, &self.term))?
    }
}

/// The nearest word of the talks, or a word by which readers find a facet's value.
fn guess(index: &Index, event: &Event, term: &Term) -> Option<String> {
    let [word] = term.words.as_slice() else {
        return None;
    };
    let typed = Guess::new(&word.spelled_out)?;
    // For a name, only another name is suggested.
    let is_there = |word| {
        let mut entries = index.postings.entries(word);
        entries.any(|entry| entry.fields & term.fields != 0)
    };
    let closest = index.vocabulary.closest(&typed, is_there);
    if term.fields & Field::Tag.bit() != 0
        && let Some((distance, word)) = facet_words::closest(&typed, &index.choices)
        && closest.is_none_or(|(near, _)| distance < near)
    {
        return Some(word);
    }
    let closest = closest.map(|(_, word)| word);
    let word = closest.or_else(|| begun(index, word, is_there))?;
    Some(index.spelling(event, word))
}

/// The word of which a typed word with errors is the beginning.
fn begun(index: &Index, word: &Word, is_there: impl Fn(u32) -> bool) -> Option<u32> {
    let mut hits = Vec::new();
    for form in word.forms() {
        index.vocabulary.find_near(form, &mut hits);
    }
    let found = hits.iter().find(|hit| is_there(hit.word));
    found.map(|hit| hit.word)
}

impl Index {
    /// A word of the vocabulary as the event writes it.
    pub(super) fn spelling(&self, event: &Event, word: u32) -> String {
        let folded = self.vocabulary.get(word);
        let mut found = None;
        if let Some(entry) = self.postings.entries(word).next()
            && let Some(talk) = event.talks.get(entry.talk)
        {
            each_text(
                talk,
                event,
                &self.people(event, entry.talk),
                &mut |_, _, text| {
                    let mut words = Words::new(text);
                    while found.is_none() && words.next() {
                        if words.bare == folded || words.spelled_out() == folded {
                            found = text.get(words.start..words.end).map(str::to_owned);
                        }
                    }
                },
            );
        }
        found.unwrap_or_else(|| folded.to_owned())
    }
}
