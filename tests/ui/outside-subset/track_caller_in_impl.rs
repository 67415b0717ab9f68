// A function that asks for its caller, where the trait's does not: who calls the trait's does not tell.
use std::ops::Div;

#[derive(Debug)]
struct Ratio(i32);

impl Div<i32> for Ratio {
    type Output = Ratio;
    #[track_caller] //~ ERROR S0022
    fn div(self, by: i32) -> Ratio {
        assert!(by != 0, "zero");
        Ratio(self.0 / by)
    }
}

trait Half {
    #[track_caller]
    fn half(&self) -> u32;
}

impl Half for Ratio {
    #[track_caller]
    fn half(&self) -> u32 {
        std::panic::Location::caller().line()
    }
}

fn main() {
    println!("{:?} {}", Ratio(4) / 2, Ratio(3).half());
}
