//! Reads programme items of all formats, which mostly use the same field names.

use nachlese_event::{
    Kind, LanguageTag, LocalizedText, Recording, RecordingStatus, Talk, TalkId, TalkStatus,
    problem::Finding,
};
use nachlese_reader::{
    cursor::{Fields, Node},
    json::Json,
};

use super::{
    identity::{Identity, identity},
    kind::kind,
    link::{LinkKind, Media, address, page_link},
    markdown,
    person::participants,
    programme::Programme,
    slot::{Slot, times},
    spoken,
    status::{Standing, is_status, said_in_title, standing},
    times::Times,
    value::{Texts, is_true, join, one_line, short, texts, word},
};

/// Reads an item. An item without a title is left out.
pub(super) fn talk(node: Node<'_>, slot: Slot<'_>, programme: &mut Programme) {
    programme.entries += 1;
    if let Some((talk, identity, times)) = node.object(|fields| read(fields, slot, programme)) {
        programme.talks.push(talk);
        programme.identities.push(identity);
        programme.times.push(times);
    }
}

/// Reads the fields of an item. Returns `None` if it has no title, or never belonged to the
/// programme.
pub(super) fn read(
    fields: &Fields<'_>,
    slot: Slot<'_>,
    programme: &mut Programme,
) -> Option<(Talk, Identity, Times)> {
    // Fields about the planning of the programme, not about the talk.
    fields.any(&["isInformed", "isConfirmed", "updated"]);
    let standing = match standing(fields) {
        Standing::Listed(status) => status,
        Standing::Proposed(node, state) => {
            programme.entries -= 1;
            programme.note_not_accepted(&node, &state);
            fields.ignore_rest();
            return None;
        }
    };
    let language = language(fields);
    let (title, said) = title(fields);
    let status = standing.or(said);
    let summary = summary(fields);
    let times = times(fields, slot, programme);
    let room = fields.any(&["room", "roomId", "LOCATION"]);
    let room = room.and_then(|room| programme.named("room", room));
    let room = room.or_else(|| slot.room.map(LocalizedText::plain));
    let (identity, guid) = identity(fields, title.as_ref());
    let mut talk = Talk {
        kind: fields
            .any(&["type", "slot_type"])
            .and_then(short)
            .map_or(Kind::Talk, |it| kind(&it)),
        topic: None,
        summary,
        people: participants(fields, programme),
        track: fields
            .get("track")
            .and_then(|track| programme.named("track", track)),
        tags: tags(fields, programme),
        // Set later, when all times are known.
        start: None,
        duration: None,
        room,
        status,
        recording: None,
        slides: Vec::new(),
        links: Vec::new(),
        language,
        guid,
        // Until all are known.
        id: TalkId::new("talk").ok()?,
        title,
    };
    media(fields, programme, &mut talk);
    categories(fields, programme, &mut talk);
    if fields.get("isServiceSession").is_some_and(is_true) {
        talk.kind = Kind::Break;
    }
    if talk.title.is_none() {
        fields.node.report(Finding::MissingField { field: "title" });
        return None;
    }
    Some((talk, identity, times))
}

/// The title, without a word before or after it that says what became of the item.
fn title(fields: &Fields<'_>) -> (Option<LocalizedText>, Option<TalkStatus>) {
    let title = fields.any(&["title", "SUMMARY", "name"]);
    let mut title = title.map_or_else(Texts::new, |node| texts(node, one_line));
    let mut said = None;
    for (_, text) in &mut title {
        if let Some((status, rest)) = said_in_title(text) {
            said = Some(status);
            *text = rest.to_owned();
        }
    }
    let subtitle = fields.get("subtitle").filter(|node| !is_status(*node));
    let subtitle = subtitle.map_or_else(Texts::new, |node| texts(node, one_line));
    let joined = join(title, subtitle, |title, subtitle| {
        // After a title that ends in „?“ or „:“, no separator is needed.
        let colon = if title.ends_with(['?', '!', ':', '.', '–']) {
            ""
        } else {
            ":"
        };
        format!("{title}{colon} {subtitle}")
    });
    (LocalizedText::of_variants(joined), said)
}

/// Abstract and description, as paragraphs of plain text.
fn summary(fields: &Fields<'_>) -> Option<LocalizedText> {
    let read = |names| {
        let node = fields.any(names);
        node.map_or_else(Texts::new, |node| texts(node, markdown::plain))
    };
    // If the text is missing, the same text as HTML is used.
    let calendar = ["DESCRIPTION", "STYLED-DESCRIPTION", "X-ALT-DESC"];
    let all: [&[_]; 3] = [&["abstract"], &["description"], &calendar];
    let [short, long, calendar] = all.map(read);
    let together = |before: &str, after: &str| {
        if before.contains(after) {
            before.to_owned()
        } else if after.starts_with(before) {
            after.to_owned()
        } else {
            format!("{before}\n\n{after}")
        }
    };
    LocalizedText::of_variants(join(join(short, long, together), calendar, together))
}

