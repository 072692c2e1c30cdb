//! Tests of the core and the command line on whole files. `UPDATE=1 cargo test -p
//! nachlese-cli --test integration` rewrites the expected output beside the fixtures.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "helpers of tests fail and tell like tests"
)]

/// `nachlese check` on broken and valid files.
mod check;
/// `nachlese check --fix`.
mod check_fix;
/// What `nachlese check --fix` promises of every file.
mod check_fix_properties;
/// `nachlese check --online`.
mod check_online;
/// `nachlese check` for other programs.
mod check_reports;
/// Links and pipes in folders.
mod confined;
/// `nachlese doctor`, against real web servers.
mod doctor;
/// `nachlese doctor`, against servers that are no use or mean harm.
mod doctor_hostile;
/// Our copies of the city's colours, and the city's own.
mod drift;
mod editors_page;
/// Files in other encodings than UTF-8.
mod encodings;
/// The event files that are shipped, read and written.
mod events;
/// `nachlese export`: formats, exit codes, messages.
mod export;
/// Tables, documents and transcripts.
mod export_documents;
/// What the exports write, against the formats' own rules.
mod export_formats;
/// The graphs of the pages, against the vocabulary of schema.org.
mod export_graphs;
/// The feed, against the rules of those who read it.
mod feed_rules;
/// Files beside an event that are too large.
mod file_sizes;
/// What the pages have of the files beside an event: passages, chapters, slides.
mod from_files;
/// The graphs of the pages, against what search engines ask for.
mod graph_rules;
/// The graphs of the pages, against the types of schema.org.
mod graph_vocabulary;
/// Reading files that are damaged in every possible place.
mod hostile;
/// The headers, in a real web server.
mod hosting;
/// `nachlese import`: every format, with what is found in it.
mod import;
mod import_additions;
mod import_command;
/// Real programmes, against counts of their own.
mod import_corpus;
/// What imported events and items are called on disk.
mod import_folders;
/// Foreign files that are damaged or meant to do harm.
mod import_hostile;
/// Who is who in programmes of other programs, through import and export.
mod import_identity;
/// Moments of foreign files, told on the clock at the event.
mod import_moments;
/// Files of which nothing can be read.
mod import_nothing;
mod import_pieces;
/// What the exports write, read back.
mod import_round_trip;
/// Real programmes, written and read again.
mod import_round_trip_corpus;
mod import_spelled;
mod import_tables;
/// A new version of a programme, and an edited event.
mod import_update;
/// From nothing to a site: `nachlese new` and `nachlese build`.
mod new_and_build;
/// A web server.
mod nginx;
/// What is said about a folder besides what is written.
mod notices;
/// One mistake, one message.
mod one_mistake;
/// Several events in a folder, and one of them in a file.
mod prerender;
/// Page and command line, on the same files.
mod same_on_page;
/// The JSON Schema of the event format.
mod schema;
/// The schema and the reader, on every value of a whole event.
mod schema_agreement;
/// The fields that the schema and the reader know.
mod schema_fields;
/// The schema, as other validators read it.
mod schema_validators;
/// The site while its event is written: `nachlese serve`.
mod serve;
/// The files of a deployed folder.
mod site;
/// Paths and helpers.
mod support;
/// A programme as a table, and back.
mod table_round_trip;
/// The structure rules that reviewers would otherwise repeat.
mod tidy;
/// The structure rules of the stylesheets.
mod tidy_css;
/// Documentation that is short, linked and true.
mod tidy_docs;
/// Which file may name which.
mod tidy_map;
/// Rooms and times of any programme.
mod timetable;
/// Addresses of videos, in our own format and imported.
mod video_addresses;
/// Where a talk begins in its video, from file to file.
mod video_starts;
/// What is written with the address of the folder, and without.
mod whole_addresses;
/// Large files, pipes by their name, full disks.
mod whole_files;
/// XML as a tree.
mod xml_tree;
