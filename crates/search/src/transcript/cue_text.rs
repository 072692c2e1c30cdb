//! The text of a cue: words, who says them, and tags for how they look.
//!
//! Source: WebVTT, section 6.4. A tag ends with `>` or with the cue. The reading of a character
//! (ruby) follows it in parentheses, so that both are found.

/// Calls a function with each line of a cue, without tags, and with its speaker. A line of several
/// speakers comes in pieces.
///
/// `SubRip` has tags too, but there a `<` may also be just a sign.
pub(super) fn cue_text(text: &str, is_subrip: bool, mut take: impl FnMut(&str, &str)) {
    let (mut line, mut reading, mut is_reading) = (String::new(), String::new(), false);
    // The current speakers, nested within each other.
    let mut voices = Vec::new();
    let mut rest = text;
    loop {
        let at = rest.find(['<', '{', '\n']).unwrap_or(rest.len());
        let words = if is_reading { &mut reading } else { &mut line };
        unescape(&rest[..at], words);
        let (sign, inside) = rest[at..].split_at(usize::from(at < rest.len()));
        rest = inside;
        let first = inside.bytes().next().unwrap_or_default();
        let is_tag = !is_subrip || first == b'/' || first.is_ascii_alphabetic();
        let mut tag = sign;
        let name = match sign {
            "" => END,
            "\n" => sign,
            "<" if is_tag => {
                (tag, rest) = inside.split_once('>').unwrap_or((inside, ""));
                tag.split(['.', ' ', '\t', '\n']).next().unwrap_or_default()
            }
            _ => {
                match after_sign(inside).filter(|_| sign == "{") {
                    Some(after) => rest = after,
                    None => words.push_str(sign),
                }
                ""
            }
        };
        if matches!(name, END | "/ruby") && !reading.is_empty() {
            line.extend(["(", &reading, ")"]);
            reading.clear();
        }
        if matches!(name, END | "\n" | "v" | "/v") {
            take(&line, voices.last().map_or("", String::as_str));
            line.clear();
        }
        match name {
            END => return,
            "v" => voices.push(annotation(tag)),
            "/v" => drop(voices.pop()),
            "rt" => is_reading = true,
            "/rt" | "/ruby" => is_reading = false,
            _ => {}
        }
    }
}

/// Marks the end of a cue. No tag has this name.
const END: &str = ">";

/// The text after a command such as `{\an8}`, which `SubRip` took from other formats.
fn after_sign(inside: &str) -> Option<&str> {
    // Stop here, because it may not be a command.
    let end = inside.bytes().take(64).position(|c| c == b'}')?;
    inside.starts_with('\\').then(|| &inside[end + 1..])
}

/// The name in `v Name` and `v.class Name`. Other tags have none.
fn annotation(tag: &str) -> String {
    let mut name = String::new();
    unescape(
        tag.split_once([' ', '\t', '\n']).map_or("", |it| it.1),
        &mut name,
    );
    let words: Vec<_> = name.split_whitespace().collect();
    words.join(" ")
}

/// Appends a text, with `&…;` decoded.
fn unescape(text: &str, out: &mut String) {
    let mut parts = text.split('&');
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let end = part.find(|c: char| !c.is_ascii_alphanumeric() && c != '#');
        let (name, after) = part.split_at(end.unwrap_or(part.len()));
        if let Some(character) = character(name) {
            out.push(character);
            out.push_str(after.strip_prefix(';').unwrap_or(after));
        } else {
            out.push('&');
            out.push_str(part);
        }
    }
}

/// The character that `&name;` means.
fn character(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else {
        return NAMES.split(' ').find_map(|entry| {
            let mut rest = entry.strip_prefix(name)?.chars();
            rest.next().filter(|c| !c.is_ascii_alphanumeric())
        });
    };
    let hexadecimal = number.strip_prefix(['x', 'X']);
    let radix = if hexadecimal.is_some() { 16 } else { 10 };
    char::from_u32(u32::from_str_radix(hexadecimal.unwrap_or(number), radix).ok()?)
}

