// A duration is divided by a method: where the operator's panic is reported is not known.
use std::time::Duration;

fn main() {
    let mut wait = Duration::from_secs(3);
    println!("{:?}", wait.checked_div(2));
    println!("{:?}", wait / 2); //~ ERROR S0025
    wait /= 2; //~ ERROR S0025
}
