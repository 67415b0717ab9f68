// When does a value end? Each `Noisy` says so. Variables end in
// reverse order, a struct's fields from first to last, what was
// moved ends where it went, and a temporary at the semicolon. In
// the IR each end is a call of `drop`; for `maybe`, which is moved
// on one path only, there is a flag that is asked first.

struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("  end of {}", self.0);
    }
}

struct Pair {
    _left: Noisy,
    _right: Noisy,
}

fn swallow(noisy: Noisy) {
    println!("  {} was swallowed", noisy.0);
}

fn conditional(moves: bool) {
    let maybe = Noisy("maybe");
    if moves {
        swallow(maybe);
    }
    println!("  the last line of conditional");
}

fn main() {
    println!("variables:");
    {
        let _first = Noisy("first");
        let _second = Noisy("second");
    }
    println!("fields:");
    let pair = Pair { _left: Noisy("left"), _right: Noisy("right") };
    drop(pair);
    println!("moved:");
    conditional(true);
    println!("not moved:");
    conditional(false);
    println!("a temporary:");
    println!("  its name has {} letters", Noisy("temporary").0.len());
    println!("assignment:");
    let mut value = Noisy("old value");
    println!("  there is {}", value.0);
    value = Noisy("new value");
    println!("  there is {}", value.0);
    println!("a vector:");
    let mut list = vec![Noisy("one"), Noisy("two"), Noisy("three")];
    list.remove(1);
    list.truncate(1);
    println!("end of main:");
}
