//! The German texts of the help.

/// What each command does.
pub(super) const COMMANDS: &[(&str, &str)] = &[
    (
        "nachlese",
        "Macht die Seite für nach der Veranstaltung und prüft Veranstaltungsdateien",
    ),
    (
        "new",
        "Einen Ordner anlegen, um eine Veranstaltung zu beginnen",
    ),
    (
        "build",
        "Die Seite einer oder mehrerer Veranstaltungen schreiben, fertig zum Hochladen",
    ),
    (
        "serve",
        "Die Seite auf diesem Rechner zeigen, nach jeder Änderung neu",
    ),
    (
        "prerender",
        "Die Seiten einer Veranstaltung in einen Ordner schreiben, den trunk gemacht hat",
    ),
    (
        "bundle",
        "Eine einzige HTML-Datei mit Veranstaltung, Bildern, Aufzeichnungen und der App schreiben",
    ),
    (
        "check",
        "Veranstaltungsdateien prüfen: was falsch ist, wo und was zu tun ist",
    ),
    (
        "doctor",
        "Einen veröffentlichten Ordner ansehen und sagen, was seinem Server fehlt",
    ),
    (
        "export",
        "Eine Veranstaltung in den Formaten anderer Programme schreiben",
    ),
    (
        "import",
        "Aus den Programmen anderer Systeme Veranstaltungsdateien machen",
    ),
    (
        "schema",
        "Das JSON-Schema des Formats schreiben, damit Editoren beim Tippen helfen",
    ),
    (
        "completions",
        "Die Vervollständigung für eine Shell schreiben",
    ),
    ("man", "Die Handbuchseiten in einen Ordner schreiben"),
    ("help", "Diese Hilfe oder die eines Befehls zeigen"),
];

