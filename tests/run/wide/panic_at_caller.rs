#[track_caller]
fn less(a: u128) -> u128 {
    a - 1
}

#[track_caller]
fn part(a: i128, b: i128) -> i128 {
    a / b
}

struct Guard(u128);

impl Drop for Guard {
    fn drop(&mut self) {
        println!("dropped {}", self.0);
    }
}

fn main() {
    let _guard = Guard(1 << 100);
    println!("{} {}", less(1 << 64), part(-(1 << 100), 3));
    let zero = less(1) as i128;
    println!("{}", part(1, zero));
}
