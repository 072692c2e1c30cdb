//! Reads programmes of other programs as events: bytes or text in, event and findings out.
//!
//! Formats are recognised by their content, never by the file name. Specifications, read on
//! 2026-11-24:
//! - schedule.json, version 1 (frab, pretalx, c3 hub) and the draft of version 2 (c3 hub), and
//!   schedule.xml (Pentabarf, frab, pretalx, c3 hub): `validator/` of
//!   <https://github.com/voc/schedule> at 0a403ee;
//! - the JSON of pretalx' widget: `build_data` in `src/pretalx/schedule/models/schedule.py` of
//!   <https://github.com/pretalx/pretalx> at 006a200;
//! - Sessionize's “all” JSON: <https://sessionize.com/playbook/api>, typed in `src/schemas/all.ts`
//!   of <https://github.com/wigsnes/sessionize_api> at 12bc68e;
//! - iCalendar: RFC 5545.
//!
//! If an event has no place for something in the file, a note says so: one per kind of field, with
//! the number of places. Reads no file, no network, no clock. XML parser, encodings and time zones
//! are arguments, because the browser has its own: see [`XmlParser`], [`Decoder`] and
//! [`ZoneRules`].
//!
//! Moments (`Z`, an offset, a zone) are converted here, once, to the clock of the event's zone;
//! see the modules `zones`, `zone`, `moment`, `event_zone` and `times`.

mod calendar;
mod category;
mod clock;
#[cfg(feature = "command")]
mod command;
mod day_time;
mod decoded;
mod event_zone;
mod html;
mod identity;
mod kind;
mod left_out;
mod length;
mod link;
mod lists;
mod markdown;
mod moment;
#[cfg(feature = "encodings")]
mod native_decoder;
#[cfg(feature = "xml")]
mod native_xml;
#[cfg(any(feature = "export", test))]
mod native_zones;
mod people;
mod person;
mod pieces;
mod programme;
mod quoted;
mod schedule;
mod settle;
mod shape;
mod slot;
mod spoken;
mod status;
mod talk;
mod times;
mod unfold;
mod value;
mod windows_zones;
mod xml;
mod zone;
mod zones;

#[cfg(feature = "command")]
pub use command::{
    ImportError, NotSet, add_chapters, add_recordings, decoded_any, file_chapters,
    line_and_heading, locate, read_any, set_recording,
};
pub use decoded::{Decoder, decoded};
#[cfg(feature = "export")]
pub(crate) use link::page_link;
#[cfg(feature = "encodings")]
pub use native_decoder::native_decoder;
#[cfg(feature = "xml")]
pub use native_xml::native_xml;
#[cfg(any(feature = "export", test))]
pub use native_zones::NativeZones;
pub use pieces::PieceWriter;
pub use xml::{Tree, XmlParser};
pub use zones::ZoneRules;

use std::rc::Rc;

use nachlese_event::{Event, problem::Problem};
use nachlese_reader::{
    ParseError,
    context::{Context, Dialect},
    cursor::Node,
    document, event_of,
    json::Json,
    own::{is_calendar, is_lists, is_own, is_schedule, start_of},
};

/// Reads an event of any format: event JSON as [`nachlese_reader::parse`] does, else a format of
/// another program.
///
/// Paths of the findings are those of the file. There are at most about 10,000.
///
/// # Errors
/// [`ParseError`] if the text has none of these formats.
pub fn read(
    text: &str,
    parse_xml: XmlParser,
    zones: impl ZoneRules + 'static,
) -> Result<(Event, Vec<Problem>), ParseError> {
    let zones: Rc<dyn ZoneRules> = Rc::new(zones);
    if is_calendar(text) {
        return in_calendar(text, &zones);
    }
    match told(text, parse_xml, &zones)? {
        Told::Own(json) => own_event(&json, &zones),
        Told::Foreign(event, problems) => Ok((*event, problems)),
    }
}

/// The same for event JSON alone; nothing if the text is of another format.
///
/// # Errors
/// [`ParseError`] if the text has no format at all.
pub fn read_event(
    text: &str,
    zones: impl ZoneRules + 'static,
) -> Result<Option<(Event, Vec<Problem>)>, ParseError> {
    Ok(
        nachlese_reader::own::read_own(text)?.map(|(event, mut problems)| {
            problems.extend(zones::check(&zones, event.time_zone.as_deref()));
            (event, problems)
        }),
    )
}

fn own_event(json: &Json, zones: &Rc<dyn ZoneRules>) -> Result<(Event, Vec<Problem>), ParseError> {
    let (event, mut problems) = event_of(json)?;
    problems.extend(zones::check(&**zones, event.time_zone.as_deref()));
    Ok((event, problems))
}

fn in_calendar(text: &str, zones: &Rc<dyn ZoneRules>) -> Result<(Event, Vec<Problem>), ParseError> {
    let text = start_of(text);
    left_out::has_entries(text)?;
    let tree = calendar::tree(text);
    import(&tree, Dialect::Elements, zones, calendar::calendar)
}

/// The result of reading JSON or XML.
enum Told {
    /// Event JSON, or some other JSON.
    Own(Json),
    /// The event of another program.
    Foreign(Box<Event>, Vec<Problem>),
}

fn told(text: &str, parse_xml: XmlParser, zones: &Rc<dyn ZoneRules>) -> Result<Told, ParseError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let start = text.trim_start();
    if start.starts_with('<') {
        let tree = xml::read(start, parse_xml)?;
        if tree.get("schedule").is_none() {
            return Err(shape::of_xml(&tree));
        }
        return foreign(import(&tree, Dialect::Elements, zones, schedule::schedule));
    }
    told_json(document(text)?, zones)
}

fn told_json(json: Json, zones: &Rc<dyn ZoneRules>) -> Result<Told, ParseError> {
    let reader = if is_schedule(&json) {
        schedule::schedule
    } else if is_lists(&json) {
        lists::lists
    } else {
        return match shape::of_json(&json).filter(|_| !is_own(&json)) {
            Some(error) => Err(error),
            None if shape::says_nothing(&json) => Err(shape::nothing()),
            None => Ok(Told::Own(json)),
        };
    };
    foreign(import(&json, Dialect::Foreign, zones, reader))
}

fn foreign(read: Result<(Event, Vec<Problem>), ParseError>) -> Result<Told, ParseError> {
    read.map(|(event, problems)| Told::Foreign(Box::new(event), problems))
}

fn import(
    document: &Json,
    dialect: Dialect,
    zones: &Rc<dyn ZoneRules>,
    read: fn(Node<'_>, &mut programme::Programme),
) -> Result<(Event, Vec<Problem>), ParseError> {
    let context = Context::of(dialect);
    let mut programme = programme::Programme::new(Rc::clone(zones));
    read(Node::root(document, &context), &mut programme);
    left_out::tell_left_out(document, &mut programme, &context)?;
    let found = document.kind();
    let event = programme.into_event(&context);
    let event = event.ok_or(ParseError::NotAnEvent { found })?;
    Ok((event, context.into_problems()))
}
