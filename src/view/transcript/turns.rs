//! The paragraphs of a transcript: who speaks from when, and each sentence with its second.

use jiff::civil::DateTime;
use nachlese_event::{LanguageTag, Seconds, TalkId, When, date, direction};
use nachlese_markup::{El, el};
use nachlese_search::{Facet, Query, Sentence, Turn};

use crate::{
    state::AppState,
    text::prelude::*,
    url::{Address, Target},
    view::{
        people::role,
        talk_name::talk_title,
        words::{plain, spoken},
    },
};

/// What the paragraphs of a transcript need of the event.
pub(super) struct Reading {
    id: TalkId,
    language: LanguageTag,
    marks: Vec<Mark>,
    people: Vec<Speaker>,
    /// What stands before slides.
    shown: &'static str,
    /// What a quotation names after its speaker: „Titel“, event, day.
    pub(super) source: String,
}

/// What stands between paragraphs: the heading of a chapter, or a link to slides.
struct Mark {
    at: Seconds,
    label: String,
    /// Of slides, their address.
    slides: Option<String>,
}

/// A person of the event, who may be one of the speakers.
struct Speaker {
    name: String,
    full_name: String,
    /// The name with the role at the event, for quotations.
    cited: String,
    /// The address of all talks of this person. `None` in another page, which has none.
    talks: Option<String>,
}

impl Reading {
    pub(super) fn of(state: AppState, id: &TalkId, language: &LanguageTag) -> Self {
        let catalogue = state.catalogue();
        let (speech, event) = (state.speech(), &catalogue.event);
        let talk = event.talk(id);
        let title = talk.map(|talk| talk_title(state, talk)).unwrap_or_default();
        let mut source = vec![
            speech.quoted(&title.replace('\u{ad}', "")),
            spoken(state, &event.title),
        ];
        let day = talk.and_then(|talk| talk.start).map(DateTime::date);
        let day = day.or_else(|| event.when.as_ref().map(When::first_day));
        source.extend(day.map(|day| date::day(day, speech)));
        let page = catalogue.deployed.as_ref();
        let to_event = if page.is_some_and(|page| page.talk.is_some()) {
            "../../"
        } else {
            ""
        };
        let people = event.people.iter().map(|person| {
            let (full_name, role) = (person.full_name(), role(state, person));
            let mut query = Query::default();
            query.choose(Facet::Person, person.id.as_str());
            let talks = Address {
                query,
                ..Address::default()
            };
            let is_own_page = !catalogue.frame.is_embedded;
            Speaker {
                name: person.name.clone(),
                cited: match role.as_str() {
                    "" => full_name.clone(),
                    role => format!("{full_name}, {role}"),
                },
                full_name,
                talks: is_own_page.then(|| format!("{to_event}{}", talks.write())),
            }
        });
        let mut marks = Vec::new();
        if let Some(talk) = talk {
            for chapter in talk.recording.iter().flat_map(|it| &it.chapters) {
                marks.push(Mark {
                    at: chapter.start,
                    label: plain(state, &chapter.title),
                    slides: None,
                });
            }
            for link in &talk.slides {
                if let Some(at) = link.at {
                    marks.push(Mark {
                        at,
                        label: plain(state, &link.label),
                        slides: catalogue.assets.resolve(&link.url),
                    });
                }
            }
        }
        marks.sort_by_key(|mark| mark.at);
        Self {
            shown: speech.slide(),
            id: id.clone(),
            language: language.clone(),
            marks,
            people: people.collect(),
            source: source.join(", "),
        }
    }

    fn speaker(&self, voice: &str) -> Option<&Speaker> {
        let voice = voice.to_lowercase();
        let is_so = |name: &String| name.to_lowercase() == voice;
        let mut people = self.people.iter();
        people.find(|person| is_so(&person.full_name) || is_so(&person.name))
    }

    /// A link to a second, which the script plays.
    fn link(&self, at: Seconds) -> El {
        let target = Target::second(self.id.as_str(), Some(at));
        el("a").attr("href", target.write()).attr("data-at", at.0)
    }
}

