//! What a program printed.

use std::ops::Range;

use stair_protocol::Stream;

/// A chunk never grows longer than this many bytes: what is on the screen already is left alone when more comes.
const CHUNK_LIMIT: usize = 4096;

/// What a program printed, in the order in which it printed it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Console {
    /// The text, in pieces of one stream each.
    pub chunks: Vec<Chunk>,
    /// How many bytes were printed and are not kept.
    pub withheld: u64,
}

/// A piece of what was printed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Chunk {
    /// Where it was printed.
    pub stream: Stream,
    /// The text.
    pub text: String,
}

impl Console {
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    /// Adds what a program printed to one of its streams.
    pub fn print(&mut self, stream: Stream, text: &str) {
        let mut rest = text;
        while !rest.is_empty() {
            let (front, behind) = rest.split_at(end_of_chunk(rest));
            match self.chunks.last_mut() {
                Some(last) if last.stream == stream && last.text.len() + front.len() <= CHUNK_LIMIT => {
                    last.text.push_str(front)
                }
                _ => self.chunks.push(Chunk { stream, text: front.to_owned() }),
            }
            rest = behind;
        }
    }

    /// Whether nothing was printed.
    pub fn is_empty(&self) -> bool {
        self.chunks.is_empty()
    }

    /// How much of each chunk has been printed when so many bytes of standard output and of standard error have been, in bytes.
    pub fn printed(&self, (mut stdout, mut stderr): (u64, u64)) -> Vec<usize> {
        let chunks = self.chunks.iter().map(|chunk| {
            let left = if chunk.stream == Stream::Stdout { &mut stdout } else { &mut stderr };
            let length = chunk.text.len();
            let here = usize::try_from(*left).unwrap_or(usize::MAX).min(length);
            *left -= here as u64;
            chunk.text.floor_char_boundary(here)
        });
        chunks.collect()
    }

    /// The stream of a byte of all that was printed, and which byte of that stream it is. Both are counted from 0. `None` if there
    /// are not so many.
    pub fn origin(&self, place: usize) -> Option<(Stream, u64)> {
        let (mut stdout, mut stderr) = (0, 0);
        let mut start = 0;
        for chunk in &self.chunks {
            let before = if chunk.stream == Stream::Stdout { &mut stdout } else { &mut stderr };
            if place - start < chunk.text.len() {
                return Some((chunk.stream, *before + (place - start) as u64));
            }
            *before += chunk.text.len() as u64;
            start += chunk.text.len();
        }
        None
    }

    /// The line that a byte of all that was printed, counted from 0, is in: what one stream printed without another in between,
    /// up to the end of a line. `None` if there are not so many bytes.
    pub fn line_around(&self, place: usize) -> Option<Range<usize>> {
        let (mut start, mut end) = (0, 0);
        let mut stream = None;
        for chunk in &self.chunks {
            if stream != Some(chunk.stream) {
                if place < end {
                    break;
                }
                (start, stream) = (end, Some(chunk.stream));
            }
            for line in chunk.text.split_inclusive('\n') {
                end += line.len();
                if line.ends_with('\n') {
                    if place < end {
                        return Some(start..end);
                    }
                    start = end;
                }
            }
        }
        (place < end).then_some(start..end)
    }
}

/// How much of a text the next chunk takes: as many lines as fit, else a part of the first.
fn end_of_chunk(text: &str) -> usize {
    if text.len() <= CHUNK_LIMIT {
        return text.len();
    }
    let limit = text.floor_char_boundary(CHUNK_LIMIT);
    text[..limit].rfind('\n').map_or(limit, |end| end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A console on which this was printed.
    fn console(prints: &[(Stream, &str)]) -> Console {
        let mut console = Console::default();
        prints.iter().for_each(|(stream, text)| console.print(*stream, text));
        console
    }

    #[test]
    fn a_long_text_is_cut_behind_lines_and_nothing_is_lost() {
        let text: String = (0..5_000).map(|n| format!("line {n}\n")).collect();
        let console = console(&[(Stream::Stdout, &text), (Stream::Stdout, &"é".repeat(CHUNK_LIMIT))]);
        assert!(console.chunks.iter().all(|chunk| chunk.text.len() <= CHUNK_LIMIT));
        let lines = console.chunks.iter().take_while(|chunk| chunk.text.starts_with("line"));
        assert!(lines.clone().count() > 10 && lines.clone().all(|chunk| chunk.text.ends_with('\n')));
        let all: String = console.chunks.iter().map(|chunk| chunk.text.as_str()).collect();
        assert_eq!(all.len(), text.len() + 2 * CHUNK_LIMIT);
    }

    #[test]
    fn a_byte_is_known_by_its_stream_and_its_line() {
        use Stream::{Stderr, Stdout};
        let console = console(&[(Stdout, "one\ntw"), (Stderr, "oh\nno"), (Stdout, "o\n\n"), (Stderr, "!")]);
        assert_eq!(console.origin(0), Some((Stdout, 0)));
        assert_eq!(console.origin(6), Some((Stderr, 0)));
        assert_eq!(console.origin(11), Some((Stdout, 6)));
        assert_eq!(console.origin(14), Some((Stderr, 5)));
        assert_eq!(console.origin(15), None);
        let lines: Vec<_> = (0..16).map(|place| console.line_around(place)).collect();
        let expected = [0..4, 4..6, 6..9, 9..11, 11..13, 13..14, 14..15];
        let each = expected.iter().flat_map(|line| line.clone().map(|_| Some(line.clone()))).chain([None]);
        assert_eq!(lines, each.collect::<Vec<_>>());
    }

    #[test]
    fn a_line_may_reach_over_chunks() {
        let long = "x".repeat(2 * CHUNK_LIMIT + 5);
        let console = console(&[(Stream::Stdout, &long), (Stream::Stdout, "y\nz")]);
        assert!(console.chunks.len() >= 3);
        let end = long.len() + 2;
        assert_eq!(console.line_around(CHUNK_LIMIT + 1), Some(0..end));
        assert_eq!(console.line_around(end), Some(end..end + 1));
        assert_eq!(console.printed((CHUNK_LIMIT as u64 + 3, 9))[..2], [CHUNK_LIMIT, 3]);
    }
}
