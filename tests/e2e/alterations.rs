//! Other programs change the page before its own program is there. It is taken over all the same.

use std::time::Duration;

use serde_json::json;

use crate::support::{Outcome, event::small_event, page::Page, reader, reader_for};

/// All alterations, by name.
const ALTERATIONS: &str = include_str!("support/probes/alterations.js");

async fn choose(page: &Page, alteration: &str) -> Outcome {
    let script = "sessionStorage.setItem('alteration', arguments[0])";
    page.run(script, json!([alteration])).await.map(drop)
}

/// Opens a page altered in every way, and says which of them do not work.
async fn alter_everything(page: &Page, path: &str, word: &str) -> Outcome {
    page.before_each_page(ALTERATIONS).await?;
    // The page stands there for a while before the program has its data.
    page.site
        .slow_down("event.json", Duration::from_millis(100));
    page.open(path).await?;
    let names = page.texts_of("return window.alterations").await?;
    assert!(names.len() > 100, "{}", names.len());
    let mut failed = Vec::new();
    let mut complaints = 0;
    for name in names {
        choose(page, &name).await?;
        let outcome = async {
            page.open(path).await?;
            let search = "const field = document.querySelector('input[type=search]');
                field.value = arguments[0];
                field.dispatchEvent(new InputEvent('input', { bubbles: true }))";
            page.run(search, json!([word])).await?;
            page.until(
                "something is found",
                "return document.querySelectorAll('.programme__list mark').length > 0
                    && document.querySelectorAll('h1').length === 1
                    && document.querySelectorAll('main').length === 1",
            )
            .await
        };
        if let Err(failure) = outcome.await {
            failed.push(format!("{name}: {failure:?}"));
        }
        let all = page.complaints().await?;
        if all.len() > complaints {
            failed.push(format!("{name}: {:?}", &all[complaints..]));
            complaints = all.len();
        }
    }
    assert!(
        failed.is_empty(),
        "{} of them:\n{}",
        failed.len(),
        failed.join("\n")
    );
    Ok(())
}

#[test]
fn the_page_works_whatever_was_done_to_it() -> Outcome {
    reader_for(600, async |page| alter_everything(page, "", "ethik").await)
}

#[test]
fn a_page_with_a_timetable_works_whatever_was_done_to_it() -> Outcome {
    let path = "events/beispielkonferenz-2026/";
    reader_for(600, async |page| {
        alter_everything(page, path, "daten").await
    })
}

#[test]
fn what_was_done_costs_no_more_than_its_part() -> Outcome {
    reader(async |page| {
        page.site
            .slow_down("event.json", Duration::from_millis(300));
        let note = "document.addEventListener('DOMContentLoaded', () => {
            const sections = [...document.querySelectorAll('main section')];
            const [gone] = sections.filter((it) => it.id === 'hintergrund');
            gone.remove();
            window.kept = sections.filter((it) => it !== gone && !gone.contains(it));
            const text = document.querySelector('.intro p');
            text.replaceChildren(Object.assign(document.createElement('font'), { textContent: 'Traduit' }));
            document.querySelector('h1').after(document.createElement('x-helper'));
        });";
        page.before_each_page(note).await?;
        page.open("").await?;
        page.see("#hintergrund").await?;
        assert!(
            page.holds(
                "return window.kept.length > 3 && window.kept.every((it) => it.isConnected)"
            )
            .await?
        );
        let order =
            "const ids = [...document.querySelectorAll('main section[id]')].map((it) => it.id);
            const place = ids.indexOf('hintergrund');
            return place > 0 && place < ids.length - 1";
        assert!(page.holds(order).await?, "it is in its place");
        page.see("x-helper + *").await?;
        assert_eq!(
            page.text_of("return document.querySelector('.intro p').textContent")
                .await?,
            "Traduit"
        );
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn a_link_in_a_heading_is_a_link_only_where_it_can_be() -> Outcome {
    reader(async |page| {
        let mut event = small_event("probe");
        event["sections"] = json!([
            { "type": "talks", "heading": "Programm mit [Link](https://example.org/)" },
            { "type": "text", "heading": "Text mit [Link](https://example.org/)", "text": "Absatz" },
        ]);
        page.site.serve_event("probe", &event);
        page.open("?event=probe").await?;
        assert_eq!(page.count("a a").await?, 0);
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}
