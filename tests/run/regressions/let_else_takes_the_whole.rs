//! `let x = value else { … }`, where the pattern is a variable: the value is moved into it, and dropped once. An `else` that ends
//! in a panic with values in its message.

struct Loud(&'static str);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn make(name: &'static str) -> Loud {
    println!("make {name}");
    Loud(name)
}

fn chosen(n: u32) -> u32 {
    let it = (match n {
        0 => make("zero"),
        _ => make("more"),
    }) else {
        return n;
    };
    println!("{}", it.0);
    n + 1
}

fn boxed(n: u32) -> u32 {
    let mut it = Box::new(make("first")) else {
        return n;
    };
    if n > 2 {
        it = Box::new(make("second"));
    }
    println!("{}", it.0);
    n
}

fn one_of(n: u32) -> Loud {
    let a = make("a") else { panic!() };
    let b = make("b") else { panic!("{n}") };
    if n > 1 { a } else { b }
}

fn parts(o: Option<Loud>) -> usize {
    let whole @ Some(_) = o else {
        println!("none");
        return 0;
    };
    let Some(Loud(ref name)) = whole else {
        return 1;
    };
    let (x, y) = (make(name), make("y")) else { return 4 };
    let (_, z) = (make("unnamed"), make("z")) else {
        return 4;
    };
    let _ = make("ignored") else { return 5 };
    println!("{} {} {}", x.0, y.0, z.0);
    name.len()
}

fn some(o: Option<Loud>, n: u32) -> Loud {
    let Some(x) = o else { panic!("nothing for {n}, {:?}", Some(n)) };
    x
}

fn main() {
    println!("{}", chosen(3));
    println!("{}", boxed(1));
    println!("{}", boxed(3));
    println!("{}", one_of(1).0);
    println!("{}", one_of(2).0);
    println!("{}", parts(None));
    println!("{}", parts(Some(make("inner"))));
    println!("{}", some(Some(make("there")), 1).0);
    some(None, 2);
}
