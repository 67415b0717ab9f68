//! A sum of durations that is too long panics where std has it.

use std::time::Duration;

struct Loud;
impl Drop for Loud {
    fn drop(&mut self) {
        println!("dropped");
    }
}

fn main() {
    let _loud = Loud;
    let mut wait = Duration::from_secs(u64::MAX / 2);
    for step in 0..3 {
        println!("{step}: {wait:?}");
        wait += wait;
    }
}
