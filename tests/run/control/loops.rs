// loop, while, for over every kind of range, labels, break with a value, continue.
fn main() {
    let mut n = 0;
    let found = loop {
        n += 1;
        if n % 7 == 0 && n % 5 == 0 {
            break n;
        }
    };
    println!("{found}");
    let mut countdown = 3;
    while countdown > 0 {
        print!("{countdown} ");
        countdown -= 1;
    }
    println!("liftoff");
    for i in 0..3 {
        print!("{i} ");
    }
    for i in 0..=3 {
        print!("{i} ");
    }
    for _ in 5..2 {
        print!("never ");
    }
    for i in -2i8..2 {
        print!("{i} ");
    }
    for c in 'a'..='e' {
        print!("{c}");
    }
    println!();
    'outer: for i in 0.. {
        for j in 0..i {
            if i * j > 40 {
                println!("stopped at {i} {j}");
                break 'outer;
            }
            if j > 5 {
                continue 'outer;
            }
        }
    }
    let label = 'block: {
        if n > 10 {
            break 'block "large";
        }
        "small"
    };
    println!("{label}");
    for i in 250u8..=255 {
        print!("{i} ");
    }
    println!();
}
