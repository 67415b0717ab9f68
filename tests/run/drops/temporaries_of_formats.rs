// What the arguments of a format make is dropped when the text is made, whatever stands around it.
#[derive(Debug)]
struct Noisy(u32);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn last() {
    let _kept = Noisy(4);
    println!("last {:?}", Noisy(5))
}

fn main() {
    println!("{} {:?}", format!("{:?}", Noisy(1)), Noisy(2));
    let pair = (format!("{:?}", Noisy(3)), println!("between"));
    println!("{}", pair.0);
    last();
    let n = match (println!("{:?}", Noisy(6)), Noisy(7)) {
        ((), Noisy(n)) => n,
    };
    println!("{n}");
    let text = format!("{:?}", Noisy(8)) + &format!("{}", Noisy(9).0) + "end";
    println!("{text}");
}
