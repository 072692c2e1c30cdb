//! Words in many scripts and from many fields: found however they are typed, and marked as they
//! are written.

use nachlese_reader::parse;
use nachlese_search::{Field, Index, Query};

const TITLES: &[&str] = &[
    "What C++26 brings",
    "Modern C++ in practice",
    "C#14 and its records",
    "Getting on with C# 12",
    "F#9 in production",
    ".NET on small boards",
    "Node.js without pain",
    "Crabs and Camels",
    "Rust\u{a0}🦀 für alle",
    "Notruf 👩\u{200d}🚒 heute",
    // „Suche auf Koreanisch“ in one character a syllable, and in its parts.
    "한글 검색",
    "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af} \u{1100}\u{116d}\u{110b}\u{1172}\u{11a8}",
    "テ\u{3099}ータヘ\u{3099}ース入門",
    "ﾊﾟｿｺﾝの歴史",
    "كتابة الأسئلة وإجابتها",
    "مكتبـــة المدينة",
    "فارسی برای همه",
    "شَمْسٌ وقمر",
    "בְּרֵאשִׁית לכולם",
    "Tiê\u{301}ng Viê\u{323}t",
    "Cộng đồng",
];

fn found(query: &str) -> Vec<&'static str> {
    let talks = TITLES.iter().enumerate().map(|(at, title)| {
        let title = serde_json::to_string(title).unwrap();
        format!(r#"{{"id": "t{at}", "kind": "talk", "title": {title}}}"#)
    });
    let talks: Vec<_> = talks.collect();
    let event = format!(
        r#"{{"schemaVersion": 1, "id": "e", "language": "en", "title": "E", "talks": [{}]}}"#,
        talks.join(",")
    );
    let event = parse(&event).unwrap().0;
    let found = Index::new(&event).find(&Query::of_text(query), &[]);
    let marks = found.marks();
    let mut titles: Vec<_> = found.talks.iter().map(|at| TITLES[*at as usize]).collect();
    titles.sort_unstable();
    // All that is found by its title is marked in it.
    for title in titles.iter().filter(|_| !marks.is_empty()) {
        let ranges = marks.ranges(Field::Title, title);
        assert!(!ranges.is_empty(), "{query} in {title}");
        for range in ranges {
            let rest = title[range.end..].chars().next();
            assert!(
                !rest.is_some_and(|c| matches!(c, '\u{300}'..='\u{36f}' | '\u{3099}' | '\u{200d}'))
            );
        }
    }
    titles
}

#[test]
fn finds_words_as_their_people_write_them() {
    for (query, expected) in [
        ("c++", &["Modern C++ in practice", "What C++26 brings"][..]),
        ("C++26", &["What C++26 brings"]),
        ("c++ 26", &["What C++26 brings"]),
        ("\"c++ 26\"", &["What C++26 brings"]),
        ("c++ -26", &["Modern C++ in practice"]),
        ("c#", &["C#14 and its records", "Getting on with C# 12"]),
        ("c#14", &["C#14 and its records"]),
        ("c#12", &["Getting on with C# 12"]),
        ("C# 14", &["C#14 and its records"]),
        ("f#", &["F#9 in production"]),
        ("f#9", &["F#9 in production"]),
        (".net", &[".NET on small boards"]),
        ("node.js", &["Node.js without pain"]),
        ("🦀", &["Rust\u{a0}🦀 für alle"]),
        ("rust🦀", &["Rust\u{a0}🦀 für alle"]),
        ("👩\u{200d}🚒", &["Notruf 👩\u{200d}🚒 heute"]),
        (
            "한글",
            &[
                "\u{1112}\u{1161}\u{11ab}\u{1100}\u{1173}\u{11af} \u{1100}\u{116d}\u{110b}\u{1172}\u{11a8}",
                "한글 검색",
            ],
        ),
        (
            "\u{1100}\u{1165}\u{11b7}\u{1109}\u{1162}\u{11a8}",
            &["한글 검색"],
        ),
        ("データベース", &["テ\u{3099}ータヘ\u{3099}ース入門"]),
        ("パソコン", &["ﾊﾟｿｺﾝの歴史"]),
        ("ﾊﾟｿｺﾝ", &["ﾊﾟｿｺﾝの歴史"]),
        ("اسئلة", &["كتابة الأسئلة وإجابتها"]),
        ("اجابت", &["كتابة الأسئلة وإجابتها"]),
        ("مكتبة", &["مكتبـــة المدينة"]),
        ("فارسي", &["فارسی برای همه"]),
        ("شمس", &["شَمْسٌ وقمر"]),
        ("בראשית", &["בְּרֵאשִׁית לכולם"]),
        ("tiếng việt", &["Tiê\u{301}ng Viê\u{323}t"]),
        ("tieng", &["Tiê\u{301}ng Viê\u{323}t"]),
        ("Co\u{302}\u{323}ng đo\u{300}\u{302}ng", &["Cộng đồng"]),
    ] {
        let mut expected = expected.to_vec();
        expected.sort_unstable();
        assert_eq!(found(query), expected, "{query}");
    }
}

#[test]
fn says_what_it_leaves_out() {
    let find = |query: &str| Index::default().find(&Query::of_text(query), &[]);
    assert_eq!(find("rust → go").left_out, "→");
    assert_eq!(find("???").left_out, "???");
    assert_eq!(find("rust -go „web“").left_out, "");
}
