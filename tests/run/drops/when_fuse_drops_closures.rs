// What `fuse` keeps to the end of the statement, where closures are among the adapters before it.
struct Noisy(u32);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn main() {
    let two = |n: u32| vec![Noisy(n), Noisy(n + 1)];
    println!("{}", [10].into_iter().map(two).flatten().take_while(|_| false).fuse().next().is_some());
    println!("{}", [20].into_iter().map(|n| n + 1).flat_map(two).take_while(|_| false).fuse().next().is_some());
    println!("{:?}", [30, 35].into_iter().map(two).flat_map(|two| two).take_while(|_| false).fuse().try_fold(0, |n, _| Some(n + 1)));
    println!("{}", [40].into_iter().filter(|&n| n > 0).flat_map(two).skip_while(|_| false).fuse().any(|_| true));
    println!("{}", [two(50)].into_iter().inspect(|two| println!("{}", two.len())).flatten().map_while(|_| None::<u8>).fuse().next().is_some());
    println!("{}", [60].into_iter().filter_map(|n| Some(two(n))).flatten().scan(0, |_, _| None::<u8>).fuse().next().is_some());
}
