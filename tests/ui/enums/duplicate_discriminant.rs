// Two variants with one number.
enum Level { //~ ERROR E0081
    Low = 1,
    High = 1,
}

fn main() {}
