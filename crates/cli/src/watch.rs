//! Waits for changes of events' files.

use std::{
    collections::BTreeSet,
    io,
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, Sender, channel},
    time::Duration,
};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::stage::event_file;

/// Editors write a file in several steps; what follows within this time belongs together.
const TOGETHER: Duration = Duration::from_millis(60);

/// The changes in the folders of some events.
pub(super) struct Changes {
    receiver: Receiver<Message>,
    sender: Sender<Message>,
    _watcher: RecommendedWatcher,
}

/// Ends the waiting, from another thread.
pub(super) struct Stopper(Sender<Message>);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Message {
    Changed,
    Stop,
}

impl Changes {
    /// Begins to look at the folders.
    ///
    /// # Errors
    /// A folder cannot be watched.
    pub(super) fn of(events: &[PathBuf]) -> io::Result<Self> {
        let (sender, receiver) = channel();
        let noticed = sender.clone();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            if event.is_ok_and(|event| is_change(&event)) {
                // The receiver is gone only when the program ends.
                let _ = noticed.send(Message::Changed);
            }
        })
        .map_err(io::Error::other)?;
        for folder in folders(events) {
            watcher
                .watch(&folder, RecursiveMode::Recursive)
                .map_err(io::Error::other)?;
        }
        Ok(Self {
            receiver,
            sender,
            _watcher: watcher,
        })
    }

    /// Waits for the next change; `false` if there will be none.
    pub(super) fn wait(&self) -> bool {
        let mut message = self.receiver.recv();
        while message == Ok(Message::Changed) {
            match self.receiver.recv_timeout(TOGETHER) {
                Ok(next) => message = Ok(next),
                Err(_) => return true,
            }
        }
        false
    }

    /// What ends [`wait`](Self::wait).
    pub(super) fn stopper(&self) -> Stopper {
        Stopper(self.sender.clone())
    }
}

impl Stopper {
    /// Ends the waiting.
    pub(super) fn stop(&self) {
        // Nobody waits any more: good.
        let _ = self.0.send(Message::Stop);
    }
}

/// The folders of the events: an editor replaces a file, and a watched one would be lost.
fn folders(events: &[PathBuf]) -> BTreeSet<PathBuf> {
    let folder = |event: &PathBuf| {
        let file = event_file(event);
        let folder = file.parent().filter(|it| !it.as_os_str().is_empty());
        folder.unwrap_or(Path::new(".")).to_owned()
    };
    events.iter().map(folder).collect()
}

/// Reading is no change. Nor are the files that editors write beside the one that is edited.
fn is_change(event: &Event) -> bool {
    let is_own = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        !name.starts_with('.') && !name.ends_with(['~', '#']) && !name.ends_with(".swp")
    };
    !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(is_own)
}
