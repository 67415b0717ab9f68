//! What a program printed.

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

    pub(super) fn print(&mut self, stream: Stream, text: &str) {
        match self.chunks.last_mut() {
            Some(last) if last.stream == stream && last.text.len() + text.len() <= CHUNK_LIMIT => {
                last.text.push_str(text)
            }
            _ => self.chunks.push(Chunk { stream, text: text.to_owned() }),
        }
    }

    /// Whether nothing was printed.
    pub fn is_empty(&self) -> bool {
        self.chunks.is_empty()
    }
}
