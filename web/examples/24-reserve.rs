// Two ways to fill vectors. Compare how many blocks they allocate: here each vector is given room for all that will come.

fn main() {
    let (mut even, mut odd) = (Vec::with_capacity(500), Vec::with_capacity(500));
    for number in 0..1_000u32 {
        if number % 2 == 0 {
            even.push(number);
        } else {
            odd.push(number);
        }
    }
    println!("{} {}", even.iter().sum::<u32>(), odd.iter().sum::<u32>());
}
