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
        let mut open: Option<(Seconds, Option<usize>)> = None;
        for line in file.lines() {
            let line = line.trim();
            let words = match stamp(line) {
                Some((at, rest)) => {
                    let last = open.and_then(|(_, speaker)| speaker);
                    let (speaker, words) = match named(rest) {
                        Some((name, words)) => (self.speaker(name), words),
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

/// A speaker's name before a colon, and what is said.
fn named(text: &str) -> Option<(&str, &str)> {
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
    use super::super::tests::check;

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
