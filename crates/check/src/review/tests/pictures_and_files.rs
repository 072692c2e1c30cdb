//! Pictures and the names of files.

use super::{check_texts, found};

fn photo(fields: &str) -> String {
    format!(
        r#""figure": {{"photo": {{"src": "photos/IMG_2041.jpg", "width": 4, "height": 3,
            "rightsCleared": true, {fields}}}}}"#
    )
}

#[test]
fn an_alternative_text_says_what_can_be_seen() {
    let path = "figure.photo.alt";
    let of = |alt: &str| {
        photo(&format!(
            r#""credit": "M", "caption": "Auf dem Podium", "alt": {alt}"#
        ))
    };
    check_texts(
        path,
        &[
            ("Fünf Personen auf einer Bühne", None),
            ("Auf dem Podium", Some("alt-repeats-caption")),
            ("auf dem Podium.", Some("alt-repeats-caption")),
            ("Auf dem Podium sitzen fünf Personen", None),
            ("Bild von fünf Personen", Some("alt-names-medium")),
            ("bild von fünf Personen", Some("alt-names-medium")),
            ("Foto von der Bühne", Some("alt-names-medium")),
            ("Ein Foto von der Bühne", Some("alt-names-medium")),
            ("Das Bild zeigt die Bühne", Some("alt-names-medium")),
            ("Image of a stage", Some("alt-names-medium")),
            ("A picture of a stage", Some("alt-names-medium")),
            ("Photo: a stage", Some("alt-names-medium")),
            ("Bild von", None),
            ("Bildung von unten: ein Plakat", None),
            ("Fotografin vor der Bühne", None),
            ("Grafik: Bühne mit fünf Sesseln", None),
            ("Drawing: a stage", None),
            ("Imagefilm auf einer Leinwand", None),
            ("IMG_2041", Some("alt-is-file-name")),
            ("IMG_2041.jpg", Some("alt-is-file-name")),
            ("img_2041.JPG", Some("alt-is-file-name")),
            ("podium.png", Some("alt-is-file-name")),
            ("DSC04711", Some("alt-is-file-name")),
            ("dsc_0001", Some("alt-is-file-name")),
            ("Podium", None),
            ("Plakat mit der Aufschrift logo.png", None),
            ("Imge 12", None),
            ("R2D2", None),
        ],
        of,
    );
    let two = photo(
        r#""credit": "M", "caption": {"de": "Podium", "en": "On stage"},
           "alt": {"de": "On stage", "en": "On stage"}"#,
    );
    assert_eq!(found(&two), ["alt-repeats-caption figure.photo.alt.en"]);
    let drawing = r#""figure": {"illustration": {"ref": "panel", "alt": "panel"}}"#;
    assert_eq!(found(drawing), [""; 0]);
    let decoration = r#""figure": {"illustration": {"ref": "panel", "alt": "", "caption": "C"}}"#;
    assert_eq!(found(decoration), [""; 0]);
}

#[test]
fn a_credit_is_the_name_alone() {
    check_texts(
        "figure.photo.credit",
        &[
            ("M. Muster", None),
            ("Foto: M. Muster", Some("credit-repeats-label")),
            ("FOTO: M. Muster", Some("credit-repeats-label")),
            ("Foto von M. Muster", Some("credit-repeats-label")),
            ("Foto © M. Muster", Some("credit-repeats-label")),
            ("© Foto: M. Muster", Some("credit-repeats-label")),
            ("Photo by M. Muster", Some("credit-repeats-label")),
            ("Bildnachweis: M. Muster", Some("credit-repeats-label")),
            ("© M. Muster", Some("credit-has-sign")),
            ("(c) M. Muster", Some("credit-has-sign")),
            ("Copyright M. Muster", Some("credit-has-sign")),
            ("Foto Müller, München", None),
            ("Fotostudio: Müller", None),
            ("Copyrighter GmbH", None),
            ("Foto:", None),
            ("©", None),
        ],
        |credit| photo(&format!(r#""alt": "A", "credit": {credit}"#)),
    );
}

#[test]
fn a_files_name_works_everywhere() {
    let path = "links[0].url";
    let unsafe_name = Some("file-name-unsafe");
    check_texts(
        path,
        &[
            ("photos/buehne.jpg", None),
            ("photos/Bühne.jpg", None),
            ("photos/Bu\u{308}hne.jpg", unsafe_name),
            ("photos/Bu%CC%88hne.jpg", unsafe_name),
            ("photos/B%C3%BChne.jpg", None),
            ("photos/die%20b%C3%BChne.jpg", unsafe_name),
            ("photos/bild%231.jpg", unsafe_name),
            ("photos/Bild#3.jpg", unsafe_name),
            ("100%25.pdf", unsafe_name),
            ("was?.pdf", unsafe_name),
            ("legal.html#impressum", None),
            ("film.mp4#t=10", None),
            ("captions.vtt?v=2", None),
            (".geheim/a.pdf", unsafe_name),
            ("./a.pdf", None),
            ("../a.pdf", None),
            ("../../tagung/a..b.pdf", None),
            ("ordner./a.pdf", unsafe_name),
            ("CON.pdf", unsafe_name),
            ("con", unsafe_name),
            ("lpt1.txt", unsafe_name),
            ("console.pdf", None),
            ("konzept.con.pdf", None),
            ("a:b.pdf", None),
            ("ordner/a:b.pdf", unsafe_name),
            ("ordner/a*b.pdf", unsafe_name),
            ("https://example.org/ein%20Bild.jpg", None),
            ("https://example.org/.well-known/x", None),
            ("mailto:a@example.org", None),
            ("#oben", None),
            ("?lang=en", None),
            ("ordner/", None),
        ],
        |url| format!(r#""links": [{{"label": "L", "url": {url}}}]"#),
    );
    let two = |one: &str, other: &str| {
        let link = |url| format!(r#"{{"label": "L", "url": "{url}"}}"#);
        found(&format!(r#""links": [{}, {}]"#, link(one), link(other)))
    };
    assert_eq!(
        two("a/Bild.jpg", "a/bild.jpg"),
        ["file-names-alike links[1].url"]
    );
    assert_eq!(
        two("a/Bild.jpg", "a/Bild.JPG"),
        ["file-names-alike links[1].url"]
    );
    assert_eq!(two("Fotos/a.jpg", "fotos/b.jpg"), [""; 0]);
    assert_eq!(two("a/bild.jpg", "a/bild.jpg#x"), [""; 0]);
    assert_eq!(two("https://a.example/B", "https://a.example/b"), [""; 0]);
}
