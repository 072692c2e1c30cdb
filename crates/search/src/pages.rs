//! Memory that grows without moving: nothing is copied, and no old copies are left behind.

/// The size of a page in bytes.
pub(super) const SIZE: usize = 1 << 16;

/// Bytes in pages of equal size. A reserved block lies within one page.
#[derive(Debug, Clone, Default)]
pub(super) struct Pages {
    pages: Vec<Vec<u8>>,
    /// How much of the last page is used.
    used: usize,
}

impl Pages {
    /// Reserves a block of zeros, at most [`SIZE`] long. Returns its place, which is never 0.
    pub(super) fn reserve(&mut self, size: u32) -> u32 {
        let size = size as usize;
        if self.pages.is_empty() || self.used + size > SIZE {
            // Place 0 means nothing.
            self.used = usize::from(self.pages.is_empty());
            self.pages.push(vec![0; SIZE]);
        }
        let place = (self.pages.len() - 1) * SIZE + self.used;
        self.used += size;
        nachlese_compact::index(place)
    }

    /// Overwrites bytes of a block.
    pub(super) fn write(&mut self, place: u32, bytes: &[u8]) {
        let (page, at) = (place as usize / SIZE, place as usize % SIZE);
        let page = self
            .pages
            .get_mut(page)
            .and_then(|page| page.get_mut(at..at + bytes.len()));
        if let Some(target) = page {
            target.copy_from_slice(bytes);
        }
    }

    /// The bytes from a place on to the end of its page.
    pub(super) fn from(&self, place: u32) -> &[u8] {
        let page = self.pages.get(place as usize / SIZE);
        let bytes = page.and_then(|page| page.get(place as usize % SIZE..));
        bytes.unwrap_or_default()
    }

    /// The bytes of memory that it uses.
    pub(super) fn bytes(&self) -> usize {
        self.pages.len() * SIZE
    }
}
