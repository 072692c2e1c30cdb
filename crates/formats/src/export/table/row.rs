//! An item as the cells of a row.

use nachlese_event::{LanguageTag, Link, LocalizedText, Part, Person, Talk};

use crate::export::{Edition, edition::released};

/// The cells, in the order of the headings.
pub(super) fn row(edition: &Edition<'_>, talk: &Talk, languages: &[&LanguageTag]) -> Vec<String> {
    let line = |text: &Option<LocalizedText>| {
        text.as_ref()
            .map(|text| edition.line(text))
            .unwrap_or_default()
    };
    let (date, start) = match talk.start {
        Some(start) => {
            let time = start.time();
            (
                start.date().to_string(),
                format!("{:02}:{:02}", time.hour(), time.minute()),
            )
        }
        None => Default::default(),
    };
    let minutes = talk
        .duration
        .map(|length| length.0.div_ceil(60).to_string());
    let tags: Vec<_> = talk.tags.iter().map(|tag| edition.line(tag)).collect();
    let recording = released(talk);
    let sources = recording.map(|it| &it.sources[..]).unwrap_or_default();
    let videos = sources
        .iter()
        .filter_map(|source| edition.video_address(source));
    let status = talk
        .status
        .map(|status| edition.speech.talk_status(status).to_owned());
    let mut cells = vec![
        talk.id.to_string(),
        edition.called(talk),
        date,
        start,
        end(edition, talk),
        minutes.unwrap_or_default(),
        line(&talk.room),
        line(&talk.track),
        edition.speech.kind(&talk.kind).to_owned(),
        status.unwrap_or_default(),
        edition.spoken(talk).as_str().to_owned(),
        people(edition, talk, |part| part != Part::Moderator),
        people(edition, talk, |part| part == Part::Moderator),
        edition.some_text(talk.summary.as_ref()).unwrap_or_default(),
        tags.join(", "),
        videos.collect::<Vec<_>>().join(" "),
        addresses(edition, &talk.slides),
        addresses(edition, &talk.links),
        edition.site.talk_page(&talk.id).unwrap_or_default(),
    ];
    for tag in languages {
        for text in [&talk.title, &talk.summary] {
            cells.push(
                text.as_ref()
                    .map(|text| in_language(edition, text, tag))
                    .unwrap_or_default(),
            );
        }
    }
    cells
}

/// When it ended: with the day, if that is another one.
fn end(edition: &Edition<'_>, talk: &Talk) -> String {
    let end = edition.end(talk).map(|end| end.wall);
    let (Some(start), Some(end)) = (talk.start, end) else {
        return String::new();
    };
    let clock = format!("{:02}:{:02}", end.hour(), end.minute());
    if end.date() == start.date() {
        clock
    } else {
        format!("{} {clock}", end.date())
    }
}

/// The names of those with some parts. What separates names in a cell cannot be in one.
fn people(edition: &Edition<'_>, talk: &Talk, has: impl Fn(Part) -> bool) -> String {
    let people = edition.people(talk).into_iter();
    let names = people
        .filter(|(_, part)| has(*part))
        .map(|(person, _)| named(edition, person));
    names.collect::<Vec<_>>().join("; ")
}

fn named(edition: &Edition<'_>, person: &Person) -> String {
    let name = plain(&edition.name(person));
    let line = |text: &Option<LocalizedText>| {
        let text = text.as_ref().map(|text| edition.line(text));
        text.filter(|text| !text.contains([';', '|', '(', ')', '[', ']']))
    };
    match (line(&person.role_at_event), line(&person.organization)) {
        (Some(role), Some(organization)) if !role.contains(',') => {
            format!("{name} ({role}, {organization})")
        }
        (None, Some(organization)) if !organization.contains(',') => {
            format!("{name} ({organization})")
        }
        _ => name,
    }
}

fn plain(name: &str) -> String {
    name.replace([';', '|'], ",")
}

fn addresses(edition: &Edition<'_>, links: &[Link]) -> String {
    let known = links
        .iter()
        .filter_map(|link| edition.site.asset(&link.url));
    known.collect::<Vec<_>>().join(" ")
}

/// A text in exactly this language, if it has several.
fn in_language(edition: &Edition<'_>, text: &LocalizedText, tag: &LanguageTag) -> String {
    let is_several = text.variants().count() > 1;
    let mut variants = text
        .variants()
        .filter(|(own, _)| is_several && *own == Some(tag));
    let found = variants.next();
    found
        .map(|(_, text)| super::super::plain::plain(text, edition.site))
        .unwrap_or_default()
}
