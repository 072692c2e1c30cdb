//! What was said in a recording: captions, the JSON of podcasts or a text, as one text with
//! positions.
//!
//! Sources: WebVTT, <https://www.w3.org/TR/webvtt1/#parsing>, read on 2026-11-29. `SubRip` has no
//! standard: its cues are read as `WebVTT`'s, with some habits of its own.
//!
//! By hand: the page downloads it, and wants the words of a file and who says them, not its looks.

mod captions;
mod cue_text;
mod cues;
mod form;
mod segments;
mod timed;
mod times;
mod turns;

use nachlese_event::Seconds;

use self::form::{Form, clean};
pub use self::turns::{Sentence, Turn};

/// The spoken words in order, and their positions in the recording.
///
/// Cues are joined with a space, because a sentence may continue in the next cue.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Transcript {
    text: String,
    cues: Vec<Cue>,
    /// The speakers whom the captions name.
    names: Vec<String>,
}

/// A piece of a transcript: a cue, the words of one of several speakers in a cue, or a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Cue {
    /// Where in the text it begins. Ascending, the first at 0.
    start: usize,
    at: Option<Seconds>,
    /// When the next one may begin without a pause.
    end: Option<Seconds>,
    /// The index of the speaker's name.
    speaker: Option<usize>,
}

/// When a piece begins and ends, or `None` in a text without times.
type Times = Option<(Seconds, Seconds)>;

// The table in docs/formats.md has these limits, too.

/// The longest file that is read, in bytes. The captions of a whole day are a tenth of that.
const MOST_BYTES: usize = 4_000_000;

/// The most pieces that are read of a file: a day has a tenth of that. The rest is left out.
const MOST_PIECES: usize = 100_000;

/// In a text without times, a piece has so many bytes, and goes on to the end of the word.
const LONGEST_PIECE: usize = 120;

/// The same for captions. A cue that fills the screen has half of that.
const LONGEST_CUE: usize = 500;

/// The longest word, in bytes. A longer one is cut, so that every piece is short enough to be shown.
const LONGEST_WORD: usize = 500;

impl Transcript {
    /// Reads captions as `WebVTT` or `SubRip`, the JSON of podcasts, or a text with or without times.
    ///
    /// There are no errors. A broken cue costs only itself. A file that is far too long gives an
    /// empty transcript, and so does a web page, which servers send in place of missing files.
    #[must_use]
    pub fn read(file: &str) -> Self {
        let mut transcript = Self::default();
        if file.len() > MOST_BYTES {
            return transcript;
        }
        let file = clean(file);
        match Form::of(&file) {
            Form::Page => {}
            Form::Captions { text, is_subrip } => transcript.read_captions(text, is_subrip),
            Form::Segments => transcript.read_segments(&file),
            Form::Timed => transcript.read_timed(&file),
            Form::Plain(text) => transcript.read_plain(text),
        }
        transcript
    }

    /// How many pieces there are: cues, or sentences.
    #[must_use]
    pub fn len(&self) -> usize {
        self.cues.len()
    }

    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cues.is_empty()
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// When a cue begins, or `None` for a text without times.
    #[must_use]
    pub fn at(&self, cue: usize) -> Option<Seconds> {
        self.cues.get(cue)?.at
    }

    /// The speaker of a cue, if the captions name one.
    #[must_use]
    pub fn voice(&self, cue: usize) -> Option<&str> {
        let name = self.names.get(self.cues.get(cue)?.speaker?);
        name.map(String::as_str)
    }

    /// Where in the text a cue begins. After the last cue, this is the end of the text.
    pub(super) fn start(&self, cue: usize) -> usize {
        self.cues.get(cue).map_or(self.text.len(), |cue| cue.start)
    }

    /// The text of some cues.
    #[must_use]
    pub fn cues(&self, from: usize, to: usize) -> &str {
        let range = self.start(from)..self.start(to);
        self.text.get(range).unwrap_or_default()
    }

    /// Splits a text into pieces of about a sentence, small enough to be shown.
    fn read_plain(&mut self, file: &str) {
        let ends = |c| matches!(c, '\n' | '.' | '!' | '?');
        for piece in pieces(file, LONGEST_PIECE, ends) {
            if !self.begin(self.text.len(), None, None) {
                return;
            }
            self.text.push_str(piece);
        }
    }

    /// Adds a piece after a blank, unless it has no words. Returns whether there is room for more.
    fn add(&mut self, words: &str, times: Times, speaker: Option<usize>) -> bool {
        let blank = if self.text.is_empty() { "" } else { " " };
        if words.is_empty() {
            return true;
        }
        let has_room = self.begin(self.text.len() + blank.len(), times, speaker);
        if has_room {
            self.text.push_str(blank);
            self.text.push_str(words);
        }
        has_room
    }