/// Draws some paragraphs, with the chapters that begin and the slides that are shown there. In the
/// middle of a paragraph they part it. `before` is what was said before them.
pub(super) fn turns(reading: &Reading, shown: &[Turn<'_>], before: Before) -> Vec<El> {
    let mut drawn = Vec::new();
    let mut before = before;
    for turn in shown {
        let mut goes_on = before.who.is_some() && before.who.as_deref() == turn.who;
        let mut part = Vec::new();
        for sentence in &turn.sentences {
            let marks = reading.marks.iter();
            let mut marks = marks.filter(|mark| before.is_followed_by(mark, sentence));
            if let Some(first) = marks.next() {
                if !part.is_empty() {
                    drawn.push(paragraph(reading, turn.who, &part, goes_on));
                    part.clear();
                    goes_on = turn.who.is_some();
                }
                drawn.push(marked(reading, first));
                drawn.extend(marks.map(|mark| marked(reading, mark)));
            }
            part.push(*sentence);
            before.pass(sentence);
        }
        drawn.push(paragraph(reading, turn.who, &part, goes_on));
        before.who = turn.who.map(str::to_owned);
    }
    drawn
}

/// What was said before, as far as it decides what is drawn next.
#[derive(Clone, Default)]
pub(super) struct Before {
    /// When the last sentence begins.
    at: Option<Seconds>,
    /// When it ends.
    end: Option<Seconds>,
    /// Who said it.
    who: Option<String>,
}

impl Before {
    /// After one more paragraph.
    #[cfg(target_arch = "wasm32")]
    pub(super) fn after(mut self, turn: &Turn<'_>) -> Self {
        for sentence in &turn.sentences {
            self.pass(sentence);
        }
        self.who = turn.who.map(str::to_owned);
        self
    }

    fn pass(&mut self, sentence: &Sentence<'_>) {
        self.at = sentence.at.or(self.at);
        self.end = sentence.end.or(self.end);
    }

    /// Chapters stand before the first sentence that begins with or after them, slides before the
    /// one during which they are shown.
    fn is_followed_by(&self, mark: &Mark, next: &Sentence<'_>) -> bool {
        let is_slide = mark.slides.is_some();
        let (from, to) = if is_slide {
            (self.end, next.end)
        } else {
            (self.at, next.at)
        };
        let at = Seconds(mark.at.0 + u32::from(is_slide));
        from.is_none_or(|from| at > from) && to.is_some_and(|to| at <= to)
    }
}

fn marked(reading: &Reading, mark: &Mark) -> El {
    let (link, label) = (reading.link(mark.at), mark.label.clone());
    let place = el("p");
    match &mark.slides {
        None => place.class("transcript__chapter").child(link.child(label)),
        Some(address) => place
            .class("transcript__slide")
            .child(link.child(mark.at.to_string()))
            .child(reading.shown)
            .child(el("a").attr("href", address.clone()).child(label)),
    }
}

/// A paragraph. The name is left out if the same person goes on.
fn paragraph(
    reading: &Reading,
    voice: Option<&str>,
    sentences: &[Sentence<'_>],
    goes_on: bool,
) -> El {
    let known = voice.and_then(|who| reading.speaker(who));
    let cited = known.map(|known| known.cited.clone());
    let cited = cited.or_else(|| voice.map(str::to_owned));
    let who = voice.filter(|_| !goes_on).map(|who| {
        let who = who.to_owned();
        match known.and_then(|known| known.talks.clone()) {
            Some(talks) => el("a").attr("href", talks).child(who),
            None => el("span").child(who),
        }
    });
    let who = who.map(|who| who.class("turn__who"));
    let begin = sentences.first().and_then(|it| it.at);
    let time = begin.map(|at| reading.link(at).class("turn__at").child(at.to_string()));
    let head = (time.is_some() || who.is_some()).then(|| {
        el("p")
            .class("turn__head")
            .child(time)
            .child(" ")
            .child(who)
    });
    let text: String = sentences.iter().map(|it| it.text).collect();
    let sentences = sentences.iter().map(|sentence| {
        el("span")
            .class("turn__sentence")
            .attr("data-at", sentence.at.map(|at| at.0))
            .attr("data-end", sentence.end.map(|end| end.0))
            .child(format!("{} ", sentence.text))
    });
    let words = el("p")
        .class("turn__text")
        .attr("lang", reading.language.as_str().to_owned())
        .attr("dir", direction(&text, &reading.language))
        .children(sentences);
    el("div")
        .class("turn")
        .attr("data-who", cited)
        .attr("data-voice", voice.map(str::to_owned))
        .child(head)
        .child(words)
}

#[cfg(test)]
mod tests;
