//! Files of all formats in all encodings.

use super::*;

/// Knows ISO-8859-1, under several names, the euro of ISO-8859-15, and UTF-16.
fn decoder(label: &str, bytes: &[u8]) -> Option<String> {
    let wide = |number: fn([u8; 2]) -> u16| {
        let numbers = bytes.chunks(2).map(|pair| match *pair {
            [one, other] => number([one, other]),
            _ => 0xd800,
        });
        let text: String = char::decode_utf16(numbers)
            .map(|letter| letter.unwrap_or(LOST))
            .collect();
        text.trim_start_matches('\u{feff}').to_owned()
    };
    match label {
        "utf-16le" => Some(wide(u16::from_le_bytes)),
        "utf-16be" => Some(wide(u16::from_be_bytes)),
        "iso-8859-15" => {
            let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
            Some(text.replace('¤', "€"))
        }
        "us-ascii" | "iso-8859-1" | "windows-1252" => {
            Some(bytes.iter().map(|byte| char::from(*byte)).collect())
        }
        _ => None,
    }
}

fn told(bytes: &[u8]) -> String {
    told_with("", bytes)
}

fn told_with(media_type: &str, bytes: &[u8]) -> String {
    match decoded(bytes.to_vec(), media_type, decoder) {
        Ok((text, problems)) => {
            problems
                .iter()
                .fold(text, |text, problem| match &problem.finding {
                    Finding::UnreadableLetters { count, word } => {
                        format!("{text} [{count} {word}]")
                    }
                    Finding::GuessedEncoding { encoding } => format!("{text} [{encoding}]"),
                    other => format!("{text} {other:?}"),
                })
        }
        Err(error) => error.to_line(),
    }
}

#[test]
fn json_is_utf_8_or_utf_16() {
    for (bytes, expected) in [
        (&b""[..], ""),
        ("{\"a\": \"ü\"}".as_bytes(), "{\"a\": \"ü\"}"),
        ("\u{feff}{}".as_bytes(), "\u{feff}{}"),
        (b"\xff\xfe{\0}\0", "{}"),
        (b"\xfe\xff\0{\0}", "{}"),
        (b"{\0\xfc\0}\0", "{ü}"),
        (b"\0{\0\xfc\0}", "{ü}"),
        (b"{\0\0\xd8}\0", "not-utf-8 1 2 0 "),
        (b"{\0\xfd\xff}\0", "{\u{fffd}} [1 {\u{fffd}}]"),
        (b"\0{\xff\xfd\0}", "{\u{fffd}} [1 {\u{fffd}}]"),
        (b"{\0}\0 ", "{}"),
        (b"{}\n\n{\"a\": \"M\xfcnchen\"}", "not-utf-8 3 9 0 "),
        (
            "{\"ä\": \"ü\u{fffd}\"}".as_bytes(),
            "{\"ä\": \"ü\u{fffd}\"} [1 \"ü\u{fffd}\"}]",
        ),
        (b"{\"\xc3\xa4\": \"\xc3\"}", "not-utf-8 1 8 0 "),
        (b"{\0\0\0}\0\0\0", "not-utf-8 1 1 0 "),
        (b"\xff\xfe\0\0{\0\0\0}\0\0\0", "not-utf-8 1 1 0 "),
        (b"\x89PNG\r\n", "not-utf-8 1 1 0 "),
    ] {
        assert_eq!(told(bytes), expected, "{bytes:?}");
    }
}

#[test]
fn xml_is_what_it_says_it_is() {
    fn check(declaration: &[u8], title: &[u8], expected: &str) {
        let file = [declaration, b"<schedule>", title, b"</schedule>"].concat();
        let told = told(&file);
        let after = told
            .split_once("<schedule>")
            .map_or(told.as_str(), |it| it.1);
        assert_eq!(
            after.replace("</schedule>", ""),
            expected,
            "{declaration:?}"
        );
    }
    let latin = b"<?xml version='1.0' encoding='ISO-8859-1'?>";
    check(latin, b"M\xfcnchen", "München");
    check(
        b"\n<?xml version = \"1.0\" encoding =\n\" iso-8859-1\" ?>",
        b"\xfc",
        "ü",
    );
    check(latin, "ü".as_bytes(), "ü [utf-8]");
    check(latin, b"u", "u");
    check(
        b"\xef\xbb\xbf<?xml version='1.0' encoding='iso-8859-1'?>",
        "ü".as_bytes(),
        "ü",
    );
    check(b"", "ü".as_bytes(), "ü");
    check(b"", b"M\xfcnchen", "not-utf-8 1 12 0 ");
    check(
        b"<?xml version='1.0' encoding='utf-8'?>\n",
        b"\xfc",
        "not-utf-8 2 11 0 ",
    );
    check(
        b"<?xml version='1.0' encoding='UTF-16'?>",
        "ü".as_bytes(),
        "ü",
    );
    check(
        b"<?xml version='1.0' encoding='UFT-8'?>",
        "ü".as_bytes(),
        "ü [utf-8]",
    );
    check(
        b"<?xml version='1.0' encoding='UFT-8'?>",
        b"\xfc",
        "unknown-encoding 0 0 0 uft-8",
    );
    check(b"<?xml version='1.0' encoding='US-ASCII'?>", b"u", "u");
    check(
        b"<?xml version='1.0' encoding='US-ASCII'?>",
        "ü".as_bytes(),
        "ü [utf-8]",
    );
    check(
        b"<?xml version='1.0' encoding='US-ASCII'?>",
        b"\xfc",
        "ü [windows-1252]",
    );
    assert_eq!(told(b"<!doctype html><html>\xfc"), "html 0 0 0 ");
}

