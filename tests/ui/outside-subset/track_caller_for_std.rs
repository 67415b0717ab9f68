// A function that asks for its caller, and is called by the library: std would give a place of its own.
use std::fmt;

struct Countdown(i32);

impl Iterator for Countdown {
    type Item = i32;

    #[track_caller] //~ ERROR S0022
    fn next(&mut self) -> Option<i32> {
        self.0 -= 1;
        (self.0 > 0).then_some(self.0)
    }
}

impl fmt::Display for Countdown {
    #[track_caller] //~ ERROR S0022
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("T")
    }
}

#[derive(Clone, Copy)]
struct Ratio(i32);

impl std::ops::Div<i32> for Ratio {
    type Output = Ratio;

    // Here it is the program itself that divides.
    #[track_caller]
    fn div(self, by: i32) -> Ratio {
        assert!(by != 0, "zero");
        Ratio(self.0 / by)
    }
}

fn main() {
    println!("{} {}", Countdown(4), Countdown(3).map(|n| n + 1).count());
    println!("{}", (Ratio(4) / 2).0);
}
