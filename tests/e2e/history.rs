//! Back and forward: a step for each search that stood for a while.

use fantoccini::key::Key;
use serde_json::json;

use crate::support::{
    Outcome,
    page::{Page, SEARCH},
    reader,
};

/// Types into the search field letter by letter, without a pause: in one turn of the page.
const TYPE: &str = "
    const field = document.querySelector('input[type=search]');
    for (const letter of arguments[0]) {
        field.value += letter;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        await Promise.resolve();
    }
    return history.length";

/// Types, and gives how many steps there are then.
async fn type_at_once(page: &Page, text: &str) -> Outcome<u64> {
    let script = format!(
        "return (async () => {{ {} }})()",
        TYPE.replace("arguments[0]", &json!(text).to_string())
    );
    let _ = page.run(&script, json!([])).await?;
    let is_shown = "return new URLSearchParams(location.search).get('q') === document.querySelector('input[type=search]').value.trim()";
    page.until("the address follows", is_shown).await?;
    steps(page).await
}

async fn steps(page: &Page) -> Outcome<u64> {
    let steps = page.run("return history.length", json!([])).await?;
    Ok(steps.as_u64().unwrap_or_default())
}

#[test]
fn a_search_that_stood_for_a_while_is_a_step_of_its_own() -> Outcome {
    reader(async |page| {
        page.open("").await?;
        page.run(
            "document.querySelector('input[type=search]').focus()",
            json!([]),
        )
        .await?;
        let before = steps(page).await?;
        let ethik = type_at_once(page, "ethik").await?;
        assert_eq!(ethik, before + 1, "a word being typed is one step");
        // The page's own second began before this one.
        page.run(
            "return new Promise((done) => setTimeout(done, 1100))",
            json!([]),
        )
        .await?;
        let both = type_at_once(page, " verwaltung").await?;
        assert_eq!(both, ethik + 1, "the search that stood is a step");
        page.back().await?;
        page.until("the first search is back", "return location.search === '?q=ethik' && document.querySelector('input[type=search]').value === 'ethik'")
            .await?;
        page.back().await?;
        page.until("there is no search", "return location.search === '' && document.querySelector('input[type=search]').value === ''")
            .await?;
        page.run("history.go(2)", json!([])).await?;
        page.until(
            "both words are back",
            "return location.search === '?q=ethik+verwaltung'",
        )
        .await
    })
}

#[test]
fn enter_and_leaving_the_field_settle_a_search() -> Outcome {
    reader(async |page| {
        page.open("").await?;
        page.click(SEARCH).await?;
        let mut before = steps(page).await?;
        for (text, key) in [
            ("ethik", Key::Enter),
            (" ki", Key::Tab),
            (" stadt", Key::Enter),
        ] {
            page.run(
                "document.querySelector('input[type=search]').focus()",
                json!([]),
            )
            .await?;
            let now = type_at_once(page, text).await?;
            assert_eq!(now, before + 1, "{text}");
            page.press(key).await?;
            before = now;
        }
        // Whoever goes back and types on does not write over what was gone back to.
        page.back().await?;
        page.until("a step back", "return location.search === '?q=ethik+ki'")
            .await?;
        type_at_once(page, "x").await?;
        page.back().await?;
        page.until(
            "what was gone back to",
            "return location.search === '?q=ethik+ki'",
        )
        .await
    })
}
