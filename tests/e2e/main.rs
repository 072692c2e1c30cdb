//! The promises to readers, kept by the release bundle in a real browser.
//!
//! `make test` builds the bundle and runs this. Each test has a server of its own on loopback
//! ([`support::site`]), a browser of its own ([`support::browser`]) and speaks in verbs
//! ([`support::page`]). What a page must show is read from the same `event.json` that the page
//! reads, so an editor's change breaks no test.
//!
//! Environment (set by `.ci/with`): `DIST`, the bundle; `CHROMIUM`, `CHROMEDRIVER`; `AXE`, the
//! file `axe.min.js`; `ACE`, the file `ace.js`; `NPM_PACKAGES`, the folder with others' frameworks. Pictures of failed pages and others go to `target/screenshots/`.

mod accessibility;
mod address;
mod alterations;
mod anywhere;
mod bench;
mod bench_large;
mod bench_reading;
mod bundle;
mod consent;
mod content;
mod ears;
mod embed;
mod embed_address;
mod embed_attributes;
mod embed_bench;
mod embed_demo;
mod embed_dialog;
mod embed_frame;
mod embed_frame_box;
mod embed_frameworks;
mod embed_guest;
mod embed_headings;
mod embed_helper;
mod embed_hosts;
mod embed_kit;
mod embed_life;
mod embed_origin;
mod encodings;
mod events;
mod filter;
mod first_paint;
mod first_screen;
mod fonts;
mod found;
mod from_nothing;
mod half_arrived;
mod head;
mod history;
mod host_check;
mod html;
mod keyboard;
mod large;
mod layout;
mod loading;
mod long;
mod offline;
mod other_browsers;
mod passages;
mod peers_bench;
mod players;
mod players_guarded;
mod playing;
mod prerendered;
mod reading;
mod recording;
mod search;
mod security;
mod share;
mod states;
mod support;
mod system_pages;
mod take_over;
mod timetable;
mod timetable_days;
mod timetable_real;
mod timetable_tabs;
mod told;
mod transcripts;
mod watch_list;
mod watch_list_files;
mod watch_list_look;
mod way_to_hits;
