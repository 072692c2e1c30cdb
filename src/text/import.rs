//! The sentences of imported programmes and of the command that imports them.

use super::Speech;

impl Speech {
    /// „Im ursprünglichen Programm“, the label of a link to what the programme itself has about an item.
    #[must_use]
    pub fn original_page(self) -> &'static str {
        self.pick("Im ursprünglichen Programm", "In the original programme")
    }

    /// „Programm“, the title of a programme that has none.
    #[must_use]
    pub fn nameless_programme(self) -> &'static str {
        self.pick("Programm", "Programme")
    }
}
