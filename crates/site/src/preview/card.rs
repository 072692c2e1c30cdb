//! What stands on a picture, and where.

use nachlese_event::{Event, LanguageTag, Speech, Talk, date};

use super::{
    drawing::{Anchor, Drawing, EDGE, LINE, STRIP, height},
    fonts::{Fonts, Role},
    lines::{Block, TextBox, fit},
};
use crate::{
    palette,
    words::{broken, joined, people, spoken},
};

/// The words of a picture; any may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Card {
    kicker: String,
    /// With soft hyphens.
    title: String,
    /// With soft hyphens.
    below: String,
    start: String,
    end: String,
}

/// The width of all text.
const MEASURE: f32 = 1_200.0 - 2.0 * EDGE;

const KICKER: TextBox = TextBox {
    width: MEASURE,
    height: 48.0,
    lines: 1,
    leading: 1.25,
    sizes: &[36.0, 32.0, 28.0],
};
const TITLE: TextBox = TextBox {
    width: MEASURE,
    height: 290.0,
    lines: 4,
    leading: 1.12,
    sizes: &[
        120.0, 112.0, 104.0, 96.0, 88.0, 80.0, 72.0, 64.0, 58.0, 52.0,
    ],
};
const BELOW: TextBox = TextBox {
    width: MEASURE,
    height: 88.0,
    lines: 2,
    leading: 1.35,
    sizes: &[32.0, 29.0, 26.0],
};
const STRIP_BOX: TextBox = TextBox {
    width: MEASURE,
    height: 72.0,
    lines: 2,
    leading: 1.25,
    sizes: &[28.0, 26.0],
};
/// Between the two texts of the strip.
const GAP: f32 = 56.0;

impl Card {
    /// Tells of a whole event.
    pub(super) fn of_event(event: &Event, language: &LanguageTag) -> Self {
        let speech = Speech::of(language);
        let plain = |text| spoken(text, language, event);
        Self {
            kicker: joined([
                event.kind.as_ref().map(plain),
                Some(speech.recap().to_owned()),
            ]),
            title: broken(&event.title, language, event),
            below: event
                .motto
                .as_ref()
                .map_or(String::new(), |motto| broken(motto, language, event)),
            start: event
                .when
                .map_or(String::new(), |when| date::when(&when, speech)),
            end: event
                .host
                .as_ref()
                .map_or(String::new(), |host| broken(&host.name, language, event)),
        }
    }

    /// Tells of a talk.
    pub(super) fn of_talk(event: &Event, talk: &Talk, language: &LanguageTag) -> Self {
        let speech = Speech::of(language);
        let kind = speech.kind(&talk.kind).to_owned();
        let is_ai_generated = talk
            .recording
            .as_ref()
            .is_some_and(|recording| recording.ai_generated);
        let start = talk.start;
        let day = start.map(|start| date::day_or_days(start, talk.end(), speech));
        let day = day.or_else(|| Some(date::day(event.when?.first_day(), speech)));
        Self {
            kicker: match talk.heading() {
                Some(_) => joined([
                    talk.status
                        .map(|status| speech.talk_status(status).to_owned()),
                    Some(kind.clone()),
                    talk.title.is_none().then(|| speech.topic().to_owned()),
                    is_ai_generated.then(|| speech.ai_generated().to_owned()),
                ]),
                None => event
                    .kind
                    .as_ref()
                    .map_or(String::new(), |kind| spoken(kind, language, event)),
            },
            title: talk
                .heading()
                .map_or(kind, |heading| broken(heading, language, event)),
            // Lines end between people, not between first and last name.
            below: people(talk, event)
                .replace(' ', "\u{a0}")
                .replace(",\u{a0}", ", "),
            start: broken(&event.title, language, event),
            end: day.unwrap_or_default(),
        }
    }

    /// Draws the card.
    pub(super) fn svg(&self, fonts: &Fonts) -> String {
        let set = |text: &str, role, space| fit(text, &fonts.ruler(role), space);
        let kicker = set(&self.kicker, Role::Heading, KICKER);
        let title = set(&self.title, Role::Heading, TITLE);
        let below = set(&self.below, Role::Text, BELOW);

        let heights = [
            height(&kicker, KICKER),
            height(&title, TITLE),
            height(&below, BELOW),
        ];
        let gap = |block: &Block, gap: f32| if block.lines.is_empty() { 0.0 } else { gap };
        let (above_title, above_below) = (gap(&kicker, 18.0), gap(&below, 22.0));
        let all = heights.iter().sum::<f32>() + above_title + above_below;
        // A little above the middle: that is where it looks centred.
        let top = ((STRIP - all) * 0.46).max(24.0);

        let mut drawing = Drawing::new(fonts);
        let mut y = top;
        drawing.text(
            &kicker,
            Role::Heading,
            KICKER,
            Anchor::start(y, palette::light("brand-mde-yellow")),
        );
        y += heights[0] + above_title;
        drawing.text(&title, Role::Heading, TITLE, Anchor::start(y, "#FFFFFF"));
        y += heights[1] + above_below;
        drawing.text(
            &below,
            Role::Text,
            BELOW,
            Anchor::start(y, palette::light("neutral-beau-blue-light")),
        );
        self.strip(&mut drawing);
        drawing.finish()
    }

