// Only `loop` has a value.
fn main() {
    let x = while true {
        break 5; //~ ERROR E0571
    };
}
