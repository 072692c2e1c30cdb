//! What findings about pictures and files say.

use nachlese_event::{
    Speech,
    problem::{Advice, NameFault, clip},
    say,
};

/// Says what is wrong; nothing if the finding is about something else.
pub(super) fn message(advice: &Advice, speech: Speech) -> Option<String> {
    Some(match advice {
        Advice::AltRepeatsCaption => say!(
            speech,
            "Der Alternativtext sagt dasselbe wie die Bildunterschrift; vorgelesen wird also beides hintereinander",
            "the alternative text says the same as the caption, so both are read aloud one after the other"
        ),
        Advice::AltNamesMedium { beginning, .. } => say!(
            speech,
            "Der Alternativtext beginnt mit „{beginning}“; dass es ein Bild ist, wird ohnehin vorgelesen",
            "the alternative text begins with “{beginning}”; that it is a picture is read aloud anyway"
        ),
        Advice::AltIsFileName { alt } => {
            let alt = clip(alt);
            say!(
                speech,
                "Der Alternativtext `{alt}` ist der Name einer Datei",
                "the alternative text `{alt}` is the name of a file"
            )
        }
        Advice::CreditRepeatsLabel { label, .. } => say!(
            speech,
            "„{label}“ stünde auf der Seite doppelt, denn sie schreibt „Foto:“ selbst davor",
            "“{label}” would be doubled on the page, which writes “Photo:” itself"
        ),
        Advice::CreditHasSign { credit, .. } => {
            let credit = clip(credit);
            say!(
                speech,
                "Auf der Seite steht „Foto: {credit}“, denn sie schreibt „Foto:“ selbst davor",
                "the page shows “Photo: {credit}”, because it writes “Photo:” itself"
            )
        }
        Advice::FileNameUnsafe { name, fault, .. } => {
            let (name, why) = (clip(name), why(*fault, speech));
            say!(
                speech,
                "Der Name `{name}` funktioniert nicht überall: {why}",
                "the name `{name}` does not work everywhere: {why}"
            )
        }
        Advice::FileNamesAlike { name, other } => {
            let (name, other) = (clip(name), clip(other));
            say!(
                speech,
                "`{name}` und `{other}` unterscheiden sich nur in Groß- und Kleinschreibung; unter Windows und macOS ist das dieselbe Datei",
                "`{name}` and `{other}` differ only in upper and lower case; on Windows and macOS, that is the same file"
            )
        }
        _ => return None,
    })
}

/// Says what to do; nothing if the finding is about something else.
pub(super) fn help(advice: &Advice, speech: Speech) -> Option<String> {
    Some(match advice {
        Advice::AltRepeatsCaption | Advice::AltIsFileName { .. } => say!(
            speech,
            "Beschreiben Sie, was zu sehen ist, zum Beispiel `\"alt\": \"Drei Personen auf einer Bühne, eine hält ein Mikrofon\"`.",
            "describe what can be seen, for example `\"alt\": \"Three people on a stage, one of them holding a microphone\"`."
        ),
        Advice::AltNamesMedium { rest, .. } => {
            let rest = clip(rest);
            say!(
                speech,
                "Beginnen Sie mit dem, was zu sehen ist: `\"{rest}\"`.",
                "begin with what can be seen: `\"{rest}\"`."
            )
        }
        Advice::CreditRepeatsLabel { rest, .. } => {
            let rest = clip(rest);
            say!(
                speech,
                "Schreiben Sie nur den Namen: `\"credit\": \"{rest}\"`.",
                "write only the name: `\"credit\": \"{rest}\"`."
            )
        }
        Advice::CreditHasSign { rest, .. } => {
            let rest = clip(rest);
            say!(
                speech,
                "Meist genügt der Name: `\"credit\": \"{rest}\"`. Verlangt die Lizenz das ©, lassen Sie es stehen.",
                "the name is usually enough: `\"credit\": \"{rest}\"`. If the licence demands the ©, leave it."
            )
        }
        Advice::FileNameUnsafe { better, .. } => {
            let better = clip(better);
            say!(
                speech,
                "Benennen Sie die Datei um, zum Beispiel in `{better}`, und ändern Sie den Namen auch hier.",
                "rename the file, for example to `{better}`, and change the name here too."
            )
        }
        Advice::FileNamesAlike { other, .. } => {
            let other = clip(other);
            say!(
                speech,
                "Ist dieselbe Datei gemeint, schreiben Sie auch hier `{other}`. Sonst benennen Sie eine der beiden um.",
                "if the same file is meant, write `{other}` here too. Otherwise rename one of the two."
            )
        }
        _ => return None,
    })
}

fn why(fault: NameFault, speech: Speech) -> &'static str {
    match fault {
        NameFault::Space => speech.pick("Er enthält ein Leerzeichen", "it contains a space"),
        NameFault::Decomposed => speech.pick(
            "Umlaute oder Akzente sind darin aus zwei Zeichen zusammengesetzt, wie macOS es tut",
            "its umlauts or accents are made of two characters each, as macOS does it",
        ),
        NameFault::Address => speech.pick(
            "`#`, `?` und `%` bedeuten in Adressen etwas anderes",
            "`#`, `?` and `%` mean something else in addresses",
        ),
        NameFault::Windows => speech.pick(
            "Windows erlaubt keines der Zeichen `< > : \" | * \\`",
            "Windows allows none of the characters `< > : \" | * \\`",
        ),
        NameFault::LeadingDot => speech.pick(
            "Dateien, deren Name mit einem Punkt beginnt, liefern viele Server nicht aus",
            "many servers do not deliver files whose names begin with a dot",
        ),
        NameFault::TrailingDot => speech.pick(
            "Windows lässt den Punkt am Ende weg",
            "Windows drops the dot at its end",
        ),
        NameFault::Device => speech.pick(
            "So heißt unter Windows ein Gerät",
            "that is the name of a device on Windows",
        ),
    }
}
