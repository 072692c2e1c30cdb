//! The sentences of `nachlese import --update` about an update as a whole.

use easy_ext::ext;
use nachlese_event::{Speech, say};

/// Sentences about an update as a whole.
#[ext(UpdateText)]
impl Speech {
    /// That the last import was not kept, and what follows from that.
    pub(crate) fn update_without_last(self) -> &'static str {
        self.pick(
            "Es ist nicht bekannt, was zuletzt importiert wurde, und deshalb nicht, wer was geändert hat. \
             Neue Programmpunkte kommen hinein; alles andere bleibt, wie es ist, und was sich \
             unterscheidet, ist aufgeführt. Beim nächsten Mal wird richtig zusammengeführt. Wenn Sie das \
             alte Programm noch haben, nennen Sie es mit `--last`.",
            "It is not known what was imported last, and so not who changed what. New items come in; \
             everything else stays as it is, and what differs is listed. The next update will merge. If \
             you still have the old programme, name it with `--last`.",
        )
    }

    /// That the file is not one of our own.
    pub(crate) fn update_of_no_event(self) -> &'static str {
        self.pick(
            "Das ist keine Veranstaltungsdatei von Nachlese. Nennen Sie mit `-o` die `event.json`, die \
             auf den neuen Stand kommen soll.",
            "This is not an event file of Nachlese. Use `-o` to name the `event.json` to bring up to date.",
        )
    }

    /// That the kept import cannot be read.
    pub(crate) fn update_last_damaged(self) -> &'static str {
        self.pick(
            "Hier steht, was zuletzt importiert wurde, aber die Datei ist nicht lesbar. Nennen Sie das alte \
             Programm mit `--last`. Wenn Sie es nicht haben, löschen Sie diese Datei; dann kommen nur neue \
             Programmpunkte hinein.",
            "This file says what was imported last, but it cannot be read. Name the old programme with \
             `--last`. If you do not have it, delete this file; then only new items come in.",
        )
    }

    /// That the target is a pipe or a terminal.
    pub(crate) fn update_of_no_file(self) -> &'static str {
        self.pick(
            "Mit --update muss hier eine Datei stehen, die es schon gibt.",
            "With --update, this must be a file that exists.",
        )
    }

    /// How many changes are not listed.
    pub(crate) fn update_more(self, count: usize) -> String {
        say!(
            self,
            "… und {count} weitere. Mit --all stehen alle hier.",
            "… and {count} more. With --all, all of them are listed."
        )
    }

    /// How much was done, and how much is to be decided.
    pub(crate) fn update_summary(self, done: usize, open: usize, is_dry: bool) -> String {
        let changes = match done {
            0 => self.pick("nichts geändert", "nothing changed").to_owned(),
            1 => self.pick("1 Änderung", "1 change").to_owned(),
            _ => say!(self, "{done} Änderungen", "{done} changes"),
        };
        let open = match open {
            0 => String::new(),
            _ => say!(self, ", {open} zu prüfen", ", {open} to look at"),
        };
        let dry = self.pick(
            " (Probe, nichts geschrieben)",
            " (dry run, nothing written)",
        );
        let dry = if is_dry { dry } else { "" };
        format!("{changes}{open}{dry}")
    }
}
