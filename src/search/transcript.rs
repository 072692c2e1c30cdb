//! What was said in a recording: its captions, or a plain transcript, as one text with places.
//!
//! Sources: WebVTT, <https://www.w3.org/TR/webvtt1/>, read on 2026-11-25. `SubRip` has no standard:
//! its cues are read as `WebVTT`'s, with a comma in times and signs such as `{\an8}`.

use super::voices::Voices;
use crate::model::Seconds;

/// The words spoken, one after the other, and where in the recording they are.
///
/// Cues are joined with a blank: what somebody says does not end with a line on the screen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Transcript {
    text: String,
    /// Where in the text each cue begins, and at which second; ascending, the first at 0.
    cues: Vec<(usize, Option<Seconds>)>,
    voices: Voices,
}

/// The longest file that is read, in bytes: the captions of a day are a tenth of that.
const MOST_BYTES: usize = 4_000_000;

/// A piece of a text without times goes on for so many bytes, and to the end of the word.
const LONGEST_PIECE: usize = 120;

impl Transcript {
    /// Reads captions as `WebVTT` or `SubRip`, or a text without times.
    ///
    /// Nothing is an error: a broken cue costs only itself, and a web page in place of the file (as
    /// servers send for what they do not have), or a file far too long, has nothing to say.
    #[must_use]
    pub fn read(file: &str) -> Self {
        let file = file.trim_start_matches('\u{feff}').trim_start();
        let mut transcript = Self::default();
        if file.starts_with('<') || file.len() > MOST_BYTES {
            return transcript;
        }
        if file.starts_with("WEBVTT") || file.lines().take(4).any(|line| line.contains(ARROW)) {
            transcript.read_cues(file);
        } else {
            transcript.read_plain(file);
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

    /// When a cue begins; `None` for a text without times.
    #[must_use]
    pub fn at(&self, cue: usize) -> Option<Seconds> {
        self.cues.get(cue)?.1
    }

    /// Who says a cue, if the captions tell.
    pub(super) fn voice(&self, cue: usize) -> Option<&str> {
        self.voices.of(cue)
    }

    /// Where in the text a cue begins; its end for any after the last.
    pub(super) fn start(&self, cue: usize) -> usize {
        self.cues.get(cue).map_or(self.text.len(), |cue| cue.0)
    }

    /// The text of some cues.
    #[must_use]
    pub fn cues(&self, from: usize, to: usize) -> &str {
        let range = self.start(from)..self.start(to);
        self.text.get(range).unwrap_or_default()
    }

    /// Takes sentences, or nearly: small enough to be shown.
    fn read_plain(&mut self, file: &str) {
        let mut start = 0;
        for (at, c) in file.char_indices() {
            let is_long = at - start > LONGEST_PIECE && c.is_whitespace();
            if is_long || matches!(c, '\n' | '.' | '!' | '?') {
                self.cues.push((start, None));
                start = at + c.len_utf8();
            }
        }
        if start < file.len() {
            self.cues.push((start, None));
        }
        file.clone_into(&mut self.text);
    }

    fn read_cues(&mut self, file: &str) {
        let (mut is_cue, mut is_first) = (false, false);
        // The second of the cue being read, until its first words are there.
        let mut begins = None;
        let mut last = 0..0;
        // A lone carriage return ends a line, too.
        for line in file
            .split('\n')
            .flat_map(|line| line.trim_end().split('\r'))
        {
            if let Some((start, _)) = line.split_once(ARROW) {
                begins = Seconds::parse_position(start.trim()).ok();
                (is_cue, is_first) = (begins.is_some(), true);
            } else if line.trim().is_empty() {
                is_cue = false;
            } else if is_cue {
                let cue = self.cues.len().saturating_sub(begins.is_none().into());
                self.voices.hear(cue, line, std::mem::take(&mut is_first));
                let before = self.text.len();
                if before > 0 {
                    self.text.push(' ');
                }
                let start = self.text.len();
                push_plain(line, &mut self.text);
                let words = self.text[start..].trim();
                // Captions that roll up show a line again until the next one is there.
                if words.is_empty() || words == self.text[last.clone()].trim() {
                    self.text.truncate(before);
                    continue;
                }
                last = start..self.text.len();
                if begins.is_some() {
                    self.cues.push((start, begins.take()));
                }
            }
        }
    }
}

/// Between the times of a cue.
const ARROW: &str = "-->";

/// Appends a line of a cue without its tags, and with the characters that it writes as `&…;`.
pub(super) fn push_plain(line: &str, text: &mut String) {
    let mut rest = line.trim();
    while let Some(at) = rest.find(['<', '{', '&']) {
        let (before, sign) = rest.split_at(at);
        text.push_str(before);
        let mut inside = sign.chars().skip(1);
        let next = inside.next().unwrap_or(' ');
        let end = match sign.as_bytes().first() {
            Some(b'<') if !next.is_whitespace() => sign.find('>').or(Some(sign.len())),
            Some(b'{') if next == '\\' => sign.find('}'),
            Some(b'&') => sign.find(';').filter(|end| {
                let letter = character(&sign[1..*end]);
                text.extend(letter);
                letter.is_some()
            }),
            _ => None,
        };
        if end.is_none() {
            text.push_str(&sign[..1]);
        }
        rest = sign.get(end.unwrap_or_default() + 1..).unwrap_or_default();
    }
    text.push_str(rest);
}

/// The character that stands behind `&name;`.
fn character(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "lrm" => '\u{200e}',
        "rlm" => '\u{200f}',
        _ => {
            let number = name.strip_prefix('#')?.parse().ok()?;
            char::from_u32(number)?
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(file: &str, expected: &[&str]) {
        let transcript = Transcript::read(file);
        let cues = (0..transcript.len()).map(|cue| {
            let at = transcript.at(cue).map(|at| format!("{at} "));
            at.unwrap_or_default() + transcript.cues(cue, cue + 1).trim()
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
            "WEBVTT\r\r00:01.000 --> 00:02.000\rA\r\r00:03.000 --> 00:04.000\rB",
            &["0:01 A", "0:03 B"],
        );
        check("WEBVTT", &[]);
    }

    #[test]
    fn a_broken_cue_costs_only_itself() {
        check(
            "WEBVTT\n\n00:61.000 --> 00:62.000\nfalsch\n\nx --> y\nauch falsch\n\n00:05.000 --> 00:06.000\n\n\
             00:07.000 --> 00:08.000\n<b></b>\n\n00:09.000 --> \nRichtig\n00:10.000 --> 00:11.000\nOhne Leerzeile",
            &["0:09 Richtig", "0:10 Ohne Leerzeile"],
        );
    }

    #[test]
    fn leaves_out_tags_and_reads_characters() {
        for (line, expected) in [
            (
                "<v Anna Muster>Mut <c.gelb>zum</c> Ex<00:01.000>periment</v>",
                "Mut zum Experiment",
            ),
            (
                "A &amp; B &lt;C&gt; &#8222;D&#8220; &nbsp;&quatsch; &",
                "A & B <C> „D“ \u{a0}&quatsch; &",
            ),
            ("1 < 2 {x} &#99999999; 3 <offen", "1 < 2 {x} &#99999999; 3 "),
            ("<", "<"),
        ] {
            let mut text = String::new();
            push_plain(line, &mut text);
            assert_eq!(text, expected, "{line}");
        }
    }

    #[test]
    fn captions_that_roll_up_are_read_once() {
        check(
            "WEBVTT\n\n00:01.000 --> 00:02.000\nWer Daten\n\n00:02.000 --> 00:02.010\nWer <00:01.500>Daten\n \n\
             00:02.010 --> 00:04.000\nWer Daten\npflegt\n",
            &["0:01 Wer Daten", "0:02 pflegt"],
        );
    }

    #[test]
    fn takes_a_plain_text_as_it_stands() {
        check("Ein Satz. Noch\neiner!", &["Ein Satz.", "Noch", "einer!"]);
        let long = Transcript::read(&"wort ".repeat(100));
        assert_eq!((long.len(), long.cues(0, 1).len()), (4, 125));
        check("", &[]);
        check(" <!doctype html><p>Nicht gefunden", &[]);
    }
}
