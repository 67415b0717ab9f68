use std::cell::Cell;

struct Counter {
    count: Cell<usize>,
}

const START: Cell<usize> = Cell::new(1);
const COUNTER: Counter = Counter { count: Cell::new(1) };
const NONE: Option<Cell<usize>> = None;

const A: &Cell<usize> = &START; //~ ERROR E0492
const B: &Cell<usize> = &COUNTER.count; //~ ERROR E0492
const C: &Counter = &COUNTER; //~ ERROR E0492
const D: Option<&Counter> = Some(&Counter { count: START }); //~ ERROR E0492
const E: &Option<Cell<usize>> = &NONE;
const F: &Option<Cell<usize>> = &None;

fn main() {
    A.set(2);
    println!("{} {} {} {}", B.get(), C.count.get(), E.is_none(), F.is_none());
}
