// `break`, `continue` and `return` where they cannot stand.
const C: i32 = return; //~ ERROR E0572

fn main() {
    break; //~ ERROR E0268
    continue; //~ ERROR E0268
    for _ in 0..3 {
        break 5; //~ ERROR E0571
    }
    while true {
        break 5; //~ ERROR E0571
    }
    'block: {
        break; //~ ERROR E0695
    }
    'block: {
        continue 'block; //~ ERROR E0696
    }
    while { break; true } {} //~ ERROR E0590
}
