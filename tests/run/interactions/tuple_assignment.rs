// Destructuring assignment to places that overlap with what is read.
#[derive(Debug, Clone, Copy)]
struct Point {
    x: i32,
    y: i32,
}

struct Wrapper(Point, [i32; 3]);

fn next(n: &mut usize) -> usize {
    *n += 1;
    print!("({n}) ");
    *n - 1
}

fn pair() -> (i32, i32) {
    print!("pair ");
    (7, 8)
}

fn main() {
    let (mut a, mut b, mut c) = (1, 2, 3);
    (a, b) = (b, a);
    println!("{a} {b}");
    (a, b, c) = (c, a, b);
    println!("{a} {b} {c}");
    (a, _) = (a + b, c);
    [b, .., c] = [c, 100, 200, b];
    println!("{a} {b} {c}");
    let mut v = [10, 20, 30, 40];
    (v[0], v[3]) = (v[3], v[0]);
    println!("{v:?}");
    [v[1], v[2]] = [v[2], v[1]];
    println!("{v:?}");
    (v[0], v[0], v[1]) = (1, 2, v[0]);
    println!("{v:?}");
    let mut i = 0;
    (i, v[i]) = (2, 99);
    println!("{i} {v:?}");
    let mut n = 0;
    (v[next(&mut n)], v[next(&mut n)]) = pair();
    println!("{v:?} {n}");
    let mut p = Point { x: 1, y: 2 };
    Point { x: p.y, y: p.x } = p;
    println!("{p:?}");
    Point { x: a, .. } = p;
    (p.x, p.y) = (p.x + p.y, p.x - p.y);
    println!("{p:?} {a}");
    let mut w = Wrapper(p, [0; 3]);
    Wrapper(Point { x: w.1[0], y: w.1[1] }, _) = w;
    (w.0.x, (w.1[2], _)) = (w.1[1], (w.0.x, w.0.y));
    println!("{:?} {:?}", w.0, w.1);
    let mut nested = ((1, 2), [3, 4]);
    (nested.0, nested.1) = ((nested.1[0], nested.1[1]), [nested.0.0, nested.0.1]);
    println!("{nested:?}");
    ((nested.0.0, nested.1[1]), ..) = ((nested.1[1], nested.0.0), 5, 6);
    println!("{nested:?}");
    let (mut x, mut y) = (0u64, 1u64);
    for _ in 0..50 {
        (x, y) = (y, x + y);
    }
    println!("{x} {y}");
    let (mut s, mut t) = ("left", "right");
    {
        let (rs, rt) = (&mut s, &mut t);
        (*rs, *rt) = (*rt, *rs);
    }
    println!("{s} {t}");
    let mut grid = [[1, 2], [3, 4]];
    (grid[0], grid[1]) = (grid[1], grid[0]);
    ([grid[0][1], grid[1][0]], _) = ([grid[1][1], grid[0][0]], 0);
    println!("{grid:?}");
    let (q, r);
    (q, r) = (17 / 5, 17 % 5);
    println!("{q} {r}");
    _ = pair();
    (_, a) = pair();
    (..) = (1, 2, 3);
    println!("{a}");
}
