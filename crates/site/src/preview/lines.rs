//! Breaks texts into lines that fit, whatever their length.

use super::fonts::Ruler;

/// The space for a text, and how it may be set in it.
#[derive(Debug, Clone, Copy)]
pub(super) struct TextBox {
    /// The width of a line, in pixels.
    pub(super) width: f32,
    /// The height of all lines, in pixels.
    pub(super) height: f32,
    /// The most lines.
    pub(super) lines: usize,
    /// The distance of lines, as a multiple of the font size.
    pub(super) leading: f32,
    /// Font sizes to try, largest first, in pixels.
    pub(super) sizes: &'static [f32],
}

/// A text that fits into its box.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Block {
    /// The font size, in pixels.
    pub(super) size: f32,
    /// The lines; none for an empty text.
    pub(super) lines: Vec<String>,
}

/// Sets a text as large as it fits; cuts it off with `…` if even the smallest size is too large.
///
/// Soft hyphens (U+00AD) are places to break a word that does not fit on a line. Lines come out about
/// equally long.
pub(super) fn fit(text: &str, ruler: &Ruler<'_>, space: TextBox) -> Block {
    let words: Vec<_> = text
        .split([' ', '\n', '\t', '\r'])
        .filter(|word| !word.is_empty())
        .collect();
    let mut last = Block {
        size: 1.0,
        lines: Vec::new(),
    };
    for size in space.sizes {
        let width = space.width / size;
        let set = Setting::new(&words, ruler, width);
        let most = most_lines(space, *size);
        if set.lines.len() <= most && !set.is_torn {
            return Block {
                size: *size,
                lines: balanced(&words, ruler, set, width),
            };
        }
        last = Block {
            size: *size,
            lines: shortened(set.lines, most, ruler, width),
        };
    }
    last
}

fn most_lines(space: TextBox, size: f32) -> usize {
    let fits = |lines: &usize| {
        f32::from(u16::try_from(*lines).unwrap_or(u16::MAX)) * size * space.leading <= space.height
    };
    (1..=space.lines).take_while(fits).last().unwrap_or(1)
}

/// The first lines, the last of them with `…` if there were more.
fn shortened(mut lines: Vec<String>, most: usize, ruler: &Ruler<'_>, width: f32) -> Vec<String> {
    if lines.len() <= most {
        return lines;
    }
    lines.truncate(most);
    if let Some(last) = lines.last_mut() {
        while ruler.width(last) + ruler.width("…") > width && last.pop().is_some() {}
        let kept = last.trim_end_matches(|c: char| c.is_whitespace() || ",;:–-·".contains(c));
        *last = format!("{kept}…");
    }
    lines
}

/// The narrowest setting with as many lines and no more broken words.
fn balanced(words: &[&str], ruler: &Ruler<'_>, set: Setting, width: f32) -> Vec<String> {
    let mut best = set;
    let mut narrower = width;
    while best.lines.len() > 1 && narrower > width / 2.0 {
        narrower *= 0.97;
        let next = Setting::new(words, ruler, narrower);
        if next.lines.len() > best.lines.len() || next.is_torn || next.broken > best.broken {
            break;
        }
        best = next;
    }
    best.lines
}

/// A text in lines of a width.
struct Setting {
    lines: Vec<String>,
    /// How many words were broken at a place meant for it.
    broken: usize,
    /// Whether a word had to be torn apart anywhere.
    is_torn: bool,
}

impl Setting {
    fn new(words: &[&str], ruler: &Ruler<'_>, width: f32) -> Self {
        let mut set = Self {
            lines: Vec::new(),
            broken: 0,
            is_torn: false,
        };
        let mut line = String::new();
        for word in words {
            set.add(word, &mut line, ruler, width);
        }
        if !line.is_empty() {
            set.lines.push(line);
        }
        set
    }

