//! Ranges as values.

pub struct Range<Idx> {
    pub start: Idx,
    pub end: Idx,
}

pub struct RangeFrom<Idx> {
    pub start: Idx,
}

pub struct RangeTo<Idx> {
    pub end: Idx,
}

pub struct RangeFull;

pub struct RangeInclusive<Idx> {
    pub(crate) start: Idx,
    pub(crate) end: Idx,
    pub(crate) exhausted: bool,
}

pub struct RangeToInclusive<Idx> {
    pub end: Idx,
}

/// An end of a range.
pub enum Bound<T> {
    Included(T),
    Excluded(T),
    Unbounded,
}

impl<Idx> RangeInclusive<Idx> {
    pub const fn new(start: Idx, end: Idx) -> Self {
        RangeInclusive { start, end, exhausted: false }
    }

    pub const fn start(&self) -> &Idx {
        &self.start
    }

    pub const fn end(&self) -> &Idx {
        &self.end
    }
}

impl<Idx: PartialOrd> Range<Idx> {
    pub fn contains(&self, item: &Idx) -> bool {
        self.start <= *item && *item < self.end
    }

    pub fn is_empty(&self) -> bool {
        !(self.start < self.end)
    }
}

impl<Idx: PartialOrd> RangeInclusive<Idx> {
    pub fn contains(&self, item: &Idx) -> bool {
        self.start <= *item && *item <= self.end
    }

    pub fn is_empty(&self) -> bool {
        self.exhausted || !(self.start <= self.end)
    }
}

impl<Idx: PartialOrd> RangeFrom<Idx> {
    pub fn contains(&self, item: &Idx) -> bool {
        self.start <= *item
    }
}

impl<Idx: PartialOrd> RangeTo<Idx> {
    pub fn contains(&self, item: &Idx) -> bool {
        *item < self.end
    }
}

impl<Idx: PartialOrd> RangeToInclusive<Idx> {
    pub fn contains(&self, item: &Idx) -> bool {
        *item <= self.end
    }
}

impl<Idx: Clone> Clone for Range<Idx> {
    fn clone(&self) -> Self {
        Range { start: self.start.clone(), end: self.end.clone() }
    }
}

impl<Idx: Clone> Clone for RangeFrom<Idx> {
    fn clone(&self) -> Self {
        RangeFrom { start: self.start.clone() }
    }
}

impl<Idx: Clone> Clone for RangeTo<Idx> {
    fn clone(&self) -> Self {
        RangeTo { end: self.end.clone() }
    }
}

impl<Idx: Copy> Copy for RangeTo<Idx> {}

impl Clone for RangeFull {
    fn clone(&self) -> Self {
        RangeFull
    }
}

impl Copy for RangeFull {}

impl<Idx: Clone> Clone for RangeInclusive<Idx> {
    fn clone(&self) -> Self {
        RangeInclusive { start: self.start.clone(), end: self.end.clone(), exhausted: self.exhausted }
    }
}

impl<Idx: Clone> Clone for RangeToInclusive<Idx> {
    fn clone(&self) -> Self {
        RangeToInclusive { end: self.end.clone() }
    }
}

impl<Idx: Copy> Copy for RangeToInclusive<Idx> {}

impl<Idx: PartialEq> PartialEq for Range<Idx> {
    fn eq(&self, other: &Self) -> bool {
        self.start == other.start && self.end == other.end
    }
}

impl<Idx: Eq> Eq for Range<Idx> {}

impl<Idx: PartialEq> PartialEq for RangeInclusive<Idx> {
    fn eq(&self, other: &Self) -> bool {
        self.start == other.start && self.end == other.end && self.exhausted == other.exhausted
    }
}

impl<Idx: Eq> Eq for RangeInclusive<Idx> {}

impl<Idx: PartialEq> PartialEq for RangeFrom<Idx> {
    fn eq(&self, other: &Self) -> bool {
        self.start == other.start
    }
}

impl<Idx: PartialEq> PartialEq for RangeTo<Idx> {
    fn eq(&self, other: &Self) -> bool {
        self.end == other.end
    }
}

impl<Idx: Default> Default for Range<Idx> {
    fn default() -> Self {
        Range { start: Idx::default(), end: Idx::default() }
    }
}
