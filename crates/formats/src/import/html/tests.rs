//! What is taken out of texts, and what stays.

use super::*;

#[test]
fn takes_out_tags_and_decodes_entities() {
    for (html, expected) in [
        (
            "K&uuml;che &amp; Keller&#8230; &unknown; & co",
            "Küche & Keller… &unknown; & co",
        ),
        (
            "a < b > c <template> <https://a.example>",
            "a < b > c <template> https://a.example",
        ),
        ("x<b>fett</b><script>alert(1)</script>y<!-- z -->", "xfetty"),
        (
            "<a class=\"x\" href='https://a.example/?a=1&amp;b=2'>hier\n <b>klicken</b></a>.",
            "[hier klicken](https://a.example/?a=1&b=2).",
        ),
        ("<a href=javascript:alert(1)>x</a>", "x"),
        (
            "<a href=\"https://a.example/x_(y)\">W</a>",
            "[W](https://a.example/x_%28y%29)",
        ),
        (
            "<p>Es &lt;em&gt;freut&lt;/em&gt; uns</p>",
            "\n\nEs freut uns\n\n",
        ),
        (
            "<p>Das Element &lt;em&gt;, in <code>&lt;b&gt;x&lt;/b&gt;</code></p>",
            "\n\nDas Element <em>, in <b>x</b>\n\n",
        ),
        ("&#0;&#xd800;&;&", "&#0;&#xd800;&;&"),
        ("<", "<"),
        ("Vec<i> und <i>kursiv</i>, <b", "Vec<i> und kursiv, <b"),
        (
            "Warum <script> schadet <!-- offen",
            "Warum <script> schadet <!-- offen",
        ),
        ("`<b>fett</b>` in **HTML**", "`<b>fett</b>` in **HTML**"),
        (
            "das Element <p> und <li>, <div>!",
            "das Element <p> und <li>, <div>!",
        ),
        ("<p>eins<p>zwei <br/>drei", "\n\neins\n\nzwei \ndrei"),
        ("<img src=\"a>b.png\" alt=''>Bild", "Bild"),
        (
            "Donau\u{ad}dampf\u{200b}schiff\u{feff} &shy;",
            "Donaudampfschiff ",
        ),
        (
            "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 3.2//EN\">\n<HTML><HEAD><META NAME=x>\
             <TITLE>T</TITLE></HEAD>\n<BODY lang=de>\n<P>Gr&ouml;&szlig;e</P></BODY></HTML>\n",
            "\n\n\nGröße\n\n",
        ),
        ("<html><p>ohne Ende", "\n\nohne Ende"),
        ("<html", "<html"),
        (
            "<body> und <head> sind Elemente",
            "<body> und <head> sind Elemente",
        ),
        (
            "<ul><li>eins</li><li>zwei</li></ul>",
            "\n\n\n• eins\n• zwei\n\n",
        ),
    ] {
        assert_eq!(strip(html).text, expected, "{html}");
    }
}

#[test]
fn cleans_short_texts() {
    for (html, expected) in [
        (
            "Fragen &amp; Antworten &#8211; K&uuml;che &lt;3",
            "Fragen & Antworten – Küche <3",
        ),
        ("Se&aacute;n O&#039;Dara", "Seán O'Dara"),
        ("Saal &quot;Nord&quot;", "Saal \"Nord\""),
        ("Bits &amp;amp; B&amp;auml;ume", "Bits & Bäume"),
        (
            "Das Zeichen &amp;amp; &amp; andere",
            "Das Zeichen &amp; & andere",
        ),
        (
            "<b>Wichtig:</b> a < b\n<br>und   mehr",
            "Wichtig: a < b und mehr",
        ),
        (
            "HashMap<String, Vec<u8>> <3 <template>",
            "HashMap<String, Vec<u8>> <3 <template>",
        ),
        ("Option<B> & List<a>", "Option<B> & List<a>"),
        (
            "AT&T R&D a&b; &copyright; x&y",
            "AT&T R&D a&b; &copyright; x&y",
        ),
        ("<a href=\"https://a.example\">Zur Seite</a>", "Zur Seite"),
        ("Wann <b>, wann <strong>?", "Wann <b>, wann <strong>?"),
        ("<span class=x>Neu</span>e <o:p></o:p>Wege", "Neue Wege"),
        ("z.\u{a0}B.&nbsp;&ensp;so", "z. B. so"),
        ("\u{feff}Ab\u{7}c\u{0}\td\u{2028}e", "Abc d e"),
        (
            "👩\u{200d}💻 می\u{200c}خواهم",
            "👩\u{200d}💻 می\u{200c}خواهم",
        ),
        ("if (a<b && c>d) {}", "if (a<b && c>d) {}"),
        ("<h1>Titel</h1>", "Titel"),
        (
            "Die Elemente <video> und <audio controls>",
            "Die Elemente <video> und <audio controls>",
        ),
        ("&lt;b&gt; heißt fett", "<b> heißt fett"),
        ("", ""),
    ] {
        assert_eq!(line(html), expected, "{html}");
    }
}

#[test]
fn looks_at_long_texts_once() {
    // What grew with the square of their length would not come to an end here.
    for piece in [
        "<b>",
        "</b>",
        "<!--",
        "<script>",
        "<a href=\"",
        "<a x='",
        "`",
        "`<b>",
        "&",
        "&amp;",
        "&amp;amp;",
        "<",
        "<p>x",
        "<br",
        "\u{ad}",
    ] {
        let text = piece.repeat(200_000);
        assert!(line(&text).len() <= text.len(), "{piece}");
        strip(&text);
    }
}
