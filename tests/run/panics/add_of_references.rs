// The sum of two references to integers overflows: std's function reports its caller's place.

fn total(prices: &[u8]) -> u8 {
    let mut sum = 0;
    for price in prices {
        sum += price;
        println!("{sum}");
    }
    sum
}

fn main() {
    let prices = vec![100, 50, 25];
    println!("{}", &prices[0] - &prices[2]);
    println!("{}", prices.iter().map(|price| price / &5).max().unwrap() % 7);
    println!("{}", total(&prices));
    println!("{}", total(&[200, 100]));
}
