//! The people in a cell: names, and what stands beside them about role and organisation.

use nachlese_event::Part;

/// Somebody in a cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Named {
    /// The name as it is spoken.
    pub(super) name: String,
    /// The name for sorting, if it is written that way: `Berg, Ann`.
    pub(super) filed: Option<String>,
    pub(super) part: Option<Part>,
    pub(super) role: Option<String>,
    pub(super) organisation: Option<String>,
}

/// Reads the names of a cell. `;`, `|` and line breaks separate people. Without these, commas do,
/// and „und“, `&` and `/` between full names.
pub(super) fn names(cell: &str) -> Vec<Named> {
    let mut part = None;
    let mut cell = cell.trim();
    if let Some((before, after)) = cell.split_once(':')
        && let Some(found) = part_of(before)
    {
        (part, cell) = (Some(found), after.trim());
    }
    let pieces = split(cell, &[';', '|', '\n', '\r']);
    let pieces = if pieces.len() > 1 {
        pieces
    } else {
        by_comma(cell)
    };
    let people = pieces.into_iter().filter_map(one);
    people
        .map(|named| Named {
            part: named.part.or(part),
            ..named
        })
        .collect()
}

/// Several values of a cell that belong to several names, in the same order.
pub(super) fn values(cell: &str, names: usize) -> Vec<String> {
    let strong = split(cell, &[';', '|', '\n', '\r']);
    let weak = split(cell, &[',']);
    let pieces = if strong.len() == 1 && names > 1 && weak.len() == names {
        weak
    } else {
        strong
    };
    pieces.into_iter().map(str::to_owned).collect()
}

/// Splits at signs that are not in brackets. Empty pieces are left out.
fn split<'a>(text: &'a str, signs: &[char]) -> Vec<&'a str> {
    let (mut pieces, mut start, mut depth) = (Vec::new(), 0, 0_usize);
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            // A line ends a bracket that nobody closed.
            '\n' => depth = 0,
            _ => {}
        }
        if depth == 0 && signs.contains(&c) {
            pieces.push(&text[start..at]);
            start = at + c.len_utf8();
        }
    }
    pieces.push(&text[start..]);
    let pieces = pieces.into_iter().map(str::trim);
    pieces.filter(|piece| !piece.is_empty()).collect()
}

fn by_comma(cell: &str) -> Vec<&str> {
    let pieces = split(cell, &[',']);
    let is_list = pieces.len() > 1
        && pieces
            .iter()
            .all(|piece| words(piece) > 1 && !says_place(piece));
    if pieces.len() == 1 {
        let between = [" und ", " and ", " & ", " / "].iter().find_map(|sign| {
            let (before, after) = cell.split_once(sign)?;
            let is_free = |text: &str| words(text) > 1 && !text.contains(['(', ')']);
            (is_free(before) && is_free(after)).then_some((before, after))
        });
        return match between {
            Some((before, after)) => vec![before.trim(), after.trim()],
            None => vec![cell],
        };
    }
    if !is_list {
        return vec![cell];
    }
    // „Ann Berg, Tom Roth und Eva Holm“
    let last = pieces.len() - 1;
    let mut people = pieces[..last].to_vec();
    people.extend(by_comma(pieces[last]));
    people
}

fn words(text: &str) -> usize {
    bare(text).split_whitespace().count()
}

/// What stands before brackets.
fn bare(text: &str) -> &str {
    text.find(['(', '[']).map_or(text, |at| &text[..at])
}

/// Whether a text is about an organisation or an office, so that it is no name.
fn says_place(text: &str) -> bool {
    let text = bare(text).to_lowercase();
    let mut words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.any(|word| {
        let is_ending = |ending: &str| word.len() > ending.len() + 2 && word.ends_with(ending);
        PLACES.split(' ').any(|place| place == word) || ENDINGS.split(' ').any(is_ending)
    })
}

const PLACES: &str = "stadt landeshauptstadt gemeinde landkreis freistaat universität uni university tu \
     lmu hochschule institut institute gmbh ag ev e inc ltd llc kg verein verband \
     ministerium bund city department college school fraunhofer referat amt leiter \
     leiterin head director direktor direktorin ceo cto cio manager managerin stadtrat \
     stadträtin bürgermeister bürgermeisterin oberbürgermeister geschäftsführer \
     geschäftsführerin vorstand partei fraktion vorsitzende vorsitzender foundation \
     stiftung";

const ENDINGS: &str =
    "referat ministerium universität verband leiter leiterin amt beauftragte beauftragter";

