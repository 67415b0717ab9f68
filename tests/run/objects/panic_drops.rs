//! A panic drops what trait objects are.

trait Job {
    fn run(&mut self, n: u32) -> u32;
}

struct Step(&'static str);

impl Drop for Step {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

impl Job for Step {
    fn run(&mut self, n: u32) -> u32 {
        println!("{} {n}", self.0);
        100 / n
    }
}

fn both(a: Box<dyn Job>, b: Box<dyn FnOnce(u32) -> u32>) -> u32 {
    let mut a = a;
    let n = a.run(2);
    b(n) + a.run(0)
}

fn main() {
    let list: Vec<Box<dyn Job>> = vec![Box::new(Step("first")), Box::new(Step("second"))];
    let captured = Step("captured");
    let mut again = Step("again");
    let by_ref: &mut dyn Job = &mut again;
    println!("{}", by_ref.run(5));
    println!("{}", both(Box::new(Step("argument")), Box::new(move |n| n + captured.0.len() as u32)));
    println!("{}", list.len());
}
