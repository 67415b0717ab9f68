//! Long lists of rows of one height, of which only those in view exist in the page.

use std::ops::Range;

/// The height of a row in CSS pixels; the style sheet's `--row` is the same.
pub(super) const ROW: i32 = 21;
/// How many rows beyond the view exist, so that scrolling shows no gap.
pub(super) const MARGIN: usize = 12;

/// Which of `count` rows exist: those that are seen at this scroll position in a list of this height, and `margin` on each side. The
/// window moves in steps, so that most scrolling changes nothing in the page.
pub(super) fn window(scroll: i32, height: i32, margin: usize, count: usize) -> Range<usize> {
    let first = usize::try_from(scroll / ROW).unwrap_or(0).saturating_sub(margin);
    let first = first - first % 4;
    let seen = usize::try_from(height / ROW).unwrap_or(0);
    first.min(count)..(first + seen + 2 * margin + 6).min(count)
}
