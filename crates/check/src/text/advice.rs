//! What findings say about what an event says: what readers see, and what to write instead.

mod languages;
mod people;
mod pictures;
mod words;

use nachlese_event::{Speech, problem::Advice, say};

/// Says what is wrong.
pub(super) fn message(advice: &Advice, speech: Speech) -> String {
    if let Advice::More { count, .. } = advice {
        return say!(
            speech,
            "Dasselbe an {count} weiteren Stellen; hier ist die nächste",
            "the same in {count} more places; this is the next"
        );
    }
    let told = pictures::message(advice, speech).or_else(|| people::message(advice, speech));
    let told = told.or_else(|| words::message(advice, speech));
    told.unwrap_or_else(|| languages::message(advice, speech))
}

/// Says what to do, with an example to copy.
pub(super) fn help(advice: &Advice, speech: Speech) -> String {
    if let Advice::More { code, .. } = advice {
        return say!(
            speech,
            "Was zu tun ist, steht oben bei `{code}`. Haben Sie die ersten Stellen geändert, zeigt der nächste Durchgang weitere.",
            "what to do is said above, at `{code}`. Once you have changed the first places, the next run shows more."
        );
    }
    let told = pictures::help(advice, speech).or_else(|| people::help(advice, speech));
    let told = told.or_else(|| words::help(advice, speech));
    told.unwrap_or_else(|| languages::help(advice, speech))
}
