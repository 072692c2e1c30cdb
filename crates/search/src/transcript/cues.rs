//! The cues of a caption file.
//!
//! Sources: WebVTT, sections 6.1 and 6.3. Any line with an arrow ends what is before it and counts
//! as the times of a cue; an empty line ends a cue too. So header, notes, styles, regions and
//! identifiers need no reading of their own.

/// Between the times of a cue.
pub(super) const ARROW: &str = "-->";

/// Calls a function with each cue of a file: when it begins and ends, in seconds, and its text.
/// Lines end with `\n`.
///
/// In `SubRip`, a number precedes the times. Until the next times, an empty line is part of the
/// text, and so is an arrow after words.
pub(super) fn cues(file: &str, is_subrip: bool, mut take: impl FnMut((u32, u32), &str)) {
    let mut open = None;
    // Where the text of the cue begins, and the lines before and at hand.
    let (mut from, mut before, mut at) = (0, 0, 0);
    for line in file.split('\n') {
        let next = at + line.len() + 1;
        let is_bare = line.trim_start().starts_with(|c: char| c.is_ascii_digit());
        let is_timing = line.contains(ARROW) && (is_bare || !is_subrip);
        if is_timing || line.is_empty() && !is_subrip {
            let is_number =
                is_subrip && file[before..at].trim().bytes().all(|c| c.is_ascii_digit());
            let end = if is_number { before } else { at };
            if let Some(times) = open.take() {
                take(times, file.get(from..end).unwrap_or_default());
            }
        }
        if is_timing {
            open = times(line, is_subrip);
            from = next;
        }
        (before, at) = (at, next);
    }
    if let Some(times) = open {
        take(times, file.get(from..).unwrap_or_default());
    }
}

/// Start and end of a cue. The rest of the line says where it is shown.
fn times(line: &str, is_subrip: bool) -> Option<(u32, u32)> {
    let (start, rest) = time(line, is_subrip)?;
    let (end, _) = time(rest.trim_start().strip_prefix(ARROW)?, is_subrip)?;
    Some((start, end))
}

/// The seconds of `01:02.345` or `123:01:02.345`, and the rest of the text.
fn time(text: &str, is_subrip: bool) -> Option<(u32, &str)> {
    let (first, mut rest) = digits(text.trim_start());
    let mut seconds: u32 = first.parse().ok()?;
    let mut colons = 0;
    while colons < 2
        && let Some((more, after)) = part(rest, is_subrip)
    {
        seconds = seconds.saturating_mul(60).saturating_add(more);
        colons += 1;
        rest = after;
    }
    if is_subrip {
        let (_, rest) = digits(rest.strip_prefix([',', '.']).unwrap_or(rest));
        return (colons > 0).then_some((seconds, rest));
    }
    let (fraction, rest) = digits(rest.strip_prefix('.')?);
    let is_short = colons == 1 && first.len() == 2 && seconds < 3_600;
    let is_time = fraction.len() == 3 && (colons == 2 || is_short);
    is_time.then_some((seconds, rest))
}

/// The minutes or seconds after a colon, and the rest of the text. Some programs write `SubRip`
/// without leading zeros: `0:0:5`.
fn part(text: &str, is_subrip: bool) -> Option<(u32, &str)> {
    let (digits, rest) = digits(text.strip_prefix(':')?);
    let is_whole = digits.len() == 2 || is_subrip && digits.len() == 1;
    let number = digits.parse().ok()?;
    (is_whole && number < 60).then_some((number, rest))
}

