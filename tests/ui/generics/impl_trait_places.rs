use std::fmt::{Debug, Display};

trait Printer {
    fn print(&self, values: impl Iterator<Item = i32>);
    fn show<T: Display>(&self, value: T);
}

struct Plain;

impl Printer for Plain {
    fn print<I: Iterator<Item = i32>>(&self, values: I) { //~ ERROR E0643
        values.for_each(|value| println!("{value}"));
    }

    fn show(&self, value: impl Display) { //~ ERROR E0643
        println!("{value}");
    }
}

fn nested(value: impl Into<impl Display>) { //~ ERROR E0666
    println!("{}", value.into());
}

fn result() -> impl PartialEq<impl Debug> { //~ ERROR E0277, E0666
    1
}

fn item(values: impl Iterator<Item = impl Display>) -> impl Iterator<Item = impl Debug> {
    values.map(|value| value.to_string())
}

fn main() {
    Plain.print(1..3);
    Plain.show(1);
    nested(1u8); //~ ERROR E0283
    result();
    println!("{:?}", item([1].into_iter()).count());
}
