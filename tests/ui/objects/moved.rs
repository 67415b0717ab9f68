trait Job {
    fn run(self);
}

struct Print;

impl Job for Print {
    fn run(self) {}
}

fn main() {
    let job: Box<dyn Job> = Box::new(Print);
    job.run(); //~ ERROR E0161
}
