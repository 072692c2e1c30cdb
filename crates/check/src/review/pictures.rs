//! Alternative texts and credits of pictures.

use jsonc_parser::ast::Value;
use nachlese_event::problem::{Advice, JsonPath, Problem};
use nachlese_fold::fold;

use super::{part, place::Place, problem};

/// How alternative texts begin that only say that there is a picture. Whoever needs them hears that
/// anyway. In lower case.
const MEDIA: &[&str] = &[
    "abbildung von ",
    "auf dem bild ",
    "auf dem foto ",
    "bild von ",
    "bild: ",
    "das bild zeigt ",
    "das foto zeigt ",
    "dieses bild zeigt ",
    "dieses foto zeigt ",
    "ein bild von ",
    "ein foto von ",
    "foto von ",
    "foto: ",
    "fotografie von ",
    "a photo of ",
    "a picture of ",
    "an image of ",
    "image of ",
    "image: ",
    "photo of ",
    "photo: ",
    "photograph of ",
    "picture of ",
    "picture: ",
    "the image shows ",
    "the photo shows ",
    "the picture shows ",
    "this image shows ",
    "this photo shows ",
];

/// How credits begin that repeat the label of the page, „Foto:“. In lower case.
const LABELS: &[&str] = &[
    "bild:",
    "bilder:",
    "bildnachweis:",
    "bildquelle:",
    "bildrechte:",
    "credit:",
    "credits:",
    "foto von ",
    "foto ©",
    "foto:",
    "fotocredit:",
    "fotograf:",
    "fotografie:",
    "fotografin:",
    "fotonachweis:",
    "fotos:",
    "image:",
    "image credit:",
    "photo by ",
    "photo ©",
    "photo credit:",
    "photo:",
    "photograph:",
    "photographer:",
    "photos:",
    "picture:",
    "quelle:",
    "source:",
];

/// Signs and words for copyright.
const SIGNS: &[&str] = &["©", "(c)", "copyright "];

const ENDINGS: &[&str] = &[
    ".avif", ".gif", ".heic", ".jpeg", ".jpg", ".png", ".svg", ".tif", ".tiff", ".webp",
];

/// How cameras and phones name pictures, in lower case, before a number.
const CAMERAS: &[&str] = &[
    "dsc",
    "dscf",
    "dscn",
    "dji",
    "gopr",
    "img",
    "mvimg",
    "pano",
    "pxl",
    "screenshot",
];

/// Looks at a photograph or a drawing.
pub(super) fn check(picture: &Value<'_>, place: Place<'_>, out: &mut Vec<Problem>) {
    let file = part::text(picture, "src").or_else(|| part::text(picture, "ref"));
    let captions = part::field(picture, "caption").map(part::variants);
    let captions = captions.unwrap_or_default();
    if let Some(alt) = part::field(picture, "alt") {
        let path = place.path().field("alt");
        for (language, text) in part::variants(alt) {
            let same = captions.iter().filter(|(it, _)| *it == language);
            let same = same.map(|(_, caption)| *caption).next();
            let found = of_alt(text, same, file.unwrap_or_default());
            out.extend(found.map(|advice| problem(&part::path_of(&path, language), advice)));
        }
    }
    if let Some(credit) = part::text(picture, "credit") {
        let path: JsonPath = place.path().field("credit");
        out.extend(of_credit(credit).map(|advice| problem(&path, advice)));
    }
}

fn of_alt(alt: &str, caption: Option<&str>, file: &str) -> Option<Advice> {
    if is_file_name(alt, file) {
        let alt = alt.to_owned();
        return Some(Advice::AltIsFileName { alt });
    }
    let bare = |text: &str| {
        let folded = fold(text).bare;
        folded
            .trim_matches(|c: char| !c.is_alphanumeric())
            .to_owned()
    };
    if caption.is_some_and(|caption| bare(caption) == bare(alt)) {
        return Some(Advice::AltRepeatsCaption);
    }
    let (beginning, rest) = cut(alt, MEDIA)?;
    Some(Advice::AltNamesMedium {
        beginning: beginning.to_owned(),
        rest: capital(rest),
    })
}

fn is_file_name(alt: &str, file: &str) -> bool {
    let lower = alt.to_lowercase();
    let name = file.rsplit('/').next().unwrap_or_default().to_lowercase();
    let stem = name.rsplit_once('.').map_or(&*name, |(stem, _)| stem);
    let has_ending = ENDINGS.iter().any(|ending| lower.ends_with(ending));
    let is_stem = lower == stem && stem.contains(|c: char| c.is_ascii_digit() || c == '_');
    has_ending && (!alt.contains(char::is_whitespace) || lower == name)
        || is_stem
        || is_of_camera(&lower)
}

fn is_of_camera(name: &str) -> bool {
    let letters = name.find(|c: char| !c.is_ascii_lowercase());
    let (letters, number) = name.split_at(letters.unwrap_or(name.len()));
    let is_number = |c: char| c.is_ascii_digit() || "_- .".contains(c);
    CAMERAS.contains(&letters)
        && number.chars().all(is_number)
        && number.chars().filter(char::is_ascii_digit).count() >= 3
}

fn of_credit(credit: &str) -> Option<Advice> {
    let (sign, unsigned) = match cut(credit, SIGNS) {
        Some((sign, rest)) => (Some(sign), rest),
        None => (None, credit),
    };
    if let Some((label, rest)) = cut(unsigned, LABELS) {
        let rest = cut(rest, SIGNS).map_or(rest, |(_, rest)| rest);
        return Some(Advice::CreditRepeatsLabel {
            label: label.trim().to_owned(),
            rest: rest.to_owned(),
        });
    }
    sign.map(|_| Advice::CreditHasSign {
        credit: credit.to_owned(),
        rest: unsigned.to_owned(),
    })
}

/// Cuts one of these beginnings off a text, unless nothing is left.
fn cut<'t>(text: &'t str, beginnings: &[&str]) -> Option<(&'t str, &'t str)> {
    let begins = |beginning: &&&str| {
        let start = text.get(..beginning.len());
        start.is_some_and(|start| start.to_lowercase() == ***beginning)
    };
    let length = beginnings.iter().filter(begins).map(|it| it.len()).max()?;
    let (beginning, rest) = text.split_at_checked(length)?;
    let (beginning, rest) = (beginning.trim_end(), rest.trim());
    (!rest.is_empty()).then_some((beginning, rest))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
