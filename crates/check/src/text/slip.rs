//! What a slip in the syntax of JSON is called, and an example of how it is right.

use nachlese_event::Speech;

use crate::Slip;

/// Says what the slip is and how it is written correctly.
#[must_use]
pub fn slip(slip: Slip, speech: Speech) -> &'static str {
    match slip {
        Slip::CommaTooMany => speech.pick(
            "Hier oder kurz davor ist ein Komma zu viel. Es steht nur zwischen zwei Angaben: `\"a\": 1, \"b\": 2`.",
            "There is a comma too many here or just before. One stands only between two values: `\"a\": 1, \"b\": 2`.",
        ),
        Slip::CommaMissing => speech.pick(
            "Davor fehlt ein Komma: `\"a\": 1, \"b\": 2`.",
            "A comma is missing before this: `\"a\": 1, \"b\": 2`.",
        ),
        Slip::ColonMissing => speech.pick(
            "Nach dem Namen des Feldes fehlt ein Doppelpunkt: `\"title\": \"Begrüßung\"`.",
            "A colon is missing after the name of the field: `\"title\": \"Welcome\"`.",
        ),
        Slip::CurlyQuotes => speech.pick(
            "Das sind typografische Anführungszeichen. Um Namen und Texte stehen gerade: `\"Begrüßung\"`. Im Text selbst dürfen sie stehen.",
            "These are curly quotation marks. Names and texts need straight ones: `\"Welcome\"`. Within a text they are fine.",
        ),
        Slip::SingleQuotes => speech.pick(
            "Um Namen und Texte stehen doppelte Anführungszeichen: `\"Begrüßung\"`.",
            "Names and texts need double quotation marks: `\"Welcome\"`.",
        ),
        Slip::QuoteMissing => speech.pick(
            "In dieser Zeile fehlt das Anführungszeichen am Ende eines Textes. Ein Zeilenumbruch im Text wird `\\n` geschrieben.",
            "The quotation mark at the end of a text is missing in this line. A line break within a text is written `\\n`.",
        ),
        Slip::WordWithoutQuotes => speech.pick(
            "Um einen Text stehen Anführungszeichen: `\"Begrüßung\"`.",
            "A text needs quotation marks: `\"Welcome\"`.",
        ),
        Slip::OtherWord => speech.pick(
            "JSON kennt nur `true`, `false` und `null`, klein geschrieben.",
            "JSON knows only `true`, `false` and `null`, in lower case.",
        ),
        Slip::Comment => speech.pick(
            "JSON hat keine Kommentare. Notizen gehören in `editorialNotes`; Leser sehen sie nie.",
            "JSON has no comments. Notes belong into `editorialNotes`; readers never see them.",
        ),
        Slip::Backslash => speech.pick(
            "Ein umgekehrter Schrägstrich wird doppelt geschrieben: `C:\\\\Bilder`.",
            "A backslash is written twice: `C:\\\\pictures`.",
        ),
        Slip::Number => speech.pick(
            "So beginnt oder endet in JSON keine Zahl: nicht `01`, `+1` oder `1.`, sondern `1`.",
            "No number begins or ends like this in JSON: not `01`, `+1` or `1.`, but `1`.",
        ),
        Slip::ListUnopened => speech.pick(
            "Hier müsste der Name eines Feldes stehen. Vermutlich fehlt davor die Klammer `[`, mit der eine Liste beginnt: `\"people\": [{\"id\": \"a\"}, {\"id\": \"b\"}]`.",
            "The name of a field should stand here. Probably the bracket `[` with which a list begins is missing before this: `\"people\": [{\"id\": \"a\"}, {\"id\": \"b\"}]`.",
        ),
        Slip::Bracket => speech.pick(
            "Diese Klammer passt zu keiner davor. `{` endet mit `}`, `[` mit `]`; vielleicht fehlt eine, oder es ist eine zu viel.",
            "This bracket matches none before it. `{` ends with `}`, `[` with `]`; perhaps one is missing, or there is one too many.",
        ),
    }
}
