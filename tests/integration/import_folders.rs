//! Ids of imported events and items, which become names of folders.

use std::fs;

use nachlese_cli::Exit;

use crate::{
    import_identity::{ids, schedule},
    support::nachlese,
};

const ITEMS: [[&str; 5]; 4] = [
    ["CON", "", "10:00", "A", "Camp"],
    ["nul.a", "", "11:00", "A", "Nothing"],
    ["", "", "12:00", "A", "Aux"],
    ["a.", "", "13:00", "A", "Dot"],
];

#[test]
fn no_item_has_the_name_of_a_device() {
    let expected = ["10:00 con-1", "11:00 nul-a", "12:00 aux-1", "13:00 a"];
    assert_eq!(ids(&ITEMS), expected);
}

#[test]
fn no_folder_has_the_name_of_a_device() {
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("programme.json");
    fs::write(&file, schedule(&ITEMS).replace("\"kurs\"", "\"COM3\"")).unwrap();
    let output = format!("{}/", place.path().join("events").display());
    let (exit, _, stderr) = nachlese(&["import", &file.display().to_string(), "-o", &output], "C");
    assert_eq!(exit, Exit::Fine, "{stderr}");
    assert!(place.path().join("events/com3-1/event.json").is_file());
}
