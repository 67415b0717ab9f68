// Shadowing, variables declared in loops, and assignment through references in loops.
fn main() {
    let x = 5;
    let x = x * 2;
    {
        let x = "inner";
        println!("{x}");
    }
    println!("{x}");
    let mut total = 0;
    let target = &mut total;
    for i in 0..4 {
        let square = i * i;
        *target += square;
    }
    println!("{total}");
    let values = [1, 2, 3, 4];
    let mut best = &values[0];
    for i in 1..values.len() {
        if values[i] % 3 == 0 {
            best = &values[i];
        }
    }
    println!("{best}");
    let late;
    if x > 3 {
        late = "big";
    } else {
        late = "small";
    }
    println!("{late}");
    let mut i = 0;
    while i < 3 {
        let i_copy = i;
        i += 1;
        let mut inner = 0;
        inner += i_copy;
        print!("{inner} ");
    }
    println!();
}
