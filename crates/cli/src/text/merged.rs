//! The sentences of `nachlese import --update` about single changes.

use std::collections::BTreeMap;

use nachlese_check::text::item;
use nachlese_event::{Speech, problem::clip, say};
use nachlese_merge::{Change, Item, What};
use serde_json::Value;

/// What things of an event are called.
pub(crate) struct Naming {
    /// The names of people by their ids.
    pub(crate) names: BTreeMap<String, String>,
    pub(crate) speech: Speech,
}

impl Naming {
    /// What was done, in a sentence.
    pub(crate) fn done(&self, change: &Change) -> String {
        let speech = self.speech;
        let place = self.place(change);
        match &change.what {
            What::Added(_) if change.fields.is_empty() => {
                say!(speech, "{place}: neu", "{place}: new")
            }
            What::Added(value) => {
                let value = self.value(value);
                say!(speech, "{place}: {value} (neu)", "{place}: {value} (new)")
            }
            What::Taken { before, now } => {
                let (before, now) = (self.value(before), self.value(now));
                say!(
                    speech,
                    "{place}: {now} statt {before}",
                    "{place}: {now} instead of {before}"
                )
            }
            What::Removed(_) if change.fields.is_empty() => say!(
                speech,
                "{place}: entfernt, weil nicht mehr im Programm",
                "{place}: removed, as it is no longer in the programme"
            ),
            What::Removed(value) => {
                let value = self.value(value);
                say!(
                    speech,
                    "{place}: {value} (entfernt)",
                    "{place}: {value} (removed)"
                )
            }
            _ => say!(
                speech,
                "{place}: nicht mehr im Programm, jetzt als abgesagt gekennzeichnet",
                "{place}: no longer in the programme, now marked as cancelled"
            ),
        }
    }

    /// What is to be decided, and what can be done about it.
    pub(crate) fn open(&self, change: &Change) -> (String, &'static str) {
        let speech = self.speech;
        match &change.what {
            What::Gone => (
                speech
                    .pick(
                        "Dieser Programmpunkt steht nicht mehr im Programm; er bleibt hier stehen",
                        "this item is no longer in the programme; it stays here",
                    )
                    .to_owned(),
                speech.pick(
                    "Ist er ausgefallen, tragen Sie `\"status\": \"cancelled\"` ein. Gehört er nicht hierher, \
                     löschen Sie ihn.",
                    "if it was cancelled, write `\"status\": \"cancelled\"`. If it does not belong here, \
                     delete it.",
                ),
            ),
            What::Translated { languages } => {
                let languages = languages.join("`, `");
                (
                    say!(
                        speech,
                        "Der Text hat sich im Programm geändert; die Fassung in `{languages}` ist noch die alte",
                        "the text changed in the programme; the version in `{languages}` is still the old one"
                    ),
                    speech.pick(
                        "Prüfen Sie, ob sie noch passt.",
                        "check whether it still fits.",
                    ),
                )
            }
            What::OtherLanguage { source } => (
                say!(
                    speech,
                    "Das Programm ist jetzt in der Sprache `{source}`; die der Veranstaltung bleibt",
                    "the programme is now in the language `{source}`; that of the event stays"
                ),
                speech.pick(
                    "Zu tun ist nichts. Texte in der anderen Sprache sind gekennzeichnet.",
                    "there is nothing to do. Texts in the other language are marked.",
                ),
            ),
            What::Differs { source, edited } => (
                self.sides(change, Some(source), edited.as_ref()),
                speech.pick(
                    "Die Datei bleibt, wie sie ist. Übernehmen Sie, was im Programm richtig ist.",
                    "the file stays as it is. Take over what is right in the programme.",
                ),
            ),
            What::Conflict { source, edited } => (
                self.sides(change, source.as_ref(), edited.as_ref()),
                speech.pick(
                    "Beide haben sich geändert; hier bleibt, was von Hand geändert wurde. Hat das Programm \
                     recht, tragen Sie dessen Wert ein.",
                    "both changed; what was edited by hand stays. If the programme is right, write its value.",
                ),
            ),
            _ => (self.done(change), ""),
        }
    }

    /// What both sides say.
    fn sides(&self, change: &Change, source: Option<&Value>, edited: Option<&Value>) -> String {
        let speech = self.speech;
        let what = match &change.item {
            Some(item) if change.fields.is_empty() => self.item(item),
            _ => self.fields(&change.fields),
        };
        let source = source.map(|value| self.value(value));
        let edited = edited.map(|value| self.value(value));
        match (source, edited) {
            (Some(source), Some(edited)) => say!(
                speech,
                "{what}: im Programm {source}, hier {edited}",
                "{what}: {source} in the programme, {edited} here"
            ),
            (Some(source), None) => say!(
                speech,
                "{what}: im Programm {source}, hier gelöscht oder nicht vorhanden",
                "{what}: {source} in the programme, deleted or missing here"
            ),
            (None, edited) => {
                let edited = edited.unwrap_or_default();
                say!(
                    speech,
                    "{what}: nicht mehr im Programm, hier {edited}",
                    "{what}: no longer in the programme, {edited} here"
                )
            }
        }
    }

