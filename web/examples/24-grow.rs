// Two ways to fill vectors. Compare how many blocks they allocate: here each vector starts empty and grows when it is full,
// and where another one is in its way it has to move.

fn main() {
    let (mut even, mut odd) = (Vec::new(), Vec::new());
    for number in 0..1_000u32 {
        if number % 2 == 0 {
            even.push(number);
        } else {
            odd.push(number);
        }
    }
    println!("{} {}", even.iter().sum::<u32>(), odd.iter().sum::<u32>());
}
