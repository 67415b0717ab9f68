// Output in quantity: many short lines, lines longer than any buffer, many pieces without a line break.
fn piece(n: u32) {
    print!("{}", (b'a' + (n % 26) as u8) as char);
}

fn main() {
    for i in 0..300 {
        println!("{i}");
    }
    for i in 0..1500 {
        piece(i);
    }
    println!();
    for i in 0..200u32 {
        print!("{:>width$}", i, width = (i % 13) as usize);
    }
    println!();
    println!("{:>1200}", "right");
    println!("{:<1100}|", 'x');
    println!("{:0>1030}", 7);
    println!("{:?}", [0x55u8; 700]);
    for i in 0..40 {
        print!("{:-^30}\n{:=<25}\n\n", i, i * i);
    }
    print!("{}\n{}", "ends in the middle", "of a line");
}
