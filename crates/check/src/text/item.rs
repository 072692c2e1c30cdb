//! What people call an item of the event's lists.

use nachlese_event::{Speech, problem::clip, say};

use crate::Item;

/// „4. Vortrag, ‚KI im Bürgerbüro‘“.
#[must_use]
pub fn item(item: &Item, speech: Speech) -> String {
    let number = item.number;
    let word = match item.list {
        "talks" => speech.pick("Programmpunkt", "item of the programme"),
        "people" => speech.pick("Person", "person"),
        "playlists" => speech.pick("Playlist", "playlist"),
        _ => speech.pick("Abschnitt", "section"),
    };
    let name = match speech {
        Speech::German => format!("{number}. {word}"),
        Speech::English => format!("{word} {number}"),
    };
    match &item.title {
        Some(title) => {
            let title = clip(title);
            say!(speech, "{name}, „{title}“", "{name}, “{title}”")
        }
        None => name,
    }
}
