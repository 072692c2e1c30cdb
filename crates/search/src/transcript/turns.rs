//! A transcript to read: who spoke when, in paragraphs and sentences.

use nachlese_event::Seconds;

use super::Transcript;

/// What one speaker says at a stretch: a paragraph to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn<'a> {
    /// Who speaks, if the captions say so.
    pub who: Option<&'a str>,
    /// Its sentences, at least one.
    pub sentences: Vec<Sentence<'a>>,
}

/// A sentence, as far as the cues tell: it begins and ends with a cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence<'a> {
    /// When it begins, or `None` in a text without times.
    pub at: Option<Seconds>,
    /// When it ends.
    pub end: Option<Seconds>,
    /// Its words, without blanks around them.
    pub text: &'a str,
}

impl Turn<'_> {
    /// When it begins, or `None` in a text without times.
    #[must_use]
    pub fn at(&self) -> Option<Seconds> {
        self.sentences.first()?.at
    }
}

/// After a silence of so many seconds, a new paragraph begins.
const PAUSE: u32 = 3;

/// A paragraph of so many bytes ends with its sentence.
const LONG_TURN: usize = 600;

/// A sentence of so many bytes ends with its cue.
const LONG_SENTENCE: usize = 300;

impl Transcript {
    /// The transcript in paragraphs: a new one where another speaker begins, after a pause, and
    /// where it would get too long to be read.
    #[must_use]
    pub fn turns(&self) -> Vec<Turn<'_>> {
        self.turns_from(0, usize::MAX).0
    }

    /// Some paragraphs from the one that begins with a cue, and the cue that begins the next.
    #[must_use]
    pub fn turns_from(&self, start: usize, count: usize) -> (Vec<Turn<'_>>, usize) {
        let mut turns: Vec<Turn<'_>> = Vec::new();
        // Where the sentence at hand begins, and how many bytes its paragraph has.
        let (mut first, mut length) = (start, 0);
        for cue in start..self.len() {
            if length == 0 && turns.len() == count {
                return (turns, first);
            }
            let text = self.cues(first, cue + 1).trim();
            let is_other = self.breaks_after(cue);
            if !(is_other || ends_sentence(text) || text.len() > LONG_SENTENCE) {
                continue;
            }
            let sentence = Sentence {
                at: self.at(first),
                end: self.cues.get(cue).and_then(|cue| cue.end),
                text,
            };
            first = cue + 1;
            if text.is_empty() {
                length = 0;
                continue;
            }
            match turns.last_mut().filter(|_| length > 0) {
                Some(turn) => turn.sentences.push(sentence),
                None => turns.push(Turn {
                    who: self.voice(cue),
                    sentences: vec![sentence],
                }),
            }
            length += text.len();
            if is_other || length > LONG_TURN {
                length = 0;
            }
        }
        (turns, self.len())
    }

    /// Whether a paragraph ends with this cue.
    fn breaks_after(&self, cue: usize) -> bool {
        let [own, next] = [cue, cue + 1].map(|cue| self.cues.get(cue));
        let (Some(own), Some(next)) = (own, next) else {
            return true;
        };
        let is_silent = match (own.end, next.at) {
            (Some(end), Some(at)) => at.0.saturating_sub(end.0) >= PAUSE,
            // An empty line of a text.
            _ => self.cues(cue + 1, cue + 2).trim().is_empty(),
        };
        own.speaker != next.speaker || is_silent
    }
}

fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(['“', '”', '"', '»', '«', '’', '\'', ')']);
    text.ends_with(['.', '!', '?', '…', '。', '？', '！', '؟', '۔'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(file: &str, expected: &[&str]) {
        let transcript = Transcript::read(file);
        let turns: Vec<_> = transcript
            .turns()
            .iter()
            .map(|turn| {
                let who = turn.who.map(|who| format!("{who}: ")).unwrap_or_default();
                let sentences = turn.sentences.iter().map(|sentence| {
                    let at = sentence.at.zip(sentence.end);
                    let at = at.map(|(at, end)| format!("[{at}-{end}] "));
                    at.unwrap_or_default() + sentence.text
                });
                who + &sentences.collect::<Vec<_>>().join(" | ")
            })
            .collect();
        assert_eq!(turns, expected, "{file:?}");
    }

    #[test]
    fn a_turn_is_what_one_speaker_says() {
        check(
            "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ada>Haben Sie Mut\n\n00:03.000 --> 00:05.000\n<v Ada>zum Experiment.\n\n\
             00:05.000 --> 00:06.000\n<v Ada>Ja?\n\n00:06.000 --> 00:07.000\n<v Bo>Nein",
            &[
                "Ada: [0:01-0:05] Haben Sie Mut zum Experiment. | [0:05-0:06] Ja?",
                "Bo: [0:06-0:07] Nein",
            ],
        );
    }

    #[test]
    fn without_speakers_a_pause_ends_a_paragraph() {
        check(
            "WEBVTT\n\n00:01.000 --> 00:03.000\nErstens\n\n00:05.000 --> 00:06.000\nnoch.\n\n\
             00:09.000 --> 00:10.000\nZweitens.",
            &["[0:01-0:06] Erstens noch.", "[0:09-0:10] Zweitens."],
        );
    }

    #[test]
    fn a_long_speech_is_cut_after_a_sentence() {
        let cue = |at: u32| {
            format!(
                "00:{at:02}.000 --> 00:{:02}.000\n<v Ada>{}.\n\n",
                at + 1,
                format!("Wort{at} ").repeat(33).trim()
            )
        };
        let file: String = (0..8).map(cue).collect();
        let transcript = Transcript::read(&format!("WEBVTT\n\n{file}"));
        let turns = transcript.turns();
        let sizes: Vec<_> = turns.iter().map(|turn| turn.sentences.len()).collect();
        assert_eq!(sizes, [4, 4]);
        assert!(turns.iter().all(|turn| turn.who == Some("Ada")));
    }

    #[test]
    fn a_text_without_times_keeps_its_paragraphs() {
        check(
            "Ein Satz. Noch einer!\n\nEin Absatz\nüber zwei Zeilen.",
            &["Ein Satz. | Noch einer!", "Ein Absatz\nüber zwei Zeilen."],
        );
        check("", &[]);
    }

    #[test]
    fn nothing_is_lost() {
        let cue = |at: usize| {
            let who = ["", "<v Ada>", "<v Bo>"][at % 3 / (1 + at % 2)];
            let end = [".", "", " –"][at % 3];
            let clock = format!("{:02}:{:02}", at / 60, at % 60);
            format!("{clock}.000 --> {clock}.500\n{who}wort{at}{end}\n\n")
        };
        let file: Vec<_> = (0..500).map(cue).collect();
        let transcript = Transcript::read(&format!("WEBVTT\n\n{}", file.concat()));
        let turns = transcript.turns();
        let read = turns.iter().flat_map(|turn| &turn.sentences);
        let read: Vec<_> = read.flat_map(|it| it.text.split_whitespace()).collect();
        let words: Vec<_> = transcript.text().split_whitespace().collect();
        assert_eq!(read, words);
        // Step by step it is the same.
        let (mut stepwise, mut start) = (Vec::new(), 0);
        while start < transcript.len() {
            let (some, next) = transcript.turns_from(start, 7);
            stepwise.extend(some);
            start = next;
        }
        assert_eq!(stepwise, turns);
    }
}
