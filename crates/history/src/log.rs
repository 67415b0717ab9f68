//! What a run exchanged with the world, so that it can be had again.

use stair_host::{Errno, Host};

/// How many bytes of each of standard output and standard error are kept. What goes beyond is counted.
pub const MAX_OUTPUT_BYTES: usize = 16 << 20;
/// How many bytes of the world's answers are kept, about. A program that asks for more is not recorded further.
pub const MAX_ANSWER_BYTES: usize = 64 << 20;

/// An answer of the world.
#[derive(Clone, Debug)]
enum Answer {
    /// To a read: the bytes.
    Read(Result<Box<[u8]>, Errno>),
    /// To a look at a clock: nanoseconds.
    Clock(Result<u64, Errno>),
    /// To a wish for random bytes: the bytes.
    Random(Result<Box<[u8]>, Errno>),
}

/// How much of a log a moment of the run has behind it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Cursor {
    /// How many answers.
    answers: usize,
    /// How many bytes of standard output and of standard error.
    pub(crate) printed: [u64; 2],
    /// How many bytes of standard input.
    pub(crate) read: u64,
}

/// All that a run exchanged with the world.
#[derive(Clone, Debug, Default)]
pub(crate) struct Log {
    answers: Vec<Answer>,
    answer_bytes: usize,
    /// The beginnings of standard output and of standard error, and how long they are in all.
    written: [Vec<u8>; 2],
    totals: [u64; 2],
    /// In which order: of which stream, and how many bytes of what is kept of it.
    pieces: Vec<(usize, usize)>,
}

impl Log {
    /// What was written to standard output (0) or standard error (1), as far as it is kept.
    pub(crate) fn written(&self, stream: usize) -> &[u8] {
        &self.written[stream]
    }

    /// What is kept, in the order in which it was written: the stream, and how many more bytes of it. No two in a row are of
    /// the same.
    pub(crate) fn pieces(&self) -> &[(usize, usize)] {
        &self.pieces
    }

    /// How many bytes were written to each.
    pub(crate) fn totals(&self) -> [u64; 2] {
        self.totals
    }

    /// Whether there is no room for further answers.
    pub(crate) fn is_full(&self) -> bool {
        self.answer_bytes > MAX_ANSWER_BYTES
    }

    /// The answer at a cursor: the one that was given before, or else the world's.
    fn answer(&mut self, cursor: &mut Cursor, ask: impl FnOnce() -> Answer) -> Answer {
        if cursor.answers == self.answers.len() {
            let answer = ask();
            self.answer_bytes += size_of::<Answer>();
            if let Answer::Read(Ok(bytes)) | Answer::Random(Ok(bytes)) = &answer {
                self.answer_bytes += bytes.len();
            }
            self.answers.push(answer);
        }
        let answer = self.answers[cursor.answers].clone();
        cursor.answers += 1;
        answer
    }
}

/// What a program exchanged with the world, for an engine that can only begin from the start: executing it again with
/// [`Transcript::replay`] leads to where it was, and on from there.
#[derive(Clone, Debug, Default)]
pub struct Transcript {
    log: Log,
    cursor: Cursor,
}

impl Transcript {
    /// The world for one more run from the start: it answers as it did, and passes on to `world` only what is new.
    pub fn replay<'a>(&'a mut self, world: &'a mut dyn Host) -> impl Host + 'a {
        self.cursor = Cursor::default();
        Echo { log: &mut self.log, cursor: &mut self.cursor, world: Some(world) }
    }
}

/// The world as a program finds it while it is recorded or executes again.
pub(crate) struct Echo<'a> {
    pub(crate) log: &'a mut Log,
    pub(crate) cursor: &'a mut Cursor,
    /// The world itself, while the run is recorded.
    pub(crate) world: Option<&'a mut dyn Host>,
}

impl Echo<'_> {
    fn bytes(
        &mut self,
        buffer: &mut [u8],
        ask: impl FnOnce(&mut dyn Host, &mut [u8]) -> Answer,
    ) -> Result<usize, Errno> {
        let Self { log, cursor, world } = self;
        let answer = log.answer(cursor, || match world.as_deref_mut() {
            Some(world) => ask(world, buffer),
            None => Answer::Clock(Err(Errno::Nosys)),
        });
        match answer {
            Answer::Read(Ok(bytes)) | Answer::Random(Ok(bytes)) => {
                let count = bytes.len().min(buffer.len());
                buffer[..count].copy_from_slice(&bytes[..count]);
                Ok(count)
            }
            Answer::Read(Err(errno)) | Answer::Random(Err(errno)) | Answer::Clock(Err(errno)) => Err(errno),
            // The same program asks the same questions in the same order.
            Answer::Clock(Ok(_)) => Err(Errno::Io),
        }
    }
}

impl Host for Echo<'_> {
    fn write(&mut self, fd: u32, bytes: &[u8]) -> Result<(), Errno> {
        let stream = usize::from(fd == 2);
        let before = self.cursor.printed[stream];
        let after = before + bytes.len() as u64;
        self.cursor.printed[stream] = after;
        if after > self.log.totals[stream] {
            // What has not been written before: all of it, or none.
            self.log.totals[stream] = after;
            let kept = &mut self.log.written[stream];
            let len = bytes.len().min(MAX_OUTPUT_BYTES - kept.len());
            kept.extend_from_slice(&bytes[..len]);
            match self.log.pieces.last_mut() {
                Some((last, more)) if *last == stream => *more += len,
                _ if len == 0 => {}
                _ => self.log.pieces.push((stream, len)),
            }
            if let Some(world) = &mut self.world {
                // Whether the world takes it is not the program's affair: it would have to be the same every time.
                let _ = world.write(fd, bytes);
            }
        }
        Ok(())
    }

    fn read(&mut self, buffer: &mut [u8]) -> Result<usize, Errno> {
        let count = self.bytes(buffer, |world, buffer| {
            Answer::Read(world.read(buffer).map(|count| buffer[..count.min(buffer.len())].into()))
        })?;
        self.cursor.read += count as u64;
        Ok(count)
    }

    fn clock(&mut self, id: u32) -> Result<u64, Errno> {
        let Self { log, cursor, world } = self;
        let ask = || Answer::Clock(world.as_deref_mut().map_or(Err(Errno::Nosys), |world| world.clock(id)));
        match log.answer(cursor, ask) {
            Answer::Clock(answer) => answer,
            _ => Err(Errno::Io),
        }
    }

    fn random(&mut self, buffer: &mut [u8]) -> Result<(), Errno> {
        let filled =
            self.bytes(buffer, |world, buffer| Answer::Random(world.random(buffer).map(|()| (&*buffer).into())));
        filled.map(|_| ())
    }
}
