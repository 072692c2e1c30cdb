//! The graphs of the pages, against the vocabulary of schema.org: the types of the package schema-dts,
//! checked by the compiler of TypeScript.

use std::{cell::RefCell, collections::BTreeMap, fs, path::PathBuf, process::Command};

use nachlese_event::Event;
use nachlese_formats::export::Edition;
use nachlese_reader::parse;
use serde_json::{Value, json};

use crate::{
    export_formats::with_each,
    graph_rules::{WHOLE, graphs, site},
    support::{fixtures, left_out, read, root},
};

/// A thing without its texts, to tell things of the same kind from others.
fn shape(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let told = |name: &String, value| match name.as_str() {
                "@type" | "eventStatus" | "eventAttendanceMode" | "digitalSourceType" => value,
                _ => shape(&value),
            };
            let fields = fields.iter();
            let fields = fields.map(|(name, value)| (name.clone(), told(name, value.clone())));
            Value::Object(fields.collect())
        }
        Value::Array(values) => values.first().map(shape).into_iter().collect(),
        Value::String(_) => "".into(),
        _ => 0.into(),
    }
}

#[test]
fn schema_org_knows_every_type_and_property() {
    let npm = root().join(".cache/npm");
    let compiler = npm.join("typescript/lib/tsc.js");
    if !compiler.exists() || !npm.join("schema-dts/dist").exists() {
        left_out("schema-dts or typescript is missing (.ci/setup test)");
        return;
    }
    let kinds = RefCell::new(BTreeMap::new());
    let add = |edition: &Edition<'_>, event: &Event| {
        for graph in graphs(edition, event) {
            for thing in graph["@graph"].as_array().unwrap() {
                let shape = shape(thing).to_string();
                kinds.borrow_mut().insert(shape, thing.clone());
            }
        }
    };
    with_each(|edition, event, _| add(edition, event));
    let whole = read(&fixtures("valid").join("full.json"));
    for text in [WHOLE, whole.as_str()] {
        let (event, _) = parse(text).unwrap();
        add(&Edition::new(&event, &event.language, &site()), &event);
    }
    let kinds = kinds.into_inner();
    let things = kinds.values().enumerate().map(|(at, thing)| {
        let kind = thing["@type"].as_str().unwrap();
        format!("export const thing{at}: schema.{kind} = {thing};\n")
    });
    let things: String = things.collect();
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("graphs");
    fs::create_dir_all(&folder).unwrap();
    let types = |name: &str, file: &str| json!([npm.join(name).join("dist").join(file)]);
    let options = json!({
        "compilerOptions": {
            "strict": true, "noEmit": true, "skipLibCheck": true, "module": "esnext",
            "moduleResolution": "bundler", "types": [],
            "paths": {
                "schema-dts": types("schema-dts", "schema.d.ts"),
                "schema-dts-lib": types("schema-dts-lib", "index.d.ts"),
            },
        },
        "files": ["things.ts"],
    });
    fs::write(folder.join("tsconfig.json"), options.to_string()).unwrap();
    for (more, is_known) in [
        ("", true),
        (
            "export const odd: schema.Event = {\"@type\": \"Event\", \"mood\": \"good\"};",
            false,
        ),
    ] {
        let text = format!("import type * as schema from \"schema-dts\";\n{things}{more}\n");
        fs::write(folder.join("things.ts"), text).unwrap();
        let run = Command::new("node")
            .arg(&compiler)
            .arg("-p")
            .arg(&folder)
            .output();
        let Ok(run) = run else {
            left_out("there is no node");
            return;
        };
        let said = String::from_utf8_lossy(&run.stdout);
        assert_eq!(run.status.success(), is_known, "{said}");
        assert!(
            is_known || said.lines().count() == 1 && said.contains("mood"),
            "{said}"
        );
    }
}
