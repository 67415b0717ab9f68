//! What a program printed when the document was written.

use stair_host::{Errno, Host, MemoryHost};

/// Where a program writes to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stream {
    /// Standard output.
    Out,
    /// Standard error.
    Err,
}

/// Something that was written to one stream before anything was written to the other.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Piece {
    /// The stream.
    pub stream: Stream,
    /// The text; what was no UTF-8 is replaced.
    pub text: String,
}

/// How a run ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum End {
    /// With this exit code.
    Exited(i32),
    /// It was stopped after so many instructions.
    Stopped(u64),
}

/// What a program printed, in order, and how it ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Recorded {
    /// What was printed, no two pieces of the same stream in succession.
    pub pieces: Vec<Piece>,
    /// How many bytes were printed beyond what is kept.
    pub left_out: u64,
    /// How the run ended.
    pub end: End,
}

impl Recorded {
    /// What is said behind the output of a run that did not simply end well; `None` for one that did.
    #[must_use]
    pub fn remark(&self) -> Option<String> {
        let mut remarks = Vec::new();
        if self.left_out > 0 {
            remarks.push(format!("{} more bytes of output are left out", self.left_out));
        }
        match self.end {
            End::Exited(0) => {}
            End::Exited(code) => remarks.push(format!("exit code {code}")),
            End::Stopped(steps) => remarks.push(format!("stopped after {steps} instructions")),
        }
        (!remarks.is_empty()).then(|| remarks.join("; "))
    }

    /// Whether there is nothing to show: nothing was printed, and the run ended well.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pieces.is_empty() && self.remark().is_none()
    }
}

/// The world of a run that is recorded: it keeps the front of what the program prints, and is that of [`MemoryHost`] otherwise.
#[derive(Clone, Debug)]
pub struct Recorder {
    /// What the program finds; it writes elsewhere.
    world: MemoryHost,
    pieces: Vec<(Stream, Vec<u8>)>,
    /// How many bytes may still be kept.
    room: usize,
    left_out: u64,
}

impl Recorder {
    /// How many bytes are kept of what a program prints, if nothing else is said.
    pub const MAX_OUTPUT: usize = 64 << 10;

    /// A world in which this can be read from standard input.
    #[must_use]
    pub fn new(stdin: &str) -> Self {
        let world = MemoryHost { stdin: stdin.as_bytes().to_vec(), ..MemoryHost::default() };
        Self { world, pieces: Vec::new(), room: Self::MAX_OUTPUT, left_out: 0 }
    }

    /// What was recorded of a run that ended like this.
    #[must_use]
    pub fn finish(self, end: End) -> Recorded {
        let text = |bytes: &[u8], is_cut: bool| {
            // A character that only the limit cut in two is left out whole.
            let whole = match std::str::from_utf8(bytes) {
                Err(error) if is_cut && error.error_len().is_none() => error.valid_up_to(),
                _ => bytes.len(),
            };
            let (kept, rest) = bytes.split_at(whole);
            (String::from_utf8_lossy(kept).into_owned(), rest.len() as u64)
        };
        let last = self.pieces.len().saturating_sub(1);
        let mut left_out = self.left_out;
        let mut pieces = Vec::new();
        for (index, (stream, bytes)) in self.pieces.iter().enumerate() {
            let (text, cut) = text(bytes, index == last && self.left_out > 0);
            left_out += cut;
            if !text.is_empty() {
                pieces.push(Piece { stream: *stream, text });
            }
        }
        Recorded { pieces, left_out, end }
    }
}

impl Host for Recorder {
    fn write(&mut self, fd: u32, bytes: &[u8]) -> Result<(), Errno> {
        let stream = if fd == 1 { Stream::Out } else { Stream::Err };
        // What is behind a part that was left out is left out as well.
        let room = if self.left_out > 0 { 0 } else { self.room };
        let kept = &bytes[..bytes.len().min(room)];
        self.room -= kept.len();
        self.left_out += (bytes.len() - kept.len()) as u64;
        match self.pieces.last_mut() {
            _ if kept.is_empty() => {}
            Some((last, text)) if *last == stream => text.extend_from_slice(kept),
            _ => self.pieces.push((stream, kept.to_vec())),
        }
        Ok(())
    }

    fn read(&mut self, buffer: &mut [u8]) -> Result<usize, Errno> {
        self.world.read(buffer)
    }

    fn clock(&mut self, id: u32) -> Result<u64, Errno> {
        self.world.clock(id)
    }

    fn random(&mut self, buffer: &mut [u8]) -> Result<(), Errno> {
        self.world.random(buffer)
    }
}

#[cfg(test)]
mod tests {
    use super::{End, Recorder, Stream};
    use stair_host::Host;

    #[test]
    fn streams_are_kept_in_order() {
        let mut host = Recorder::new("ab");
        for (fd, text) in [(1, "a"), (1, "b"), (2, "c"), (1, "d")] {
            assert_eq!(host.write(fd, text.as_bytes()), Ok(()));
        }
        let mut buffer = [0; 3];
        assert_eq!(host.read(&mut buffer), Ok(2));
        assert_eq!(host.read(&mut buffer), Ok(0));
        let recorded = host.finish(End::Exited(0));
        let pieces: Vec<_> = recorded.pieces.iter().map(|piece| (piece.stream, piece.text.as_str())).collect();
        assert_eq!(pieces, [(Stream::Out, "ab"), (Stream::Err, "c"), (Stream::Out, "d")]);
        assert_eq!(recorded.remark(), None);
    }

    #[test]
    fn long_output_is_cut_between_characters_and_counted() {
        let mut host = Recorder::new("");
        let text = "ä".repeat(Recorder::MAX_OUTPUT / 2 - 1) + "x";
        assert_eq!(host.write(1, text.as_bytes()), Ok(()));
        assert_eq!(host.write(1, "ääx".as_bytes()), Ok(()));
        assert_eq!(host.write(2, b"later"), Ok(()));
        let recorded = host.finish(End::Exited(101));
        assert_eq!(recorded.pieces.len(), 1);
        assert_eq!(recorded.pieces[0].text, text);
        assert_eq!(recorded.remark().as_deref(), Some("10 more bytes of output are left out; exit code 101"));
    }

    #[test]
    fn a_run_that_did_nothing_has_nothing_to_show() {
        assert!(Recorder::new("").finish(End::Exited(0)).is_empty());
        assert!(!Recorder::new("").finish(End::Exited(7)).is_empty());
        let stopped = Recorder::new("").finish(End::Stopped(1000));
        assert_eq!(stopped.remark().as_deref(), Some("stopped after 1000 instructions"));
    }
}
