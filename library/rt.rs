//! How a program starts and ends.

use crate::intrinsics;
use crate::io;

#[lang = "start"]
fn start() {
    intrinsics::user_main();
    io::flush();
}
