//! A long sequence of words in pages that equal sequences share.

use std::sync::Arc;

/// How many words a page has: 4 KiB.
pub(crate) const PAGE_WORDS: usize = 512;

/// The words of a page.
pub(crate) type Page = [u64; PAGE_WORDS];

/// Words, in pages. A page of zeros is not stored, and one that equals that of an older sequence is shared with it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pages(Vec<Option<Arc<Page>>>);

impl Pages {
    /// `count` pages, each of which `fill` writes over zeros. `older` is what they probably equal.
    pub(crate) fn take(count: usize, older: Option<&Self>, mut fill: impl FnMut(usize, &mut Page)) -> Self {
        let mut page: Page = [0; PAGE_WORDS];
        let take = |index| {
            page.fill(0);
            fill(index, &mut page);
            match older.and_then(|older| older.0.get(index)) {
                Some(Some(same)) if **same == page => Some(Arc::clone(same)),
                _ if is_zero(&page) => None,
                _ => Some(Arc::new(page)),
            }
        };
        Self((0..count).map(take).collect())
    }

    /// The pages in order; `None` for one of zeros.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Option<&Page>> {
        self.0.iter().map(Option::as_deref)
    }

    /// How many pages are stored here that `older` does not share.
    pub(crate) fn fresh(&self, older: Option<&Self>) -> usize {
        let is_shared = |(index, page): (usize, &Arc<Page>)| {
            let other = older.and_then(|older| older.0.get(index)?.as_ref());
            other.is_some_and(|other| Arc::ptr_eq(page, other))
        };
        let stored = self.0.iter().enumerate().filter_map(|(index, page)| Some((index, page.as_ref()?)));
        stored.filter(|&entry| !is_shared(entry)).count()
    }
}

fn is_zero(page: &Page) -> bool {
    page.iter().fold(0, |all, word| all | word) == 0
}
