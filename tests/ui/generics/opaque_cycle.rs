fn nested(depth: u32) -> impl Sized { //~ ERROR E0720
    (depth, nested(depth + 1))
}

fn left(n: u32) -> impl Sized { //~ ERROR E0720
    [right(n)]
}

fn right(n: u32) -> impl Sized { //~ ERROR E0720
    Some(left(n))
}

fn fine(n: u32) -> impl Sized {
    (n, 1)
}

fn main() {
    nested(0);
    left(0);
    fine(1);
}
