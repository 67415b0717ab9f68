//! Runs work that may not end on a thread of its own.

use std::ops::Range;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

/// The stack of the work, in bytes, as the command's: reserved, not used.
pub const STACK_BYTES: usize = 2 << 30;

/// The work's result, or `None` if it is not there in time; then its thread is left behind.
///
/// # Panics
/// If the thread cannot be made, or the work panics.
pub fn within<T: Send + 'static>(time: Duration, work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let (sender, receiver) = mpsc::channel();
    let thread = std::thread::Builder::new()
        .stack_size(STACK_BYTES)
        .spawn(move || sender.send(work()))
        .expect("a thread can be made");
    match receiver.recv_timeout(time) {
        Ok(result) => Some(result),
        Err(mpsc::RecvTimeoutError::Timeout) => None,
        Err(mpsc::RecvTimeoutError::Disconnected) => {
            let payload = thread.join().expect_err("a thread that sends nothing panics");
            std::panic::resume_unwind(payload)
        }
    }
}

/// What is wrong with each seed, in order, on one thread as long as every answer is there in time; after one that is not,
/// the thread is left behind and another goes on. `start` makes what a thread needs for all its seeds.
///
/// # Panics
/// If a thread cannot be made, or the work panics.
pub fn each<W, S>(seeds: Range<u64>, time: Duration, start: S, mut report: impl FnMut(u64, String))
where
    W: FnMut(u64) -> Result<(), String>,
    S: Fn() -> W + Clone + Send + 'static,
{
    let mut next = seeds.start;
    while next < seeds.end {
        let (sender, receiver) = mpsc::channel();
        let (rest, start) = (next..seeds.end, start.clone());
        let thread = std::thread::Builder::new()
            .stack_size(STACK_BYTES)
            .spawn(move || {
                let mut work = start();
                // Nobody listens any more to a thread that was late.
                rest.map(|seed| sender.send(work(seed))).take_while(Result::is_ok).count();
            })
            .expect("a thread can be made");
        while next < seeds.end {
            let seed = next;
            next += 1;
            match receiver.recv_timeout(time) {
                Ok(Ok(())) => {}
                Ok(Err(message)) => report(seed, message),
                Err(mpsc::RecvTimeoutError::Timeout) => {
                    report(seed, "it does not end".into());
                    break;
                }
                Err(mpsc::RecvTimeoutError::Disconnected) => {
                    let payload = thread.join().expect_err("a thread that sends nothing panics");
                    std::panic::resume_unwind(payload)
                }
            }
        }
    }
}

/// Work that is done on a thread of its own, one input after the other. A thread that does not answer in time is left
/// behind, and another takes its place.
pub struct Worker<I, O> {
    start: Box<dyn Fn() -> (Sender<I>, Receiver<O>)>,
    thread: Option<(Sender<I>, Receiver<O>)>,
    time: Duration,
}

impl<I: Send + 'static, O: Send + 'static> Worker<I, O> {
    /// `start` makes what a thread needs for all its inputs.
    pub fn new<W: FnMut(I) -> O>(time: Duration, start: impl Fn() -> W + Clone + Send + 'static) -> Self {
        let start = move || {
            let (inputs, work) = mpsc::channel::<I>();
            let (results, answers) = mpsc::channel::<O>();
            let start = start.clone();
            std::thread::Builder::new()
                .stack_size(STACK_BYTES)
                .spawn(move || {
                    let mut each = start();
                    // Nobody listens any more to a thread that was late.
                    work.iter().map(|input| results.send(each(input))).take_while(Result::is_ok).count();
                })
                .expect("a thread can be made");
            (inputs, answers)
        };
        Self { start: Box::new(start), thread: None, time }
    }

    /// The result, or `None` if it is not there in time.
    ///
    /// # Panics
    /// If a thread cannot be made, or the work panics.
    pub fn work(&mut self, input: I) -> Option<O> {
        let (inputs, answers) = self.thread.get_or_insert_with(&self.start);
        inputs.send(input).expect("the thread waits for work");
        match answers.recv_timeout(self.time) {
            Ok(answer) => Some(answer),
            Err(mpsc::RecvTimeoutError::Timeout) => {
                self.thread = None;
                None
            }
            Err(mpsc::RecvTimeoutError::Disconnected) => panic!("the work panicked"),
        }
    }
}