    fn add(&mut self, word: &str, line: &mut String, ruler: &Ruler<'_>, width: f32) {
        let whole = word.replace('\u{ad}', "");
        let space = if line.is_empty() { "" } else { " " };
        let longer = format!("{line}{space}{whole}");
        if ruler.width(&longer) <= width {
            *line = longer;
        } else if ruler.width(&whole) <= width {
            self.lines.push(std::mem::replace(line, whole));
        } else {
            line.push_str(space);
            self.add_parts(word, line, ruler, width);
        }
    }

    /// A word that is longer than a line, begun on this one.
    fn add_parts(&mut self, word: &str, line: &mut String, ruler: &Ruler<'_>, width: f32) {
        let parts = parts(word);
        for (number, (part, hyphen)) in parts.iter().enumerate() {
            let is_last = number + 1 == parts.len();
            let hyphen = if is_last { "" } else { hyphen };
            if ruler.width(&format!("{line}{part}{hyphen}")) > width && !line.is_empty() {
                // The hyphen belongs to the part before this one.
                let before = number.checked_sub(1).map_or("", |before| parts[before].1);
                self.broken += usize::from(number > 0);
                let full = std::mem::take(line);
                self.lines.push(format!("{}{before}", full.trim_end()));
            }
            for c in part.chars() {
                if ruler.width(&format!("{line}{c}{hyphen}")) > width && !line.is_empty() {
                    self.is_torn = true;
                    self.lines.push(std::mem::take(line));
                }
                line.push(c);
            }
        }
    }
}

/// The parts of a word, with what is written after each where a line ends there.
fn parts(word: &str) -> Vec<(String, &'static str)> {
    let mut parts = vec![(String::new(), "")];
    for c in word.chars() {
        if let Some((part, hyphen)) = parts.last_mut() {
            match c {
                '\u{ad}' => *hyphen = "-",
                c => part.push(c),
            }
        }
        if matches!(c, '\u{ad}' | '-' | '/' | '–') {
            parts.push((String::new(), ""));
        }
    }
    parts.retain(|(part, _)| !part.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::preview::{fonts::Role, test_fonts::cached_fonts};

    const SPACE: TextBox = TextBox {
        width: 400.0,
        height: 200.0,
        lines: 3,
        leading: 1.25,
        sizes: &[50.0, 40.0],
    };

    fn check(text: &str, expected: &[&str]) {
        let Some(fonts) = cached_fonts() else { return };
        let ruler = fonts.ruler(Role::Heading);
        let block = fit(text, &ruler, SPACE);
        assert_eq!(block.lines, expected);
        for line in &block.lines {
            assert!(ruler.width(line) * block.size <= SPACE.width, "{line}");
        }
    }

    #[test]
    fn breaks_between_words_into_even_lines() {
        check("", &[]);
        check("Digitaltag", &["Digitaltag"]);
        check(
            "Ethik in der künstlichen Intelligenz",
            &["Ethik in der", "künstlichen", "Intelligenz"],
        );
    }

    #[test]
    fn breaks_words_where_they_may_be_broken() {
        check("Donau\u{ad}dampf", &["Donaudampf"]);
        check(
            "Donau\u{ad}dampf\u{ad}schiff\u{ad}fahrts\u{ad}gesell\u{ad}schaft",
            &["Donaudampfschiff-", "fahrtsgesellschaft"],
        );
        check(
            "Verwaltungs-Digitalisierung",
            &["Verwaltungs-", "Digitalisierung"],
        );
    }

    #[test]
    fn cuts_off_what_does_not_fit_at_all() {
        let Some(fonts) = cached_fonts() else { return };
        let ruler = fonts.ruler(Role::Heading);
        for text in ["Wort ".repeat(200), "W".repeat(500), "漢字".repeat(300)] {
            let block = fit(&text, &ruler, SPACE);
            assert!((block.size - 40.0).abs() < f32::EPSILON && block.lines.len() == 3);
            assert!(block.lines[2].ends_with('…'));
            for line in &block.lines {
                assert!(ruler.width(line) * block.size <= SPACE.width, "{line}");
            }
        }
    }
}