    /// „3. Programmpunkt, ‚KI im Bürgerbüro‘, Raum“.
    fn place(&self, change: &Change) -> String {
        let fields = self.fields(&change.fields);
        match &change.item {
            Some(item) if change.fields.is_empty() => self.item(item),
            Some(item) => format!("{}, {fields}", self.item(item)),
            None => fields,
        }
    }

    fn item(&self, of: &Item) -> String {
        let title = of.title.as_deref().map(clip);
        let mut lists = ["talks", "people", "playlists", "sections"].into_iter();
        let list = lists.rfind(|list| *list == of.list);
        match (of.number, list, title) {
            (Some(number), Some(list), title) => item(
                &nachlese_check::Item {
                    list,
                    number,
                    title,
                },
                self.speech,
            ),
            (_, _, Some(title)) => say!(self.speech, "„{title}“", "“{title}”"),
            _ => self.fields(std::slice::from_ref(&of.list)),
        }
    }

    fn fields(&self, names: &[String]) -> String {
        let names = names.iter().map(|name| label(name, self.speech));
        names.collect::<Vec<_>>().join(", ")
    }

    fn value(&self, value: &Value) -> String {
        let quoted = |text: &str| {
            let text = clip(&moment(text));
            say!(self.speech, "„{text}“", "“{text}”")
        };
        match value {
            Value::String(text) => quoted(text),
            Value::Array(values) => {
                let shown = values.iter().take(10).map(|value| self.value(value));
                let more = if values.len() > 10 { ", …" } else { "" };
                format!("{}{more}", shown.collect::<Vec<_>>().join(", "))
            }
            Value::Object(fields) => {
                let id = fields.get("person").and_then(Value::as_str);
                if let Some(name) = id.and_then(|id| self.names.get(id)) {
                    return quoted(name);
                }
                let names = ["title", "name", "label", "person", "url", "id"].into_iter();
                let mut known = names.filter_map(|name| fields.get(name));
                match known
                    .next()
                    .or_else(|| fields.values().find(|it| it.is_string()))
                {
                    Some(value) => self.value(value),
                    None => format!("`{}`", clip(&value.to_string())),
                }
            }
            other => format!("`{other}`"),
        }
    }
}

/// A date with its time as people write it; any other text as it is.
fn moment(text: &str) -> String {
    let parts = text.split_once('T').filter(|_| text.len() == 19);
    let time = |time: &str| time.strip_suffix(":00").map(str::to_owned);
    match parts.and_then(|(day, clock)| Some((day, time(clock)?))) {
        Some((day, clock)) if day.len() == 10 => format!("{day} {clock}"),
        _ => text.to_owned(),
    }
}

/// What a field is called.
fn label(name: &str, speech: Speech) -> String {
    let (german, english) = match name {
        "title" => ("Titel", "title"),
        "topic" => ("Thema", "topic"),
        "summary" | "abstract" => ("Zusammenfassung", "summary"),
        "kind" => ("Art", "kind"),
        "start" => ("Beginn", "start"),
        "end" => ("Ende", "end"),
        "date" => ("Tag", "day"),
        "duration" => ("Dauer", "duration"),
        "room" => ("Raum", "room"),
        "track" => ("Reihe", "track"),
        "tags" => ("Schlagwörter", "tags"),
        "people" => ("Beteiligte", "people"),
        "talks" => ("Programm", "programme"),
        "playlists" => ("Playlists", "playlists"),
        "language" => ("Sprache", "language"),
        "status" => ("Status", "status"),
        "recording" => ("Aufzeichnung", "recording"),
        "sources" => ("Videos", "videos"),
        "captions" => ("Untertitel", "captions"),
        "chapters" => ("Kapitel", "chapters"),
        "licence" => ("Lizenz", "licence"),
        "slides" => ("Folien", "slides"),
        "links" => ("Links", "links"),
        "name" => ("Name", "name"),
        "roleAtEvent" => ("Funktion", "role"),
        "organization" => ("Organisation", "organization"),
        "venue" => ("Ort", "venue"),
        "timeZone" => ("Zeitzone", "time zone"),
        other => return format!("`{other}`"),
    };
    speech.pick(german, english).to_owned()
}
