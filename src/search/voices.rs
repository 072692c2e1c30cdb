//! Who speaks in captions: the voice tags of `WebVTT`, `<v Name>`.
//!
//! Source: WebVTT, <https://www.w3.org/TR/webvtt1/#webvtt-cue-voice-span>, read on 2026-11-26.

/// The speakers of cues, where the captions name them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Voices {
    names: Vec<String>,
    /// Cues in whose lines somebody is named, ascending, and the place of the name; none if there are several.
    cues: Vec<(usize, Option<usize>)>,
}

impl Voices {
    /// The only speaker of a cue, if that is known.
    pub(super) fn of(&self, cue: usize) -> Option<&str> {
        let at = self.cues.binary_search_by_key(&cue, |named| named.0).ok()?;
        self.names.get(self.cues[at].1?).map(String::as_str)
    }

    /// Takes the names out of a cue's line, line by line. A speaker named only later than in the first has not said
    /// all of it.
    pub(super) fn hear(&mut self, cue: usize, line: &str, is_first: bool) {
        for name in names(line) {
            let number = self.number(name);
            match self.cues.last_mut() {
                Some((last, voice)) if *last == cue => {
                    *voice = voice.filter(|voice| *voice == number);
                }
                _ => self.cues.push((cue, is_first.then_some(number))),
            }
        }
    }

    fn number(&mut self, name: &str) -> usize {
        let known = self.names.iter().position(|known| known == name);
        known.unwrap_or_else(|| {
            self.names.push(name.to_owned());
            self.names.len() - 1
        })
    }
}

/// The names in `<v Name>` and `<v.class Name>`.
fn names(line: &str) -> impl Iterator<Item = &str> {
    line.split("<v").skip(1).filter_map(|tag| {
        let (class, name) = tag.split_once('>')?.0.split_once([' ', '\t'])?;
        let is_voice = class.is_empty() || class.starts_with('.');
        Some(name.trim()).filter(|name| is_voice && !name.is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn voice(lines: &[&str]) -> Option<String> {
        let mut voices = Voices::default();
        voices.hear(3, "<v Zuvor>", true);
        for (at, line) in lines.iter().enumerate() {
            voices.hear(7, line, at == 0);
        }
        assert_eq!(voices.of(3), Some("Zuvor"));
        assert_eq!(voices.of(5), None);
        voices.of(7).map(str::to_owned)
    }

    #[test]
    fn a_cue_has_the_one_speaker_that_it_names() {
        let ada = Some("Ada Beispiel".to_owned());
        assert_eq!(voice(&["<v Ada Beispiel>Guten Tag"]), ada);
        assert_eq!(voice(&["<v.laut.nah\tAda Beispiel >Guten", "Tag</v>"]), ada);
        assert_eq!(voice(&["<v Ada Beispiel>Ja", "<v Ada Beispiel>ja"]), ada);
        assert_eq!(voice(&["Guten Tag <vorn Ada>"]), None);
        assert_eq!(voice(&["<v>", "<v >", "<v Ada"]), None);
    }

    #[test]
    fn what_several_say_is_nobodys() {
        assert_eq!(voice(&["<v Ada>Ja</v> <v Bo>Nein</v>"]), None);
        assert_eq!(voice(&["<v Ada>Ja", "<v Bo>Nein", "<v Ada>Doch"]), None);
        assert_eq!(voice(&["Ja", "<v Bo>Nein"]), None);
    }
}
