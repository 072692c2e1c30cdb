//! The page keeps to a strict policy, and hostile data stays data.

use serde_json::json;

use crate::support::{
    Outcome,
    event::{SAMPLE, small_event},
    page::SEARCH,
    reader,
    site::POLICY,
};

#[test]
fn works_under_the_promised_policy_without_a_complaint() -> Outcome {
    reader(async |page| {
        for path in [String::new(), format!("?event={SAMPLE}")] {
            page.open(&path).await?;
            page.fill(SEARCH, "a").await?;
            page.prefer("prefers-color-scheme", "dark").await?;
            page.run("scrollTo(0, document.body.scrollHeight)", json!([]))
                .await?;
            tokio::time::sleep(std::time::Duration::from_millis(400)).await;
            assert_eq!(page.complaints().await?, Vec::<String>::new(), "{path}");
            let inline = "return [...document.querySelectorAll('script:not([src]):not([type$=json]), style, [style], [onclick], [onload]')].map((e) => e.outerHTML.slice(0, 120))";
            assert_eq!(
                page.texts_of(inline).await?,
                Vec::<String>::new(),
                "nothing inline"
            );
        }
        Ok(())
    })
}

#[test]
fn says_so_where_webassembly_is_forbidden() -> Outcome {
    reader(async |page| {
        page.site
            .set_policy(&POLICY.replace(" 'wasm-unsafe-eval'", ""));
        page.go("").await?;
        assert_eq!(page.failure().await?, "no-wasm");
        page.see("[role=alert] a[href^='https://muenchen.digital/']")
            .await?;
        page.is_accessible("without WebAssembly").await
    })
}

const IMAGE: &str = "<img src=x onerror=\"window.attacked = 1\">";
const SCRIPT: &str = "<script>window.attacked = 2</script>";

#[test]
fn hostile_texts_stay_texts_and_hostile_addresses_lead_nowhere() -> Outcome {
    reader(async |page| {
        let mut event = small_event("probe");
        event["title"] = json!(IMAGE);
        event["motto"] = json!(SCRIPT);
        event["summary"] =
            json!("Vor [Klick](javascript:window.attacked=3) nach \u{202e}verdreht\u{202c}.");
        event["links"] = json!([
            { "label": "schlimm", "url": "javascript:window.attacked=4" },
            { "label": "schlimmer", "url": "data:text/html,<script>window.attacked=5</script>" },
            { "label": "anderswo", "url": "//evil.example/x" },
        ]);
        event["people"] = json!([{ "id": "p", "name": format!("Eva \u{202e}neffO {IMAGE}"), "roleAtEvent": IMAGE }]);
        event["talks"] = json!([{
            "id": "\"><img src=x>", "kind": "talk", "title": "mit schlechter Kennung",
        }, {
            "id": "eins", "kind": IMAGE, "title": SCRIPT, "abstract": "{{constructor.constructor('window.attacked=6')()}}",
            "people": [{ "person": "p", "part": "speaker" }], "tags": [IMAGE], "track": IMAGE,
            "recording": { "status": "released", "sources": [
                { "provider": "youtube", "id": "\"><script>x" },
                { "provider": "peertube", "host": "javascript://%0aalert(1)", "id": "1" },
                { "provider": "file", "url": "javascript:window.attacked=7" },
            ]},
        }]);
        event["sections"] = json!([
            { "id": "a", "type": "text", "heading": IMAGE, "paragraphs": [SCRIPT],
              "figure": { "illustration": { "ref": "javascript:window.attacked=8", "alt": IMAGE } } },
            { "id": "b", "type": "quote", "text": IMAGE, "person": "p", "verbatim": true },
            { "id": "c", "type": "talks", "heading": SCRIPT },
            { "id": "d", "type": "people" }, { "id": "e", "type": "links" },
        ]);
        page.site.serve_event("probe", &event);
        page.open("?event=probe").await?;
        let whole = page.whole_text().await?;
        for text in [IMAGE, SCRIPT, "Klick"] {
            assert!(
                whole.contains(text),
                "{text} is shown as it stands: {whole}"
            );
        }
        page.fill(SEARCH, IMAGE).await?;
        page.fill(SEARCH, "window").await?;
        page.go(&format!(
            "?event=probe&q={}",
            "%3Cimg%20src%3Dx%20onerror%3D%22window.attacked%3D9%22%3E"
        ))
        .await?;
        page.is_ready().await?;
        let bad = "return [...document.querySelectorAll('img[src=x], [onerror], main script, a[href], iframe, video')]
            .filter((e) => !e.href || !/^(https?|mailto):/.test(e.href) || e.host === 'evil.example').map((e) => e.outerHTML)";
        assert_eq!(page.texts_of(bad).await?, Vec::<String>::new());
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        assert!(
            page.holds("return window.attacked === undefined").await?,
            "nothing has run"
        );
        assert_eq!(page.foreign_requests().await?, Vec::<String>::new());
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}
