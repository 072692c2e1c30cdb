//! What an event's recordings have in common.

use nachlese_event::{Recording, RecordingStatus};

use super::Catalogue;

impl Catalogue {
    /// The common status of all recordings, if none can be played here and all have the same
    /// status.
    #[must_use]
    pub fn common_status(&self) -> Option<RecordingStatus> {
        *self.common_status.get_or_init(|| {
            let talks = self.event.talks.iter();
            let all: Vec<_> = talks.filter_map(|talk| talk.recording.as_ref()).collect();
            let status = all.first()?.status;
            let is_so = |own: &&Recording| !own.is_playable() && own.status == status;
            (all.len() > 1 && all.iter().all(is_so)).then_some(status)
        })
    }
}
