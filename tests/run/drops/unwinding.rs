struct Noisy(&'static str);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Pair {
    a: Noisy,
    b: Option<Noisy>,
}

fn take(n: Noisy, depth: u32) -> u32 {
    let _frame = Noisy("frame");
    if depth == 0 {
        let values = [1, 2, 3];
        let index = n.0.len();
        return values[index];
    }
    take(n, depth - 1) + depth
}

fn partial(p: Pair) -> u32 {
    let _moved = p.a;
    match p.b {
        Some(n) => {
            let _array = [Noisy("e0"), Noisy("e1")];
            take(n, 2)
        }
        None => 0,
    }
}

fn two(_a: Noisy, b: u32) -> u32 {
    b
}

fn main() {
    let _first = Noisy("first");
    let gone = Noisy("gone");
    drop(gone);
    let late;
    let _x = &Noisy("extended");
    for i in 0..2 {
        let _turn = Noisy("turn");
        if i == 1 {
            print!("partial line, ");
            late = Noisy("late");
            println!("{}", late.0);
            let p = Pair { a: Noisy("pa"), b: Some(Noisy("pb as an index")) };
            let n = two(Noisy("argument"), partial(p));
            println!("not reached {n}");
            return;
        }
    }
}
