// A vector is a pointer, a capacity and a length. When the capacity
// is used up, `push` asks for a bigger place and copies everything
// there: that is why no reference into a vector may be alive at a
// `push`. The copying costs little, for each new place is twice as
// large as the last: it comes to fewer copies than two an element.

fn main() {
    let mut squares: Vec<u64> = Vec::new();
    let mut copied = 0;
    let mut capacity = squares.capacity();
    println!("{:>6} {:>9}", "length", "capacity");
    for n in 0..100 {
        let length = squares.len();
        squares.push(n * n);
        if squares.capacity() != capacity {
            copied += length;
            capacity = squares.capacity();
            println!("{:>6} {capacity:>9}", squares.len());
        }
    }
    println!("{copied} copies for {} elements", squares.len());

    // Whoever knows the length beforehand asks once.
    let mut cubes = Vec::with_capacity(100);
    for n in 0..100_u64 {
        cubes.push(n * n * n);
    }
    println!("capacity {}, asked for once", cubes.capacity());

    // A `String` is a vector of bytes that are valid UTF-8.
    let mut text = String::new();
    for letter in 'α'..='ε' {
        text.push(letter);
    }
    let (bytes, letters) = (text.len(), text.chars().count());
    println!("{text}: {bytes} bytes for {letters} letters");

    let total: u64 = squares.iter().sum();
    println!("sum of the squares: {total}");
}
