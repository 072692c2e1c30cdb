//! The words of titles and names, and how many titles have them.

use std::collections::{BTreeMap, BTreeSet};

use nachlese_event::{Event, LocalizedText, Talk};
use nachlese_fold::fold;

/// A word, by its number.
pub(super) type Word = usize;

/// How many talks are looked at to find those that share words with a video, the rarest words
/// first. What more talks share tells nothing.
const LOOKED_AT: usize = 600;

/// All words.
pub(super) struct Corpus {
    pub(super) words: Vec<String>,
    /// How much each word tells.
    pub(super) weights: Vec<f64>,
    /// The words of each video's title.
    pub(super) videos: Vec<BTreeSet<Word>>,
    /// Whether each video's title was cut off.
    pub(super) is_cut: Vec<bool>,
    pub(super) talks: Vec<TalkWords>,
    /// Words of the event's title, and those that most videos have.
    pub(super) common: BTreeSet<Word>,
    /// The talks that have a word in their title or among their names.
    postings: Vec<Vec<usize>>,
}

/// The words of a talk.
pub(super) struct TalkWords {
    /// Of each of its titles, with and without the subtitle, and how much that one counts.
    pub(super) titles: Vec<(BTreeSet<Word>, f64)>,
    /// Of each person's name.
    pub(super) names: Vec<BTreeSet<Word>>,
}

/// The numbers of words.
#[derive(Default)]
struct Numbers {
    by_word: BTreeMap<String, Word>,
    words: Vec<String>,
}

impl Numbers {
    fn of(&mut self, text: &str) -> BTreeSet<Word> {
        let folded = fold(text).spelled_out;
        let words = folded.split(|c: char| !c.is_alphanumeric());
        let words = words.filter(|word| !word.is_empty());
        words.map(|word| self.number(word)).collect()
    }

    fn number(&mut self, word: &str) -> Word {
        if let Some(number) = self.by_word.get(word) {
            return *number;
        }
        let number = self.words.len();
        self.by_word.insert(word.to_owned(), number);
        self.words.push(word.to_owned());
        number
    }
}

impl Corpus {
    pub(super) fn of(titles: &[&str], event: &Event) -> Self {
        let mut numbers = Numbers::default();
        let is_cut: Vec<_> = titles.iter().map(|title| is_cut(title)).collect();
        let whole = titles
            .iter()
            .zip(&is_cut)
            .map(|(title, is_cut)| match is_cut {
                true => without_last_word(title),
                false => title,
            });
        let videos: Vec<_> = whole.map(|title| numbers.of(title)).collect();
        let name_by_id: BTreeMap<&str, &str> = event
            .people
            .iter()
            .map(|person| (person.id.as_str(), person.name.as_str()))
            .collect();
        let talks: Vec<_> = event
            .talks
            .iter()
            .map(|talk| TalkWords::of(talk, &name_by_id, &mut numbers))
            .collect();
        let mut common = BTreeSet::new();
        for (_, title) in event.title.variants() {
            common.extend(numbers.of(title));
        }
        let words = numbers.words;
        let in_videos = counts(videos.iter(), words.len());
        let all_titles: Vec<_> = talks.iter().map(TalkWords::whole_title).collect();
        let in_talks = counts(all_titles.iter(), words.len());
        // What most videos have in common is about the list, not about one of them.
        if videos.len() >= 4 {
            let is_shared = |word: &Word| in_videos[*word] * 10 >= videos.len() * 6;
            common.extend((0..words.len()).filter(is_shared));
        }
        let total = small(videos.len() + talks.len()) + 1.0;
        let weight = |word: Word| {
            (total / (small(in_videos[word] + in_talks[word]) + 0.5))
                .ln()
                .max(0.05)
        };
        let weights = (0..words.len()).map(weight).collect();
        let mut postings = vec![Vec::new(); words.len()];
        for (at, talk) in talks.iter().enumerate() {
            let mut own = talk.whole_title();
            own.extend(talk.names.iter().flatten().copied());
            for word in own {
                postings[word].push(at);
            }
        }
        Self {
            words,
            weights,
            videos,
            is_cut,
            talks,
            common,
            postings,
        }
    }

    /// The talks that share the words of a video that tell most, at most so many.
    pub(super) fn candidates(&self, video: usize, most: usize) -> Vec<usize> {
        let mut words: Vec<_> = self.videos[video].iter().copied().collect();
        words.sort_by_key(|word| (self.postings[*word].len(), *word));
        let (mut shared, mut looked_at) = (BTreeMap::<usize, f64>::new(), 0);
        for word in words {
            let postings = &self.postings[word];
            looked_at += postings.len();
            // The rarest word is always looked up, however many talks have it.
            if looked_at > LOOKED_AT && !shared.is_empty() {
                break;
            }
            for talk in postings.iter().take(LOOKED_AT) {
                *shared.entry(*talk).or_default() += self.weights[word];
            }
        }
        let mut shared: Vec<_> = shared.into_iter().collect();
        shared.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        shared
            .into_iter()
            .take(most)
            .map(|(talk, _)| talk)
            .collect()
    }
}

impl TalkWords {
    fn of(talk: &Talk, name_by_id: &BTreeMap<&str, &str>, numbers: &mut Numbers) -> Self {
        let mut titles = Vec::new();
        for (_, title) in talk.heading().into_iter().flat_map(LocalizedText::variants) {
            titles.push((numbers.of(title), 1.0));
            let main = main_title(title).map(|main| numbers.of(main));
            titles.extend(main.filter(|main| main.len() > 1).map(|main| (main, 0.95)));
        }
        let ids = talk.people.iter().map(|it| it.person.as_str());
        let names = ids.filter_map(|id| name_by_id.get(id).copied());
        let names: Vec<_> = names.map(|name| numbers.of(name)).collect();
        Self { titles, names }
    }

    fn whole_title(&self) -> BTreeSet<Word> {
        self.titles
            .iter()
            .flat_map(|(words, _)| words.iter().copied())
            .collect()
    }
}

/// The longest title that `YouTube` takes, in characters.
const LONGEST_TITLE: usize = 100;

/// Whether a title was cut off, which its last word shows or its length.
fn is_cut(title: &str) -> bool {
    title.ends_with(['…']) || title.ends_with("...") || title.chars().count() >= LONGEST_TITLE - 2
}

fn without_last_word(title: &str) -> &str {
    let title = title.trim_end_matches(['…', '.', ' ']);
    title.rfind(' ').map_or(title, |at| &title[..at])
}

/// What stands before the subtitle.
fn main_title(title: &str) -> Option<&str> {
    let signs = [": ", " – ", " - ", " — ", "? ", "! ", ". "];
    let end = signs.iter().filter_map(|sign| title.find(sign)).min()?;
    Some(&title[..end])
}

fn counts<'a>(titles: impl Iterator<Item = &'a BTreeSet<Word>>, words: usize) -> Vec<usize> {
    let mut counts = vec![0; words];
    for word in titles.flatten() {
        counts[*word] += 1;
    }
    counts
}

#[expect(clippy::cast_precision_loss, reason = "nobody has that many titles")]
fn small(count: usize) -> f64 {
    count as f64
}
