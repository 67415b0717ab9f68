// Durations, divided.
use std::time::Duration;

fn main() {
    let mut time = Duration::from_millis(2_500);
    println!("{:?} {:?} {:?}", time / 2, time / 3, Duration::MAX / u32::MAX);
    time /= 4;
    println!("{time:?}");
    time /= std::env::args().count() as u32 - 1;
}
