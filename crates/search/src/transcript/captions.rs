//! Captions as one text: who says what, and each line once.

use nachlese_event::Seconds;

use super::{LONGEST_CUE, Transcript, cue_text::cue_text, cues::cues, pieces};

/// The limits for the number of speakers and for the length of a name, in bytes. Beyond them, a
/// line has no speaker. The table in docs/formats.md has them, too.
const MOST_NAMES: usize = 256;
const LONGEST_NAME: usize = 100;

impl Transcript {
    /// Reads the cues of a caption file.
    pub(super) fn read_captions(&mut self, file: &str, is_subrip: bool) {
        let (mut until, mut before) = (0_u32, Vec::new());
        cues(file, is_subrip, |(at, end), text| {
            // Roll-up captions show the previous lines again above the new one.
            let rolling = if at <= until.saturating_add(1) {
                std::mem::take(&mut before)
            } else {
                Vec::new()
            };
            let mut rolling = rolling.into_iter();
            let times = Some((Seconds(at), Seconds(end)));
            let (mut shown, mut is_new) = (Vec::new(), true);
            cue_text(text, is_subrip, |line, voice| {
                let line = line.trim();
                if line.is_empty() {
                    return;
                }
                shown.push(line.to_owned());
                if rolling.any(|before| before == line) {
                    return;
                }
                let speaker = self.speaker(voice);
                for line in pieces(line, LONGEST_CUE, |_| false) {
                    let line = line.trim();
                    let is_other = self.cues.last().is_none_or(|cue| {
                        let is_full = self.text.len() - cue.start + line.len() > LONGEST_CUE;
                        is_new || cue.speaker != speaker || is_full
                    });
                    let blank = if self.text.is_empty() { "" } else { " " };
                    let start = self.text.len() + blank.len();
                    if is_other && !self.begin(start, times, speaker) {
                        return;
                    }
                    self.text.push_str(blank);
                    is_new = false;
                    self.text.push_str(line);
                }
            });
            (until, before) = (end, shown);
        });
    }

    /// The index of a speaker's name. `None` for an empty one, and beyond the limits.
    pub(super) fn speaker(&mut self, voice: &str) -> Option<usize> {
        let known = self.names.iter().position(|name| name == voice);
        known.or_else(|| {
            let has_room = self.names.len() < MOST_NAMES && voice.len() <= LONGEST_NAME;
            (has_room && !voice.is_empty()).then(|| {
                self.names.push(voice.to_owned());
                self.names.len() - 1
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{MOST_PIECES, tests::check},
        *,
    };

    #[test]
    fn several_speakers_of_a_cue_have_pieces_of_their_own() {
        check(
            "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>Mut\nund\n\n00:03.000 --> 00:04.000\n<v Ada>Ja?</v>\n\
             <v Bo>Nein.\n<v Ada>So?</v>Doch.\n\n00:05.000 --> 00:06.000\nNiemand",
            &[
                "0:01 Ada: Mut und",
                "0:03 Ada: Ja?",
                "0:03 Bo: Nein.",
                "0:03 Ada: So?",
                "0:03 Bo: Doch.",
                "0:05 Niemand",
            ],
        );
        let cue = |at| format!("00:01.000 --> 00:02.000\n<v Gast {at}>Ja {at}\n\n");
        let many: Vec<_> = (0..300).map(cue).collect();
        let many = format!("WEBVTT\n\n{}", many.concat());
        let long = format!("00:01.000 --> 00:02.000\n<v {}>Ende", "a".repeat(101));
        let transcript = Transcript::read(&(many + &long));
        assert_eq!(transcript.len(), 301);
        assert_eq!(
            (transcript.voice(255), transcript.voice(256)),
            (Some("Gast 255"), None)
        );
        assert_eq!(
            Transcript::read(&format!("WEBVTT\n\n{long}")).voice(0),
            None
        );
    }

    #[test]
    fn ten_times_too_much_is_left_out() {
        let cue = |text: &str| format!("WEBVTT\n\n00:01.000 --> 00:02.000\n{text}");
        let read = |text: &str| Transcript::read(&cue(text));
        // A cue.
        let long = read(&"Wort ".repeat(10 * LONGEST_CUE / 5));
        assert!((10..=11).contains(&long.len()));
        let sizes = (0..long.len()).map(|at| long.cues(at, at + 1).len());
        assert!(sizes.clone().all(|size| size <= LONGEST_CUE + 10));
        assert!((0..long.len()).all(|at| long.at(at) == Some(Seconds(1))));
        // A word.
        assert!(read(&"ä".repeat(10 * LONGEST_CUE)).len() > 5);
        // Speakers, and pieces.
        let voices: Vec<_> = (0..10 * MOST_NAMES)
            .map(|at| format!("<v {at}>A"))
            .collect();
        let voices = voices.concat();
        let voices = read(&voices);
        assert_eq!(voices.names.len(), MOST_NAMES);
        // As many as a file has room for.
        let pieces = read(&"<v A>a<v B>b".repeat(325_000));
        assert_eq!(pieces.len(), MOST_PIECES);
        // Tags within tags: as they are not shown, only their words count.
        let nested = read(&format!("{}Ja", "<v A>".repeat(60_000)));
        assert_eq!((nested.len(), nested.text()), (1, "Ja"));
    }

    #[test]
    fn captions_that_roll_up_are_read_once() {
        check(
            "WEBVTT\n\n00:01.000 --> 00:02.000 align:start\n \nWer<00:01.500><c> Daten</c>\n\n\
             00:02.000 --> 00:02.010\nWer Daten\n \n\n\
             00:02.010 --> 00:04.000\nWer Daten\npflegt\n\n00:04.010 --> 00:06.000\npflegt\nhat\n",
            &["0:01 Wer Daten", "0:02 pflegt", "0:04 hat"],
        );
        // Three lines on the screen.
        check(
            "WEBVTT\n\n00:01.000 --> 00:02.000\nA\n\n00:02.000 --> 00:03.000\nA\nB\n\n\
             00:03.000 --> 00:04.000\nA\nB\nC\n\n00:04.000 --> 00:05.000\nB\nC\nA\n",
            &["0:01 A", "0:02 B", "0:03 C", "0:04 A"],
        );
        // Really repeated: after a while, or within a cue.
        check(
            "WEBVTT\n\n00:01.000 --> 00:02.000\nJa\n\n00:09.000 --> 00:10.000\nJa\nJa\n",
            &["0:01 Ja", "0:09 Ja Ja"],
        );
    }
}
