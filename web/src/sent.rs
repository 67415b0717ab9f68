//! What a recorded program printed, on its way to the page: in the order in which it was printed, and no more than a page shows.

use stair_protocol::Stream;

use crate::outlet::{LIMIT, whole_characters};

/// How much has been sent.
#[derive(Clone, Debug, Default)]
pub struct Sent {
    /// Of the pieces, how many in full, and how much of the next one.
    pieces: usize,
    part: usize,
    /// Of standard output and standard error.
    bytes: [usize; 2],
}

impl Sent {
    /// What is to be sent now of `written`, standard output and standard error, which came in these `pieces`: of a stream, and
    /// how many more bytes of it. A character of which a part is missing waits, unless nothing more will come.
    pub fn take(&mut self, pieces: &[(usize, usize)], written: [&[u8]; 2], is_over: bool) -> Vec<(Stream, String)> {
        let mut output = Vec::new();
        while let Some(&(stream, len)) = pieces.get(self.pieces) {
            let start = self.bytes[stream];
            let room = LIMIT.saturating_sub(self.bytes.iter().sum());
            let rest = written[stream].get(start..start + (len - self.part).min(room)).unwrap_or_default();
            let may_grow = self.pieces + 1 == pieces.len() && !is_over && rest.len() < room;
            let whole = if may_grow { whole_characters(rest) } else { rest.len() };
            if whole > 0 {
                let stream = if stream == 0 { Stream::Stdout } else { Stream::Stderr };
                output.push((stream, String::from_utf8_lossy(&rest[..whole]).into_owned()));
            }
            self.bytes[stream] += whole;
            self.part += whole;
            if self.part < len || self.pieces + 1 == pieces.len() {
                break;
            }
            (self.pieces, self.part) = (self.pieces + 1, 0);
        }
        output
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hands over what was printed bit by bit, and joins what is sent of the same stream.
    fn sent(prints: &[(usize, &str)], at_a_time: usize) -> Vec<(Stream, String)> {
        let (mut sent, mut all) = (Sent::default(), Vec::<(Stream, String)>::new());
        let (mut pieces, mut written) = (Vec::<(usize, usize)>::new(), [Vec::new(), Vec::new()]);
        for (stream, text) in prints {
            for bytes in text.as_bytes().chunks(at_a_time) {
                written[*stream].extend_from_slice(bytes);
                match pieces.last_mut() {
                    Some((last, len)) if last == stream => *len += bytes.len(),
                    _ => pieces.push((*stream, bytes.len())),
                }
                all.extend(sent.take(&pieces, [&written[0], &written[1]], false));
            }
        }
        all.extend(sent.take(&pieces, [&written[0], &written[1]], true));
        let mut joined = Vec::<(Stream, String)>::new();
        for (stream, text) in all {
            match joined.last_mut() {
                Some((last, before)) if *last == stream => before.push_str(&text),
                _ => joined.push((stream, text)),
            }
        }
        joined
    }

    #[test]
    fn what_is_sent_keeps_its_order_and_its_characters() {
        let prints = [(0, "one é"), (0, "两\n"), (1, "panic ü\n"), (0, "late"), (1, "r")];
        for at_a_time in [1, 2, 3, 100] {
            let texts = [
                (Stream::Stdout, "one é两\n"),
                (Stream::Stderr, "panic ü\n"),
                (Stream::Stdout, "late"),
                (Stream::Stderr, "r"),
            ];
            assert_eq!(sent(&prints, at_a_time), texts.map(|(stream, text)| (stream, text.to_owned())), "{at_a_time}");
        }
    }

    #[test]
    fn no_more_than_the_limit_is_sent() {
        let long = "x".repeat(LIMIT);
        let all = sent(&[(0, "first"), (0, &long), (1, "never")], 1000);
        assert_eq!(all.iter().map(|(_, text)| text.len()).sum::<usize>(), LIMIT);
    }
}
