// Derived Debug, plain and pretty, for every shape of type and nested ones.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Unit;
#[derive(Debug, Clone, Copy, PartialEq)]
struct Tuple(i32, &'static str);
#[derive(Debug, Clone, Copy, PartialEq)]
struct Named {
    a: Unit,
    b: Tuple,
    c: [u8; 2],
    d: Option<f32>,
}
#[derive(Debug, Clone, Copy, PartialEq)]
struct Empty {}
#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    Plain,
    Wrapped(Named, char),
    Fields { x: (), y: (bool, Unit) },
}

fn main() {
    let named = Named { a: Unit, b: Tuple(-1, "t\"q"), c: [1, 2], d: Some(0.5) };
    println!("{named:?}");
    println!("{named:#?}");
    println!("{:?} {:?}", Empty {}, Kind::Plain);
    println!("{:#?}", Empty {});
    let kinds = [Kind::Plain, Kind::Wrapped(named, 'k'), Kind::Fields { x: (), y: (true, Unit) }];
    println!("{kinds:?}");
    println!("{kinds:#?}");
    println!("{:#?}", (1, (), ((2,), "x")));
    println!("{:5?}|{:<9?}|{:06.2?}", Tuple(1, "a"), Some(3), Some(1.5));
    println!("{:?}", &&named.c);
}
