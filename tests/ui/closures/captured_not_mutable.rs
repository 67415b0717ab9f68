struct Pair {
    left: i32,
    right: Vec<i32>,
}

fn parameter(count: u32) -> impl FnMut() -> u32 {
    move || {
        count += 1; //~ ERROR E0594
        count
    }
}

fn nested() {
    let total = 0;
    let mut outer = || {
        let mut inner = || total += 1; //~ ERROR E0594
        inner();
    };
    outer();
}

fn main() {
    let x = 3;
    let mut assigns = || x = 4; //~ ERROR E0594
    assigns();
    let v = vec![1];
    let mut pushes = || v.push(2); //~ ERROR E0596
    pushes();
    let pair = Pair { left: 1, right: Vec::new() };
    let mut parts = || {
        pair.left += 1; //~ ERROR E0594
        pair.right.push(3); //~ ERROR E0596
    };
    parts();
    let array = [1, 2, 3];
    let mut element = || array[0] = 5; //~ ERROR E0594
    element();
    let boxed = Box::new(1);
    let mut inside = || *boxed += 1; //~ ERROR E0594
    inside();
    let text = String::new();
    let mut moved = move || text.push('a'); //~ ERROR E0596
    moved();
    let iter = [1, 2].iter();
    let mut next = || iter.next().copied(); //~ ERROR E0596
    next();
    let y = 1;
    let mut reference = || {
        let r = &mut y; //~ ERROR E0596
        *r = 2;
    };
    reference();
    // What lies behind a `&mut`, and what is the closure's own, may be changed.
    let mut n = 0;
    let r = &mut n;
    let mut through = |by: i32| {
        *r += by;
        let own;
        own = by;
        own
    };
    through(2);
    let mut pair = Pair { left: 1, right: Vec::new() };
    let borrowed = &mut pair;
    let mut fields = move || {
        borrowed.left += 1;
        borrowed.right.push(borrowed.left);
    };
    fields();
    let cell = std::cell::Cell::new(1);
    let set = || cell.set(2);
    set();
}
