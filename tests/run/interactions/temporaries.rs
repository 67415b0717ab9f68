// References to temporaries: in `let`, arguments, scrutinees, struct literals, method chains; blocks that copy.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Point {
    x: i32,
    y: i32,
}

struct View<'a> {
    point: &'a Point,
    values: &'a mut [i32],
    pair: (&'a str, &'a i64),
}

impl Point {
    fn x_mut(&mut self) -> &mut i32 {
        &mut self.x
    }

    fn moved(mut self, by: i32) -> Point {
        self.x += by;
        self
    }

    fn grown(&mut self) -> &mut Point {
        self.y *= 2;
        self
    }
}

fn make(n: i32) -> Point {
    print!("make {n}; ");
    Point { x: n, y: -n }
}

fn sum(values: &[i32], extra: &i32) -> i32 {
    let mut total = *extra;
    for i in 0..values.len() {
        total += values[i];
    }
    total
}

fn fill(values: &mut [i32; 3], with: i32) -> &mut [i32; 3] {
    for i in 0..3 {
        values[i] = with + i as i32;
    }
    values
}

fn main() {
    let p = &make(1);
    let x = &make(2).x;
    let q = &mut make(3);
    q.x += 10;
    *q.x_mut() += 100;
    println!("{p:?} {x} {q:?}");
    let array = &mut [1, 2, 3];
    array[1] = array[0] + array[2];
    let element = &[10, 20, 30][1];
    let tuple = &(make(4), [5, 6]);
    println!("{array:?} {element} {:?} {}", tuple.0, tuple.1[1]);
    println!("{} {}", sum(&[1, 2, 3], &4), sum(&fill(&mut [0; 3], 7)[1..], &make(5).y));
    let view = View { point: &make(6), values: &mut [3, 2, 1], pair: ("text", &7) };
    view.values[0] += view.point.y;
    println!("{:?} {} {}", view.values, view.pair.0, view.pair.1);
    match &make(7) {
        Point { x: 7, y } => println!("seven {y}"),
        other => println!("{other:?}"),
    }
    match &mut [make(8), make(9)] {
        [first, second] => {
            std::mem::swap(first, second);
            first.x = second.y;
            println!("{first:?} {second:?}");
        }
    }
    if let Some(n) = &mut Some(make(10).x) {
        *n += 1;
        println!("{n}");
    }
    println!("{} {:?}", make(11).moved(5).x, make(12).moved(1).grown().grown());
    println!("{}", *make(13).grown().moved(2).x_mut() + 1);
    let chosen = if x > &1 { &make(14) } else { &Point { x: 0, y: 0 } };
    println!("{chosen:?}");
    let mut a = [1, 2, 3];
    let copy = { a };
    ({ a })[0] = 50;
    a[0] = 60;
    println!("{a:?} {copy:?}");
    let mut s = Point { x: 1, y: 1 };
    { s }.x = 9;
    (s).y = 8;
    let t = &mut { s };
    t.x = 7;
    println!("{s:?} {t:?}");
    let reference = &&&5;
    let counter = &mut &mut 6;
    **counter += ***reference;
    println!("{counter} {}", reference == &&&5);
    let slice: &[i32] = &[a[1], a[2], *element];
    let [first, rest @ ..] = slice else { return };
    println!("{first} {rest:?}");
    let longer = {
        let inner = &[4, 5, 6];
        &inner[1..]
    };
    println!("{longer:?}");
    let negative = -&-3;
    let text = &"abcdef"[2..][..3];
    println!("{negative} {text} {}", !&0u8);
}
