//! When cues begin and end, for those who check a file of captions.

use nachlese_event::Seconds;

use super::{
    Transcript,
    cues::cues,
    form::{Form, clean},
};

impl Transcript {
    /// When each cue of a file begins and ends, in the order of the file. None if this is a text
    /// without times.
    #[must_use]
    pub fn times(file: &str) -> Vec<(Seconds, Seconds)> {
        let file = clean(file);
        let mut times = Vec::new();
        if let Form::Captions { text, is_subrip } = Form::of(&file) {
            cues(text, is_subrip, |(start, end), _| {
                times.push((Seconds(start), Seconds(end)));
            });
        }
        times
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_the_times_as_they_are_written() {
        let check = |file: &str, expected: &[(u32, u32)]| {
            let expected = expected.iter().map(|it| (Seconds(it.0), Seconds(it.1)));
            let expected: Vec<_> = expected.collect();
            assert_eq!(Transcript::times(file), expected, "{file}");
        };
        check(
            "\u{feff}WEBVTT\n\n00:05.000 --> 00:07.000\nA\n\n00:03.000 --> 00:01.000\n",
            &[(5, 7), (3, 1)],
        );
        check("1\n00:00:05,100 --> 00:00:07,000\nA", &[(5, 7)]);
        // A first line that is nearly the right one: read by the rules of SubRip, as `read` does.
        check("WEBVTTX\n\n00:05.000 --> 00:07.000\nA", &[(5, 7)]);
        check(
            "WEBVTT 00:01.000 --> 00:02.000\n\n00:05.000 --> 00:07.000\nA",
            &[(5, 7)],
        );
        check("<p>00:05.000 --> 00:07.000\nA", &[]);
        check("{\"a\": \"00:05.000 --> 00:07.000\"}", &[]);
        check("0:05  A sentence.", &[]);
        check("", &[]);
    }
}
