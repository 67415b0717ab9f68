struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

impl Noisy {
    fn id(&self) -> &Noisy {
        self
    }
    fn len(&self) -> usize {
        self.0.len()
    }
    fn get(&self) -> Option<usize> {
        Some(self.0.len())
    }
    fn make(&self, name: &'static str) -> Noisy {
        Noisy(name)
    }
}

struct Holder<'a> {
    inner: &'a Noisy,
    n: usize,
}

fn tail() -> usize {
    let _local = Noisy("local of tail");
    Noisy("tail temporary").len()
}

fn pair(a: &Noisy, b: &Noisy) -> usize {
    println!("pair {} {}", a.0, b.0);
    a.len() + b.len()
}

fn main() {
    let x = &Noisy("extended by let");
    let y = Noisy("not extended").len();
    println!("{} {}", x.0, y);
    let h = Holder { inner: &Noisy("in struct"), n: Noisy("n").len() };
    println!("{} {}", h.inner.0, h.n);
    let t = (&Noisy("in tuple"), 1, [&Noisy("in array 0"), &Noisy("in array 1")]);
    println!("{} {} {}", t.0.0, t.1, t.2[1].0);
    let ref r = Noisy("by ref");
    println!("{}", r.0);
    let f = &Noisy("field of").0;
    println!("{f}");
    println!("{}", tail());
    let n = pair(&Noisy("first"), &Noisy("second")) + Noisy("third").len();
    println!("{n}");
    match Noisy("scrutinee").len() {
        9 => println!("nine"),
        _ => println!("other"),
    }
    println!("after match");
    if Noisy("condition").len() == 9 {
        println!("in then");
    }
    if let Some(n) = Noisy("if let").get() {
        println!("then {n}");
    } else {
        println!("else");
    }
    if let None = Noisy("if let else").get() {
        println!("then");
    } else {
        println!("else");
    }
    let mut i = 0;
    while let Some(n) = Noisy("while let").get() {
        println!("round {n}");
        i += 1;
        if i == 2 {
            break;
        }
    }
    while Noisy("while").len() == 5 && i < 4 {
        println!("turn");
        i += 1;
    }
    let z = Noisy("a").id().id().make("b").make("c").len();
    println!("{z}");
    let b = Noisy("and left").len() == 1 && Noisy("and right").len() == 2;
    println!("{b}");
    let b = Noisy("and left").len() == 8 && Noisy("and right").len() == 2 || Noisy("or").len() == 2;
    println!("{b}");
    let block = {
        let _v = Noisy("block local");
        &Noisy("extended through block")
    };
    println!("{}", block.0);
    let chosen = if i > 2 { &Noisy("yes") } else { &Noisy("no") };
    println!("{}", chosen.0);
    let matched = match i {
        0 => &Noisy("zero"),
        4 => &Noisy("four"),
        _ => &Noisy("many"),
    };
    println!("{}", matched.0);
    let some = Some(&Noisy("in a variant"));
    println!("{}", some.is_some());
    let _ = &Noisy("borrowed and ignored");
    let _ = Noisy("ignored");
    println!("end");
}
