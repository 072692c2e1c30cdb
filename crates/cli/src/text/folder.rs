//! The sentences about what is in the way in a folder.

use easy_ext::ext;
use nachlese_event::Speech;

use crate::folder::Obstacle;

/// Sentences about links and what else is no file.
#[ext(FolderText)]
impl Speech {
    /// That something is passed over, why, and what to do.
    pub(crate) fn passed_over(self, obstacle: Obstacle) -> &'static str {
        match obstacle {
            Obstacle::Nothing => self.pick(
                "Hier ist keine Datei, oder der Verweis führt zu keiner. Der Eintrag wird \
                 übergangen. Entfernen Sie ihn oder legen Sie die Datei an.",
                "There is no file here, or the link leads to none. The entry is skipped. Remove \
                 it, or put the file there.",
            ),
            Obstacle::Outside => self.pick(
                "Dieser Verweis führt aus dem Ordner hinaus. Was dort liegt, wird weder gelesen \
                 noch geschrieben. Ersetzen Sie den Verweis durch eine Kopie.",
                "This link leads out of the folder. What is there is neither read nor written. \
                 Replace the link by a copy.",
            ),
            Obstacle::Special => self.pick(
                "Das ist keine gewöhnliche Datei, sondern etwa eine Pipe oder ein Gerät. Der \
                 Eintrag wird übergangen. Entfernen Sie ihn.",
                "This is not a regular file but, for example, a pipe or a device. The entry is \
                 skipped. Remove it.",
            ),
            Obstacle::Endless => self.pick(
                "Dieser Verweis führt in einen Ordner, in dem er selbst liegt. Er wird \
                 übergangen. Entfernen Sie ihn.",
                "This link leads to a folder that contains it. It is not followed. Remove it.",
            ),
        }
    }

    /// That something that is needed is not used, and what to do.
    pub(crate) fn refused(self, obstacle: Obstacle) -> &'static str {
        match obstacle {
            Obstacle::Nothing | Obstacle::Endless => self.pick(
                "Dieser Verweis führt zu keiner Datei. Legen Sie die Datei selbst hierher.",
                "This link leads to no file. Put the file itself here.",
            ),
            Obstacle::Outside => self.pick(
                "Dieser Pfad führt aus dem Ordner hinaus. Dort wird weder gelesen noch \
                 geschrieben. Legen Sie die Datei selbst in den Ordner.",
                "This path leads out of the folder. Nothing is read or written there. Put the \
                 file itself into the folder.",
            ),
            Obstacle::Special => self.pick(
                "Das ist keine gewöhnliche Datei, sondern etwa eine Pipe oder ein Gerät. Legen \
                 Sie eine Datei an ihre Stelle.",
                "This is not a regular file but, for example, a pipe or a device. Put a file in \
                 its place.",
            ),
        }
    }

    /// That files are missing in the result, at least one.
    pub(crate) fn unwritten(self, count: usize) -> String {
        self.pick(
            format!(
                "Nicht geschrieben, weil ein solcher Eintrag an ihrer Stelle steht: {count} \
                 Dateien."
            ),
            format!("Not written, because such an entry is in their place: {count} files."),
        )
    }
}
