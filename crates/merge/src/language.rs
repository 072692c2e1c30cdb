//! The texts of a programme as a file in another language writes them.

use nachlese_event::{Event, LanguageTag, Link, LocalizedText};

/// Writes the texts that other programs give as an event in `language` writes them: plain if they
/// are in that language, else with their own. Else a programme in which most talks have come to be
/// in another language would differ in every text.
pub(crate) fn tell_in(event: &mut Event, language: &LanguageTag) {
    if event.language == *language {
        return;
    }
    let own = std::mem::replace(&mut event.language, language.clone());
    let tell = |text: &mut LocalizedText| {
        let variants = text.variants().map(|(tag, text)| {
            let tag = tag.unwrap_or(&own);
            ((tag != language).then(|| tag.clone()), text.to_owned())
        });
        let variants: Vec<_> = variants.collect();
        let variants = match &variants[..] {
            [(None, _)] => variants,
            _ => variants
                .into_iter()
                .map(|(tag, text)| (Some(tag.unwrap_or_else(|| language.clone())), text))
                .collect(),
        };
        if let Some(told) = LocalizedText::of_variants(variants) {
            *text = told;
        }
    };
    let label = |link: &mut Link| tell(&mut link.label);
    tell(&mut event.title);
    let venue = event.venue.iter_mut();
    venue.for_each(|venue| {
        tell(&mut venue.name);
        venue.address.iter_mut().for_each(tell);
    });
    [&mut event.kind, &mut event.motto, &mut event.summary]
        .into_iter()
        .flatten()
        .for_each(tell);
    event.links.iter_mut().for_each(label);
    for person in &mut event.people {
        let texts = [&mut person.role_at_event, &mut person.organization];
        texts.into_iter().flatten().for_each(tell);
        person.links.iter_mut().for_each(label);
    }
    for talk in &mut event.talks {
        let texts = [&mut talk.title, &mut talk.topic, &mut talk.summary];
        let texts = texts.into_iter().chain([&mut talk.track, &mut talk.room]);
        texts.flatten().chain(&mut talk.tags).for_each(tell);
        talk.links
            .iter_mut()
            .chain(&mut talk.slides)
            .for_each(label);
        // What was spoken in the language of the event names no language.
        if talk.language.is_none() {
            talk.language = Some(own.clone());
        }
        if talk.language.as_ref() == Some(language) {
            talk.language = None;
        }
        let recording = talk.recording.iter_mut();
        recording.for_each(|recording| {
            recording.transcript.iter_mut().for_each(label);
            recording
                .chapters
                .iter_mut()
                .for_each(|chapter| tell(&mut chapter.title));
        });
    }
    for list in &mut event.playlists {
        tell(&mut list.title);
        list.fallback_links.iter_mut().for_each(label);
    }
}
