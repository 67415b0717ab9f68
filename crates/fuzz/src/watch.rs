//! Runs work that may not end on a thread of its own.

use std::sync::mpsc;
use std::time::Duration;

/// The stack of the work, in bytes, as the command's: reserved, not used.
const STACK_BYTES: usize = 2 << 30;

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
