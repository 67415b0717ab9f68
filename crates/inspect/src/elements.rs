//! Elements side by side: which of them are shown, and each of them.

use crate::read::{CUT_OFF, OUTSIDE, Place, Reader, TOO_MUCH, kind_of, shortened};
use crate::scalar::is_scalar;
use crate::shape::ShapeId;
use crate::value::{Cells, Value};
use smol_str::format_smolstr;
use std::ops::Range;

impl Reader<'_> {
    /// Elements side by side, the first of which has this number.
    pub(crate) fn elements(
        &mut self,
        value: &mut Value,
        element: ShapeId,
        first: u64,
        len: u64,
        place: Place<'_>,
        nesting: u32,
    ) {
        let size = self.shapes.get(element).size;
        let end = first.saturating_add(len);
        let mut next = first;
        for stretch in self.shown(value, first..end) {
            value.leave_out(next..stretch.start);
            next = stretch.start;
            // Of the first elements there are few, and conditions look for them among the parts.
            if stretch.start >= self.limits.elements && is_scalar(&self.shapes.get(element).kind) {
                let cells = self.cells(element, first, stretch, place, nesting);
                next += cells.len() as u64;
                value.push_cells(cells);
                continue;
            }
            while next < stretch.end && self.left > 0 {
                let (part, address) = element_at(place, next - first, size);
                let element = self.under(format_smolstr!("[{next}]"), |this| {
                    this.value(element, format_smolstr!("{next}"), part, address, nesting + 1)
                });
                value.parts.push(element);
                next += 1;
            }
        }
        value.leave_out(next..end);
    }

    /// The same for elements without parts, of which many may be shown: as many of a stretch as may still be made.
    fn cells(&mut self, element: ShapeId, first: u64, stretch: Range<u64>, place: Place<'_>, nesting: u32) -> Cells {
        let shape = self.shapes.get(element);
        let count = (stretch.end - stretch.start).min(u64::from(self.left));
        self.left -= count as u32;
        let mut cells = Cells {
            from: stretch.start,
            address: element_at(place, stretch.start - first, shape.size).1,
            size: shape.size,
            ty: shape.name.clone(),
            kind: kind_of(shape),
            ..Cells::default()
        };
        cells.ends.reserve_exact(count as usize);
        for number in stretch.start..stretch.start + count {
            let (part, address) = element_at(place, number - first, shape.size);
            let words = match (self.gone_at(address, shape.size), part) {
                _ if nesting >= self.limits.nesting => Some(TOO_MUCH),
                (Some(words), _) => Some(words),
                (None, None) => Some(OUTSIDE),
                (None, Some(part)) => match self.scalar(shape, part, &mut cells.texts) {
                    Some(()) => None,
                    None => Some(CUT_OFF),
                },
            };
            cells.texts.push_str(words.unwrap_or_default());
            cells.ends.push(cells.texts.len() as u32);
        }
        cells
    }

    /// Which of a value's elements with these numbers are shown, ascending and apart: the first of all and those that were asked
    /// for. Where not all are, the value learns the way to it.
    pub(crate) fn shown(&self, value: &mut Value, numbers: Range<u64>) -> Vec<Range<u64>> {
        let mut wanted: Vec<Range<u64>> = std::iter::once(0..self.limits.elements).collect();
        if numbers.end > self.limits.elements {
            value.way = shortened(self.path.concat().replace("  ", " ")).trim_end().to_owned();
            for range in self.opened.get(&value.way).into_iter().flatten() {
                let at = wanted.partition_point(|other| other.start <= range.start);
                wanted.insert(at, range.clone());
            }
        }
        let mut shown: Vec<Range<u64>> = Vec::new();
        for range in wanted {
            let start = range.start.max(shown.last().map_or(numbers.start, |last| last.end));
            let end = range.end.min(numbers.end);
            if start < end {
                shown.push(start..end);
            }
        }
        shown
    }
}

/// Where the element of this index is, and its address even if it lies outside.
fn element_at(place: Place<'_>, index: u64, size: u64) -> (Option<Place<'_>>, Option<u64>) {
    let offset = index.checked_mul(size);
    let part = offset.and_then(|offset| place.part(offset, size));
    (part, place.address.zip(offset).map(|(address, offset)| address.wrapping_add(offset)))
}
