// Two traits have what is asked for.
trait Pilot {
    fn fly() -> u8;
}

trait Wizard {
    fn fly() -> u8;
}

struct Human;

impl Pilot for Human {
    fn fly() -> u8 {
        1
    }
}

impl Wizard for Human {
    fn fly() -> u8 {
        2
    }
}

fn main() {
    println!("{}", Human::fly()); //~ ERROR E0034
    println!("{}", <Human as Pilot>::fly());
}