/// The names that occur in captions, each before its character. `WebVTT` has all names of HTML, but
/// every reader would download that table.
const NAMES: &str = "amp& lt< gt> quot\" apos' nbsp\u{a0} lrm\u{200e} rlm\u{200f} shy\u{ad} auml\u{e4} \
    ouml\u{f6} uuml\u{fc} Auml\u{c4} Ouml\u{d6} Uuml\u{dc} szlig\u{df} eacute\u{e9} egrave\u{e8} \
    agrave\u{e0} ccedil\u{e7} hellip\u{2026} ndash\u{2013} mdash\u{2014} lsquo\u{2018} rsquo\u{2019} \
    ldquo\u{201c} rdquo\u{201d} bdquo\u{201e} laquo\u{ab} raquo\u{bb} euro\u{20ac} copy\u{a9}";

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, is_subrip: bool, expected: &[&str]) {
        let mut lines = Vec::new();
        cue_text(text, is_subrip, |line, voice| {
            let colon = if voice.is_empty() { "" } else { ": " };
            if !line.is_empty() {
                lines.push([voice, colon, line].concat());
            }
        });
        assert_eq!(lines, expected, "{text}");
    }

    #[test]
    fn leaves_out_tags() {
        for (text, expected) in [
            ("", &[][..]),
            (
                "Mut <c.gelb.groß>zum</c> Ex<00:01.000>periment",
                &["Mut zum Experiment"],
            ),
            ("<b><i><u>fett</u></i></b>", &["fett"]),
            ("<lang en-GB>play</lang>ground", &["playground"]),
            ("<quatsch x=\"1\">da</quatsch>", &["da"]),
            ("<b>nicht zu", &["nicht zu"]),
            ("zu</b> viel</i>", &["zu viel"]),
            ("<>leer</>", &["leer"]),
            ("<c\n.x>zwei\nZeilen</c>", &["zwei", "Zeilen"]),
            ("<.klasse>da", &["da"]),
            ("1 > 0 und a <b c", &["1 > 0 und a "]),
            ("am Ende <", &["am Ende "]),
            ("1 < 2 > 0", &["1  0"]),
            ("<3 Herzen", &[]),
            (
                "{\\an8}oben {\\i1}schräg{\\i0} {x} {\\offen",
                &["oben schräg {x} {\\offen"],
            ),
        ] {
            check(text, false, expected);
        }
    }

    #[test]
    fn a_bracket_of_subrip_may_stand_for_itself() {
        for (text, expected) in [
            ("<font color=\"#ff0000\">Rot</font>", "Rot"),
            ("1 < 2, <3 und <", "1 < 2, <3 und <"),
            ("<i>schräg</i", "schräg"),
        ] {
            check(text, true, &[expected]);
        }
    }

    #[test]
    fn reads_characters() {
        for (text, expected) in [
            ("A &amp; B &lt;C&gt; &quot;D&apos;", "A & B <C> \"D'"),
            ("&nbsp;&lrm;&rlm;.", "\u{a0}\u{200e}\u{200f}."),
            ("&#8222;D&#x201c; &#X201C;", "„D“ “"),
            (
                "Fisch&ampChips &quatsch; & &; &#; &#x; &#xd800; AT&T&",
                "Fisch&ampChips &quatsch; & &; &#; &#x; &#xd800; AT&T&",
            ),
            ("R&amp D", "R& D"),
            (
                "Gr&ouml;&szlig;e &hellip; &Uuml;&eacute; &am; &;",
                "Größe … Üé &am; &;",
            ),
            ("&lt;b&gt;kein Tag&lt;/b&gt;", "<b>kein Tag</b>"),
        ] {
            check(text, false, &[expected]);
        }
    }

    #[test]
    fn knows_who_speaks() {
        for (text, expected) in [
            (
                "<v Ada Beispiel>Guten Tag",
                &["Ada Beispiel: Guten Tag"][..],
            ),
            (
                "<v.laut.nah\tAda  Beispiel >Guten\nTag</v>",
                &["Ada Beispiel: Guten", "Ada Beispiel: Tag"],
            ),
            (
                "<v Ada&#32;Beispiel>Guten <b>Tag</b></v>",
                &["Ada Beispiel: Guten Tag"],
            ),
            ("<v\nAda>Ja", &["Ada: Ja"]),
            ("<v Ada>Ja <v Ada>ja", &["Ada: Ja ", "Ada: ja"]),
            (
                "<v Ada>Ja <v Bo>Nein</v> Doch</v> So",
                &["Ada: Ja ", "Bo: Nein", "Ada:  Doch", " So"],
            ),
            (
                "<v Ada>Ja</v> <v Bo>Nein</v>",
                &["Ada: Ja", " ", "Bo: Nein"],
            ),
            ("Ja, bitte. <v Bo>Nein.", &["Ja, bitte. ", "Bo: Nein."]),
            ("<v Ada>Ja.</v> Nein.", &["Ada: Ja.", " Nein."]),
            (
                "<v>Ja <v >Nein <vorn Ada>Doch</v></v></v>.",
                &["Ja ", "Nein Doch", "."],
            ),
            ("Ja <v Ada", &["Ja "]),
        ] {
            check(text, false, expected);
        }
    }

    #[test]
    fn readings_come_behind_the_signs() {
        for (text, expected) in [
            (
                "<ruby>東京<rt>とうきょう</rt></ruby> ist weit",
                "東京(とうきょう) ist weit",
            ),
            (
                "<ruby>東<rt>とう</rt>京<rt>きょう</rt></ruby>!",
                "東京(とうきょう)!",
            ),
            ("<ruby>東京<rt>とうきょう</ruby>!", "東京(とうきょう)!"),
            ("<ruby.x>東京<rt.y>とう<b>きょう", "東京(とうきょう)"),
            ("<ruby>東京</ruby>", "東京"),
        ] {
            check(text, false, &[expected]);
        }
    }

    #[test]
    fn takes_no_longer_for_a_tag_within_many() {
        for sign in [
            "<b>",
            "<v A>",
            "<v A>x<v B>",
            "</v>",
            "<",
            "{\\",
            "&",
            "<ruby>x<rt>",
            "\n",
        ] {
            let mut count = 0;
            cue_text(&sign.repeat(60_000), false, |line, _| count += line.len());
            assert!(count <= 360_000);
        }
    }
}