/// The digits at the start of a text, and the rest of the text.
fn digits(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !c.is_ascii_digit());
    text.split_at(end.unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(file: &str, is_subrip: bool, expected: &[&str]) {
        let mut found = Vec::new();
        cues(file, is_subrip, |(start, end), text| {
            found.push(format!("{start}-{end} {text}"));
        });
        assert_eq!(found, expected, "{file:?}");
    }

    #[test]
    fn reads_times() {
        for (line, expected) in [
            ("00:01.000 --> 00:02.999", Some((1, 2))),
            ("00:00:01.000 --> 01:00:02.000", Some((1, 3_602))),
            ("1:00:00.000 --> 123:59:59.000", Some((3_600, 446_399))),
            ("60:00:01.000 --> 99:00:00.000", Some((216_001, 356_400))),
            (
                "9999999:00:00.000 --> 9999999:00:00.000",
                Some((u32::MAX, u32::MAX)),
            ),
            ("\t00:01.000-->00:02.000", Some((1, 2))),
            (
                "00:01.000 \t--> \t00:02.000 line:0 align:start",
                Some((1, 2)),
            ),
            ("00:01.000 --> 00:02.000line:0", Some((1, 2))),
            ("00:02.000 --> 00:01.000", Some((2, 1))),
            ("0:01.000 --> 00:02.000", None),
            ("60:01.000 --> 61:02.000", None),
            ("100:01.000 --> 100:02.000", None),
            ("00:60.000 --> 00:61.000", None),
            ("00:60:00.000 --> 01:00:00.000", None),
            ("00:1.000 --> 00:02.000", None),
            ("00:001.000 --> 00:02.000", None),
            ("00:01.00 --> 00:02.000", None),
            ("00:01.0000 --> 00:02.000", None),
            ("00:01,000 --> 00:02,000", None),
            ("00:01 --> 00:02", None),
            ("00:01.000 --> ", None),
            ("00:01.000 -> 00:02.000 -->", None),
            ("00:01.000 -- > 00:02.000 -->", None),
            ("+0:01.000 --> 00:02.000", None),
            ("00:+1.000 --> 00:02.000", None),
            ("99999999999:00:00.000 --> 00:02.000", None),
            ("00:00:00:01.000 --> 00:02.000", None),
            ("--> 00:02.000", None),
            ("-->", None),
        ] {
            assert_eq!(times(line, false), expected, "{line}");
        }
    }

    #[test]
    fn reads_times_of_subrip() {
        for (line, expected) in [
            ("00:00:01,000 --> 00:00:03,500", Some((1, 3))),
            ("00:00:01.000 --> 00:00:03.500", Some((1, 3))),
            ("0:00:01,5 --> 0:00:03,50", Some((1, 3))),
            (
                "00:00:04,000 --> 00:00:06,000 X1:40 X2:600 Y1:20 Y2:50",
                Some((4, 6)),
            ),
            ("0:01 --> 1:03", Some((1, 63))),
            ("0:0:1,5 --> 1:2:3,0", Some((1, 3_723))),
            ("00:00:1,000 --> 00:1:00,000", Some((1, 60))),
            ("0:0:001,5 --> 0:0:2,0", None),
            ("1,0 --> 2,0", None),
            ("00:00:61,000 --> 00:00:62,000", None),
        ] {
            assert_eq!(times(line, true), expected, "{line}");
        }
    }

    #[test]
    fn only_an_empty_line_or_an_arrow_ends_a_cue() {
        check(
            "\n\neins\n00:01.000 --> 00:02.000\n \nA\n\t\nB\n\nnichts\n\n00:03.000 --> 00:04.000\nC\n\
             00:05.000 --> 00:06.000\nD --> E\nF\n\n00:07.000 --> 00:08.000\n\nG",
            false,
            &["1-2  \nA\n\t\nB\n", "3-4 C\n", "5-6 ", "7-8 "],
        );
        check("00:01.000 --> 00:02.000", false, &["1-2 "]);
        check("00:01.000 --> 00:02.000\nA", false, &["1-2 A"]);
        check("", false, &[]);
    }

    #[test]
    fn blocks_of_other_sorts_are_no_cues() {
        check(
            "Kind: captions\nLanguage: de\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:unten\n\nNOTE\nEine\nNotiz\n\n\
             NOTE 00:01.000\n00:02.000 --> 00:03.000\nA\n\nNOTE\nx --> y\nB\n\nSTYLE\nvorher",
            false,
            &["2-3 A\n"],
        );
    }

    #[test]
    fn a_block_without_times_costs_only_itself() {
        check(
            "00:61.000 --> 00:62.000\nfalsch\n\nx --> y\nauch falsch\n00:01.000 --> 00:02.000\nrichtig\n\n\
             7\n8\n00:03.000 --> 00:04.000\nauch",
            false,
            &["1-2 richtig\n", "3-4 auch"],
        );
    }

    #[test]
    fn cues_of_subrip_go_on_over_empty_lines() {
        check(
            "1\n00:00:01,000 --> 00:00:02,000\nA\n\nB\n\n2\n00:00:03,000 --> 00:00:04,000\n42\n\n 3 \n\
             00:00:05,000 --> 00:00:06,000\n4\n00:00:07,000 --> 00:00:08,000\nvon A --> nach B\n5\n\n\
             00:00:99,000 --> 00:01:00,000\nfalsch\n\n00:00:09,000 --> 00:00:10,000\n2026\n",
            true,
            &[
                "1-2 A\n\nB\n\n",
                "3-4 42\n\n",
                "5-6 ",
                "7-8 von A --> nach B\n5\n",
                "9-10 2026\n",
            ],
        );
        check(
            "1\n00:00:01,000 --> 00:00:02,000\n2\n00:00:03,000 --> 00:00:04,000\nB",
            true,
            &["1-2 ", "3-4 B"],
        );
    }
}
