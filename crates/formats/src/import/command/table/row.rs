//! Writes a row of a table as an item with the fields of a programme.

use nachlese_event::{
    Speech,
    problem::{Finding, Problem},
};
use nachlese_reader::json::Json;

use super::{cells::Row, columns::Plan, field::Field, place::at_cell, when::Times};
use crate::{
    import::command::rows::{object, text},
    text::FormatText,
};

/// Fields of an item that are one text, and the columns that they come from.
const TEXTS: &[(&str, Field)] = &[
    ("id", Field::Id),
    ("title", Field::Title),
    ("subtitle", Field::Subtitle),
    ("abstract", Field::Abstract),
    ("description", Field::Description),
    ("room", Field::Room),
    ("track", Field::Track),
    ("type", Field::Kind),
    ("language", Field::Language),
    ("status", Field::Status),
];

/// The columns that a field of an item comes from.
pub(super) fn fields_of(json: &str) -> &'static [Field] {
    match json {
        "start" => &[Field::Start, Field::Date],
        "end" => &[Field::End, Field::EndDate, Field::Start],
        "duration" => &[Field::Duration],
        "tags" => &[Field::Tags],
        "links" => &[Field::Recording, Field::Link],
        "attachments" => &[Field::Slides],
        "url" => &[Field::Page],
        "id" => &[Field::Id],
        "title" => &[Field::Title],
        "subtitle" => &[Field::Subtitle],
        "abstract" => &[Field::Abstract],
        "description" => &[Field::Description],
        "room" => &[Field::Room],
        "track" => &[Field::Track],
        "type" => &[Field::Kind],
        "language" => &[Field::Language],
        "status" => &[Field::Status],
        _ => &[],
    }
}

/// Writes a row.
pub(super) fn item(plan: &Plan, row: &Row, times: Times, problems: &mut Vec<Problem>) -> Json {
    let mut fields: Vec<(&'static str, Json)> = Vec::new();
    for (name, field) in TEXTS {
        fields.push((name, text_of(plan, row, *field)));
    }
    let when = [
        ("start", times.start),
        ("end", times.end),
        ("duration", times.duration),
    ];
    fields.extend(when.map(|(name, told)| (name, told.map_or(Json::Null, Json::String))));
    let tags = words(plan, row, Field::Tags).map(text).collect();
    fields.push(("tags", Json::List(tags)));
    let mut links = addresses(plan, row, Field::Recording, problems);
    links.extend(addresses(plan, row, Field::Link, problems));
    let mut pages = addresses(plan, row, Field::Page, problems).into_iter();
    // The first page is the talk's own, if it is not a video.
    let page = pages.next();
    let is_video = |page: &String| nachlese_reader::provider::video_at(page).is_some();
    match page {
        Some(page) if is_video(&page) => links.push(page),
        Some(page) => fields.push(("url", text(page))),
        None => {}
    }
    links.extend(pages);
    fields.push(("links", Json::List(links.into_iter().map(text).collect())));
    let slides = addresses(plan, row, Field::Slides, problems)
        .into_iter()
        .map(|url| {
            let title = [Speech::German, Speech::English]
                .map(|it| (it.tag().to_owned(), text(it.slides())));
            object([("url", text(url)), ("title", Json::Object(title.into()))])
        });
    fields.push(("attachments", Json::List(slides.collect())));
    object(fields)
}

/// A text, or a text by language.
fn text_of(plan: &Plan, row: &Row, field: Field) -> Json {
    let columns = plan.columns.iter().enumerate();
    let of = |(at, column): (usize, &Option<super::columns::Column>)| {
        let column = column.as_ref().filter(|column| column.field == field)?;
        Some((column.language.clone(), row.text(at)?))
    };
    let texts: Vec<_> = columns.filter_map(of).collect();
    match texts.as_slice() {
        [] => Json::Null,
        [(None, only)] => text(*only),
        several => {
            let own = if plan.is_german { "de" } else { "en" };
            let tag = |language: &Option<nachlese_event::LanguageTag>| {
                language.as_ref().map_or(own, |tag| tag.as_str()).to_owned()
            };
            let by_language = several
                .iter()
                .map(|(language, it)| (tag(language), text(*it)));
            Json::Object(by_language.collect())
        }
    }
}

fn words<'a>(plan: &'a Plan, row: &'a Row, field: Field) -> impl Iterator<Item = &'a str> {
    let cells = plan.columns_of(field).filter_map(|(at, _)| row.text(at));
    let words = cells.flat_map(|cell| cell.split([',', ';', '\n', '|', '#']));
    words.map(str::trim).filter(|word| !word.is_empty())
}

/// The addresses of a row. What is none is reported.
fn addresses(plan: &Plan, row: &Row, field: Field, problems: &mut Vec<Problem>) -> Vec<String> {
    let mut found = Vec::new();
    for (at, heading) in plan.columns_of(field) {
        let Some(cell) = row.text(at) else { continue };
        let words = cell.split(|c: char| c.is_whitespace() || c == ';' || c == '|');
        let mut is_none = true;
        for word in words
            .map(|word| word.trim_end_matches(','))
            .filter(|word| is_address(word))
        {
            is_none = false;
            found.push(word.to_owned());
        }
        if is_none {
            let (field, count) = (cell.chars().take(60).collect(), 1);
            let finding = Finding::NotImported { field, count };
            problems.push(Problem::new(&at_cell(row.line, heading), finding));
        }
    }
    found
}

/// Whether a word is an address or the path of a file, and no word of a sentence.
fn is_address(word: &str) -> bool {
    let has_ending = || {
        let ending = word.rsplit_once('.').map_or("", |(_, ending)| ending);
        word.len() > 4
            && (2..=5).contains(&ending.len())
            && ending.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    word.contains(':') || word.contains('/') || has_ending()
}
