// A labelled block needs the label.
fn main() {
    let x = 'a: {
        break 1; //~ ERROR E0695
    };
}
