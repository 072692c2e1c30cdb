//! Tests: what counts as a word, and where it stands.

use super::*;

fn check(text: &str, expected: &[&str]) {
    let mut words = Words::with_places(text);
    let mut found = Vec::new();
    while words.next() {
        let joint = if words.is_joined { "-" } else { "" };
        let both = if words.is_two() {
            format!("{joint}{}|{}", words.spelled_out(), words.bare)
        } else {
            format!("{joint}{}", words.bare)
        };
        found.push(both);
        assert!(text.is_char_boundary(words.start) && text.is_char_boundary(words.end));
    }
    assert_eq!(found, expected, "{text}");
}

#[test]
fn tells_words_from_what_stands_between_them() {
    check("", &[]);
    check(" – ", &[]);
    check("Was bleibt?", &["was", "bleibt"]);
    check("Münchens Grün", &["muenchens|munchens", "gruen|grun"]);
    check("Mu\u{308}nchen", &["muenchen|munchen"]);
    check("Straße", &["strasse"]);
    check(
        "Bürger*innen und Ärzt:in",
        &["buergerinnen|burgerinnen", "und", "aerztin|arztin"],
    );
    check("Stadt\u{ad}rat", &["stadtrat"]);
    check("don’t l'été", &["dont", "lete"]);
    check("‘Zitat’", &["zitat"]);
}

#[test]
fn tells_of_hyphens() {
    check("KI-Standort", &["ki", "-standort"]);
    check("Live\u{2011}Stream", &["live", "-stream"]);
    check("Vor- und Nachteile", &["vor", "und", "nachteile"]);
    check("-x y - z", &["x", "y", "z"]);
    check("snake_case", &["snake", "-case"]);
}

#[test]
fn keeps_the_signs_of_programming_languages() {
    check("C++, C# und A+B", &["c++", "c#", "und", "a", "b"]);
    check("# +1", &["1"]);
    check(
        "C++26, F#9 und C#14!",
        &["c++", "26", "f#", "9", "und", "c#", "14"],
    );
    check("Ｃ＋＋１７ C♯ (C++)", &["c++", "17", "c#", "c++"]);
    check("1+1 und Web2#3", &["1", "1", "und", "web2", "3"]);
    check("C++-Kurs, C/C++", &["c++", "-kurs", "c", "c++"]);
    check(".NET mit Node.js", &["net", "mit", "node", "js"]);
}

#[test]
fn takes_pictures_for_words() {
    check("Rust 🦀 im Rathaus", &["rust", "🦀", "im", "rathaus"]);
    check("Rust🦀Rathaus", &["rust", "🦀", "rathaus"]);
    check("👩\u{200d}🚒 👍🏽 ❤\u{fe0f} 🇩🇪", &["👩🚒", "👍", "❤", "🇩🇪"]);
    check("→ • €", &[]);
}

#[test]
fn knows_where_letters_come_from() {
    let text = "der Mu\u{308}ller";
    let mut words = Words::with_places(text);
    assert!(words.next() && words.next());
    assert_eq!(words.place(true, 0, 3), (4, 8));
    assert_eq!(words.place(false, 0, 2), (4, 8));
    assert_eq!(words.place(false, 2, 6), (8, text.len()));
}
