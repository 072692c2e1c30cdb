//! The sentences of the command line, as methods of [`Speech`](nachlese_event::Speech).

mod build;
mod bundle;
mod cue;
mod doctor;
mod event_file;
mod export;
mod fix;
mod folder;
mod import;
mod lost;
pub(crate) mod merged;
mod online;
mod prerender;
mod quotation;
mod recorded;
mod spoken;
mod updated;

/// All sentences, as methods of [`Speech`](nachlese_event::Speech).
pub(crate) mod prelude {
    pub(crate) use super::{
        build::BuildText, bundle::BundleText, cue::CueText, doctor::DoctorText,
        event_file::EventFileText, export::ExportText, fix::FixText, folder::FolderText,
        import::ImportText, lost::LostText, online::OnlineText, prerender::PrerenderText,
        quotation::QuotationText, recorded::RecordedText, spoken::SpokenText, updated::UpdateText,
    };
}
