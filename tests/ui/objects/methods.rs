trait Job {
    fn run(self);
    fn only(&self)
    where
        Self: Sized;
    fn change(&mut self);
    fn look(&self) -> i32;
}

struct Print;

impl Job for Print {
    fn run(self) {}
    fn only(&self) {}
    fn change(&mut self) {}
    fn look(&self) -> i32 {
        1
    }
}

impl dyn Job {
    fn twice(&self) -> i32 {
        self.look() * 2
    }
}

fn main() {
    let job: Box<dyn Job> = Box::new(Print);
    job.only(); //~ ERROR sized_method
    job.missing(); //~ ERROR E0599
    println!("{}", job.look() + job.twice());
    Print.twice(); //~ ERROR E0599
    let n: String = job.look(); //~ ERROR E0308
}
