//! What operators are given: the page that says what the host of the folder lacks.

use crate::support::{Outcome, reader};

#[test]
fn the_host_check_sees_what_its_host_sends() -> Outcome {
    reader(async |page| {
        page.site.send_generated_headers()?;
        // The bundle's own policy has the sample event's server too.
        page.site.add_to_policy(" https://video.example.org");
        for (lang, heading) in [("de", "Server prüfen"), ("en", "Check the host")] {
            page.go(&format!("host-check.html?lang={lang}")).await?;
            let lines = page.report().await?;
            for well in [
                "start",
                "slash",
                "deployed",
                "media-type",
                "header",
                "sharing",
            ] {
                let said =
                    format!("return document.querySelector('[data-check={well}]').textContent");
                assert_eq!(lines[well], "true", "{}", page.text_of(&said).await?);
            }
            // The shortest policy of the documentation: the page only cannot be installed.
            assert_eq!(lines["policy"], "null", "{lines:?}");
            assert_eq!(
                page.text_of("return document.querySelector('h1').textContent")
                    .await?,
                heading
            );
            page.is_accessible(&format!("that checks the host, {lang}"))
                .await?;
        }
        page.screenshot("host-check").await?;
        assert_eq!(page.foreign_requests().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn the_host_check_names_the_lines_that_are_missing() -> Outcome {
    reader(async |page| {
        // A plain host without headers.
        page.go("host-check.html?lang=en").await?;
        let lines = page.report().await?;
        for missing in ["caching", "sharing", "header"] {
            assert_eq!(lines[missing], "false", "{missing}: {lines:?}");
        }
        let text = page
            .text_of("return document.querySelector('ol').textContent")
            .await?;
        for line in [
            "add_header Cache-Control \"public, max-age=31536000, immutable\";",
            "Header always set X-Content-Type-Options \"nosniff\"",
            "Access-Control-Allow-Origin: *",
        ] {
            assert!(text.contains(line), "{line} in {text}");
        }
        Ok(())
    })
}
