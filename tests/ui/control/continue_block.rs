// A block has no next round.
fn main() {
    'a: {
        continue 'a; //~ ERROR E0696
    }
}
