//! The program's text as it is shown: its lines, those that are folded away, and what of a line is marked.

use std::ops::RangeInclusive;

use stair_protocol::{Class, Line, Span};

/// A row of the text as it is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Row {
    /// A line, counted from 1.
    Line(u32),
    /// Lines that are hidden: the first and the last.
    Hidden(u32, u32),
}

/// The rows of a text of so many lines. Lines that are hidden stand together in one row, unless one of them is `running`.
pub fn rows(count: u32, hidden: &[RangeInclusive<u32>], running: Option<u32>) -> Vec<Row> {
    let is_hidden = |line: u32| hidden.iter().any(|range| range.contains(&line));
    let mut rows: Vec<Row> = Vec::new();
    let mut line = 1;
    while line <= count {
        let end = (line..=count).take_while(|&line| is_hidden(line)).last();
        match end.filter(|&end| running.is_none_or(|running| !(line..=end).contains(&running))) {
            Some(end) => {
                rows.push(Row::Hidden(line, end));
                line = end + 1;
            }
            None => {
                let end = end.unwrap_or(line);
                rows.extend((line..=end).map(Row::Line));
                line = end + 1;
            }
        }
    }
    rows
}

/// A piece of a line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Piece<'a> {
    /// The text.
    pub text: &'a str,
    /// What it is.
    pub class: Class,
    /// Whether it is a part of the expression that runs.
    pub is_running: bool,
    /// Whether the author highlights it.
    pub is_highlighted: bool,
}

/// The pieces of a line, cut where what runs and what is highlighted begins and ends. All places are bytes of the whole text.
pub fn pieces<'a>(line: Line<'a>, running: Option<Span>, highlighted: &[Span]) -> Vec<Piece<'a>> {
    let mut at = line.span.map_or(0, |(start, _)| start);
    let mut pieces = Vec::new();
    for segment in line.segments() {
        let mut rest = segment.text;
        while !rest.is_empty() {
            let end = at + rest.len() as u32;
            let spans = highlighted.iter().copied().chain(running);
            let cut =
                spans.flat_map(|(from, to)| [from, to]).filter(|cut| (at + 1..end).contains(cut)).min().unwrap_or(end);
            // A place within a character is no place to cut.
            let (text, behind) = rest.split_at_checked((cut - at) as usize).unwrap_or((rest, ""));
            let holds = |(from, to): &Span| *from <= at && at < *to;
            pieces.push(Piece {
                text,
                class: segment.class,
                is_running: running.as_ref().is_some_and(holds),
                is_highlighted: highlighted.iter().any(holds),
            });
            at += text.len() as u32;
            rest = behind;
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_lines_stand_together_and_open_for_what_runs() {
        use Row::{Hidden, Line};
        assert_eq!(rows(4, &[], None), [Line(1), Line(2), Line(3), Line(4)]);
        assert_eq!(rows(4, &[1..=1, 2..=2, 9..=9], None), [Hidden(1, 2), Line(3), Line(4)]);
        assert_eq!(rows(4, &[1..=2, 4..=9], Some(2)), [Line(1), Line(2), Line(3), Hidden(4, 4)]);
        assert_eq!(rows(0, &[1..=2], None), []);
    }

    #[test]
    fn pieces_are_cut_where_marks_begin_and_end() {
        let text = "let é = a + b;\nb\n";
        let doc = crate::coloured::source(text);
        let of = |line: usize, running, highlighted: &[Span]| {
            let pieces = doc.line(line).map(|line| pieces(line, running, highlighted)).unwrap_or_default();
            let joined: String = pieces.iter().map(|piece| piece.text).collect();
            assert_eq!(Some(joined.as_str()), text.lines().nth(line));
            let marked = |is: fn(&Piece<'_>) -> bool| {
                pieces.iter().filter(|piece| is(piece)).map(|piece| piece.text).collect::<String>()
            };
            (marked(|piece| piece.is_running), marked(|piece| piece.is_highlighted))
        };
        assert_eq!(of(0, None, &[]), (String::new(), String::new()));
        assert_eq!(of(0, Some((9, 14)), &[(0, 10)]), ("a + b".to_owned(), "let é = a".to_owned()));
        assert_eq!(of(1, Some((9, 17)), &[]), ("b".to_owned(), String::new()), "a mark over two lines");
        // Within the character é nothing is cut.
        assert_eq!(of(0, Some((5, 6)), &[]).0, "");
    }
}
