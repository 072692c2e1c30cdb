//! What is wrong with a file of captions: its times, its language, and who speaks in it.

use std::collections::HashSet;

use nachlese_check::near;
use nachlese_event::{LanguageTag, Person, Seconds};
use nachlese_fold::{Folded, fold};
use nachlese_search::Transcript;

use super::fault::{End, Fault};

impl End {
    /// Whether captions go on for too long. The last one may stay a little longer.
    fn is_long_over_at(self, until: Seconds) -> bool {
        match self {
            Self::OfFile(length) => until.0 > length.0.saturating_add(5),
            Self::OfTalk(_) => self.is_over_at(until),
        }
    }

    /// Whether nothing can begin here. A recording may be much longer than its talk was planned.
    pub(super) fn is_over_at(self, start: Seconds) -> bool {
        match self {
            Self::OfFile(length) => start >= length,
            Self::OfTalk(length) => start.0 > length.0.saturating_mul(2).saturating_add(1_800),
        }
    }
}

/// Lines with times that are not read, the first of the times that are not in order, and one after
/// the end.
pub(super) fn times(text: &str, end: Option<End>) -> Vec<Fault> {
    let times = Transcript::times(text);
    let mut latest = Seconds(0);
    let unordered = times.iter().find(|(start, until)| {
        let is_late = *start < latest || until < start;
        latest = latest.max(*start);
        is_late
    });
    let mut faults: Vec<_> = unordered
        .map(|(start, _)| Fault::OutOfOrder(*start))
        .into_iter()
        .collect();
    let until = times.iter().map(|(start, until)| *start.max(until)).max();
    if let (Some(until), Some(end)) = (until, end)
        && end.is_long_over_at(until)
    {
        faults.push(Fault::PastEnd { until, end });
    }
    faults.extend(lost(text).filter(|_| !times.is_empty()));
    faults
}

/// Lines that people mean as times, but no program reads: a comma in `WebVTT`, or `->`.
fn lost(text: &str) -> Option<Fault> {
    let text = text.trim_start_matches('\u{feff}');
    let head = if text.starts_with("WEBVTT") {
        "WEBVTT\n\n"
    } else {
        ""
    };
    let is_meant = |line: &str| {
        let is_time = |text: &str| {
            let text = text.trim_start_matches(['-', '>', ' ', '\t']);
            let mut parts = text.splitn(2, ':');
            let mut is_number =
                |from: fn(char) -> bool| parts.next().is_some_and(|part| part.starts_with(from));
            is_number(|c| c.is_ascii_digit()) && is_number(|c| c.is_ascii_digit())
        };
        let arrow = line.split_once("->");
        arrow.is_some_and(|(start, end)| is_time(start) && is_time(end))
    };
    let is_read = |line: &str| !Transcript::times(&format!("{head}{line}\n-\n")).is_empty();
    let lines = text.lines().zip(1..);
    let mut lost = lines.filter(|(line, _)| is_meant(line) && !is_read(line));
    let (_, line) = lost.next()?;
    let count = lost.count() + 1;
    Some(Fault::Lost { line, count })
}

/// That the file names another language, in the header of `WebVTT`.
pub(super) fn language(text: &str, stated: &LanguageTag) -> Option<Fault> {
    let text = text.trim_start_matches('\u{feff}');
    let header = text.lines().take_while(|line| !line.trim().is_empty());
    let mut header = header.take(20);
    header.next().filter(|line| line.starts_with("WEBVTT"))?;
    let found = header.find_map(|line| {
        let (name, value) = line.split_once(':')?;
        let is_language = name.trim().eq_ignore_ascii_case("language");
        is_language.then(|| LanguageTag::new(value.trim()).ok())?
    })?;
    let stated = stated.clone();
    (!found.is_same_language(&stated)).then_some(Fault::OtherLanguage { stated, found })
}

/// The people of an event, as captions name them.
pub(super) struct Speakers<'a> {
    people: &'a [Person],
    known: Vec<Folded>,
}

/// More names that nobody has are not told of one talk.
const MOST_UNKNOWN: usize = 10;

impl<'a> Speakers<'a> {
    pub(super) fn of(people: &'a [Person]) -> Self {
        let names = |it: &Person| [it.name.clone(), it.full_name(), it.filing_name()];
        let names = people.iter().flat_map(names);
        Self {
            people,
            known: names.map(|name| words(&name)).collect(),
        }
    }