#[test]
fn a_calendar_may_be_windows_1252() {
    fn check(title: &[u8], expected: &str) {
        let file = [b"BEGIN:VCALENDAR\r\nSUMMARY:", title].concat();
        let told = told(&file);
        assert_eq!(told.split_once("SUMMARY:").unwrap().1, expected);
    }
    check("Größe".as_bytes(), "Größe");
    check(b"Gr\xc3\r\n \xb6\xc3\r\n\t\x9fe", "Größe");
    check(b"Gr\xf6\r\n \xdfe", "Größe [windows-1252]");
    check(b"Gr\xc3\xb6\xdfe", "Größe [windows-1252]");
    check(b"Gr\xc3\xb6\xc3e", "GröÃe [windows-1252]");
    check(
        "Gr\u{fffd}e".as_bytes(),
        "Gr\u{fffd}e [1 SUMMARY:Gr\u{fffd}e]",
    );
    check(b"5 \xa4, Gr\xf6\xdfe", "5 €, Größe [iso-8859-15]");
    check(b"\x845 \xa4\x93", "\u{84}5 ¤\u{93} [windows-1252]");
    check(b"G\0arten\0\0", "Garten");
    let marked = b"\xef\xbb\xbfBEGIN:VCALENDAR\n\xfc";
    assert!(told(marked).ends_with("\nü [windows-1252]"));
    let mut wide = vec![0xff, 0xfe];
    wide.extend(
        "BEGIN:VCALENDAR\nSUMMARY:ü"
            .encode_utf16()
            .flat_map(u16::to_le_bytes),
    );
    assert_eq!(told(&wide), "BEGIN:VCALENDAR\nSUMMARY:ü");
}

#[test]
fn a_property_may_have_an_encoding_of_its_own() {
    for (line, expected) in [
        (
            &b"A;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Gr=C3=B6=C3=9Fe"[..],
            "A:Größe",
        ),
        (
            b"A;X=1;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Gr=F6=DFe",
            "A;X=1:Größe",
        ),
        (b"A;QUOTED-PRINTABLE:a=0D=0Ab=3Dc", "A:a\\nb=c"),
        (
            b"A;ENCODING=quoted-printable:a=\r\nB: c=\n d\r\n e",
            "A:aB: c de",
        ),
        (b"A;CHARSET=iso-8859-1:Gr\xf6\xdfe", "A:Größe"),
        (b"A;CHARSET=iso-8859-1:Gr\xc3\xb6\xc3\x9fe", "A:Größe"),
        // Nobody knows the name, or it is missing.
        (b"A;CHARSET=x-no:Gr\xf6\xdfe", "A:Größe [windows-1252]"),
        (
            b"A;ENCODING=QUOTED-PRINTABLE:Gr=F6=DFe",
            "A:Größe [windows-1252]",
        ),
        // Damaged.
        (b"A;ENCODING=QUOTED-PRINTABLE:a=zz=4", "A:a=zz=4"),
        (b"A;ENCODING=QUOTED-PRINTABLE:a=", "A:a"),
        // Not about texts.
        (b"A;ENCODING=BASE64:AAAA=", "A;ENCODING=BASE64:AAAA="),
        (b"A:a;CHARSET=iso-8859-1:b", "A:a;CHARSET=iso-8859-1:b"),
    ] {
        let file = [b"BEGIN:VCALENDAR\r\n", line].concat();
        let told = told(&file).replace("BEGIN:VCALENDAR\r\n", "");
        assert_eq!(told.replace("\r\n", ""), expected, "{line:?}");
    }
}

#[test]
fn what_the_server_says_counts_where_nothing_else_does() {
    let (latin, declared) = (
        "text/xml; charset=ISO-8859-1",
        "<?xml version='1.0' encoding='utf-8'?>",
    );
    for (media_type, bytes, expected) in [
        (latin, &b"<schedule>\xfc"[..], "<schedule>ü"),
        (
            "text/xml;x=y; Charset=\"iso-8859-1\"",
            b"<schedule>\xfc",
            "<schedule>ü",
        ),
        (latin, "<schedule>ü".as_bytes(), "<schedule>ü"),
        (
            latin,
            "\u{feff}<schedule>ü".as_bytes(),
            "\u{feff}<schedule>ü",
        ),
        (
            latin,
            &[declared.as_bytes(), b"<schedule>\xfc"].concat(),
            "not-utf-8 1 49 0 ",
        ),
        (
            "text/xml; charset=utf-8",
            b"<schedule>\xfc",
            "not-utf-8 1 11 0 ",
        ),
        (
            "text/xml; charset=x-no",
            b"<schedule>\xfc",
            "unknown-encoding 0 0 0 x-no",
        ),
        ("charset=iso-8859-1", b"<schedule>\xfc", "not-utf-8 1 11 0 "),
        (
            "application/json; charset=iso-8859-1",
            b"{\"\xfc",
            "not-utf-8 1 3 0 ",
        ),
        (
            "text/calendar; charset=iso-8859-1",
            b"BEGIN:VCALENDAR\xfc",
            "BEGIN:VCALENDARü",
        ),
        (
            "text/calendar; charset=iso-8859-1",
            "BEGIN:VCALENDARü".as_bytes(),
            "BEGIN:VCALENDARü",
        ),
        (
            "text/calendar; charset=x-no",
            b"BEGIN:VCALENDAR\xfc",
            "BEGIN:VCALENDARü [windows-1252]",
        ),
    ] {
        assert_eq!(told_with(media_type, bytes), expected, "{media_type}");
    }
}
