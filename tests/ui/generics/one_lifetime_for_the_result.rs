fn one(x: &'static str) -> &str {
    x
}

fn both<'a>(x: (&'a str, &'a str), n: u8) -> &str {
    let _ = n;
    x.0
}

fn pointer(p: fn(&'static str) -> &str) -> usize {
    p("abc").len()
}

fn twice<'a>(x: &'a str, y: &'a str) -> &str { //~ ERROR E0106
    if x.len() > 1 { x } else { y }
}

fn fixed(x: &'static str, y: &str) -> &str { //~ ERROR E0106
    let _ = y;
    x
}

fn object(f: Box<dyn Fn() + 'static>, y: &str) -> &str { //~ ERROR E0106
    f();
    y
}

fn main() {
    println!("{}{}{}", one("a"), both(("b", "c"), 1), pointer(one));
    twice("a", "b");
    fixed("a", "b");
    object(Box::new(|| {}), "a");
}
