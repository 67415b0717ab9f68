// `{:#?}` and `{:?}` of deep nesting: structs in enums in arrays in tuples in options, empty ones, own `Debug`.
use std::fmt;

#[derive(Debug, Clone, Copy)]
struct Empty;

#[derive(Debug, Clone, Copy)]
struct Braces {}

#[derive(Debug, Clone, Copy)]
struct Parens();

#[derive(Debug, Clone, Copy)]
struct One(u8);

#[derive(Debug, Clone)]
struct Node<'a> {
    name: &'a str,
    values: [f32; 2],
    kind: Kind,
    child: Option<&'a Node<'a>>,
    rest: (),
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    Plain,
    Tuple(One, char),
    Fields { a: Option<Empty>, b: [Braces; 0] },
    Nested(Result<(i8, &'static str), Parens>),
    Bare(),
    Hollow {},
}

struct Secret(u32);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() { write!(f, "Secret\n(hidden {})", self.0 % 10) } else { f.write_str("Secret(..)") }
    }
}

struct Built {
    id: i64,
    secret: Secret,
}

impl fmt::Debug for Built {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder").field("id", &self.id).field("secret", &self.secret).finish()
    }
}

struct Pairs([(char, i32); 2]);

impl fmt::Debug for Pairs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut map = f.debug_map();
        for i in 0..self.0.len() {
            map.entry(&self.0[i].0, &self.0[i].1);
        }
        map.finish()
    }
}

fn main() {
    let leaf = Node { name: "le\"af", values: [0.5, -0.0], kind: Kind::Plain, child: None, rest: () };
    let middle = Node {
        name: "middle\n",
        values: [1e10, f32::NAN],
        kind: Kind::Fields { a: Some(Empty), b: [] },
        child: Some(&leaf),
        rest: (),
    };
    let root = Node {
        name: "",
        values: [f32::INFINITY, 1e-7],
        kind: Kind::Nested(Ok((-1, "tab\t"))),
        child: Some(&middle),
        rest: (),
    };
    println!("{root:?}");
    println!("{root:#?}");
    let kinds = [Kind::Tuple(One(7), '\''), Kind::Nested(Err(Parens())), Kind::Bare(), Kind::Hollow {}];
    println!("{kinds:?}");
    println!("{kinds:#?}");
    println!("{:?} {:#?} {:#?} {:#?}", Empty, Empty, Braces {}, Parens());
    println!("{:#?}", ((), (1,), [(); 2], [[1u8; 2]; 2], Some(Some(()))));
    println!("{:?}", ((), (1,), [(); 2], [[1u8; 2]; 2], Some(Some(()))));
    let built = Built { id: -9, secret: Secret(1234) };
    println!("{built:?}");
    println!("{:#?}", Some([&built]));
    let pairs = Pairs([('a', 1), ('b', -2)]);
    println!("{pairs:?}\n{pairs:#?}");
    let empty: [&str; 0] = [];
    println!("{empty:?} {empty:#?} {:#?}", Some(empty));
    println!("{:#06x?} {:#?}", One(200), "line\nbreak");
    println!("{:#?}", (Ok::<u8, ()>(1), Err::<(), _>("no"), &&One(3), &mut One(4)));
}
