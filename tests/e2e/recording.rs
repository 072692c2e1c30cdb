//! Recordings that are files play in the page itself.

use crate::support::{
    Outcome,
    event::{SAMPLE, event, talk_from},
    reader,
};

#[test]
fn a_file_plays_natively_with_captions_and_without_consent() -> Outcome {
    reader(async |page| {
        let event = event(SAMPLE)?;
        let (talk, _) = talk_from(&event, "file")?;
        page.open(&format!("?event={SAMPLE}")).await?;
        page.open_recording(talk).await?;
        let video = format!("[data-talk='{talk}'] video");
        page.see(&video).await?;
        let tracks = format!(
            "return [...document.querySelectorAll(\"{video} track\")].every((track) => /captions|subtitles/.test(track.kind) && track.srclang && track.label)"
        );
        assert!(
            page.holds(&tracks).await?,
            "captions with language and label"
        );
        assert!(
            page.count("[data-consent]").await? == 0
                || page
                    .count(&format!("[data-talk='{talk}'] [data-consent]"))
                    .await?
                    == 0
        );
        page.until(
            "the video can be played",
            &format!("return document.querySelector(\"{video}\").readyState >= 1"),
        )
        .await?;
        assert!(page.holds(&format!("const v = document.querySelector(\"{video}\"); return v.controls && !v.autoplay && v.error === null")).await?);
        let cues = format!(
            "const track = document.querySelector(\"{video}\").textTracks[0]; track.mode = 'showing'; return (track.cues?.length ?? 0) > 0"
        );
        page.until("the captions are there", &cues).await?;
        assert_eq!(page.foreign_requests().await?, Vec::<String>::new());
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn a_link_to_a_second_opens_the_recording_there() -> Outcome {
    reader(async |page| {
        let event = event(SAMPLE)?;
        let (talk, _) = talk_from(&event, "file")?;
        page.open(&format!("?event={SAMPLE}#{talk}@0:05")).await?;
        let script = format!(
            "const video = document.querySelector(\"[data-talk='{talk}'] video\"); return !!video && Math.abs(video.currentTime - 5) < 1"
        );
        page.until("the video stands at 0:05", &script).await?;
        page.go(&format!("?event={SAMPLE}#{talk}@0:02")).await?;
        let script = script.replace("- 5", "- 2");
        page.until("the video stands at 0:02", &script).await
    })
}

#[test]
fn where_nothing_can_be_sought_a_sentence_says_so() -> Outcome {
    reader(async |page| {
        let event = event(SAMPLE)?;
        let (talk, _) = talk_from(&event, "file")?;
        let says = |note: &str| {
            format!(
                "const card = document.querySelector(\"[data-talk='{talk}']\"), video = card?.querySelector('video');
                return video?.readyState >= 1 && video.currentTime < 1
                    && card.querySelector('.player__note').textContent === {note:?}"
            )
        };
        let sentence = |at: &str| {
            format!(
                "Auf dieser Website lässt sich nicht zu {at} springen: Die Aufzeichnung beginnt von vorn."
            )
        };
        page.site.send_whole_files();
        page.open(&format!("?event={SAMPLE}#{talk}@0:05")).await?;
        page.until("it says so", &says(&sentence("0:05"))).await?;
        page.is_accessible("a recording that cannot be sought")
            .await?;
        page.screenshot("recording-without-ranges").await?;
        page.go(&format!("?event={SAMPLE}#{talk}@0:02")).await?;
        page.until("it says so again", &says(&sentence("0:02")))
            .await?;
        page.go(&format!("?event={SAMPLE}#{talk}")).await?;
        page.until("nothing is asked for", &says("")).await
    })
}
