// Types that nothing determines.
fn main() {
    let a; //~ ERROR E0282
}

fn none() {
    let n = None; //~ ERROR E0282
}

fn empty() {
    let array = []; //~ ERROR E0282
}

fn parsed() {
    let n = "1".parse().unwrap(); //~ ERROR E0284
}

fn default() {
    let d = Default::default(); //~ ERROR E0790
}
