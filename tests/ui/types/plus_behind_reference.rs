use std::fmt::Debug;

fn show(value: &dyn Debug + Send) { //~ ERROR syntax
    println!("{value:?}");
}

fn old(value: &Debug + Send) { //~ ERROR E0178
    println!("{value:?}");
}

fn fine(value: &(dyn Debug + Send)) {
    println!("{value:?}");
}

fn main() {
    show(&1);
    fine(&1);
}
