//! Which talks contain each word, and where.
//!
//! Each word has a chain of blocks of bytes, each longer than the one before. All blocks lie in
//! pages that never move. So talks can be added at any time and searched at once, and reading a
//! word goes through memory in order.

use nachlese_compact::index;

use super::{
    field::Fields,
    pages::{Pages, SIZE},
};

/// The distance between two texts of a talk, so that no phrase reaches from one to the other.
pub(super) const GAP: u32 = 16;

/// The places of each word.
#[derive(Debug, Clone, Default)]
pub(super) struct Postings {
    pages: Pages,
    words: Vec<Chain>,
    /// The entry being written, and its places.
    entry: Vec<u8>,
    packed: Vec<u8>,
}

/// Where a word's blocks are.
#[derive(Debug, Clone, Copy, Default)]
struct Chain {
    /// The first block.
    first: u32,
    /// The last block, and its size.
    last: u32,
    size: u32,
    /// Where the next entry goes; 0 before the first.
    next: u32,
    /// The talk of the last entry.
    talk: u32,
}

/// A block begins with the place of the block after it.
const LINK: u32 = 4;

/// The longest block; an entry always fits into one.
const LONGEST: u32 = 2_048;

/// The most places of an entry. A talk may have several entries.
const MOST_PLACES: usize = 128;

/// Walks over the entries of a word.
pub(super) struct Entries<'a> {
    pages: &'a Pages,
    /// From here on to the end of the page.
    rest: &'a [u8],
    block: u32,
    talk: u32,
}

/// The entry of a word in a talk.
pub(super) struct Entry<'a> {
    pub(super) talk: usize,
    /// Where the word stands in the talk.
    pub(super) fields: Fields,
    /// Its places, packed.
    bytes: &'a [u8],
}

/// Walks over the places of a word in a talk: position × 8 + field, ascending.
pub(super) struct Places<'a> {
    bytes: &'a [u8],
    last: u32,
}

impl Postings {
    /// Notes the places of a word in a talk.
    pub(super) fn add(&mut self, word: u32, talk: u32, places: &[u32]) {
        let word = word as usize;
        if self.words.len() <= word {
            self.words.resize(word + 1, Chain::default());
        }
        for places in places.chunks(MOST_PLACES) {
            self.add_entry(word, talk, places);
        }
    }

    /// The entries of a word. A talk has several if something was added to it later.
    pub(super) fn entries(&self, word: u32) -> Entries<'_> {
        let chain = self.words.get(word as usize).copied().unwrap_or_default();
        let has_any = chain.next > 0;
        Entries {
            pages: &self.pages,
            rest: if has_any {
                self.pages.from(chain.first + LINK)
            } else {
                &[]
            },
            block: chain.first,
            talk: 0,
        }
    }

    /// The bytes of memory that it uses.
    pub(super) fn bytes(&self) -> usize {
        self.pages.bytes() + self.words.capacity() * size_of::<Chain>()
    }

    fn add_entry(&mut self, word: usize, talk: u32, places: &[u32]) {
        let chain = &mut self.words[word];
        let (entry, packed) = (&mut self.entry, &mut self.packed);
        entry.clear();
        packed.clear();
        let mut last = 0;
        let mut fields = 0;
        for place in places {
            write(packed, place - last);
            last = *place;
            fields |= 1 << (place & 7);
        }
        // Encodes negative numbers too. Never 0, because that ends a block.
        let step = talk.wrapping_sub(chain.talk).cast_signed();
        write(entry, ((step << 1) ^ (step >> 31)).cast_unsigned() + 1);
        entry.push(fields);
        write(entry, index(packed.len()));
        entry.extend_from_slice(packed);
        let needed = index(entry.len());
        if chain.next == 0 || chain.next + needed >= chain.last + chain.size {
            let size = (chain.size * 2).min(LONGEST).max(needed + LINK + 1);
            let block = self.pages.reserve(size);
            if chain.next == 0 {
                chain.first = block;
            } else {
                self.pages.write(chain.last, &block.to_le_bytes());
            }
            (chain.last, chain.size, chain.next) = (block, size, block + LINK);
        }
        self.pages.write(chain.next, entry);
        chain.next += needed;
        chain.talk = talk;
    }
}

