// All breaks of a loop have one type.
fn main() {
    let x = loop {
        if true {
            break 1;
        }
        break "two"; //~ ERROR E0308
    };
}
