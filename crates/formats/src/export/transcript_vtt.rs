//! What was said in a recording as WebVTT, with its speakers.
//!
//! WebVTT (<https://www.w3.org/TR/webvtt1/>, "WebVTT cue voice span", read on 2026-11-30): a cue for
//! each sentence, `<v Name>` before the words of each speaker whom the captions name. Nobody is named
//! whom they do not name. Times count from the beginning of the file, as in the chapters.

use nachlese_event::{Seconds, Talk};

use super::{
    chapters_vtt::{clock, escape},
    edition::{released, start},
};

/// Words that somebody said at a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Said<'a> {
    /// When they begin, counted from the start of the talk.
    pub at: Seconds,
    /// When they end.
    pub end: Seconds,
    /// Who speaks, if that is known.
    pub who: Option<&'a str>,
    /// The words.
    pub text: &'a str,
}

/// The words of a talk's recording as WebVTT.
#[must_use]
pub fn transcript_vtt<'a>(talk: &Talk, said: impl IntoIterator<Item = Said<'a>>) -> String {
    let begin = released(talk).map(start).unwrap_or_default();
    let at = |Seconds(at)| clock(Seconds(begin.0.saturating_add(at)));
    let mut text = "WEBVTT\n".to_owned();
    for Said {
        at: from,
        end,
        who,
        text: words,
    } in said
    {
        // A cue lasts for some time, though its seconds may be the same.
        let end = end.max(Seconds(from.0.saturating_add(1)));
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let who = who.map(|who| who.split_whitespace().collect::<Vec<_>>().join(" "));
        let voice = who.filter(|who| !who.is_empty());
        let voice = voice.map(|who| format!("<v {}>", escape(&who)));
        if !words.is_empty() {
            let voice = voice.unwrap_or_default();
            let (from, end, words) = (at(from), at(end), escape(&words));
            text.extend(["\n", &from, " --> ", &end, "\n", &voice, &words, "\n"]);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use nachlese_reader::parse;

    use super::*;

    #[test]
    fn names_who_speaks_and_escapes_what_they_say() {
        let talk = |source: &str| {
            let text = format!(
                r#"{{"schemaVersion": 1, "id": "e", "language": "de", "title": "T", "talks": [{{"id": "a", "kind": "talk",
                    "title": "A", "recording": {{"status": "released", "sources": [{{"provider": "file", "url": "a.mp4"{source}}}]}}}}]}}"#
            );
            parse(&text).unwrap().0.talks.remove(0)
        };
        let said = |at, end, who, text| Said {
            at: Seconds(at),
            end: Seconds(end),
            who,
            text,
        };
        let all = [
            said(1, 4, Some("Ada  <B>"), "R&D --> x"),
            said(4, 4, None, "Ja.\n\nNein."),
            said(9, 12, Some(" "), "Ende"),
            said(13, 14, None, " "),
        ];
        assert_eq!(
            transcript_vtt(&talk(""), all),
            "WEBVTT\n\
             \n00:00:01.000 --> 00:00:04.000\n<v Ada &lt;B&gt;>R&amp;D --&gt; x\n\
             \n00:00:04.000 --> 00:00:05.000\nJa. Nein.\n\
             \n00:00:09.000 --> 00:00:12.000\nEnde\n"
        );
        let late = transcript_vtt(&talk(r#", "start": "1:00:00""#), [all[0]]);
        assert!(late.contains("\n01:00:01.000 --> 01:00:04.000\n"), "{late}");
    }
}