const _: () = assert!((LONGEST as usize) < SIZE && MOST_PLACES * 5 + 20 < LONGEST as usize);

impl<'a> Iterator for Entries<'a> {
    type Item = Entry<'a>;

    fn next(&mut self) -> Option<Entry<'a>> {
        if *self.rest.first()? == 0 {
            let link = self.pages.from(self.block).first_chunk::<4>()?;
            self.block = u32::from_le_bytes(*link);
            if self.block == 0 {
                self.rest = &[];
                return None;
            }
            self.rest = self.pages.from(self.block + LINK);
        }
        let step = read(&mut self.rest).wrapping_sub(1);
        let step = (step >> 1) ^ (step & 1).wrapping_neg();
        self.talk = self.talk.wrapping_add(step);
        let (fields, rest) = self.rest.split_first()?;
        self.rest = rest;
        let length = read(&mut self.rest) as usize;
        let (bytes, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(Entry {
            talk: self.talk as usize,
            fields: *fields,
            bytes,
        })
    }
}

impl<'a> Entry<'a> {
    /// Its places.
    pub(super) fn places(&self) -> Places<'a> {
        Places {
            bytes: self.bytes,
            last: 0,
        }
    }

    /// About how many places it has.
    pub(super) fn times(&self) -> u32 {
        // Most take one or two bytes.
        index(self.bytes.len().div_ceil(2))
    }
}

impl Iterator for Places<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        if self.bytes.is_empty() {
            return None;
        }
        self.last = self.last.wrapping_add(read(&mut self.bytes));
        Some(self.last)
    }
}

/// Appends a number with seven bits per byte, the lowest first. All bytes except the last have the
/// highest bit set.
fn write(bytes: &mut Vec<u8>, mut number: u32) {
    let low = |number: u32| (number & 0x7f) as u8;
    while number > 0x7f {
        bytes.push(0x80 | low(number));
        number >>= 7;
    }
    bytes.push(low(number));
}

#[inline]
fn read(bytes: &mut &[u8]) -> u32 {
    if let Some((byte, rest)) = bytes.split_first()
        && *byte < 0x80
    {
        *bytes = rest;
        return u32::from(*byte);
    }
    read_long(bytes)
}

fn read_long(bytes: &mut &[u8]) -> u32 {
    let mut number = 0;
    let mut shift = 0;
    while let Some((byte, rest)) = bytes.split_first() {
        *bytes = rest;
        number |= u32::from(byte & 0x7f).wrapping_shl(shift);
        shift += 7;
        if *byte < 0x80 {
            break;
        }
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(postings: &Postings, word: u32) -> Vec<(usize, Fields, Vec<u32>)> {
        let entries = postings.entries(word);
        let told = entries.map(|entry| (entry.talk, entry.fields, entry.places().collect()));
        told.collect()
    }

    #[test]
    fn tells_where_each_word_stands() {
        let mut postings = Postings::default();
        postings.add(1, 0, &[3, 200]);
        postings.add(0, 0, &[8]);
        postings.add(1, 70_000, &[70_000, 1_000_000]);
        postings.add(1, 5, &[7]);
        assert_eq!(entries(&postings, 0), [(0, 1, vec![8])]);
        let expected = [
            (0, 0b1001, vec![3, 200]),
            (70_000, 1, vec![70_000, 1_000_000]),
            (5, 0b1000_0000, vec![7]),
        ];
        assert_eq!(entries(&postings, 1), expected);
        assert_eq!(entries(&postings, 2), []);
    }

    #[test]
    fn keeps_any_number_of_entries_and_places() {
        let mut postings = Postings::default();
        let many: Vec<_> = (0..1_000_u32).map(|at| at * 1_000_000).collect();
        for talk in 0..5_000 {
            postings.add(talk % 3, talk, &[talk, talk + 1]);
        }
        postings.add(3, 9, &many);
        let second = entries(&postings, 1);
        assert_eq!(second.len(), 1_667);
        assert_eq!(second[1_666].0, 4_999);
        assert_eq!(second[1_666].2, [4_999, 5_000]);
        let places = entries(&postings, 3).into_iter().flat_map(|entry| entry.2);
        assert_eq!(places.collect::<Vec<_>>(), many);
    }
}
