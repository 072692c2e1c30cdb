//! The XML parser outside of browsers.

use quick_xml::{
    Reader, XmlVersion,
    escape::resolve_predefined_entity,
    events::{BytesStart, Event},
};

use super::Tree;

const MOST_ATTRIBUTES: usize = 1_000;

/// Parses XML with quick-xml, as strictly as browsers do. Custom entities are errors.
#[must_use]
pub fn native_xml(text: &str, tree: &mut Tree) -> bool {
    told(text, tree).is_some()
}

fn told(text: &str, tree: &mut Tree) -> Option<()> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_comments = true;
    let mut depth = 0_usize;
    let mut has_root = false;
    loop {
        match reader.read_event().ok()? {
            Event::Start(element) => {
                // One root, and nothing after it.
                if depth == 0 && std::mem::replace(&mut has_root, true) {
                    return None;
                }
                depth += 1;
                open(&element, tree)?;
            }
            Event::Empty(element) => {
                if depth == 0 && std::mem::replace(&mut has_root, true) {
                    return None;
                }
                open(&element, tree)?;
                tree.close();
            }
            Event::End(_) => {
                depth = depth.checked_sub(1)?;
                tree.close();
            }
            Event::Text(text) if depth > 0 => tree.text(&text.xml10_content().ok()?),
            Event::CData(text) if depth > 0 => tree.text(&text.xml10_content().ok()?),
            Event::GeneralRef(reference) if depth > 0 => {
                let name = reference.decode().ok()?;
                match reference.resolve_char_ref().ok()? {
                    Some(c) => tree.text(c.encode_utf8(&mut [0; 4])),
                    None => tree.text(resolve_predefined_entity(&name)?),
                }
            }
            Event::Text(text) if text.iter().all(u8::is_ascii_whitespace) => {}
            Event::Text(_) | Event::CData(_) | Event::GeneralRef(_) => return None,
            Event::Eof => return (depth == 0).then_some(()),
            Event::Decl(_) | Event::PI(_) | Event::DocType(_) | Event::Comment(_) => {}
        }
    }
}

fn open(element: &BytesStart<'_>, tree: &mut Tree) -> Option<()> {
    tree.open(std::str::from_utf8(element.name().as_ref()).ok()?);
    for (at, attribute) in element.attributes().enumerate() {
        // Each is compared with all before it.
        if at > MOST_ATTRIBUTES {
            return None;
        }
        let attribute = attribute.ok()?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
        let name = std::str::from_utf8(attribute.key.as_ref()).ok()?;
        tree.attribute(name, &value);
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use nachlese_event::LocalizedText;

    use super::*;
    use crate::import::{NativeZones, read};

    #[test]
    fn reads_programmes_that_people_wrote_themselves() {
        for (inside, expected) in [
            ("<title>Q & A&nbsp;zu K&ouml;ln</title>", "Q & A zu Köln: -"),
            (
                "<title>Ein <i>guter</i> Tag</title><abstract><p>Eins</p><p>Zwei<br/>drei</p></abstract>",
                "Ein guter Tag: Eins\n\nZwei drei",
            ),
        ] {
            let text = format!(
                "<schedule><day date='2026-06-12'><room name='R'><event id='1'><start>9:30</start>{inside}\
                 </event></room></day></schedule>"
            );
            let (event, _) = read(&text, native_xml, NativeZones).unwrap();
            let talk = &event.talks[0];
            let line = |text: Option<&LocalizedText>| {
                let text = text.and_then(|text| text.variants().next());
                text.map_or("-", |(_, text)| text).to_owned()
            };
            let told = [line(talk.title.as_ref()), line(talk.summary.as_ref())];
            assert_eq!(told.join(": "), expected, "{inside}");
            let start = talk.start.map(|start| start.to_string());
            assert_eq!(start.as_deref(), Some("2026-06-12T09:30:00"));
        }
    }
}
