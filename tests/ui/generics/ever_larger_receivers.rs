// Two functions that need each other, for larger and larger types.
struct Pair<T>(T, T);

trait Ping {
    fn ping(&self, n: u32) -> u32;
}

trait Pong {
    fn pong(&self, n: u32) -> u32;
}

impl<T: Copy> Ping for Pair<T> {
    fn ping(&self, n: u32) -> u32 {
        if n == 0 { 1 } else { Pair([self.0; 1], [self.1; 1]).pong(n - 1) }
    }
}

impl<T: Copy> Pong for Pair<T> {
    fn pong(&self, n: u32) -> u32 {
        Pair((self.0,), (self.1,)).ping(n) //~ ERROR recursion_limit
    }
}

fn main() {
    println!("{}", Pair(1, 2).ping(3));
}
