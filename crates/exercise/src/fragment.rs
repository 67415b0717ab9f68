//! A text put together from pieces of another, which knows where each piece came from.

use std::ops::Range;

/// A text made of pieces of another text and of what was put between them.
#[derive(Clone, PartialEq, Eq, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Fragment {
    text: String,
    pieces: Vec<Piece>,
}

/// A piece: `from` is where it lies in the other text, `None` for what was put in.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Piece {
    start: usize,
    from: Option<usize>,
}

impl Fragment {
    /// Append a piece that lies at `from` in the other text.
    pub fn push(&mut self, text: &str, from: usize) {
        self.pieces.push(Piece { start: self.text.len(), from: Some(from) });
        self.text.push_str(text);
    }

    /// Append what is not of the other text.
    pub fn insert(&mut self, text: &str) {
        self.pieces.push(Piece { start: self.text.len(), from: None });
        self.text.push_str(text);
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where a range of the text lies in the other one. Of a range that begins in what was put in, the nearest place before it.
    #[must_use]
    pub fn range(&self, range: Range<usize>) -> Range<usize> {
        let start = self.place(range.start);
        // The last byte of the range decides: its end may already be another piece.
        let end = if range.is_empty() { start } else { self.place(range.end - 1) + 1 };
        start..end.max(start)
    }

    fn place(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        let index = self.pieces.partition_point(|piece| piece.start <= offset);
        let before = &self.pieces[..index];
        let Some((at, piece)) = before.iter().enumerate().rev().find(|(_, piece)| piece.from.is_some()) else {
            return self.pieces.iter().find_map(|piece| piece.from).unwrap_or(0);
        };
        let end = self.pieces.get(at + 1).map_or(self.text.len(), |next| next.start);
        piece.from.unwrap_or(0) + offset.min(end) - piece.start
    }
}

#[cfg(test)]
mod tests {
    use super::Fragment;

    #[test]
    fn ranges_lead_back_to_where_the_pieces_came_from() {
        let mut fragment = Fragment::default();
        fragment.push("one\n", 10);
        fragment.insert("PUT ");
        fragment.push("two\n", 30);
        assert_eq!(fragment.text(), "one\nPUT two\n");
        assert_eq!(fragment.range(0..3), 10..13);
        assert_eq!(fragment.range(8..11), 30..33);
        assert_eq!(fragment.range(0..11), 10..33);
        assert_eq!(fragment.range(5..6), 14..15, "what was put in stands behind what was before it");
        assert_eq!(fragment.range(12..12), 34..34);
        assert_eq!(fragment.range(100..200), 34..35, "past the end");
        assert_eq!(Fragment::default().range(3..9), 0..1);
    }
}
