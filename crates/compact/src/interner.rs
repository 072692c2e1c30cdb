//! Gives each different text a number and stores it once.

/// A growing list of different texts, each with a number.
#[derive(Debug, Clone, Default)]
pub struct Interner {
    /// All texts, one after the other.
    text: String,
    /// Where each text ends.
    ends: Vec<u32>,
    /// The hash of each text.
    hashes: Vec<u32>,
    /// Numbers plus one, by hash. 0 is a free place. The length is a power of two.
    table: Vec<u32>,
}

impl Interner {
    /// How many texts there are. They are numbered from 0.
    pub fn count(&self) -> usize {
        self.ends.len()
    }

    /// The text with a number, or an empty text.
    pub fn get(&self, number: u32) -> &str {
        let at = number as usize;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before));
        let start = start.map_or(0, |start| *start as usize);
        let end = self.ends.get(at).map_or(start, |end| *end as usize);
        self.text.get(start..end).unwrap_or_default()
    }

    /// The number of a text, if it has one.
    pub fn find(&self, text: &str) -> Option<u32> {
        if self.table.is_empty() {
            return None;
        }
        self.table[self.place(text, hash(text))].checked_sub(1)
    }

    /// The number of a text, and whether it is new.
    pub fn intern(&mut self, text: &str) -> (u32, bool) {
        if self.count() * 4 >= self.table.len() * 3 {
            self.grow();
        }
        let hash = hash(text);
        let place = self.place(text, hash);
        if let Some(number) = self.table[place].checked_sub(1) {
            return (number, false);
        }
        self.text.push_str(text);
        self.ends.push(index(self.text.len()));
        self.hashes.push(hash);
        self.table[place] = index(self.count());
        (index(self.count() - 1), true)
    }

    /// The bytes of memory that it uses.
    pub fn bytes(&self) -> usize {
        let numbers = self.ends.capacity() + self.hashes.capacity() + self.table.capacity();
        self.text.capacity() + numbers * 4
    }

    /// The place of a text in the table, whether it is there or not.
    fn place(&self, text: &str, hash: u32) -> usize {
        let mask = self.table.len() - 1;
        let mut place = hash as usize & mask;
        while let Some(number) = self.table[place].checked_sub(1) {
            if self.hashes[number as usize] == hash && self.get(number) == text {
                break;
            }
            place = (place + 1) & mask;
        }
        place
    }

    fn grow(&mut self) {
        let size = (self.table.len() * 2).max(64);
        self.table.clear();
        self.table.resize(size, 0);
        for (number, hash) in (0..).zip(&self.hashes) {
            let mut place = *hash as usize & (size - 1);
            while self.table[place] != 0 {
                place = (place + 1) & (size - 1);
            }
            self.table[place] = number + 1;
        }
    }
}

/// A length as a 32-bit number. No page has texts of four gigabytes.
pub fn index(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// FNV-1a, mixed once more because the table uses only the lowest bits.
fn hash(text: &str) -> u32 {
    let mut hash = 0x811c_9dc5_u32;
    for byte in text.bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    hash ^ (hash >> 15)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_different_texts_in_order() {
        let mut texts = Interner::default();
        assert_eq!(texts.find("a"), None);
        for round in 0..2 {
            for number in 0..1_000_u32 {
                assert_eq!(texts.intern(&number.to_string()), (number, round == 0));
            }
        }
        assert_eq!(texts.find("999"), Some(999));
        assert_eq!(texts.find("1000"), None);
        assert_eq!((texts.get(42), texts.get(1_000)), ("42", ""));
    }
}
