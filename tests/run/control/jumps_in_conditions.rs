// A condition that leaves its own loop, an outer one, or the function, and what is dropped on the way.
#![allow(unreachable_code, unused_labels)]

struct Noted(&'static str);

impl Drop for Noted {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn returns() -> u32 {
    while return 3 {}
    4
}

fn chooses(n: u32) -> u32 {
    if n == 0 || return n * 2 { 100 } else { 200 }
}

fn main() {
    'a: while break 'a {}
    println!("first");
    'a: while let _ = break 'a {}
    println!("second");
    let mut rounds = 0;
    'a: while rounds < 3 && {
        rounds += 1;
        let _noted = Noted("in the condition");
        if rounds == 2 {
            break 'a;
        }
        true
    } {
        println!("round {rounds}");
    }
    let mut odd = 0;
    'c: while odd < 5 && {
        odd += 1;
        if odd % 2 == 0 {
            continue 'c;
        }
        true
    } {
        println!("odd {odd}");
    }
    'outer: for i in 0..3 {
        let _outer = Noted("outer");
        while i != 1 || break 'outer {
            println!("once for {i}");
            break;
        }
    }
    'outer: for i in 0..5 {
        'inner: for j in { if i == 2 { break 'outer } 0..2 } {
            while let Some(k) = if j == 1 { continue 'outer } else { Some(j) } {
                println!("{i} {j} {k}");
                break 'inner;
            }
        }
    }
    println!("{} {} {}", returns(), chooses(0), chooses(4));
    let found = loop {
        if (break 5) && true {}
    };
    println!("{found}");
    match 'found: {
        if { break 'found 7 } {}
        8
    } {
        n => println!("{n}"),
    }
}
