//! The words by which the columns of a table are recognised, in German and English.
//!
//! Among them are those of the tables that other programs write, read on 2026-11-30: Sessionize
//! (<https://sessionize.com/playbook/exporting-data>), pretalx' CSV export
//! (<https://docs.pretalx.org/user/data/>) and Sched's import template (<https://sched.com/support>).
//! They are in lower case, without blanks and signs.

use super::field::Field;

/// What stands before the word itself: `sessiontitle`.
pub(super) const BEFORE: &str = "session talk event proposal submission presentation item vortrags vortrag beitrags \
     beitrag programmpunkt veranstaltungs referats";

/// What stands after it: `titeldesvortrags`.
pub(super) const AFTER: &str =
    "desvortrags desbeitrags derveranstaltung desprogrammpunkts dersession";

/// German and English words for each field.
pub(super) const WORDS: &[(Field, &str, &str)] = &[
    (Field::Id, "kennung", "id code key uid guid"),
    (
        Field::Title,
        "titel thema vortrag programmpunkt beitrag veranstaltung überschrift bezeichnung",
        "title name session talk event subject headline presentation",
    ),
    (
        Field::Subtitle,
        "untertitel unterzeile",
        "subtitle tagline subheading",
    ),
    (
        Field::Abstract,
        "kurzbeschreibung zusammenfassung kurzfassung teaser kurztext",
        "abstract shortdescription synopsis summary",
    ),
    (
        Field::Description,
        "beschreibung inhalt text langbeschreibung details erläuterung beschreibungstext",
        "description content body longdescription fulldescription",
    ),
    (
        Field::Date,
        "datum tag termin startdatum veranstaltungstag datumbeginn beginndatum",
        "date day startdate scheduledate dateofevent",
    ),
    (
        Field::Start,
        "beginn anfang von uhrzeit zeit startzeit zeitraum vonbis beginnende startende \
         anfangszeit beginnzeit uhrzeitbeginn beginnuhrzeit",
        "start starts time starttime begin begins from scheduledat startsat startat \
         begintime when timeslot startend fromto slot startdatetime datetime",
    ),
    (Field::EndDate, "enddatum datumende", "enddate"),
    (
        Field::End,
        "ende bis endzeit uhrzeitende schluss endeuhrzeit",
        "end ends endtime to until endsat endat finish enddatetime",
    ),
    (
        Field::Duration,
        "dauer länge dauerinminuten dauermin minuten",
        "duration length minutes durationminutes durationinminutes lengthminutes",
    ),
    (
        Field::Room,
        "raum saal ort bühne räume veranstaltungsort halle räumlichkeit",
        "room location venue stage hall place where",
    ),
    (
        Field::Track,
        "themenfeld themenbereich strang themenstrang reihe bereich rubrik",
        "track stream trackname topicarea",
    ),
    (
        Field::Kind,
        "art typ format kategorie veranstaltungsart veranstaltungsformat vortragsart \
         beitragsart",
        "type kind category sessionformat eventtype",
    ),
    (
        Field::Language,
        "sprache vortragssprache",
        "language lang locale spokenlanguage",
    ),
    (
        Field::Tags,
        "schlagwörter schlagworte stichwörter stichworte schlagwort",
        "tags keywords keyword labels topics",
    ),
    (Field::Status, "zustand", "status state"),
    (
        Field::Speakers,
        "referent referentin referenten referentinnen referierende \
         referentinnenundreferenten sprecher sprecherin sprecherinnen vortragende \
         vortragender personen person mitwirkende redner rednerin rednerinnen beteiligte \
         gäste gast podium autor autoren dozent dozentin dozenten dozierende \
         teilnehmendepodium",
        "speaker speakers speakername speakernames presenter presenters presentername \
         persons people author authors panelists panelist fullname host performers",
    ),
    (
        Field::FirstName,
        "vorname",
        "firstname speakerfirstname givenname",
    ),
    (
        Field::LastName,
        "nachname familienname zuname",
        "lastname speakerlastname surname familyname",
    ),
    (
        Field::Role,
        "funktion rolle position amt tätigkeit berufsbezeichnung",
        "role jobtitle speakertitle speakerrole speakerposition",
    ),
    (
        Field::Organisation,
        "organisation institution firma unternehmen einrichtung behörde arbeitgeber \
         verband referat dienststelle",
        "organization organizations company affiliation employer speakerorganization \
         speakercompany speakeraffiliation organisations",
    ),
    (
        Field::Moderators,
        "moderation moderator moderatorin moderatoren leitung",
        "moderators chair chairs facilitator sessionchair",
    ),
    (
        Field::Recording,
        "aufzeichnung aufnahme videolink mitschnitt videoadresse youtubelink",
        "recording recordings recordingurl video videourl videos youtube youtubeurl \
         recordinglink vimeo peertube",
    ),
    (
        Field::Slides,
        "folien präsentation vortragsfolien unterlagen",
        "slides slidesurl slideslink slidedeck slideurl",
    ),
    (
        Field::Link,
        "verweis internetlink weitereinformationen",
        "link links website web moreinfo resources",
    ),
    (
        Field::Page,
        "adresse seite webseite internetadresse",
        "url page permalink webpage uri",
    ),
];
