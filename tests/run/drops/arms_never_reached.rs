// What an arm would move that comes after one that always matches counts for nothing.
struct Noisy(u32);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

enum Only {
    One { noisy: Noisy, rest: [Vec<u8>; 2] },
}

fn only(n: u32) -> Only {
    Only::One { noisy: Noisy(n), rest: [vec![1], vec![n as u8]] }
}

#[allow(unreachable_patterns)]
fn main() {
    match [only(1), only(2), only(3), only(4)] {
        [Only::One { noisy: _, .. }, .., Only::One { noisy: _, rest: [_, .., last] }] => println!("{last:?}"),
        [_a, _b, _c, _d] => println!("never"),
    }
    match [only(11), only(12), only(13)] {
        [_, Only::One { rest: [first, _], .. }, _] if first.len() > 1 => println!("{first:?}"),
        whole @ [..] => println!("{}", whole.len()),
        [_, b, _] => println!("never {}", matches!(b, Only::One { .. })),
    }
    match [Noisy(21), Noisy(22), Noisy(23)] {
        [a, .., Noisy(_)] => println!("{}", a.0),
        [_, middle, _] => println!("never {}", middle.0),
    }
}
