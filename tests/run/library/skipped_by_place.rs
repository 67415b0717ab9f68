// Where items are known by their place, `take` asks for none that is not there: what `skip` would pass over is not made then.
fn shown(name: &'static str) -> impl FnMut(i32) -> i32 {
    move |x| {
        println!("{name} {x}");
        x * 10
    }
}

fn main() {
    println!("{}", (0..1).map(shown("a")).skip(1).take(3).fold(7, |sum, x| sum + x));
    println!("{}", (0..6).map(shown("b")).skip(2).take(2).sum::<i32>());
    println!("{}", (0..6).map(shown("c")).skip(3).take(9).count());
    println!("{:?}", (0..6).map(shown("d")).skip(1).take(3).last());
    println!("{:?}", (0..6).map(shown("e")).skip(4).take(1).collect::<Vec<_>>());
    (0..6).map(shown("f")).skip(1).enumerate().skip(1).take(2).for_each(|x| println!("{x:?}"));
    println!("{:?}", (0..4).map(shown("g")).skip(2).zip((0..4).map(shown("h"))).collect::<Vec<_>>());
    println!("{:?}", [1, 2, 3, 4].iter().copied().map(shown("i")).skip(1).zip([5, 6].iter().skip(1)).next());
    println!("{:?}", (0..4).zip((0..4).map(shown("j"))).skip(1).take(2).map(|(a, b)| a * b).sum::<i32>());
    println!("{}", (0..2).map(shown("p")).skip(2).take(5).count());
    println!("{:?}", (0..2).map(shown("q")).skip(3).take(5).last());
    println!("{:?}", (0..2).map(shown("r")).skip(9).take(5).collect::<Vec<_>>());
    (0..2).map(shown("s")).skip(2).enumerate().take(2).for_each(|x| println!("{x:?}"));
    println!("{:?}", (0..=1).map(shown("t")).skip(2).take(5).collect::<Vec<_>>());
    // Asked one by one, or where items have no place, they are made.
    for x in (0..2).map(shown("u")).skip(2).take(2) {
        println!("{x}");
    }
    for x in (0..3).map(shown("k")).skip(1).take(1) {
        println!("{x}");
    }
    println!("{:?}", (0..6).map(shown("l")).skip(2).take(2).max());
    println!("{:?}", (0..6).map(shown("m")).skip(2).take(3).any(|x| x > 30));
    println!("{}", (0..=5).map(shown("n")).skip(2).take(2).sum::<i32>());
    println!("{}", (0..6).map(shown("o")).filter(|_| true).skip(1).take(1).count());
    println!("{}", (0..i64::MAX).skip(1 << 60).take(2).map(|x| x >> 60).sum::<i64>());
    let words = vec!["a".to_string(), "b".to_string(), "c".to_string()];
    println!("{:?}", words.iter().cloned().skip(1).take(1).collect::<Vec<_>>());
}
