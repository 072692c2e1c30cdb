//! What is wrong with a file that an event names, and with what the event says about it.

use nachlese_event::{
    LanguageTag, Seconds, Speech,
    problem::{JsonPath, Severity},
};

use super::{
    size::Use,
    unreachable::{Kind, Unreachable},
};
use crate::text::prelude::*;

/// Something that is wrong, and its place.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct FaultyFile {
    /// Where the event's file says something about it, for example its address.
    pub(super) path: JsonPath,
    /// The path of the file, as written in the event. Empty if it is about no single file.
    pub(super) file: String,
    pub(super) fault: Fault,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It does not exist.
    Missing,
    /// It is larger than it should be, with its size in bytes.
    TooLarge(Use, u64),
    /// Captions in this encoding, as a guess. UTF-8 if only some characters cannot be read.
    NotUtf8(&'static str),
    /// Captions without words.
    NoWords,
    /// A recording is published, but the event does not say when. Without `uploadDate`, Google
    /// shows no video
    /// (<https://developers.google.com/search/docs/appearance/structured-data/video>, read on
    /// 2026-11-29).
    Undated,
    /// Captions go on after the end.
    PastEnd { until: Seconds, end: End },
    /// Times of captions are not in order. The first of these.
    OutOfOrder(Seconds),
    /// Captions whose times cannot be read: the line of the first, and how many.
    Lost { line: usize, count: usize },
    /// The file says that it is in another language than the event says.
    OtherLanguage {
        stated: LanguageTag,
        found: LanguageTag,
    },
    /// The captions in this language are the same file.
    Repeated(LanguageTag),
    /// Somebody speaks in captions whom the event does not know, and whom it probably means.
    UnknownVoice {
        name: String,
        suggestion: Option<String>,
    },
    /// A chapter begins before the one above it.
    ChapterOutOfOrder { start: Seconds, before: Seconds },
    /// A chapter begins after the end.
    ChapterPastEnd { start: Seconds, end: End },
    /// There are no chapters in the file that should have them.
    NoChapters,
    /// Something leads to a position after the end.
    PositionPastEnd { at: Seconds, end: End },
    /// A quotation is said at another second.
    QuoteElsewhere { at: Seconds, found: Seconds },
    /// A quotation is not said at all. What is said instead, if it is known when.
    QuoteNotSaid {
        said: Option<(Seconds, String)>,
        /// Whether a machine wrote the captions.
        is_automatic: bool,
    },
    /// A film has neither an audio description nor a text that stands in for it.
    NotDescribed,
    /// Something on another host is not there for readers.
    Unreachable(Kind, Unreachable),
}

/// Where something ends, and how that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// The longest of the recording's files.
    OfFile(Seconds),
    /// The talk took so long. Its recording may be longer.
    OfTalk(Seconds),
}

impl FaultyFile {
    /// How bad it is.
    pub(crate) fn severity(&self) -> Severity {
        match self.fault {
            Fault::Undated
            | Fault::OutOfOrder(_)
            | Fault::ChapterOutOfOrder { .. }
            | Fault::UnknownVoice {
                suggestion: None, ..
            }
            | Fault::QuoteNotSaid {
                is_automatic: true, ..
            } => Severity::Note,
            Fault::Unreachable(_, ref why) if why.may_pass() => Severity::Note,
            Fault::TooLarge(it, _) if it != Use::Captions => Severity::Note,
            _ => Severity::Warning,
        }
    }

    /// Where it is in the event's file.
    pub(crate) fn path(&self) -> &JsonPath {
        &self.path
    }

