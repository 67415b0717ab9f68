struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        let _inner = Quiet("inside");
        println!("loud {}", self.0);
        print!("lost, for the line does not end");
        panic!("of {}", self.0);
    }
}

struct Quiet(&'static str);

impl Drop for Quiet {
    fn drop(&mut self) {
        println!(" quiet {}", self.0);
        print!("and this as well");
    }
}

fn main() {
    let _never = Quiet("never dropped");
    let _first = Loud("first");
    let _second = Quiet("second");
    let zero = "".len();
    println!("{}", 1 / zero);
}