    /// Who speaks without being one of the people. `seen` are names that were told of already.
    pub(super) fn unknown(&self, transcript: &Transcript, seen: &mut Vec<String>) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.people.is_empty() {
            return faults;
        }
        let voices = (0..transcript.len()).filter_map(|cue| transcript.voice(cue));
        let mut looked_at = HashSet::new();
        for voice in voices.filter(|voice| looked_at.insert(*voice)) {
            if seen.len() >= MOST_UNKNOWN {
                break;
            }
            if seen.iter().any(|name| name == voice) || self.knows(voice) {
                continue;
            }
            seen.push(voice.to_owned());
            faults.push(Fault::UnknownVoice {
                name: voice.to_owned(),
                suggestion: self.suggestion(voice),
            });
        }
        faults
    }

    fn knows(&self, voice: &str) -> bool {
        let name = words(voice);
        let is_same = |it: &Folded| it.spelled_out == name.spelled_out || it.bare == name.bare;
        self.known.iter().any(is_same)
    }

    /// A name that is spelt nearly so, or the only one that has these words or is in them.
    fn suggestion(&self, voice: &str) -> Option<String> {
        let names = || self.people.iter().map(|person| person.name.as_str());
        near(voice, names()).or_else(|| {
            let spaced = |name: &str| format!(" {} ", words(name).spelled_out);
            let voice = spaced(voice);
            let fits = |name: &str| name.contains(&voice) || voice.contains(name);
            let mut found = names().filter(|name| fits(&spaced(name)));
            let first = found.next()?;
            found.next().is_none().then(|| first.to_owned())
        })
    }
}

/// A name in folded letters, with one blank between its words.
fn words(name: &str) -> Folded {
    let joined = |text: String| {
        let words = text.split(|c: char| !c.is_alphanumeric());
        let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
        words.join(" ")
    };
    let folded = fold(name);
    Folded {
        spelled_out: joined(folded.spelled_out),
        bare: joined(folded.bare),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_in_order_and_end_with_the_recording() {
        let check = |cues: &str, end: Option<End>, expected: &[Fault]| {
            assert_eq!(times(&format!("WEBVTT\n\n{cues}"), end), expected, "{cues}");
        };
        let fine = "00:01.000 --> 00:05.000\nA\n\n00:05.000 --> 00:12.000\nB";
        let ends = |end| Some(End::OfFile(Seconds(end)));
        check(fine, None, &[]);
        check(fine, ends(8), &[]);
        let until = Seconds(12);
        let end = End::OfFile(Seconds(6));
        check(fine, Some(end), &[Fault::PastEnd { until, end }]);
        // The talk may have taken longer than was planned.
        check(fine, Some(End::OfTalk(Seconds(1))), &[]);
        let end = End::OfTalk(Seconds(600));
        let late = "02:00:00.000 --> 02:00:01.000\nA";
        let until = Seconds(7_201);
        check(late, Some(end), &[Fault::PastEnd { until, end }]);
        let swapped = "00:05.000 --> 00:06.000\nA\n\n00:01.000 --> 00:02.000\nB";
        check(swapped, None, &[Fault::OutOfOrder(Seconds(1))]);
        let backwards = "00:05.000 --> 00:03.000\nA";
        check(backwards, None, &[Fault::OutOfOrder(Seconds(5))]);
        // Two people at once.
        check(
            "00:05.000 --> 00:06.000\nA\n\n00:05.000 --> 00:06.000\nB",
            None,
            &[],
        );
        assert_eq!(times("A text without times.", ends(0)), []);
    }

    #[test]
    fn lines_with_times_that_nobody_reads_are_told() {
        for (line, is_lost) in [
            ("00:03.000 --> 00:04.000", false),
            ("00:03.000 --> 00:04.000 align:start", false),
            ("00:00:03,000 --> 00:00:04,000", true),
            ("00:03.000 -> 00:04.000", true),
            ("00:00:03 --> 00:00:04", true),
            ("00:61.000 --> 00:62.000", true),
            ("10:30 -> Pause", false),
            ("Von A -> B", false),
        ] {
            let text = format!("WEBVTT\n\n00:01.000 --> 00:02.000\nA\n\n{line}\nB\n");
            let lost = Fault::Lost { line: 6, count: 1 };
            let expected: Vec<_> = is_lost.then_some(lost).into_iter().collect();
            assert_eq!(times(&text, None), expected, "{line}");
        }
        let subrip = "1\n00:00:01,000 --> 00:00:02,000\nA\n\n2\n0:0:3 --> 0:0:4\nB\n";
        assert_eq!(times(subrip, None), []);
    }

    #[test]
    fn the_language_is_what_the_header_says() {
        for (file, expected) in [
            ("WEBVTT\nKind: captions\nLanguage: en\n\n", Some("en")),
            ("\u{feff}WEBVTT\r\nlanguage:en-GB\r\n\r\n", Some("en-GB")),
            ("WEBVTT\nLanguage: de-AT\n\n", None),
            ("WEBVTT\nLanguage: ???\n\n", None),
            ("WEBVTT\n\nLanguage: en", None),
            ("1\n00:00:01,000 --> 00:00:02,000\nLanguage: en", None),
        ] {
            let found = language(file, &LanguageTag::german()).map(|fault| match fault {
                Fault::OtherLanguage { found, .. } => found.as_str().to_owned(),
                other => panic!("{other:?}"),
            });
            assert_eq!(found.as_deref(), expected, "{file}");
        }
    }
}