    /// Begins a piece. Returns whether there is room for it.
    fn begin(&mut self, start: usize, times: Times, speaker: Option<usize>) -> bool {
        let has_room = self.cues.len() < MOST_PIECES;
        let (at, end) = times.unzip();
        let cue = Cue {
            start,
            at,
            end,
            speaker,
        };
        self.cues.extend(has_room.then_some(cue));
        has_room
    }
}

/// Cuts a text after signs that end a piece, and after the word with which a piece gets too long.
fn pieces(text: &str, longest: usize, ends: fn(char) -> bool) -> impl Iterator<Item = &str> {
    let (mut start, mut is_over) = (0, text.is_empty());
    let mut letters = text.char_indices();
    std::iter::from_fn(move || {
        if is_over {
            return None;
        }
        let end = letters.find(|(at, c)| {
            let length = at - start;
            ends(*c) || length > longest && (c.is_whitespace() || length > longest + LONGEST_WORD)
        });
        let end = end.map_or(text.len(), |(at, c)| at + c.len_utf8());
        let piece = text.get(start..end);
        start = end;
        is_over = end == text.len();
        piece
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn check(file: &str, expected: &[&str]) {
        let transcript = Transcript::read(file);
        let cues = (0..transcript.len()).map(|cue| {
            let at = transcript.at(cue).map(|at| format!("{at} "));
            let voice = transcript.voice(cue).map(|voice| format!("{voice}: "));
            at.unwrap_or_default()
                + &voice.unwrap_or_default()
                + transcript.cues(cue, cue + 1).trim()
        });
        assert_eq!(cues.collect::<Vec<_>>(), expected, "{file:?}");
    }

    #[test]
    fn reads_cues_with_their_seconds() {
        check(
            "\u{feff}WEBVTT - Titel\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE noch\neine Notiz\n\n\
             eins\n00:01.500 --> 00:04.000 align:start\nMut zum\nExperiment\n\n\
             1:02:03.000 --> 1:02:04.000\nEnde",
            &["0:01 Mut zum Experiment", "1:02:03 Ende"],
        );
        check(
            "1\r\n00:00:05,100 --> 00:00:07,000\r\n{\\an8}<i>Hallo</i> Welt\r\n\r\n2\r\n00:01:00,000 --> 00:01:02,000\r\nDanke",
            &["0:05 Hallo Welt", "1:00 Danke"],
        );
        check(
            "\u{feff}\n\n1\n00:00:05,100 --> 00:00:07,000\nEins\n\nzwei\n\n2\n00:01:00,000 --> 00:01:02,000\nDrei < 4",
            &["0:05 Eins zwei", "1:00 Drei < 4"],
        );
    }

    #[test]
    fn knows_captions_by_their_first_line() {
        let cue = "00:01.000 --> 00:02.000\nA <b";
        for (start, expected) in [
            ("WEBVTT\n\n", &["0:01 A"][..]),
            ("WEBVTT\n", &["0:01 A"]),
            ("WEBVTT Titel\n", &["0:01 A"]),
            ("WEBVTT\tTitel\nX: y\n", &["0:01 A"]),
            ("WEBVTT 00:01.000 --> 00:09.000\nX\n\n", &["0:01 A"]),
            // Anything else is read by the rules of SubRip.
            ("WEBVTT-Titel\n\n", &["0:01 A"]),
            ("\nWEBVTT\n\n", &["0:01 A"]),
            ("webvtt\n\n", &["0:01 A"]),
        ] {
            check(&format!("{start}{cue}"), expected);
        }
        check("WEBVTT", &[]);
        check("WEBVTT\n", &[]);
        check("WEBVTT\n\n\n", &[]);
        check("WEBVTTX", &["WEBVTTX"]);
    }

    #[test]
    fn lines_end_with_one_sign_or_two() {
        for end in ["\n", "\r\n", "\r"] {
            let file = "WEBVTT\n\n00:01.000 --> 00:02.000\nA\nB\n\n00:03.000 --> 00:04.000\nC\0D\n";
            check(&file.replace('\n', end), &["0:01 A B", "0:03 C\u{fffd}D"]);
        }
    }

    #[test]
    fn takes_a_plain_text_as_it_stands() {
        check("Ein Satz. Noch\neiner!", &["Ein Satz.", "Noch", "einer!"]);
        check("\u{feff}\r\n Ein Satz.\r\nNoch", &["Ein Satz.", "", "Noch"]);
        let long = Transcript::read(&"wort ".repeat(100));
        assert_eq!((long.len(), long.cues(0, 1).len()), (4, 125));
        let one_word = Transcript::read(&"ä".repeat(1_000));
        assert_eq!((one_word.len(), one_word.cues(0, 1).len()), (4, 624));
        check("", &[]);
        check(" <!doctype html><p>Nicht gefunden", &[]);
        assert!(Transcript::read(&"a".repeat(MOST_BYTES + 1)).is_empty());
    }
}
