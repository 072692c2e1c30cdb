//! What a test does with players: an empty page, in which it follows one.

use serde_json::{Value, json};

use super::{
    Outcome,
    page::Page,
    provider::Provider,
    site::{Answer, POLICY},
};

/// The script that the verbs of this file need in the page.
pub(crate) const PROBE: &str = include_str!("probes/players.js");
pub(crate) const UUID: &str = "9c9de5e8-0a1e-484a-b099-e80766180a6d";

/// An empty page of the site, and a provider that it may show.
pub(crate) async fn stage(page: &Page) -> Outcome<Provider> {
    let provider = Provider::start().await?;
    page.site
        .set_policy(&format!("{POLICY} {}", provider.origin()));
    let empty =
        "<!doctype html><html lang=de><title>Leer</title><link rel=icon href=apple-touch-icon.png>";
    page.site.serve("empty.html", Answer::html(200, empty));
    open_stage(page).await?;
    Ok(provider)
}

/// Opens the empty page, under the policy that is set now.
pub(crate) async fn open_stage(page: &Page) -> Outcome {
    page.go("empty.html").await?;
    page.run(PROBE, json!([])).await.map(drop)
}

/// The addresses of the three players, with what each can be asked for.
pub(crate) fn addresses(page: &Page, provider: &Provider, more: &str) -> [String; 3] {
    let origin = provider.origin();
    let site = page.site.origin();
    [
        format!("{origin}/embed/a?enablejsapi=1&widgetid=1&origin={site}{more}"),
        format!("{origin}/video/1?dnt=1{more}"),
        format!("{origin}/videos/embed/{UUID}?p2p=0&api=1{more}"),
    ]
}

/// Shows a player, and follows it. `start` is where the talk begins in the film.
pub(crate) async fn follow(page: &Page, address: &str, start: u32) -> Outcome {
    let script = "document.body.replaceChildren(); window.player?.end(); \
        return window.play('iframe', arguments[0], arguments[1])";
    page.run(script, json!([address, start])).await.map(drop)
}

/// What has been told since the player is followed, by name.
pub(crate) async fn told(page: &Page, name: &str) -> Outcome<Vec<Value>> {
    let script = "return window.notes.filter(({ name }) => name === arguments[0])";
    let notes = page.run(script, json!([name])).await?;
    Ok(notes.as_array().cloned().unwrap_or_default())
}

/// Waits until a player says that it plays near a second of the talk.
pub(crate) async fn plays_near(page: &Page, second: u32) -> Outcome {
    let script = format!("return player.isTold && !player.isPaused && window.near({second})");
    page.until(&format!("it plays near {second}"), &script)
        .await
}

/// No script has failed, and the console has not complained.
pub(crate) async fn nothing_was_thrown(page: &Page) -> Outcome {
    let errors = page.texts_of("return window.counts.errors").await?;
    assert_eq!(errors, Vec::<String>::new());
    assert_eq!(page.complaints().await?, Vec::<String>::new());
    Ok(())
}
