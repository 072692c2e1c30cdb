//! Reads the page's sections.

use nachlese_event::{
    Exhibit, Fact, Figure, LocalizedText, Quote, Section, SectionId, SectionKind, problem::Finding,
};

use super::{
    cursor::{Fields, Node},
    figure::{figure, figure_of},
    ids::Ids,
    json::Json,
    link::link,
    reference::{person_ref, talk_at, talk_ref},
    scalar::{
        boolean, id, label, main, main_label, main_text, report_unknown, string, text, texts,
    },
    talk::unique,
};

/// Reads a section. `number` counts from 1 and becomes the id of sections without one.
pub(super) fn section(node: Node<'_>, number: usize, ids: &mut Ids) -> Option<Section> {
    node.object(|fields| {
        let Some(word) = fields.need("type", |node| known_type(&node)) else {
            fields.ignore_rest();
            return None;
        };
        let heading = main_label(fields, "heading");
        let mut paragraphs = fields.read("paragraphs", texts).unwrap_or_default();
        let before = node.context.count();
        let mut figure = fields.read("figure", figure);
        if word == "text" {
            paragraphs.extend(main(fields, "text"));
        }
        if word == "figure" {
            figure = figure.or_else(|| figure_of(fields));
            if figure.is_none() && node.context.count() == before {
                node.report(Finding::MissingField { field: "figure" });
            }
        }
        let is_empty = heading.is_none() && paragraphs.is_empty();
        let kind = kind(fields, &word, is_empty, figure.as_ref());
        let given = fields.read("id", id::<Section>);
        let kind = kind?;
        let id = match given {
            Some(given) => unique(fields, given, ids),
            None => SectionId::new(&ids.invent(&format!("section-{number}"))).ok()?,
        };
        Some(Section {
            id,
            heading,
            paragraphs,
            figure,
            kind,
        })
    })
}

fn known_type(node: &Node<'_>) -> Option<String> {
    let word = string(*node)?;
    if SectionKind::WORDS.contains(&word.as_str()) {
        return Some(word);
    }
    report_unknown(node, word, SectionKind::WORDS);
    None
}

fn kind(
    fields: &Fields<'_>,
    word: &str,
    is_empty: bool,
    figure: Option<&Figure>,
) -> Option<SectionKind> {
    let talk = |fields: &Fields<'_>| fields.read("talk", talk_ref);
    Some(match word {
        "figure" => {
            if figure.is_none() && is_empty {
                return None;
            }
            SectionKind::Figure
        }
        "gallery" => SectionKind::Gallery {
            figures: fields.need("figures", |node| {
                node.list(self::figure)
                    .filter(|figures| !figures.is_empty())
            })?,
        },
        "quote" => SectionKind::Quote(quote(fields)?),
        "talks" => SectionKind::Talks,
        "panel" => panel(fields),
        "market" => SectionKind::Market {
            talk: talk(fields),
            exhibits: fields.list("exhibits", exhibit),
        },
        "film" => SectionKind::Film {
            talk: fields.need("talk", talk_ref)?,
        },
        "playlist" => SectionKind::Playlist,
        "people" => SectionKind::People,
        "links" => SectionKind::Links {
            links: fields.list("links", link),
        },
        "downloads" => {
            let mut links = fields.list("links", link);
            links.extend(fields.list("downloads", link));
            SectionKind::Downloads { links }
        }
        "facts" => SectionKind::Facts {
            facts: fields.list("facts", fact),
        },
        _ => SectionKind::Text,
    })
}

fn panel(fields: &Fields<'_>) -> SectionKind {
    let (talk, core_message_at) = talk_at(fields, "coreMessageAt");
    let seats = fields.list("seats", person_ref);
    let core_message = main(fields, "coreMessage");
    if core_message_at.is_some() && core_message.is_none() {
        let field = "coreMessage";
        fields.node.report(Finding::MissingField { field });
    }
    SectionKind::Panel {
        talk,
        seats,
        core_message,
        core_message_at,
    }
}

fn quote(fields: &Fields<'_>) -> Option<Quote> {
    let text = fields.need("text", |node| main_text(node, None));
    let person = fields.read("person", person_ref);
    let verbatim = fields.read("verbatim", boolean).unwrap_or_default();
    let (talk, at) = talk_at(fields, "at");
    Some(Quote {
        text: text?,
        person,
        verbatim,
        talk,
        at,
    })
}

fn exhibit(node: Node<'_>) -> Option<Exhibit> {
    if matches!(node.json, Json::String(_)) {
        let title = text(node)?;
        let description = None;
        return Some(Exhibit { title, description });
    }
    node.object(|fields| {
        let title = fields.need("title", text);
        let description = fields.read("description", text);
        Some(Exhibit {
            title: title?,
            description,
        })
    })
}

fn fact(node: Node<'_>) -> Option<Fact> {
    node.object(|fields| {
        let name: Option<LocalizedText> = fields.need("label", label);
        let value = fields.need("value", text);
        Some(Fact {
            label: name?,
            value: value?,
        })
    })
}
