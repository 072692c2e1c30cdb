//! Addresses as they are met: one table for the import and for our own format.

use nachlese_event::{Href, Seconds, VideoSource};
use nachlese_formats::import::{NativeZones, native_xml, read as read_file};
use nachlese_reader::provider::{file_at, list_at, video_at};

/// What an address is read as, in one word or two: `youtube AbCdEfGhIjK @90`, `list PL…`, `link`.
fn read(address: &str) -> String {
    if let Some(video) = video_at(address) {
        let mut told = vec![video.provider().to_owned(), video.id().unwrap().to_string()];
        if let VideoSource::PeerTube { host, .. } = &video {
            told.push(format!("on {host}"));
        }
        if let VideoSource::Vimeo {
            hash: Some(hash), ..
        } = &video
        {
            told.push(format!("hash {hash}"));
        }
        if let Some(at) = video.position(None) {
            told.push(format!("@{}", at.0));
        }
        return told.join(" ");
    }
    match list_at(address) {
        Some((provider, id)) => format!("{} list {id}", provider.as_str()),
        None => "link".to_owned(),
    }
}

/// Checks what addresses are read as: by the table itself, as the link of a talk in another
/// program's file, and in place of an id in our own.
fn check(address: &str, expected: &str) {
    assert_eq!(read(address), expected, "{address}");
    let video = video_at(address);
    if video.is_some() || address.starts_with("http") {
        assert_eq!(imported(address), video, "{address} imported");
    }
    for provider in ["youtube", "vimeo", "peertube"] {
        let is_its = |video: &VideoSource| video.provider() == provider;
        let expected = video.clone().filter(is_its);
        for field in ["id", "url"] {
            let found = own(provider, field, address);
            assert_eq!(found, expected, "{provider} {field} {address}");
        }
    }
}

/// Checks the lines of a table: an address, ` | `, what it is read as.
fn check_table(table: &str) {
    let lines = table.lines().map(str::trim).filter(|line| !line.is_empty());
    for line in lines {
        let (address, expected) = line.split_once(" | ").unwrap();
        check(address, expected);
    }
}

fn imported(address: &str) -> Option<VideoSource> {
    let file = serde_json::json!({"schedule": {"conference": {"days": [{"rooms": {"A": [
        {"id": 1, "title": "A", "links": [{"title": "V", "url": address}]}
    ]}}]}}});
    let (event, _) = read_file(&file.to_string(), native_xml, NativeZones).unwrap();
    first_source(event)
}

fn own(provider: &str, field: &str, address: &str) -> Option<VideoSource> {
    // What has no slash may be an id.
    let address = address.trim();
    let file = serde_json::json!({"schemaVersion": 1, "id": "e", "language": "de", "title": "E",
    "talks": [{"id": "a", "kind": "talk", "title": "A", "recording": {"sources": [
        {"provider": provider, field: address, "host": "https://host.example"}
    ]}}]});
    first_source(nachlese_reader::parse(&file.to_string()).unwrap().0)
}

fn first_source(event: nachlese_event::Event) -> Option<VideoSource> {
    let recording = event.talks.into_iter().next()?.recording?;
    recording.sources.into_iter().next()
}

#[test]
fn youtube() {
    check_table(
        r"
        https://www.youtube.com/watch?v=zYxWvUtSrQ1 | youtube zYxWvUtSrQ1
        https://youtube.com/watch?app=desktop&v=zYxWvUtSrQ1 | youtube zYxWvUtSrQ1
        https://m.youtube.com/watch/?v=zYxWvUtSrQ1 | youtube zYxWvUtSrQ1
        https://music.youtube.com/watch?v=zYxWvUtSrQ1&si=a | youtube zYxWvUtSrQ1
        https://gaming.youtube.com/watch?v=zYxWvUtSrQ1 | youtube zYxWvUtSrQ1
        https://www.youtube.com/?v=zYxWvUtSrQ1 | youtube zYxWvUtSrQ1
        https://www.youtube.com/watch/zYxWvUtSrQ1 | youtube zYxWvUtSrQ1
        https://www.youtube.com/v/zYxWvUtSrQ1 | youtube zYxWvUtSrQ1
        https://www.youtube.com/e/zYxWvUtSrQ1 | youtube zYxWvUtSrQ1
        https://www.youtube.com/embed/zYxWvUtSrQ1/ | youtube zYxWvUtSrQ1
        https://www.youtube-nocookie.com/embed/zYxWvUtSrQ1?rel=0 | youtube zYxWvUtSrQ1
        https://youtube.com/shorts/zYxWvUtSrQ1?feature=share | youtube zYxWvUtSrQ1
        https://www.youtube.com/live/zYxWvUtSrQ1 | youtube zYxWvUtSrQ1
        https://youtu.be/zYxWvUtSrQ1?si=x | youtube zYxWvUtSrQ1
        https://www.youtube.com/watch?v=zYxWvUtSrQ1&list=PLzyxwvutsrqpo | youtube zYxWvUtSrQ1
        https://www.youtube.com/embed/zYxWvUtSrQ1?list=PLzyxwvutsrqpo | youtube zYxWvUtSrQ1
        HTTP://WWW.YouTube.COM/watch?v=zYxWvUtSrQ1 | youtube zYxWvUtSrQ1
        //www.youtube.com/watch?v=zYxWvUtSrQ1 | youtube zYxWvUtSrQ1
        www.youtube.com/watch?v=zYxWvUtSrQ1 | youtube zYxWvUtSrQ1
        https://www.youtube.com/watch?v%3DzYxWvUtSrQ1 | youtube zYxWvUtSrQ1
        https://www.youtube.com/watch%3Fv%3DzYxWvUtSrQ1%26t%3D9 | youtube zYxWvUtSrQ1 @9
        https://www.youtube.com/watch?app=desktop&amp;v=zYxWvUtSrQ1 | youtube zYxWvUtSrQ1
        https://youtu.be/zYxWvUtSrQ1&t=9 | youtube zYxWvUtSrQ1 @9
        https://www.youtube.com/watch?v=zYxWvUtSrQ1?t=9 | youtube zYxWvUtSrQ1 @9
        ",
    );
}

