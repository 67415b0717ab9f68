// A pattern that would take an array apart, and does not match: the array is dropped as a whole, from its front.
#[derive(Debug)]
struct Noisy(u32);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

struct Held {
    pair: [Noisy; 2],
    last: Noisy,
    n: usize,
}

fn held(at: u32, n: usize) -> Held {
    Held { pair: [Noisy(at), Noisy(at + 1)], last: Noisy(at + 2), n }
}

fn array(at: u32) -> [Noisy; 3] {
    [0, 1, 2].map(|i| Noisy(at + i))
}

fn chosen(n: usize) -> Option<u32> {
    let [Held { pair: [first, .., second], n: 0..=9, .. }] = [held(30, n)] else {
        println!("no pair");
        return None;
    };
    println!("{} {}", first.0, second.0);
    Some(first.0)
}

fn main() {
    for n in [5, 50] {
        if let Held { pair: [a, b], n: 0..=9, .. } = held(10, n) {
            println!("{a:?} {b:?}");
        } else {
            println!("other");
        }
        println!("{:?}", chosen(n));
    }
    if let ([first, _, third], 7) = (array(40), std::env::args().count()) {
        println!("{first:?} {third:?}");
    }
    let mut rounds = 0;
    while let (Held { pair: [one, _], last, .. }, 0..2) = (held(50 + rounds * 10, 3), rounds) {
        println!("round {rounds}: {one:?} {last:?}");
        rounds += 1;
    }
    if let [Noisy(_), middle, _] = array(80)
        && middle.0 > 90
    {
        println!("not {middle:?}");
    } else {
        println!("else");
    }
    if let Some([a, b, _]) = Some(array(90)).filter(|a| a.len() > 3) {
        println!("{a:?} {b:?}");
    }
}
