//! Where the rows of memory's picture stand, and the arrows between them.

use std::ops::Range;

use stair_web::picture::{Arrow, Picture};
use yew::prelude::*;

use super::rows::ROW;

/// The room between the stack and the blocks, or beside both, for arrows.
const LANE: i32 = 52;
/// The width from which on the blocks stand beside the stack.
const TWO_COLUMNS: i32 = 560;
/// How many arrows are drawn at most.
const MOST_ARROWS: usize = 200;

/// How the rows are spread over the view: the stack on the left and the blocks on the right, or all below each other.
#[derive(Clone, Copy)]
pub(super) struct Room {
    width: i32,
    stack: usize,
    has_two: bool,
}

impl Room {
    pub(super) fn new(width: i32, stack: usize) -> Self {
        Self { width, stack, has_two: width >= TWO_COLUMNS }
    }

    /// The line of a row, from the top of the picture.
    pub(super) fn line(self, place: usize) -> usize {
        if self.has_two && place >= self.stack { place - self.stack } else { place }
    }

    /// How many lines so many rows take.
    pub(super) fn lines(self, rows: usize) -> usize {
        if self.has_two { self.stack.max(rows - self.stack) } else { rows }
    }

    /// The rows on the left and those on the right.
    pub(super) fn columns(self, rows: usize) -> (Range<usize>, Range<usize>) {
        if self.has_two { (0..self.stack, self.stack..rows) } else { (0..rows, rows..rows) }
    }

    pub(super) fn stack_width(self) -> i32 {
        if self.has_two { (self.width - LANE) * 13 / 24 } else { (self.width - LANE).max(120) }
    }

    pub(super) fn blocks_left(self) -> i32 {
        self.stack_width() + LANE
    }

    pub(super) fn blocks_width(self) -> i32 {
        if self.has_two { self.width - self.blocks_left() - 8 } else { 0 }
    }

    fn is_right(self, place: usize) -> bool {
        self.has_two && place >= self.stack
    }

    /// The path of an arrow and that of its head, with lines counted from `first`.
    fn paths(self, arrow: &Arrow, first: usize) -> (String, String, (i32, i32)) {
        let y = |place: usize| {
            let line = i32::try_from(self.line(place)).unwrap_or(0) - i32::try_from(first).unwrap_or(0);
            line * ROW + ROW / 2
        };
        let (y1, y2) = (y(arrow.from), y(arrow.to));
        let x = |place: usize| if self.is_right(place) { self.blocks_left() } else { self.stack_width() };
        let (x1, x2) = (x(arrow.from), x(arrow.to));
        // Away from a row is right of the left column and left of the right one.
        let away = |place: usize| if self.is_right(place) { -1 } else { 1 };
        let bend = if self.is_right(arrow.from) == self.is_right(arrow.to) {
            // Long arrows beside each other are told apart by how far out they go.
            let own = i32::try_from(arrow.from % 5).unwrap_or(0) * 4;
            (12 + (y2 - y1).abs() / 16).min(LANE - 24) + own
        } else {
            LANE - 14
        };
        let end = x2 + 7 * away(arrow.to);
        let line =
            format!("M{x1} {y1}C{} {y1} {} {y2} {end} {y2}", x1 + bend * away(arrow.from), x2 + bend * away(arrow.to));
        let head = format!("M{} {y2}l{} -4v8z", x2 + away(arrow.to), 7 * away(arrow.to));
        (line, head, (x1, y1))
    }
}

/// The arrows that begin or end in view.
pub(super) fn arrows(picture: &Picture<'_>, room: Room, window: &Range<usize>, active: Option<usize>) -> Html {
    let is_seen = |place: usize| window.contains(&room.line(place));
    let seen = picture.arrows.iter().filter(|arrow| is_seen(arrow.from) || is_seen(arrow.to));
    seen.take(MOST_ARROWS)
        .map(|arrow| {
            let (line, head, (x, y)) = room.paths(arrow, window.start);
            let is_on = active.is_some_and(|place| place == arrow.from || place == arrow.to);
            html! {
                <g class={classes!(arrow.owns.then_some("owns"), is_on.then_some("on"))}>
                    <path class="line-of" d={line} />
                    <path class="head" d={head} />
                    <circle cx={x.to_string()} cy={y.to_string()} r="2.5" />
                </g>
            }
        })
        .collect()
}