    /// The stable code, in kebab-case.
    pub(crate) fn code(&self) -> &'static str {
        match self.fault {
            Fault::Missing => "file-missing",
            Fault::TooLarge(..) => "file-too-large",
            Fault::NotUtf8(_) => "captions-not-utf-8",
            Fault::NoWords => "captions-without-words",
            Fault::Undated => "published-missing",
            Fault::PastEnd { .. } => "captions-past-end",
            Fault::OutOfOrder(_) => "captions-out-of-order",
            Fault::Lost { .. } => "captions-lost",
            Fault::OtherLanguage { .. } => "captions-other-language",
            Fault::Repeated(_) => "captions-repeated",
            Fault::UnknownVoice { .. } => "unknown-voice",
            Fault::ChapterOutOfOrder { .. } => "chapter-out-of-order",
            Fault::ChapterPastEnd { .. } => "chapter-past-end",
            Fault::NoChapters => "chapters-unreadable",
            Fault::PositionPastEnd { .. } => "position-past-end",
            Fault::QuoteElsewhere { .. } => "quote-elsewhere",
            Fault::QuoteNotSaid { .. } => "quote-not-said",
            Fault::NotDescribed => "film-not-described",
            Fault::Unreachable(_, Unreachable::Private) => "recording-not-public",
            Fault::Unreachable(_, ref why) if why.may_pass() => "no-answer",
            Fault::Unreachable(..) => "link-broken",
        }
    }

    /// What is wrong, and what to do about it.
    pub(crate) fn sentences(&self, speech: Speech) -> (String, String) {
        let file = &self.file;
        match &self.fault {
            Fault::Missing => (
                speech.file_missing(file),
                speech.file_missing_help().to_owned(),
            ),
            Fault::TooLarge(it, size) => (
                speech.larger_than_it_should_be(file, *it, *size),
                speech.larger_help(*it).to_owned(),
            ),
            Fault::NotUtf8(encoding) => (
                speech.captions_not_utf8(file, encoding),
                speech.captions_not_utf8_help().to_owned(),
            ),
            Fault::NoWords => (
                speech.captions_without_words(file),
                speech.captions_without_words_help().to_owned(),
            ),
            Fault::Undated => (
                speech.published_missing().to_owned(),
                speech.published_missing_help().to_owned(),
            ),
            Fault::PastEnd { until, end } => (
                speech.captions_past_end(file, *until, *end),
                speech.captions_past_end_help().to_owned(),
            ),
            Fault::OutOfOrder(at) => (
                speech.captions_out_of_order(file, *at),
                speech.captions_out_of_order_help().to_owned(),
            ),
            Fault::Lost { line, count } => (
                speech.captions_lost(file, *line, *count),
                speech.captions_lost_help().to_owned(),
            ),
            Fault::OtherLanguage { stated, found } => (
                speech.captions_other_language(file, stated, found),
                speech.captions_other_language_help(stated, found),
            ),
            Fault::Repeated(language) => (
                speech.captions_repeated(file, language),
                speech.captions_repeated_help().to_owned(),
            ),
            Fault::UnknownVoice { name, suggestion } => (
                speech.unknown_voice(file, name),
                speech.unknown_voice_help(suggestion.as_deref()),
            ),
            Fault::ChapterOutOfOrder { start, before } => (
                speech.chapter_out_of_order(*start, *before),
                speech.chapter_out_of_order_help().to_owned(),
            ),
            Fault::ChapterPastEnd { start, end } => (
                speech.chapter_past_end(*start, *end),
                speech.chapter_past_end_help().to_owned(),
            ),
            Fault::NoChapters => (
                speech.chapters_unreadable(file),
                speech.chapters_unreadable_help().to_owned(),
            ),
            Fault::PositionPastEnd { at, end } => (
                speech.position_past_end(*at, *end),
                speech.position_past_end_help().to_owned(),
            ),
            Fault::QuoteElsewhere { at, found } => (
                speech.quote_elsewhere(*at, *found),
                speech.quote_elsewhere_help(*found),
            ),
            Fault::QuoteNotSaid { said, is_automatic } => (
                speech.quote_not_said(said.as_ref(), *is_automatic),
                speech.quote_not_said_help(*is_automatic).to_owned(),
            ),
            Fault::NotDescribed => (
                speech.film_not_described().to_owned(),
                speech.film_not_described_help().to_owned(),
            ),
            Fault::Unreachable(kind, why) => (
                speech.unreachable(file, why),
                speech.unreachable_help(*kind, why).to_owned(),
            ),
        }
    }
}
