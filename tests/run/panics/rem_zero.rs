fn main() {
    let divisors = [3u64, 0];
    for i in 0..2 {
        println!("{}", 10 % divisors[i]);
    }
}
