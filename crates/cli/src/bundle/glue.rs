//! wasm-bindgen's script as a part of an inline one.
//!
//! By hand: a deployed folder has the script as a module only. wasm-bindgen's `no-modules` is made
//! from the program as the compiler left it, and would put a second one into every folder.

/// Puts the glue into a function that gives what starts the program: `const init = (() => { … })();`.
///
/// The glue's last statement is `export { … as default }`. `None` if it looks otherwise, or holds
/// what would end an inline script.
pub(super) fn as_function(glue: &str) -> Option<String> {
    let (body, exports) = glue.trim_end().rsplit_once("export")?;
    let exports = exports.trim().trim_end_matches(';').trim_end();
    let names = exports.strip_prefix('{')?.strip_suffix('}')?;
    let mut names = names.split(',').map(str::trim);
    let init = names.find_map(|name| name.strip_suffix(" as default"))?;
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '$');
    let is_sound = init.chars().all(is_name)
        && !names_module(body, "import")
        && !names_module(body, "export")
        && !["</script", "<script", "<!--"].iter().any(|end| {
            let text = body.to_ascii_lowercase();
            text.contains(end)
        });
    is_sound.then(|| format!("const init = (() => {{\n{body}\nreturn {init};\n}})();\n"))
}

/// Whether the script has such a statement; `import.meta` is none.
fn names_module(script: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '$' | '.');
    script.match_indices(word).any(|(at, _)| {
        let after = &script[at + word.len()..];
        let is_word = !script[..at].ends_with(is_part);
        is_word
            && after.starts_with([' ', '{', '"', '\'', '*', '('])
            && starts_statement(&script[..at])
    })
}

fn starts_statement(before: &str) -> bool {
    before.trim_end().is_empty() || before.trim_end().ends_with([';', '}', '{', '\n'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_shape_that_wasm_bindgen_writes() {
        for glue in [
            "let wasm;async function H(e){return import.meta.url}export{r as Embed,P as initSync,H as default};",
            "let wasm;async function H(e){return import.meta.url}\nexport { initSync, H as default };\n",
        ] {
            let script = as_function(glue).unwrap();
            assert!(
                script.starts_with("const init = (() => {\nlet wasm;"),
                "{script}"
            );
            assert!(
                script.contains("return H;\n})();") && !script.contains("export"),
                "{script}"
            );
        }
    }

    #[test]
    fn refuses_every_other() {
        for glue in [
            "function H(){}",
            "function H(){} export default H;",
            "export function embed(){} function H(){} export{H as default};",
            "import * as x from './snippets/y.js';function H(){} export{H as default};",
            "const x='</script>';function H(){} export{H as default};",
            "function H(){} export{H() as default};",
        ] {
            assert_eq!(as_function(glue), None, "{glue}");
        }
    }
}
