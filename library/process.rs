//! Ending the program.

use crate::intrinsics;
use crate::io;

pub fn exit(code: i32) -> ! {
    io::flush();
    intrinsics::proc_exit(code as u32)
}

pub fn abort() -> ! {
    intrinsics::proc_exit(134)
}
