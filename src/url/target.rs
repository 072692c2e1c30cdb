//! The fragment of an address: a place on the page, and a second or passage of a recording.

use nachlese_event::Seconds;

use super::pairs;

/// A place on the page: a talk or section, and what of the talk's recording is meant.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Target {
    /// The id of a talk or section.
    pub id: String,
    /// The second of the recording.
    pub at: Option<Seconds>,
    /// Where the passage that begins there ends. Always after `at`.
    pub until: Option<Seconds>,
}

impl Target {
    /// A talk or section.
    #[must_use]
    pub fn place(id: &str) -> Self {
        Self::second(id, None)
    }

    /// A second of a talk's recording, or, without one, the talk.
    #[must_use]
    pub fn second(id: &str, at: Option<Seconds>) -> Self {
        Self {
            id: id.to_owned(),
            at,
            until: None,
        }
    }

    /// Reads `#<id>`, `#<id>@12:34` or `#<id>@12:34-13:05`. Seconds may also be written as `754` and
    /// as `12m34s`.
    #[must_use]
    pub fn read(hash: &str) -> Option<Self> {
        let hash = hash.trim_start_matches('#');
        // A fragment is percent-encoded, but a `+` in it is a plus.
        let (_, text) = pairs(&format!("h={}", hash.replace('+', "%2B"))).next()?;
        let (id, times) = text.split_once('@').unwrap_or((&text, ""));
        let (at, until) = times.split_once('-').unwrap_or((times, ""));
        let at = position(at);
        let until = position(until).filter(|until| at.is_some_and(|at| at < *until));
        (!id.is_empty()).then(|| Self {
            until,
            ..Self::second(id, at)
        })
    }

    /// Writes `#<id>@12:34-13:05`, or as much of it as there is.
    #[must_use]
    pub fn write(&self) -> String {
        let mut text = format!("#{}", self.id);
        for (sign, time) in [('@', self.at), ('-', self.until)] {
            if let Some(time) = time {
                text.push(sign);
                text += &time.to_string();
            }
        }
        text
    }
}

fn position(text: &str) -> Option<Seconds> {
    let read = Seconds::parse_position(text);
    read.or_else(|_| Seconds::parse_position(&format!("PT{text}")))
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_places_seconds_and_passages() {
        for (fragment, expected) in [
            ("#t", "#t"),
            ("t", "#t"),
            ("#t@12:34", "#t@12:34"),
            ("#t@12:34-13:05", "#t@12:34-13:05"),
            ("#t@1:02:03-1:02:04", "#t@1:02:03-1:02:04"),
            ("#t@754", "#t@12:34"),
            ("#t@754-785", "#t@12:34-13:05"),
            ("#t@1h2m3s", "#t@1:02:03"),
            ("#t@12m34s-13m5s", "#t@12:34-13:05"),
            ("#t%4012%3A34", "#t@12:34"),
            // What is not understood is left out.
            ("#t@", "#t"),
            ("#t@x", "#t"),
            ("#t@x-13:05", "#t"),
            ("#t@12:34-", "#t@12:34"),
            ("#t@12:34-x", "#t@12:34"),
            ("#t@12:34-12:34", "#t@12:34"),
            ("#t@12:34-12:00", "#t@12:34"),
            ("#t@12:34-13:05-14:00", "#t@12:34"),
            ("#t@99999:00", "#t"),
            ("#a-b@0:05-0:07", "#a-b@0:05-0:07"),
        ] {
            let target = Target::read(fragment).unwrap();
            assert_eq!(target.write(), expected, "{fragment}");
            assert_eq!(Target::read(&target.write()), Some(target));
        }
        assert_eq!(Target::read("#"), None);
        assert_eq!(Target::read("#@12:34"), None);
    }
}
