// Named, tuple and unit structs: construction, fields, update syntax, methods, nesting.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Point {
    x: f64,
    y: f64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Metres(f64);

#[derive(Debug, PartialEq)]
struct Origin;

#[derive(Debug, Clone, Copy, PartialEq)]
struct Rect {
    corner: Point,
    size: (f64, f64),
    id: u8,
}

impl Point {
    const ZERO: Point = Point { x: 0.0, y: 0.0 };

    fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    fn length(&self) -> Metres {
        Metres((self.x * self.x + self.y * self.y).sqrt())
    }

    fn shift(&mut self, dx: f64, dy: f64) -> &mut Self {
        self.x += dx;
        self.y += dy;
        self
    }

    fn swapped(self) -> Point {
        Point { x: self.y, y: self.x }
    }
}

impl Rect {
    fn area(&self) -> f64 {
        self.size.0 * self.size.1
    }

    fn contains(&self, p: Point) -> bool {
        p.x >= self.corner.x
            && p.y >= self.corner.y
            && p.x <= self.corner.x + self.size.0
            && p.y <= self.corner.y + self.size.1
    }
}

fn main() {
    let mut p = Point::new(3.0, 4.0);
    println!("{:?} {:?} {}", p, p.length(), p.length().0);
    p.shift(1.0, 1.0).shift(-2.0, 0.5);
    println!("{p:?}");
    let q = p.swapped();
    println!("{q:?} {p:?} {}", p == q);
    let r = Rect { corner: Point::ZERO, size: (10.0, 5.0), id: 7 };
    let s = Rect { id: 8, ..r };
    println!("{} {} {}", r.area(), s.contains(q), r == s);
    println!("{s:?}");
    println!("{s:#?}");
    println!("{:?} {}", Origin, Origin == Origin);
    let Point { x, y: vertical } = q;
    println!("{x} {vertical}");
    let Metres(m) = q.length();
    println!("{m:.3}");
    p = Point { x: p.y, y: p.x };
    println!("{p:?}");
    let mut pair = (Point::new(1.0, 2.0), [Metres(1.0), Metres(2.5)]);
    pair.0.y = 9.0;
    pair.1[1].0 *= 2.0;
    println!("{pair:?}");
}