/// What each argument means: of one command, or of all (`*`).
pub(super) const ARGUMENTS: &[(&str, &str, &str)] = &[
    (
        "*",
        "language",
        "Sprache der Meldungen und der exportierten Texte, zum Beispiel `de`. Ohne Angabe sind \
         Meldungen deutsch, wenn das System deutsch ist, und Texte in der Sprache der Veranstaltung",
    ),
    ("*", "help", "Hilfe zeigen"),
    ("*", "version", "Version zeigen"),
    (
        "*",
        "base",
        "Adresse, die die Seite haben wird. Sitemap, Linkvorschau und Feed brauchen sie",
    ),
    (
        "*",
        "without_offline",
        "Nichts auf den Geräten der Leser speichern und entfernen, was eine frühere Fassung dort gespeichert hat",
    ),
    (
        "*",
        "app",
        "Die App aus diesem Ordner nehmen (`.cache/app` nach `make dist`) statt aus diesem Programm",
    ),
    (
        "*",
        "all",
        "Alle Befunde zeigen, nicht nur die ersten 200 jeder Datei",
    ),
    (
        "new",
        "folder",
        "Der Ordner. Sein Name wird zur Kennung der Veranstaltung",
    ),
    (
        "new",
        "template",
        "Womit event.json beginnt: `hearing` hat Begrüßung, Vortrag und Podium, `conference` Vorträge in zwei Sälen, `empty` nur das Nötigste [sonst: hearing]",
    ),
    (
        "*",
        "events",
        "Ordner mit einer event.json, oder Dateien: event.json oder das Programm eines anderen Systems. Die Seite öffnet sich mit der ersten",
    ),
    (
        "build",
        "output",
        "Der Ordner der Seite. Ersetzt und entfernt werden nur Dateien, die ein früherer Aufruf dort geschrieben hat [sonst: site]",
    ),
    (
        "build",
        "watch",
        "Nach jeder Änderung an den Dateien neu bauen, bis Sie Strg+C drücken",
    ),
    ("serve", "port", "Der Port auf 127.0.0.1 [sonst: 8080]"),
    ("prerender", "dist", "Der Ordner, den trunk geschrieben hat"),
    (
        "prerender",
        "event",
        "Die Veranstaltung, mit der sich die Seite öffnet: eine Datei im Ordner. Ohne Angabe die in index.html genannte. Jede andere unter events/ bekommt ihre Seiten im eigenen Ordner",
    ),
    (
        "bundle",
        "dist",
        "Der Ordner, den `make dist` geschrieben hat",
    ),
    ("bundle", "output", "Die Datei"),
    (
        "bundle",
        "event",
        "Die Datei der Veranstaltung, im Ordner oder anderswo. Ohne Angabe die, mit der sich der Ordner öffnet",
    ),
    (
        "bundle",
        "limit",
        "Das größte Bild, die größte Aufzeichnung oder Datei, die hineinkommt, in kB [sonst: 10000]",
    ),
    (
        "check",
        "format",
        "In welcher Form die Befunde auf der Standardausgabe stehen: `text` für Menschen, `json`, `sarif` oder `github` für Programme [sonst: text]",
    ),
    ("doctor", "url", "Die Adresse des veröffentlichten Ordners"),
    (
        "doctor",
        "format",
        "In welcher Form der Bericht auf der Standardausgabe steht: `text` für Menschen, `json` für Programme [sonst: text]",
    ),
    (
        "check",
        "strict",
        "Mit 1 enden, wenn mehr als Notizen da sind",
    ),
    (
        "check",
        "fix",
        "In jeder event.json berichtigen, was gefahrlos geht, den Unterschied zeigen und auflisten, was bleibt: Kommas, typografische Anführungszeichen, verschriebene Felder und Wörter, Daten in anderer Form, Adressen statt Kennungen, und Kommentare, die zu Notizen werden",
    ),
    (
        "check",
        "online",
        "Auch die Server von Links und Aufzeichnungen fragen, ob es sie noch gibt",
    ),
    (
        "check",
        "dry_run",
        "Mit --fix: nur den Unterschied zeigen und keine Datei ändern",
    ),
    (
        "check",
        "files",
        "Die Veranstaltungsdateien, oder Programme anderer Systeme",
    ),
    ("export", "file", "Die Veranstaltungsdatei"),
    (
        "export",
        "format",
        "Was zu schreiben ist: `ics` (iCalendar), `rss` (Feed mit Podcasting 2.0, nur mit `--base`), `schedule-json`, `schedule-json-2`, `schedule-xml`, `csv` (Tabelle), `markdown` (Dokument zum Lesen), `jsonld` (schema.org), `vtt` oder `chapters` (Kapitel einer Aufzeichnung), `transcript` (was gesagt wurde, als WebVTT)",
    ),
    (
        "export",
        "talk",
        "Nur dieser Programmpunkt (ics, jsonld, vtt, chapters, transcript)",
    ),
    ("export", "output", "Die Datei, statt der Standardausgabe"),
    (
        "import",
        "playlist",
        "Videos einer Liste, wie `yt-dlp -J --flat-playlist ADRESSE` sie schreibt: Jedes wird die Aufzeichnung des Programmpunkts, zu dem sein Titel passt; was unsicher ist, wird aufgezählt",
    ),
    (
        "import",
        "recording",
        "Die Aufzeichnung eines Programmpunkts: eine Adresse bei YouTube, Vimeo oder PeerTube oder eine Datei",
    ),
    (
        "import",
        "chapters",
        "Die Kapitel eines Programmpunkts: Podlove Simple Chapters, JSON nach Podcasting 2.0 oder WebVTT",
    ),
    (
        "import",
        "files",
        "Die Programme: schedule.json, schedule.xml, das Widget von pretalx, Sessionize-JSON „all“, iCalendar, CSV, Indico, Open Event, eine Liste von yt-dlp und andere",
    ),
    (
        "import",
        "output",
        "Die Datei, statt der Standardausgabe. In einem Ordner wird aus jeder Veranstaltung `<id>/event.json`",
    ),
    (
        "import",
        "force",
        "Dateien ersetzen, die es schon mit anderem Inhalt gibt",
    ),
    (
        "import",
        "update",
        "Das Programm in eine Datei einarbeiten, die es schon gibt: Was sich dort geändert hat, kommt hinein, was hier geändert wurde, bleibt",
    ),
    ("import", "dry_run", "Nur sagen, was `--update` tun würde"),
    (
        "import",
        "last",
        "Das Programm, wie es zuletzt importiert wurde. Nur nötig, wenn es nicht neben der Datei aufgehoben ist",
    ),
    (
        "import",
        "cancel_missing",
        "Programmpunkte, die nicht mehr im Programm stehen, als abgesagt kennzeichnen",
    ),
    ("man", "folder", "Der Ordner, den es schon gibt"),
    (
        "completions",
        "shell",
        "Die Shell: bash, elvish, fish, powershell oder zsh",
    ),
];

/// What stands for a value.
pub(super) const VALUES: &[(&str, &str)] = &[
    ("TALK=URL", "KENNUNG=ADRESSE"),
    ("TALK=FILE", "KENNUNG=DATEI"),
    ("FOLDER|FILE", "ORDNER|DATEI"),
    ("FILE|FOLDER/", "DATEI|ORDNER/"),
    ("FOLDER", "ORDNER"),
    ("FILES", "DATEIEN"),
    ("FILE", "DATEI"),
    ("TAG", "SPRACHE"),
    ("URL", "ADRESSE"),
    ("TEMPLATE", "VORLAGE"),
    ("COMMAND", "BEFEHL"),
    ("OPTIONS", "OPTIONEN"),
    ("DIST", "ORDNER"),
    ("ID", "KENNUNG"),
    ("KB", "KB"),
];