    /// The white strip: at the start what counts more, at the end the rest.
    fn strip(&self, drawing: &mut Drawing<'_>) {
        let fonts = drawing.fonts;
        let [start_width, end_width] = self.shares(fonts);
        let start_box = TextBox {
            width: start_width,
            ..STRIP_BOX
        };
        let end_box = TextBox {
            width: end_width,
            ..STRIP_BOX
        };
        let start = fit(&self.start, &fonts.ruler(Role::Strong), start_box);
        let end = fit(&self.end, &fonts.ruler(Role::Text), end_box);
        let middle = f32::midpoint(STRIP + LINE, 630.0);
        let top = |block: &Block| middle - height(block, STRIP_BOX) / 2.0;
        let anchor = Anchor::start(top(&start), palette::light("brand-mde-blue-x-dark"));
        drawing.text(&start, Role::Strong, STRIP_BOX, anchor);
        let is_end = !self.start.is_empty();
        let anchor = Anchor {
            x: if is_end { 1_200.0 - EDGE } else { EDGE },
            is_end,
            ..Anchor::start(top(&end), palette::light("neutral-grey"))
        };
        drawing.text(&end, Role::Text, STRIP_BOX, anchor);
    }

    /// How wide both texts of the strip may be: as they are if they fit into one line, else the
    /// longer one gives way, but keeps half of it.
    fn shares(&self, fonts: &Fonts) -> [f32; 2] {
        let width = |text: &str, role| {
            fonts.ruler(role).width(&text.replace('\u{ad}', "")) * STRIP_BOX.sizes[0]
        };
        let start = width(&self.start, Role::Strong);
        let end = width(&self.end, Role::Text);
        let both = MEASURE - GAP;
        if start + end <= both {
            [both - end, both - start]
        } else if end <= start {
            let end = end.min(both / 2.0);
            [both - end, end]
        } else {
            let start = start.min(both / 2.0);
            [start, both - start]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{preview::test_fonts::cached_fonts, tests::event};

    #[test]
    fn tells_what_when_and_who() {
        let event = event();
        let german = LanguageTag::german();
        let card = Card::of_event(&event, &german);
        assert_eq!(card.kicker, "Hearing · Rückblick");
        assert_eq!(card.start.replace('\u{a0}', " "), "Freitag, 7. Juni 2024");
        let card = Card::of_talk(&event, &event.talks[0], &LanguageTag::english());
        assert_eq!(
            (card.kicker.as_str(), card.title.as_str()),
            ("Talk", "Size")
        );
        assert_eq!(card.below, "Dr.\u{a0}Ada\u{a0}Example");
        let card = Card::of_talk(&event, &event.talks[1], &german);
        assert_eq!(
            (card.kicker.as_str(), card.title.as_str()),
            ("Hearing", "Marktplatz")
        );
    }

    #[test]
    fn keeps_every_text_within_the_picture() {
        let Some(fonts) = cached_fonts() else { return };
        for text in [
            "",
            "W",
            "<&>\u{0}'\"",
            &"Wort-".repeat(90),
            &"Ein langer Titel ".repeat(30),
            &"M".repeat(900),
            &"漢字".repeat(99),
            "Łódź, Kraków & Gdańsk",
            "\u{202e}שלום",
        ] {
            let card = Card {
                kicker: text.to_owned(),
                title: text.to_owned(),
                below: text.to_owned(),
                start: text.to_owned(),
                end: text.to_owned(),
            };
            let options = resvg::usvg::Options {
                fontdb: std::sync::Arc::clone(fonts.database()),
                ..Default::default()
            };
            let tree = resvg::usvg::Tree::from_str(&card.svg(&fonts), &options).unwrap();
            for node in tree.root().children() {
                let resvg::usvg::Node::Text(text) = node else {
                    continue;
                };
                let drawn = text.abs_bounding_box();
                assert!(
                    drawn.left() >= EDGE - 6.0 && drawn.right() <= 1_200.0 - EDGE + 6.0,
                    "{drawn:?}"
                );
                assert!(drawn.top() >= 0.0 && drawn.bottom() <= 630.0, "{drawn:?}");
            }
        }
    }
}