/// The spoken language, or the first one of several.
fn language(fields: &Fields<'_>) -> Option<LanguageTag> {
    let node = fields.any(&["language", "content_locale"])?;
    let text = word(node)?;
    let mut words = text
        .split([',', ';', '/', ' '])
        .filter(|word| !word.is_empty());
    let first = spoken::tag(words.next()?);
    if words.next().is_some() {
        node.skip();
    }
    if first.is_none() {
        node.report(Finding::InvalidLanguage { value: text });
    }
    first
}

fn tags(fields: &Fields<'_>, programme: &Programme) -> Vec<LocalizedText> {
    let mut tags = Vec::new();
    let mut add = |node: Node<'_>| tags.extend(programme.named("tag", node));
    fields.members("tags", "tag", &mut add);
    fields.each("CATEGORIES", &mut add);
    tags
}

/// Sessionize's categories, which organisers name themselves: track, format, language; all others
/// are tags.
fn categories(fields: &Fields<'_>, programme: &Programme, talk: &mut Talk) {
    let Some(Json::List(_)) = fields.get("categoryItems").map(|node| node.json) else {
        return;
    };
    let mut has_kind = false;
    fields.members("categoryItems", "", &mut |node| {
        let Some(key) = word(node) else { return };
        let text = |label: &LocalizedText| label.variants().next().map(|(_, text)| text.to_owned());
        // A talk has one track, one kind and one language. Others become tags.
        if let Some(track) = programme.label("track", &key) {
            match talk.track {
                None => talk.track = Some(track.clone()),
                Some(_) => talk.tags.push(track.clone()),
            }
        } else if let Some(format) = programme.label("kind", &key) {
            match text(format).filter(|_| !has_kind) {
                Some(word) => talk.kind = kind(&word),
                None => talk.tags.push(format.clone()),
            }
            has_kind = true;
        } else if let Some(language) = programme.label("language", &key) {
            match text(language).filter(|_| talk.language.is_none()) {
                Some(name) => talk.language = spoken::tag(&name),
                None => talk.tags.push(language.clone()),
            }
        } else if let Some(label) = programme.label("tag", &key) {
            talk.tags.push(label.clone());
        } else {
            node.skip();
        }
    });
}

/// Fields that contain the address of a recording.
const RECORDINGS: &[&str] = &[
    "video_download_url",
    "video_url",
    "recording_url",
    "recordingUrl",
];

/// Recording, slides and links.
fn media(fields: &Fields<'_>, programme: &Programme, talk: &mut Talk) {
    let mut media = Media::default();
    let mut is_withheld = fields.get("do_not_record").is_some_and(is_true);
    let mut licence = fields.get("recording_license").and_then(short);
    if let Some(recording) = fields.get("recording") {
        if recording.as_str().is_some() {
            media.read(recording, LinkKind::Link, programme.base.as_ref());
        } else {
            recording.object(|fields| {
                is_withheld |= fields.get("optout").is_some_and(is_true);
                licence = fields.any(&["license", "licence"]).and_then(short);
                media.read(fields.get("url")?, LinkKind::Link, programme.base.as_ref());
                Some(())
            });
        }
    }
    for name in RECORDINGS {
        if let Some(node) = fields.get(name) {
            media.read(node, LinkKind::Link, programme.base.as_ref());
        }
    }
    let mut link = |node: Node<'_>| media.read(node, LinkKind::Link, programme.base.as_ref());
    fields.members("links", "link", &mut link);
    fields.each("CONFERENCE", &mut link);
    let mut attachment =
        |node: Node<'_>| media.read(node, LinkKind::Attachment, programme.base.as_ref());
    fields.members("attachments", "attachment", &mut attachment);
    fields.members("resources", "resource", &mut attachment);
    fields.each("ATTACH", &mut attachment);

    let page = fields
        .any(&["url", "URL"])
        .and_then(|url| address(url, programme.base.as_ref()));
    talk.links = page.map(page_link).into_iter().collect();
    talk.links.append(&mut media.links);
    talk.slides = std::mem::take(&mut media.slides);
    let spoken = talk.language.clone();
    let captions = media.captions(&spoken.unwrap_or_else(|| programme.likely_language()));
    let is_told = is_withheld || licence.is_some();
    if is_told || !media.sources.is_empty() || !captions.is_empty() {
        let (status, sources, captions) = if is_withheld {
            // If publication was refused, nothing is published, whatever the file links to.
            if !media.sources.is_empty() {
                fields.get("links").inspect(Node::skip);
            }
            (RecordingStatus::Withheld, Vec::new(), Vec::new())
        } else if media.sources.is_empty() {
            (RecordingStatus::Unknown, Vec::new(), captions)
        } else {
            (RecordingStatus::Released, media.sources, captions)
        };
        talk.recording = Some(Recording {
            status,
            sources,
            captions,
            licence,
            ..Recording::default()
        });
    }
}
