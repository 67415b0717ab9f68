//! Runs work that may not end on a thread of its own.

use std::ops::Range;
use std::sync::mpsc;
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
