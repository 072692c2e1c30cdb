//! Who speaks in captions: the voice tags of `WebVTT`, `<v Name>`.
//!
//! Source: WebVTT, <https://www.w3.org/TR/webvtt1/#webvtt-cue-voice-span>, read on 2026-11-26.

use super::transcript::push_plain;

/// More speakers than that, and longer names (in bytes), are nobody's.
const MOST_NAMES: usize = 256;
const LONGEST_NAME: usize = 100;

/// The speakers of cues, where the captions name them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Voices {
    names: Vec<String>,
    /// The cues that one speaker says whole, ascending, and the place of the name.
    cues: Vec<(usize, usize)>,
    /// Who has the word in the cue that is being read.
    speaker: Option<usize>,
    /// Whether that cue has words of nobody or of several.
    is_nobodys: bool,
}

impl Voices {
    /// Who says all of a cue, if that is known.
    pub(super) fn of(&self, cue: usize) -> Option<&str> {
        let at = self.cues.binary_search_by_key(&cue, |said| said.0).ok()?;
        self.names.get(self.cues[at].1).map(String::as_str)
    }

    /// Takes in the lines of the cues, one after the other; `is_first` is the first line of its cue.
    pub(super) fn hear(&mut self, cue: usize, line: &str, is_first: bool) {
        if is_first {
            (self.speaker, self.is_nobodys) = (None, false);
            // A cue without words of its own left its number to this one.
            self.cues.pop_if(|said| said.0 == cue);
        }
        let mut rest = line;
        loop {
            let tag = rest.find("<v").into_iter().chain(rest.find("</v>")).min();
            let words = &rest[..tag.unwrap_or(rest.len())];
            if !words.trim().is_empty() {
                self.credit(cue);
            }
            let Some(tag) = tag else { break };
            rest = &rest[tag..];
            let end = rest.find('>').map_or(rest.len(), |end| end + 1);
            self.speaker = name(&rest[..end]).and_then(|name| self.number(&name));
            rest = &rest[end..];
        }
    }

    /// Words of the cue are said by whoever has the word.
    fn credit(&mut self, cue: usize) {
        let known = self.cues.last().filter(|said| said.0 == cue);
        match (known, self.speaker) {
            _ if self.is_nobodys => {}
            (None, Some(speaker)) => self.cues.push((cue, speaker)),
            (Some(said), Some(speaker)) if said.1 == speaker => {}
            _ => {
                self.cues.pop_if(|said| said.0 == cue);
                self.is_nobodys = true;
            }
        }
    }

    fn number(&mut self, name: &str) -> Option<usize> {
        let known = self.names.iter().position(|known| known == name);
        known.or_else(|| {
            let has_room = self.names.len() < MOST_NAMES && name.len() <= LONGEST_NAME;
            has_room.then(|| {
                self.names.push(name.to_owned());
                self.names.len() - 1
            })
        })
    }
}

/// The name in `<v Name>` or `<v.class Name>`; none in any other tag.
fn name(tag: &str) -> Option<String> {
    let inside = tag.strip_prefix("<v")?.strip_suffix('>')?;
    let (class, name) = inside.split_once([' ', '\t'])?;
    let mut text = String::new();
    push_plain(name, &mut text);
    let words: Vec<_> = text.split_whitespace().collect();
    let is_voice = (class.is_empty() || class.starts_with('.')) && !words.is_empty();
    is_voice.then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn voice(lines: &[&str]) -> Option<String> {
        let mut voices = Voices::default();
        voices.hear(3, "<v Zuvor>Ja", true);
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
        assert_eq!(voice(&["<v Ada Beispiel>", "Guten Tag"]), ada);
        assert_eq!(voice(&["<v Ada&#32;Beispiel>Guten <b>Tag</b></v>"]), ada);
        assert_eq!(voice(&["Guten Tag <vorn Ada>"]), None);
        assert_eq!(voice(&["<v>", "<v >", "<v Ada"]), None);
    }

    #[test]
    fn what_several_say_is_nobodys() {
        assert_eq!(voice(&["<v Ada>Ja</v> <v Bo>Nein</v>"]), None);
        assert_eq!(voice(&["<v Ada>Ja", "<v Bo>Nein", "<v Ada>Doch"]), None);
        assert_eq!(voice(&["Ja", "<v Bo>Nein"]), None);
        assert_eq!(voice(&["Ja, bitte. <v Bo>Nein."]), None);
        assert_eq!(voice(&["<v Ada>Ja.</v> Nein."]), None);
        assert_eq!(voice(&["<v Ada>Ja.</v>", "Nein."]), None);
        assert_eq!(voice(&["<v Ada>Ja <vielleicht>Nein"]), None);
    }

    #[test]
    fn more_names_than_a_room_holds_are_nobodys() {
        let mut voices = Voices::default();
        for at in 0..1_000 {
            voices.hear(at, &format!("<v Gast {at}>Ja"), true);
        }
        assert_eq!((voices.of(255), voices.of(256)), (Some("Gast 255"), None));
        voices.hear(1_000, &format!("<v {}>Ja", "a".repeat(101)), true);
        assert_eq!(voices.of(1_000), None);
    }
}