#[test]
fn youtube_beside_videos() {
    check_table(
        r"
        https://www.youtube.com/embed/videoseries?list=PLzyxwvutsrqpo | youtube list PLzyxwvutsrqpo
        https://www.youtube.com/playlist?list=PLzyxwvutsrqpo | youtube list PLzyxwvutsrqpo
        https://m.youtube.com/playlist?si=a&list=PLzyxwvutsrqpo | youtube list PLzyxwvutsrqpo
        https://www.youtube.com/watch?list=PLzyxwvutsrqpo | youtube list PLzyxwvutsrqpo
        https://www.youtube.com/embed?listType=playlist&list=PLzyxwvutsrqpo | youtube list PLzyxwvutsrqpo
        https://www.youtube.com/embed/live_stream?channel=UCzyxwvutsrqponmlkjihg | link
        https://www.youtube.com/embed/videoseries | link
        https://www.youtube.com/v/live_stream | link
        https://www.youtube.com/watch?v=videoseries | link
        https://www.youtube.com/@abcdefghijk | link
        https://www.youtube.com/@abcdefghijk/live | link
        https://www.youtube.com/channel/UCzyxwvutsrqponmlkjihg | link
        https://www.youtube.com/c/abcdefghijk | link
        https://www.youtube.com/user/abcdefghijk | link
        https://www.youtube.com/clip/UgkxzYxWvUtSrQ1 | link
        https://www.youtube.com/post/abcdefghijk | link
        https://www.youtube.com/abcdefghijk | link
        https://www.youtube.com/redirect?q=https%3A%2F%2Fyoutu.be%2FzYxWvUtSrQ1 | link
        https://www.youtube.com/playlist?list=WL | link
        https://youtu.be/ | link
        https://www.youtube.com/w/mN3pQ4rS5tU6vW7xY8zA9b | link
        ",
    );
}

#[test]
fn vimeo() {
    check_table(
        r"
        https://vimeo.com/314159265 | vimeo 314159265
        https://www.vimeo.com/314159265/?share=copy | vimeo 314159265
        http://VIMEO.com/314159265 | vimeo 314159265
        vimeo.com/314159265 | vimeo 314159265
        https://vimeo.com/314159265/0a1b2c3d4e | vimeo 314159265 hash 0a1b2c3d4e
        https://vimeo.com/314159265/0a1b2c3d4e?share=copy#t=1m5s | vimeo 314159265 hash 0a1b2c3d4e @65
        https://vimeo.com/314159265?h=0a1b2c3d4e | vimeo 314159265 hash 0a1b2c3d4e
        https://player.vimeo.com/video/314159265 | vimeo 314159265
        https://player.vimeo.com/video/314159265?badge=0&amp;h=0a1b2c3d4e | vimeo 314159265 hash 0a1b2c3d4e
        https://player.vimeo.com/video/314159265?h=%22%3E | vimeo 314159265
        https://vimeo.com/channels/staffpicks/314159265 | vimeo 314159265
        https://vimeo.com/groups/shortfilms/videos/314159265 | vimeo 314159265
        https://vimeo.com/album/271828/video/314159265 | vimeo 314159265
        https://vimeo.com/showcase/2718281/video/314159265 | vimeo 314159265
        https://vimeo.com/showcase/2718281?video=314159265 | vimeo 314159265
        https://vimeo.com/event/2718281 | link
        https://vimeo.com/event/2718281/0a1b2c3d4e | link
        https://vimeo.com/event/2718281/videos/314159265 | vimeo 314159265
        https://vimeo.com/showcase/2718281 | link
        https://vimeo.com/ondemand/some-film | link
        https://vimeo.com/ondemand/some-film/314159265 | link
        https://vimeo.com/user2718281 | link
        https://vimeo.com/user2718281/videos | link
        https://vimeo.com/manage/videos/314159265 | link
        https://vimeo.com/channels/2718281 | link
        https://vimeo.com/314159265/likes | link
        https://vimeo.com/12345 | link
        ",
    );
}

