//! How a program starts and ends.

use crate::intrinsics;
use crate::io::raw as io;
use crate::process::Termination;

#[lang = "start"]
fn start<T: Termination>() {
    let code = intrinsics::user_main::<T>().report().to_i32();
    io::flush();
    if code != 0 {
        intrinsics::proc_exit(code as u32);
    }
}
