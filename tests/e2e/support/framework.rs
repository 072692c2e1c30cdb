//! Frameworks of others, as the host of a page loads them: from npm, for tests only.

use std::{env, fs, path::PathBuf};

use super::{Failure, Outcome};

/// A file of a package that `.ci/setup test` unpacks (`.ci/tools` names the versions).
pub(crate) fn file_of(package: &str, path: &str) -> Outcome<String> {
    let missing = |what: &str| {
        Failure::new(format!(
            "The embedding's tests need {what}: `.ci/setup test` brings it."
        ))
    };
    let folder = env::var_os("NPM_PACKAGES").ok_or_else(|| missing("NPM_PACKAGES"))?;
    let file = PathBuf::from(folder).join(package).join(path);
    fs::read_to_string(&file).map_err(|_| missing(&file.display().to_string()))
}

/// React as a classic script: since version 19 it is published for bundlers only.
pub(crate) fn react() -> Outcome<String> {
    let mut script = String::from("(() => { const sources = {}, made = {};\n");
    for (name, package, path) in [
        ("react", "react", "cjs/react.production.js"),
        ("scheduler", "scheduler", "cjs/scheduler.production.js"),
        ("react-dom", "react-dom", "cjs/react-dom.production.js"),
        (
            "react-dom/client",
            "react-dom",
            "cjs/react-dom-client.production.js",
        ),
    ] {
        let source = file_of(package, path)?;
        let function = format!("(exports, require) => {{\n{source}\n}}");
        script.push_str(&["sources[\"", name, "\"] = ", &function, ";\n"].concat());
    }
    script += "window.require = (name) => {
        if (!made[name]) sources[name]((made[name] = {}), window.require);
        return made[name];
    }; })();";
    Ok(script)
}