#[test]
fn peertube() {
    let table = r"
        https://tube.example/w/SHORT | peertube SHORT on https://tube.example
        https://tube.example/w/LONG | peertube LONG on https://tube.example
        https://tube.example/w/SHORT/ | peertube SHORT on https://tube.example
        https://tube.example/w/SHORT;threadId=12 | peertube SHORT on https://tube.example
        https://tube.example/w/SHORT?start=1m2s&stop=2m | peertube SHORT on https://tube.example @62
        https://tube.example/videos/watch/LONG?start=90s | peertube LONG on https://tube.example @90
        https://tube.example/videos/embed/LONG?title=0 | peertube LONG on https://tube.example
        HTTP://Tube.Example:9000/w/SHORT | peertube SHORT on http://tube.example:9000
        https://tube.example/w/p/SHORT | peertube list SHORT
        https://tube.example/w/p/LONG?playlistPosition=2 | peertube list LONG
        https://tube.example/videos/watch/playlist/LONG | peertube list LONG
        https://tube.example/video-playlists/embed/LONG | peertube list LONG
        https://wiki.example/w/index.php | link
        https://wiki.example/w/index.php?title=LONG | link
        https://wiki.example/w/Informationsabend_2026 | link
        https://wiki.example/w/Informationsausflugtag | link
        https://tube.example/w/4711 | link
        https://tube.example/w/p/4711 | link
        https://tube.example/SHORT | link
        https://tube.example/a/SHORT | link
        https://tube.example/c/w/SHORT | link
        https://tube.example/w/SHORT/more | link
        https://tube.example/videos/LONG | link
        https://tube.example/videos/watch/playlist/4711 | link
        https://user@tube.example/w/SHORT | link
        ftp://tube.example/w/SHORT | link
        ";
    let table = table.replace("SHORT", "mN3pQ4rS5tU6vW7xY8zA9b");
    check_table(&table.replace("LONG", "0f1e2d3c-4b5a-4697-8877-665544332211"));
}

#[test]
fn hosts_that_only_look_like_one() {
    for host in [
        "youtube.com.evil.example",
        "evil-youtube.com",
        "evilyoutube.com",
        "user@www.youtube.com",
        "www.youtube.com@evil.example",
        "www.youtube.com:8443",
        "youtu.be.evil.example",
        "xyoutu.be",
        "youtube.com.",
        "vimeo.com.evil.example",
        "notvimeo.com",
        "a.vimeo.com",
        "",
    ] {
        for path in [
            "/watch?v=zYxWvUtSrQ1",
            "/embed/zYxWvUtSrQ1",
            "/zYxWvUtSrQ1",
            "/314159265",
        ] {
            check(&format!("https://{host}{path}"), "link");
        }
        let list = format!("https://{host}/playlist?list=PLzyxwvutsrqpo");
        check(&list, "link");
    }
    for text in [
        "javascript://youtu.be/zYxWvUtSrQ1",
        "<iframe src=\"https://www.youtube.com/embed/zYxWvUtSrQ1\">",
        "https://evil.example/?u=https://youtu.be/zYxWvUtSrQ1",
        "",
        "%",
        "%e",
        "%ää://ö%",
        "://",
    ] {
        check(text, "link");
    }
    check(" youtu.be/zYxWvUtSrQ1\n", "youtube zYxWvUtSrQ1");
}

#[test]
fn seconds() {
    for (text, expected) in [
        ("90 90s 90.7s 1m30s 1:30 1%3A30 01:30,120 0h1m30", 90),
        ("1h2m3s 1H2M3S 1:02:03 3723 62m3s", 3_723),
        ("2h 120m 7200s", 7_200),
        ("0 0s -90 soon 99999999999999999999 99999999h", 0),
    ] {
        for (value, name) in text
            .split(' ')
            .zip(["t", "start", "time_continue"].iter().cycle())
        {
            for address in [
                "https://youtu.be/zYxWvUtSrQ1?si=a&",
                "https://www.youtube.com/watch?v=zYxWvUtSrQ1&",
                "https://www.youtube.com/watch?v=zYxWvUtSrQ1#",
                "https://vimeo.com/314159265#",
                "https://tube.example/w/mN3pQ4rS5tU6vW7xY8zA9b?at=5&",
            ] {
                let address = format!("{address}{name}={value}");
                let start = video_at(&address).unwrap().start();
                assert_eq!(start, Seconds(expected), "{address}");
            }
        }
    }
}

#[test]
fn files() {
    for (address, file, start) in [
        ("a.mp4", "a.mp4", 0),
        (
            "https://a.example/a.mp4?t=5",
            "https://a.example/a.mp4?t=5",
            0,
        ),
        ("a.mp4#t=90", "a.mp4", 90),
        ("a.mp4#t=1:30,2:00", "a.mp4", 90),
        ("a.mp4#track=1&t=90", "a.mp4", 90),
        ("a.mp4#chapter", "a.mp4#chapter", 0),
        ("a.mp4#t=soon", "a.mp4#t=soon", 0),
    ] {
        let found = file_at(Href::new(address).unwrap(), None);
        let expected = VideoSource::file(Href::new(file).unwrap(), None);
        assert_eq!(found, expected.starting_at(Seconds(start)), "{address}");
    }
}
