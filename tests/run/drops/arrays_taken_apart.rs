// What is left of an array that elements are moved out of is dropped piece by piece, from the back.
struct Noisy(u32);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("  drop {}", self.0);
    }
}

fn five() -> [Noisy; 5] {
    [Noisy(1), Noisy(2), Noisy(3), Noisy(4), Noisy(5)]
}

fn by_parameter([_, b, _, d, _]: [Noisy; 5]) -> u32 {
    b.0 * 10 + d.0
}

fn sometimes(take: bool) {
    let array = five();
    if take {
        let [.., d, _] = array;
        println!("  took {}", d.0);
    }
    println!("  end {take}");
}

struct Holder {
    before: Noisy,
    pairs: [(Noisy, Noisy); 3],
    after: Noisy,
}

fn main() {
    println!("one of a variable");
    {
        let array = five();
        let [_, _, c, _, _] = array;
        println!("  took {}", c.0);
    }
    println!("one of a temporary");
    if let [_, _, c, _, _] = five() {
        println!("  took {}", c.0);
    }
    println!("a part in the middle");
    {
        let [_, middle @ .., _] = five();
        println!("  took {}", middle.len());
    }
    println!("all but one");
    {
        let [a, b, _, d, e] = five();
        println!("  took {} {} {} {}", a.0, b.0, d.0, e.0);
    }
    println!("of a parameter");
    println!("  {}", by_parameter(five()));
    sometimes(true);
    sometimes(false);
    println!("within a struct");
    {
        let pair = |n: u32| (Noisy(n), Noisy(n + 1));
        let holder = Holder { before: Noisy(1), pairs: [pair(10), pair(20), pair(30)], after: Noisy(2) };
        let Holder { pairs: [_, (_, right), _], .. } = holder;
        println!("  took {}, {} and {} stay", right.0, holder.before.0, holder.after.0);
    }
    println!("by match");
    match five() {
        [a, ..] if a.0 > 1 => println!("  never"),
        [_, b, ..] => println!("  took {}", b.0),
    }
}
