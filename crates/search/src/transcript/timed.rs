//! Texts with times: `[12:34] Name: what was said`, and what players copy, with the time on a line
//! of its own.

use nachlese_event::Seconds;

use super::{LONGEST_CUE, Transcript, pieces};

/// The longest name before a colon, in bytes.
const LONGEST_NAME: usize = 60;

/// Whether a text has times: it begins with one, and another one soon follows.
pub(super) fn has_times(file: &str) -> bool {
    let lines = file.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut stamped = lines.take(6).map(|line| stamp(line).is_some());
    stamped.next().unwrap_or_default() && stamped.any(|is_stamped| is_stamped)
}

impl Transcript {
    /// Reads a text whose paragraphs begin with a time. What comes before the first time is left
    /// out.
    pub(super) fn read_timed(&mut self, file: &str) {
        let names = Names::of(file);
        let mut open: Option<(Seconds, Option<usize>)> = None;
        for line in file.lines() {
            let line = line.trim();
            let words = match stamp(line) {
                Some((at, rest)) => {
                    let last = open.and_then(|(_, speaker)| speaker);
                    let (speaker, words) = match before_colon(rest) {
                        Some((name, words)) if names.has(name) => (self.speaker(name), words),
                        // Perhaps somebody who speaks once: nothing is lost, and nobody is said to say it.
                        Some(_) => (None, rest),
                        // A time alone does not say that somebody else speaks.
                        None => (last, rest),
                    };
                    open = Some((at, speaker));
                    words
                }
                None => line,
            };
            let (Some((at, speaker)), false) = (open, words.is_empty()) else {
                continue;
            };
            for piece in pieces(words, LONGEST_CUE, |c| matches!(c, '.' | '!' | '?')) {
                if !self.add(piece.trim(), Some((at, at)), speaker) {
                    return;
                }
            }
        }
        self.end_with_the_next();
    }

    /// Where only beginnings are known, a piece ends where the next one begins.
    fn end_with_the_next(&mut self) {
        let mut next = None;
        for cue in self.cues.iter_mut().rev() {
            let later = next.filter(|next| Some(*next) > cue.at);
            cue.end = later.or(cue.end);
            next = later.or(cue.at);
        }
    }
}

/// The time at the beginning of a line, and the rest: `[12:34]`, `(0:12:34)`, `12:34 –`.
fn stamp(line: &str) -> Option<(Seconds, &str)> {
    let inner = line.trim_start_matches(['[', '(']);
    let end = inner.find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.' | ',')));
    let (time, rest) = inner.split_at(end.unwrap_or(inner.len()));
    let time = time.trim_end_matches([':', '.', ',']);
    let at = Seconds::parse_position(time)
        .ok()
        .filter(|_| time.contains(':'))?;
    let is_apart = rest.is_empty() || !rest.starts_with(char::is_alphabetic);
    let rest = rest.trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, ']' | ')' | '-' | '–' | '—' | ':')
    });
    is_apart.then_some((at, rest))
}

/// What stands before colons, and is the name of a speaker: „Drei Punkte: …“ names nobody.
struct Names<'a> {
    /// Whether the text begins with a name. Then each paragraph with a colon is taken to have one.
    is_first: bool,
    sorted: Vec<&'a str>,
}

impl<'a> Names<'a> {
    fn of(file: &'a str) -> Self {
        let rests = file.lines().filter_map(|line| Some(stamp(line.trim())?.1));
        let names = rests.map(|rest| before_colon(rest).map(|(name, _)| name));
        let mut names: Vec<_> = names.collect();
        let is_first = names.first().is_some_and(Option::is_some);
        names.sort_unstable();
        let sorted = names.into_iter().flatten().collect();
        Self { is_first, sorted }
    }

    /// Whether this is a speaker: who is named only once counts where the first one is named, too.
    fn has(&self, name: &str) -> bool {
        let at = self.sorted.partition_point(|it| *it < name);
        self.is_first || self.sorted.get(at + 1) == Some(&name)
    }
}

/// What may be a name before a colon, and the rest.
fn before_colon(text: &str) -> Option<(&str, &str)> {
    let (name, words) = text.split_once(':')?;
    let (name, words) = (name.trim(), words.trim_start());
    let is_name = name.len() <= LONGEST_NAME
        && name.starts_with(char::is_uppercase)
        && name.split_whitespace().count() <= 5
        && !name.contains(|c: char| c.is_ascii_digit() || matches!(c, '!' | '?' | ';' | ','));
    (is_name && !words.is_empty()).then_some((name, words))
}

#[cfg(test)]
mod tests {
    use super::super::{Transcript, tests::check};

    #[test]
    fn reads_times_names_and_words() {
        check(
            "[00:01] Ada Beispiel: Haben Sie Mut. Jetzt!\n\n[00:09] Und weiter.\n(1:02:03) Bo: Nein.",
            &[
                "0:01 Ada Beispiel: Haben Sie Mut.",
                "0:01 Ada Beispiel: Jetzt!",
                "0:09 Ada Beispiel: Und weiter.",
                "1:02:03 Bo: Nein.",
            ],
        );
        check(
            "0:12 – Eins\nzwei\n0:15 Drei",
            &["0:12 Eins", "0:12 zwei", "0:15 Drei"],
        );
        check("0:12\nEins\n0:15\nZwei", &["0:12 Eins", "0:15 Zwei"]);
        check(
            "00:00:01.500 Eins\n00:00:09,250 Zwei",
            &["0:01 Eins", "0:09 Zwei"],
        );
    }

    #[test]
    fn a_phrase_before_a_colon_stays_in_the_text() {
        let text = "[0:01] (Musik)\n[0:05] Drei Punkte: eins, zwei.\n[0:09] Ada: Ja.\n[0:12] Bo: Nein.\n[0:15] Ada: Doch.";
        check(
            text,
            &[
                "0:01 (Musik)",
                "0:05 Drei Punkte: eins, zwei.",
                "0:09 Ada: Ja.",
                "0:12 Bo: Nein.",
                "0:15 Ada: Doch.",
            ],
        );
        let transcript = Transcript::read(text);
        let speakers = (0..5).map(|cue| transcript.voice(cue));
        let expected = [None, None, Some("Ada"), None, Some("Ada")];
        assert_eq!(speakers.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_text_that_names_a_time_is_no_text_with_times() {
        check(
            "12:30 Uhr war Pause. Danach ging es weiter.\nEnde.\nSchluss.",
            &[
                "12:30 Uhr war Pause.",
                "Danach ging es weiter.",
                "",
                "Ende.",
                "",
                "Schluss.",
            ],
        );
        check("3 Sätze.\nNoch einer.", &["3 Sätze.", "", "Noch einer."]);
    }
}