/// Reads one person: `Ann Berg (Stadt)`, `Ann Berg, Stadt`, `Berg, Ann`, `Ann Berg <ann@…>`.
fn one(piece: &str) -> Option<Named> {
    let mut named = Named::default();
    let mut bare = piece.to_owned();
    // A mail address is never shown.
    if let (Some(start), Some(end)) = (bare.find('<'), bare.rfind('>'))
        && start < end
    {
        bare.replace_range(start..=end, "");
    }
    if let (Some(start), Some(end)) = (bare.find(['(', '[']), bare.rfind([')', ']']))
        && start < end
    {
        let inner = bare[start + 1..end].trim().to_owned();
        bare.replace_range(start..=end, "");
        match part_of(&inner) {
            Some(part) => named.part = Some(part),
            None => match inner.split_once(',') {
                Some((role, organisation)) => {
                    named.role = filled(role);
                    named.organisation = filled(organisation);
                }
                None => named.organisation = filled(&inner),
            },
        }
    }
    let bare = bare.trim().trim_end_matches([',', ';']).trim();
    named.name = match bare.split_once(',') {
        Some((last, first)) if words(last) == 1 && words(first) <= 2 && !says_place(first) => {
            let (last, first) = (last.trim(), first.trim());
            named.filed = Some(format!("{last}, {first}"));
            format!("{first} {last}")
        }
        Some((name, rest)) => {
            named.role = named.role.or(filled(rest));
            name.trim().to_owned()
        }
        None => bare.to_owned(),
    };
    let is_name = named.name.chars().any(char::is_alphabetic) && !named.name.contains('@');
    (is_name && !is_placeholder(&named.name)).then_some(named)
}

fn filled(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn is_placeholder(name: &str) -> bool {
    let letters: String = name.chars().filter(|c| c.is_alphanumeric()).collect();
    ["nn", "tba", "tbd", "tbc", "offen"].contains(&letters.to_lowercase().as_str())
}

/// The part that a word means; nothing if it is another word.
pub(super) fn part_of(word: &str) -> Option<Part> {
    match word.trim().to_lowercase().as_str() {
        "moderation" | "moderator" | "moderatorin" | "chair" | "host" | "facilitator" => {
            Some(Part::Moderator)
        }
        "panel" | "podium" | "panelist" | "panellist" | "podiumsgast" => Some(Part::Panelist),
        "speaker" | "referent" | "referentin" | "vortrag" | "vortragende" | "sprecher"
        | "sprecherin" | "presenter" => Some(Part::Speaker),
        "organizer" | "organiser" | "organisation" | "veranstalter" | "veranstalterin" => {
            Some(Part::Organizer)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(cell: &str) -> Vec<String> {
        let one = |it: Named| {
            let part = it.part.map(|part| format!(" [{}]", part.as_str()));
            let filed = it.filed.map(|filed| format!(" <{filed}>"));
            let role = it.role.map(|role| format!(" r:{role}"));
            let organisation = it
                .organisation
                .map(|organisation| format!(" o:{organisation}"));
            let rest = [part, filed, role, organisation].into_iter().flatten();
            it.name + &rest.collect::<String>()
        };
        names(cell).into_iter().map(one).collect()
    }

    #[test]
    fn tells_people_from_what_stands_beside_them() {
        for (cell, expected) in [
            ("Ann Berg", &["Ann Berg"][..]),
            ("Ann Berg; Tom Roth", &["Ann Berg", "Tom Roth"]),
            ("Ann Berg\nTom Roth", &["Ann Berg", "Tom Roth"]),
            ("Ann Berg, Tom Roth", &["Ann Berg", "Tom Roth"]),
            (
                "Ann Berg, Tom Roth und Eva Holm",
                &["Ann Berg", "Tom Roth", "Eva Holm"],
            ),
            ("Ann Berg & Tom Roth", &["Ann Berg", "Tom Roth"]),
            ("Ann und Tom Berg", &["Ann und Tom Berg"]),
            ("Berg, Ann", &["Ann Berg <Berg, Ann>"]),
            (
                "Berg, Ann; Roth, Tom",
                &["Ann Berg <Berg, Ann>", "Tom Roth <Roth, Tom>"],
            ),
            ("Ann Berg, Stadt Neuburg", &["Ann Berg r:Stadt Neuburg"]),
            (
                "Ann Berg (Stadt Neuburg), Tom Roth (TU)",
                &["Ann Berg o:Stadt Neuburg", "Tom Roth o:TU"],
            ),
            (
                "Ann Berg (Leiterin, Stadt)",
                &["Ann Berg r:Leiterin o:Stadt"],
            ),
            (
                "Ann Berg (Moderation); Tom Roth",
                &["Ann Berg [moderator]", "Tom Roth"],
            ),
            ("Moderation: Ann Berg", &["Ann Berg [moderator]"]),
            ("Ann Berg <ann@example.org>", &["Ann Berg"]),
            ("ann@example.org", &[]),
            ("N.N.", &[]),
            ("TBA", &[]),
            ("–", &[]),
            ("Ann Berg (", &["Ann Berg ("]),
            (")Ann(", &[")Ann("]),
            (";;", &[]),
            ("", &[]),
            ("Cher", &["Cher"]),
        ] {
            assert_eq!(shown(cell), expected, "{cell}");
        }
    }
}
