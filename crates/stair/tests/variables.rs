//! What a debugger shows of the user's variables: programs are run to where they call `stop`.

use expect_test::{Expect, expect};
use stair::host::MemoryHost;
use stair::inspect::{Value, ValueKind};
use stair::picture::{State, VariableAt};
use stair::{Compiler, Profile, Session};
use std::collections::BTreeMap;
use std::fmt::Write as _;

const STOP: &str = "fn stop() {}\n";

fn session(source: &str, profile: Profile) -> Session {
    let session = Session::new(&Compiler::new(), "main.rs", &format!("{STOP}{source}"), profile);
    assert!(session.diagnostics().is_empty(), "{}", session.render_diagnostics(false));
    session
}

/// A value in few lines: those of its parts that say more than the whole does.
fn print(value: &Value, depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    let label = if value.label.is_empty() { String::new() } else { format!("{}: ", value.label) };
    let more = if value.more() > 0 { format!(" and {} more", value.more()) } else { String::new() };
    let target = if value.target.is_some() { " →" } else { "" };
    // Addresses change with the library.
    let text = match value.text.find("0x") {
        Some(at) => value.text[..at].trim_end_matches(" at ").to_owned(),
        None => value.text.clone(),
    };
    let equals = if text.is_empty() { "" } else { " = " };
    let _ = writeln!(out, "{indent}{label}{}{equals}{text}{target}{more}", value.ty);
    if !matches!(value.kind, ValueKind::Owner | ValueKind::SharedOwner | ValueKind::Address) {
        value.parts.iter().for_each(|part| print(part, depth + 1, out));
    }
}

/// Run to each call of `stop` and print the variables of the functions that wait for it, up to `main`.
fn shown(source: &str) -> String {
    let session = session(source, Profile::Debug);
    let variables = session.variables().unwrap();
    let runner = session.vm_runner().unwrap();
    let mut vm = runner.start().unwrap();
    let mut host = MemoryHost::default();
    let program = session.bytecode().unwrap().program();
    let stop = program.funcs.iter().position(|f| f.name == "stop").unwrap() as u32;
    let mut out = String::new();
    while vm.step(&mut host).is_some() {
        if vm.position() != (stop, 0) {
            continue;
        }
        let frames = vm.frames(100);
        let picture = variables.picture(&frames, vm.memory());
        for (frame, variables) in frames.iter().zip(&picture.frames).skip(1) {
            let function = &program.funcs[frame.func as usize];
            if !function.is_user {
                continue;
            }
            let _ = writeln!(out, "{}", function.name);
            for variable in variables {
                let state = variable.state.as_str();
                if state.is_empty() || state == "partly moved" {
                    let mut text = String::new();
                    print(&variable.value, 1, &mut text);
                    if !state.is_empty() {
                        text = text.replacen('\n', &format!(" ({state})\n"), 1);
                    }
                    out.push_str(&text);
                } else {
                    let _ = writeln!(out, "  {}: {} ({state})", variable.name, variable.value.ty);
                }
            }
        }
        for block in &picture.blocks.blocks {
            let place = if block.heap { block.path.as_str() } else { "static" };
            let _ = writeln!(out, "{place} {} bytes", block.size);
            print(&block.value, 1, &mut out);
        }
    }
    out
}

fn check(source: &str, expected: Expect) {
    expected.assert_eq(&shown(source));
}

#[test]
fn scalars() {
    check(
        "fn main() {
            let (a, b, c, d): (i8, i16, i32, i64) = (-1, -2, -3, -4);
            let (e, f, g, h): (u8, u16, u32, u64) = (255, 65535, 4294967295, 18446744073709551615);
            let (i, j): (i128, u128) = (-5, 340282366920938463463374607431768211455);
            let (k, l) = (-6isize, 7usize);
            let (m, n) = (1.5f32, -0.1f64);
            let (o, p) = (true, 'ñ');
            let q = ();
            stop();
        }",
        expect![[r#"
            main
              a: i8 = -1
              b: i16 = -2
              c: i32 = -3
              d: i64 = -4
              e: u8 = 255
              f: u16 = 65535
              g: u32 = 4294967295
              h: u64 = 18446744073709551615
              i: i128 = -5
              j: u128 = 340282366920938463463374607431768211455
              k: isize = -6
              l: usize = 7
              m: f32 = 1.5
              n: f64 = -0.1
              o: bool = true
              p: char = 'ñ'
              q: ()
        "#]],
    );
}

#[test]
fn scalars_in_memory() {
    check(
        "fn main() {
            let (a, b, c, d) = (-1i8, 7u128, 2.5f32, 'x');
            let refs = (&a, &b, &c, &d);
            stop();
        }",
        expect![[r#"
            main
              a: i8 = -1
              b: u128 = 7
              c: f32 = 2.5
              d: char = 'x'
              refs: (&i8, &u128, &f32, &char)
                0: &i8 →
                1: &u128 →
                2: &f32 →
                3: &char →
        "#]],
    );
}

#[test]
fn structs_tuples_arrays() {
    check(
        "struct Point { x: i32, y: i32 }
        struct Line(Point, Point);
        struct Unit;
        fn main() {
            let line = Line(Point { x: 1, y: 2 }, Point { x: 3, y: 4 });
            let nested = ((1u8, 2u32), [[1u8, 2], [3, 4]]);
            let points = [Point { x: 5, y: 6 }, Point { x: 7, y: 8 }];
            let unit = Unit;
            stop();
        }",
        expect![[r#"
            main
              line: Line
                0: Point
                  x: i32 = 1
                  y: i32 = 2
                1: Point
                  x: i32 = 3
                  y: i32 = 4
              nested: ((u8, u32), [[u8; 2]; 2])
                0: (u8, u32)
                  0: u8 = 1
                  1: u32 = 2
                1: [[u8; 2]; 2]
                  0: [u8; 2]
                    0: u8 = 1
                    1: u8 = 2
                  1: [u8; 2]
                    0: u8 = 3
                    1: u8 = 4
              points: [Point; 2]
                0: Point
                  x: i32 = 5
                  y: i32 = 6
                1: Point
                  x: i32 = 7
                  y: i32 = 8
              unit: Unit
        "#]],
    );
}

#[test]
fn enums() {
    check(
        "enum Shape { Circle { radius: f64 }, Square(u32), Empty }
        #[derive(Clone, Copy)]
        enum Direction { Left = -1, Right = 1 }
        fn main() {
            let shapes = [Shape::Circle { radius: 1.0 }, Shape::Square(2), Shape::Empty];
            let (left, right) = (Direction::Left, Direction::Right);
            let some_box: Option<Box<i32>> = Some(Box::new(1));
            let no_box: Option<Box<i32>> = None;
            let number = 5;
            let some_ref = Some(&number);
            let no_char: Option<char> = None;
            let some_char = Some('c');
            let nested: [Option<Option<bool>>; 3] = [Some(Some(true)), Some(None), None];
            let result: Result<u8, String> = Err(String::from(\"no\"));
            stop();
        }",
        expect![[r#"
            main
              shapes: [Shape; 3]
                0: Shape = Circle
                  discriminant: u32 = 0
                  radius: f64 = 1.0
                1: Shape = Square
                  discriminant: u32 = 1
                  0: u32 = 2
                2: Shape = Empty
                  discriminant: u32 = 2
              left: Direction = Left
                discriminant: i8 = -1
              right: Direction = Right
                discriminant: i8 = 1
              some_box: Option<Box<i32>> = Some
                niche: u64
                0: Box<i32> →
              no_box: Option<Box<i32>> = None
                niche: u64 = 0 means None
              number: i32 = 5
              some_ref: Option<&i32> = Some
                niche: u64
                0: &i32 →
              no_char: Option<char> = None
                niche: u32
              some_char: Option<char> = Some
                niche: u32 = 99 is data, so Some
                0: char = 'c'
              nested: [Option<Option<bool>>; 3]
                0: Option<Option<bool>> = Some
                  niche: u8 = 1 is data, so Some
                  0: Option<bool> = Some
                    niche: u8 = 1 is data, so Some
                    0: bool = true
                1: Option<Option<bool>> = Some
                  niche: u8 = 2 is data, so Some
                  0: Option<bool> = None
                    niche: u8 = 2 means None
                2: Option<Option<bool>> = None
                  niche: u8 = 3 means None
              result: Result<u8, String> = Err
                niche: u64 = 2 is data, so Err
                0: String = "no" →
            main: some_box.0 → 4 bytes
              i32 = 1
            main: result.0 → 2 bytes
              str = "no"
        "#]],
    );
}

#[test]
fn owners() {
    check(
        "use std::rc::{Rc, Weak};
        use std::sync::Arc;
        use std::cell::{Cell, RefCell};
        fn main() {
            let text = String::from(\"hello\");
            let empty = String::new();
            let mut numbers = Vec::with_capacity(4);
            numbers.push(1u16);
            let boxed = Box::new((1u8, 2u32));
            let shared = Rc::new(5);
            let also = Rc::clone(&shared);
            let weak = Rc::downgrade(&shared);
            let nowhere: Weak<i32> = Weak::new();
            let cell = Cell::new(3);
            let slot = RefCell::new(vec![7u8]);
            let borrow = slot.borrow();
            let words = vec![String::from(\"a\"), String::from(\"b\")];
            let arc: Arc<str> = Arc::from(\"abc\");
            let row: Box<[u8]> = vec![1u8, 2].into_boxed_slice();
            stop();
        }",
        expect![[r#"
            main
              text: String = "hello" →
              empty: String = ""
              numbers: Vec<u16> = 1 element →
              boxed: Box<(u8, u32)> →
              shared: Rc<i32> = strong 2, weak 1 →
              also: Rc<i32> = strong 2, weak 1 →
              weak: Weak<i32> = strong 2, weak 1 →
              nowhere: Weak<i32> = it never had a value
              cell: Cell<i32> = 3
              slot: RefCell<Vec<u8>> = borrowed once
                borrow: isize = 1
                value: Vec<u8> = 1 element →
              borrow: Ref<Vec<u8>>
                value: &Vec<u8> →
                borrow: BorrowRef →
              words: Vec<String> = 2 elements →
              arc: Arc<str> = "abc", strong 1, weak 0 →
              row: Box<[u8]> = 2 elements →
            main: text → 5 bytes
              str = "hello"
            main: numbers → 8 bytes
              [u16]
                0: u16 = 1
            main: boxed → 8 bytes
              (u8, u32)
                0: u8 = 1
                1: u32 = 2
            main: shared → 20 bytes
              i32
                strong: usize = 2
                weak: usize = 1
                value: i32 = 5
            main: slot.value → 1 bytes
              [u8]
                0: u8 = 7
            main: words → [0] → 1 bytes
              str = "a"
            main: words → [1] → 1 bytes
              str = "b"
            main: words → 48 bytes
              [String]
                0: String = "a" →
                1: String = "b" →
            main: arc → 19 bytes
              str
                strong: usize = 1
                weak: usize = 0
                value: str = "abc"
            main: row → 2 bytes
              [u8]
                0: u8 = 1
                1: u8 = 2
        "#]],
    );
}

#[test]
fn a_tree_of_shared_nodes() {
    check(
        "use std::rc::{Rc, Weak};
        use std::cell::RefCell;
        struct Node { name: &'static str, parent: RefCell<Weak<Node>>, children: RefCell<Vec<Rc<Node>>> }
        fn main() {
            let leaf = Rc::new(Node { name: \"leaf\", parent: RefCell::new(Weak::new()), children: RefCell::new(vec![]) });
            let tree = Rc::new(Node { name: \"tree\", parent: RefCell::new(Weak::new()), children: RefCell::new(vec![Rc::clone(&leaf)]) });
            *leaf.parent.borrow_mut() = Rc::downgrade(&tree);
            stop();
        }",
        expect![[r#"
            main
              leaf: Rc<Node> = strong 2, weak 0 →
              tree: Rc<Node> = strong 1, weak 1 →
            static 4 bytes
              str = "leaf"
            static 4 bytes
              str = "tree"
            main: leaf → 80 bytes
              Node
                strong: usize = 2
                weak: usize = 0
                value: Node
                  name: &str = "leaf" →
                  parent: RefCell<Weak<Node>> = not borrowed
                    borrow: isize = 0
                    value: Weak<Node> = strong 1, weak 1 →
                  children: RefCell<Vec<Rc<Node>>> = not borrowed
                    borrow: isize = 0
                    value: Vec<Rc<Node>> = 0 elements
            main: tree → .children.value → 8 bytes
              [Rc<Node>]
                0: Rc<Node> = strong 2, weak 0 →
            main: tree → 80 bytes
              Node
                strong: usize = 1
                weak: usize = 1
                value: Node
                  name: &str = "tree" →
                  parent: RefCell<Weak<Node>> = not borrowed
                    borrow: isize = 0
                    value: Weak<Node> = it never had a value
                  children: RefCell<Vec<Rc<Node>>> = not borrowed
                    borrow: isize = 0
                    value: Vec<Rc<Node>> = 1 element →
        "#]],
    );
}

#[test]
fn collections() {
    check(
        "use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, LinkedList, VecDeque};
        fn main() {
            let mut ring = VecDeque::with_capacity(3);
            ring.push_back(1);
            ring.push_front(0);
            let mut ages = HashMap::new();
            ages.insert(\"Ada\", 36);
            let set: HashSet<u8> = HashSet::from([9]);
            let tree: BTreeMap<u8, char> = (0..14).map(|i| (i, (b'a' + i) as char)).collect();
            let sorted = BTreeSet::from([3, 1, 2]);
            let list = LinkedList::from([1.5, 2.5]);
            let heap = BinaryHeap::from([1, 3, 2]);
            let mut elements = [String::from(\"gone\"), String::from(\"left\")].into_iter();
            drop(elements.next());
            stop();
        }",
        expect![[r#"
            main
              ring: VecDeque<i32> = 2 elements →
              ages: HashMap<&str, i32> = 1 entry →
              set: HashSet<u8> = 1 entry →
              tree: BTreeMap<u8, char> = 14 entries →
              sorted: BTreeSet<i32> = 3 entries →
              list: LinkedList<f64> = 2 elements →
              heap: BinaryHeap<i32> = 3 elements →
              elements: IntoIter<String, 2>
                data: ManuallyDrop<[String; 2]>
                start: usize = 1
                end: usize = 2
            static 3 bytes
              str = "Ada"
            main: ring → 12 bytes
              [i32] = the first is at place 2
                0: i32 = 0
                1: i32 = 1
            main: ages → 200 bytes
              [(&str, i32)] = 1 of 8 slots
                slot 0: (&str, i32)
                  0: &str = "Ada" →
                  1: i32 = 36
            main: set → 32 bytes
              [(u8, ())] = 1 of 16 slots
                slot 0: (u8, ())
                  0: u8 = 9
                  1: ()
            main: tree → → 0 72 bytes
              leaf = 8 entries
                key 0: u8 = 0
                value 0: char = 'a'
                key 1: u8 = 1
                value 1: char = 'b'
                key 2: u8 = 2
                value 2: char = 'c'
                key 3: u8 = 3
                value 3: char = 'd'
                key 4: u8 = 4
                value 4: char = 'e'
                key 5: u8 = 5
                value 5: char = 'f'
                key 6: u8 = 6
                value 6: char = 'g'
                key 7: u8 = 7
                value 7: char = 'h'
            main: tree → 168 bytes
              node = 1 entry
                key 0: u8 = 8
                value 0: char = 'i'
                below 0: pointer →
                below 1: pointer →
            main: tree → → 1 72 bytes
              leaf = 5 entries
                key 0: u8 = 9
                value 0: char = 'j'
                key 1: u8 = 10
                value 1: char = 'k'
                key 2: u8 = 11
                value 2: char = 'l'
                key 3: u8 = 12
                value 3: char = 'm'
                key 4: u8 = 13
                value 4: char = 'n'
            main: sorted → 56 bytes
              leaf = 3 entries
                key 0: i32 = 1
                value 0: SetValZST
                key 1: i32 = 2
                value 1: SetValZST
                key 2: i32 = 3
                value 2: SetValZST
            main: list → 24 bytes
              f64
                value: f64 = 1.5
                next: pointer →
            main: list → → 24 bytes
              f64
                value: f64 = 2.5
                next: pointer = the last one
            main: heap → 12 bytes
              [i32]
                0: i32 = 3
                1: i32 = 1
                2: i32 = 2
        "#]],
    );
}

#[test]
fn references_and_slices() {
    check(
        "fn main() {
            let text = \"static\";
            let owned = String::from(\"owned\");
            let part = &owned[1..3];
            let array = [1, 2, 3];
            let slice = &array[1..];
            let mut vec = vec![10, 20, 30];
            let last = &mut vec[2];
            *last += 1;
            let numbers = &[4u8, 5];
            let of_slice = &slice;
            stop();
        }",
        expect![[r#"
            main
              text: &str = "static" →
              owned: String = "owned" →
              part: &str = "wn" →
              array: [i32; 3]
                0: i32 = 1
                1: i32 = 2
                2: i32 = 3
              slice: &[i32] = 2 elements →
              vec: Vec<i32> = 3 elements →
              last: &mut i32 →
              numbers: &[u8; 2] →
              of_slice: &&[i32] →
            static 6 bytes
              str = "static"
            static 2 bytes
              [u8; 2]
                0: u8 = 4
                1: u8 = 5
            main: owned → 5 bytes
              str = "owned"
            main: vec → 12 bytes
              [i32]
                0: i32 = 10
                1: i32 = 20
                2: i32 = 31
        "#]],
    );
}

#[test]
fn objects_and_functions() {
    check(
        "trait Speak { fn speak(&self) -> u32; }
        struct Dog { age: u32 }
        impl Speak for Dog { fn speak(&self) -> u32 { self.age } }
        fn double(x: i32) -> i32 { x * 2 }
        fn main() {
            let dog = Dog { age: 3 };
            let speaker: &dyn Speak = &dog;
            let boxed: Box<dyn Speak> = Box::new(Dog { age: 4 });
            let pointer: fn(i32) -> i32 = double;
            let item = double;
            println!(\"{} {} {}\", speaker.speak() + boxed.speak(), pointer(1), item(2));
            stop();
        }",
        expect![[r#"
            main
              dog: Dog
                age: u32 = 3
              speaker: &dyn Speak = Dog →
              boxed: Box<dyn Speak> = Dog →
              pointer: fn(i32) -> i32 = double
              item: fn(i32) -> i32 {double} = fn(i32) -> i32 {double}
            main: boxed → 4 bytes
              Dog
                age: u32 = 4
        "#]],
    );
}

#[test]
fn closures() {
    check(
        "fn main() {
            let factor = 3;
            let name = String::from(\"n\");
            let mut count = 0;
            let mut add = |x: i32| { count += x; stop(); factor * x };
            add(2);
            let take = move || { stop(); let inner = name; stop(); inner.len() };
            stop();
            take();
        }",
        expect![[r#"
            main::{closure#0}
              count: &mut i32 →
              factor: &i32 →
              x: i32 = 2
            main
              factor: i32 = 3
              name: String = "n" →
              count: i32 = 2
              add: {main::{closure#0}}
                count: &mut i32 →
                factor: &i32 →
            main: name → 1 bytes
              str = "n"
            main
              factor: i32 = 3
              name: String (moved)
              count: i32 = 2
              add: {main::{closure#0}}
                count: &mut i32 →
                factor: &i32 →
              take: {main::{closure#1}}
                name: String = "n" →
            main: take.name → 1 bytes
              str = "n"
            main::{closure#1}
              name: String = "n" →
            main
              factor: i32 = 3
              name: String (moved)
              count: i32 = 2
              add: {main::{closure#0}}
                count: &mut i32 →
                factor: &i32 →
              take: {main::{closure#1}} (moved)
            main::{closure#1}: name → 1 bytes
              str = "n"
            main::{closure#1}
              name: String (moved)
              inner: String = "n" →
            main
              factor: i32 = 3
              name: String (moved)
              count: i32 = 2
              add: {main::{closure#0}}
                count: &mut i32 →
                factor: &i32 →
              take: {main::{closure#1}} (moved)
            main::{closure#1}: inner → 1 bytes
              str = "n"
        "#]],
    );
}

#[test]
fn moved_and_not_yet_given() {
    check(
        "struct Pair { a: String, b: String, n: u8 }
        struct Plain { n: u8 }
        fn take(s: String) { stop(); }
        fn main() {
            let later;
            let pair = Pair { a: String::from(\"a\"), b: String::from(\"b\"), n: 1 };
            let plain = Plain { n: 2 };
            stop();
            take(pair.a);
            later = plain;
            stop();
            let whole = vec![1];
            let other = whole;
            let boxed = Box::new(String::from(\"x\"));
            let unboxed = *boxed;
            stop();
        }",
        expect![[r#"
            main
              later: Plain (not yet given a value)
              pair: Pair
                a: String = "a" →
                b: String = "b" →
                n: u8 = 1
              plain: Plain
                n: u8 = 2
            main: pair.a → 1 bytes
              str = "a"
            main: pair.b → 1 bytes
              str = "b"
            take
              s: String = "a" →
            main
              later: Plain (not yet given a value)
              pair: Pair (partly moved)
                a: String = moved
                b: String = "b" →
                n: u8 = 1
              plain: Plain
                n: u8 = 2
            take: s → 1 bytes
              str = "a"
            main: pair.b → 1 bytes
              str = "b"
            main
              later: Plain
                n: u8 = 2
              pair: Pair (partly moved)
                a: String = moved
                b: String = "b" →
                n: u8 = 1
              plain: Plain (moved)
            main: pair.b → 1 bytes
              str = "b"
            main
              later: Plain
                n: u8 = 2
              pair: Pair (partly moved)
                a: String = moved
                b: String = "b" →
                n: u8 = 1
              plain: Plain (moved)
              whole: Vec<i32> (moved)
              other: Vec<i32> = 1 element →
              boxed: Box<String> = what it holds was moved (partly moved)
              unboxed: String = "x" →
            main: other → 4 bytes
              [i32]
                0: i32 = 1
            main: pair.b → 1 bytes
              str = "b"
            main: unboxed → 1 bytes
              str = "x"
        "#]],
    );
}

#[test]
fn moved_on_some_ways_only() {
    check(
        "struct Plain { n: u8 }
        fn maybe(moves: bool) {
            let s = String::from(\"s\");
            let t = (String::from(\"t\"), String::from(\"u\"));
            let plain = Plain { n: 1 };
            let given;
            if moves { drop(s); drop(t.0); let _moved = plain; given = 1; } else { given = 2; }
            stop();
        }
        fn main() { maybe(true); maybe(false); }",
        expect![[r#"
            maybe
              moves: bool = true
              s: String (moved)
              t: (String, String) (partly moved)
                0: String = moved
                1: String = "u" →
              plain: Plain (perhaps moved)
              given: i32 = 1
            main
            maybe: t.1 → 1 bytes
              str = "u"
            maybe
              moves: bool = false
              s: String = "s" →
              t: (String, String)
                0: String = "t" →
                1: String = "u" →
              plain: Plain (perhaps moved)
              given: i32 = 2
            main
            maybe: t.0 → 1 bytes
              str = "t"
            maybe: s → 1 bytes
              str = "s"
            maybe: t.1 → 1 bytes
              str = "u"
        "#]],
    );
}

#[test]
fn observable_destructors() {
    check(
        "struct Loud(&'static str);
        impl Drop for Loud { fn drop(&mut self) { stop(); } }
        fn maybe(moves: bool) {
            let first = Loud(\"first\");
            let second = Loud(\"second\");
            if moves { drop(first); }
            stop();
        }
        fn main() { maybe(true); maybe(false); }",
        expect![[r#"
            <Loud as Drop>::drop
              self: &mut Loud →
            maybe
              moves: bool = true
              first: Loud (moved)
              second: Loud
                0: &str = "second" →
            main
            static 6 bytes
              str = "second"
            maybe
              moves: bool = true
              first: Loud (moved)
              second: Loud
                0: &str = "second" →
            main
            static 6 bytes
              str = "second"
            <Loud as Drop>::drop
              self: &mut Loud →
            maybe
              moves: bool = true
              first: Loud (moved)
              second: Loud (dropped)
            main
            maybe
              moves: bool = false
              first: Loud
                0: &str = "first" →
              second: Loud
                0: &str = "second" →
            main
            static 5 bytes
              str = "first"
            static 6 bytes
              str = "second"
            <Loud as Drop>::drop
              self: &mut Loud →
            maybe
              moves: bool = false
              first: Loud
                0: &str = "first" →
              second: Loud (dropped)
            main
            static 5 bytes
              str = "first"
            <Loud as Drop>::drop
              self: &mut Loud →
            maybe
              moves: bool = false
              first: Loud (dropped)
              second: Loud (dropped)
            main
        "#]],
    );
}

#[test]
fn a_panic_drops_what_is_left() {
    check(
        "struct Loud(&'static str);
        impl Drop for Loud { fn drop(&mut self) { stop(); } }
        fn f(moves: bool) {
            let first = Loud(\"first\");
            let text = String::from(\"t\");
            let second = Loud(\"second\");
            if moves { drop(second); }
            panic!(\"now\");
        }
        fn main() {
            let outer = [Loud(\"outer\")];
            f(false);
        }",
        expect![[r#"
            <Loud as Drop>::drop
              self: &mut Loud →
            f
              moves: bool = false
              first: Loud
                0: &str = "first" →
              text: String = "t" →
              second: Loud (perhaps moved)
            main
              outer: [Loud; 1]
                0: Loud
                  0: &str = "outer" →
            static 5 bytes
              str = "outer"
            static 5 bytes
              str = "first"
            f: text → 1 bytes
              str = "t"
            <Loud as Drop>::drop
              self: &mut Loud →
            f
              moves: bool = false
              first: Loud (dropped)
              text: String = "t" →
              second: Loud (perhaps moved)
            main
              outer: [Loud; 1]
                0: Loud
                  0: &str = "outer" →
            static 5 bytes
              str = "outer"
            f: text → 1 bytes
              str = "t"
            <Loud as Drop>::drop
              self: &mut Loud →
            f
              moves: bool = false
              first: Loud (dropped)
              text: String = "t" →
              second: Loud (perhaps moved)
            main
              outer: [Loud; 1] (dropped)
            f: text → 1 bytes
              str = "t"
        "#]],
    );
}

#[test]
fn patterns_move_parts() {
    check(
        "enum Message { Text(String), Number(i32) }
        fn main() {
            let message = Message::Text(String::from(\"hi\"));
            let pair = (String::from(\"l\"), 5);
            match message {
                Message::Text(text) if text.len() > 1 => stop(),
                Message::Text(text) => drop(text),
                Message::Number(_) => {}
            }
            let (left, right) = pair;
            let option = Some(String::from(\"o\"));
            if let Some(inner) = &option { stop(); }
            if let Some(ref inner) = option { stop(); }
            if let Some(inner) = option { stop(); }
            stop();
        }",
        expect![[r#"
            main
              message: Message = Text (partly moved)
                niche: u64 = 2 is data, so Text
                0: String = moved
              pair: (String, i32)
                0: String = "l" →
                1: i32 = 5
              text: String = "hi" →
            main: text → 2 bytes
              str = "hi"
            main: pair.0 → 1 bytes
              str = "l"
            main
              message: Message = Text (partly moved)
                niche: u64 = 2 is data, so Text
                0: String = moved
              pair: (String, i32) (partly moved)
                0: String = moved
                1: i32 = 5
              left: String = "l" →
              right: i32 = 5
              option: Option<String> = Some
                niche: u64 = 1 is data, so Some
                0: String = "o" →
              inner: &String →
            main: option.0 → 1 bytes
              str = "o"
            main: left → 1 bytes
              str = "l"
            main
              message: Message = Text (partly moved)
                niche: u64 = 2 is data, so Text
                0: String = moved
              pair: (String, i32) (partly moved)
                0: String = moved
                1: i32 = 5
              left: String = "l" →
              right: i32 = 5
              option: Option<String> = Some
                niche: u64 = 1 is data, so Some
                0: String = "o" →
              inner: &String →
            main: option.0 → 1 bytes
              str = "o"
            main: left → 1 bytes
              str = "l"
            main
              message: Message = Text (partly moved)
                niche: u64 = 2 is data, so Text
                0: String = moved
              pair: (String, i32) (partly moved)
                0: String = moved
                1: i32 = 5
              left: String = "l" →
              right: i32 = 5
              option: Option<String> = Some (partly moved)
                niche: u64 = 1 is data, so Some
                0: String = moved
              inner: String = "o" →
            main: inner → 1 bytes
              str = "o"
            main: left → 1 bytes
              str = "l"
            main
              message: Message = Text (partly moved)
                niche: u64 = 2 is data, so Text
                0: String = moved
              pair: (String, i32) (partly moved)
                0: String = moved
                1: i32 = 5
              left: String = "l" →
              right: i32 = 5
              option: Option<String> = Some (partly moved)
                niche: u64 = 1 is data, so Some
                0: String = moved
            main: left → 1 bytes
              str = "l"
        "#]],
    );
}

#[test]
fn shadowing_and_scopes() {
    check(
        "fn main() {
            let x = 1;
            let x = x + 1;
            {
                let x = \"inner\";
                let y = 2.5;
                stop();
            }
            let z = { let hidden = 3; hidden + 1 };
            stop();
        }",
        expect![[r#"
            main
              x: i32 = 1
              x: i32 = 2
              x: &str = "inner" →
              y: f64 = 2.5
            static 5 bytes
              str = "inner"
            main
              x: i32 = 1
              x: i32 = 2
              z: i32 = 4
        "#]],
    );
}

#[test]
fn loops() {
    check(
        "fn main() {
            let mut total = 0;
            for i in 0..2 { let square = i * i; total += square; stop(); }
            let mut names = vec![String::from(\"a\"), String::from(\"b\")];
            while let Some(name) = names.pop() { let kept; if name == \"b\" { stop(); continue; } kept = name; stop(); }
            for (i, word) in [\"x\"].iter().enumerate() { stop(); }
        }",
        expect![[r#"
            main
              total: i32 = 0
              i: i32 = 0
              square: i32 = 0
            main
              total: i32 = 1
              i: i32 = 1
              square: i32 = 1
            main
              total: i32 = 1
              names: Vec<String> = 1 element →
              name: String = "b" →
              kept: String (not yet given a value)
            main: names → [0] → 1 bytes
              str = "a"
            main: name → 1 bytes
              str = "b"
            main: names → 48 bytes
              [String]
                0: String = "a" →
            main
              total: i32 = 1
              names: Vec<String> = 0 elements →
              name: String (moved)
              kept: String = "a" →
            main: kept → 1 bytes
              str = "a"
            main: names → 48 bytes
              [String]
            main
              total: i32 = 1
              names: Vec<String> = 0 elements →
              i: usize = 0
              word: &&str →
            static 1 bytes
              str = "x"
            static 16 bytes
              &str = "x" →
            main: names → 48 bytes
              [String]
        "#]],
    );
}

#[test]
fn recursion_and_generic_instances() {
    check(
        "fn depth<T: Clone>(value: T, left: u32) -> u32 {
            if left == 0 { stop(); return 0; }
            let copy = value.clone();
            depth(copy, left - 1) + 1
        }
        fn main() { depth(1u8, 1); depth(String::from(\"s\"), 0); }",
        expect![[r#"
            depth::<u8>
              value: u8 = 1
              left: u32 = 0
            depth::<u8>
              value: u8 = 1
              left: u32 = 1
              copy: u8 = 1
            main
            depth::<String>
              value: String = "s" →
              left: u32 = 0
            main
            depth::<String>: value → 1 bytes
              str = "s"
        "#]],
    );
}

#[test]
fn parameters() {
    check(
        "struct Big { a: u64, b: u64 }
        fn f(big: Big, (x, y): (u8, u8), mut n: i32, text: &str, wide: u128) {
            let r = &mut n;
            *r += 1;
            stop();
        }
        impl Big { fn method(&mut self, by: u64) { self.a += by; stop(); } }
        fn main() {
            f(Big { a: 1, b: 2 }, (3, 4), 5, \"six\", 7);
            let mut big = Big { a: 8, b: 9 };
            big.method(1);
        }",
        expect![[r#"
            f
              big: Big
                a: u64 = 1
                b: u64 = 2
              n: i32 = 6
              text: &str = "six" →
              wide: u128 = 7
              x: u8 = 3
              y: u8 = 4
              r: &mut i32 →
            main
            static 3 bytes
              str = "six"
            Big::method
              self: &mut Big →
              by: u64 = 1
            main
              big: Big
                a: u64 = 9
                b: u64 = 9
        "#]],
    );
}

#[test]
fn a_parameter_is_there_from_the_first_instruction_on() {
    let session = session(
        "fn f(mut n: i32, text: String, pair: &[u8]) { let r = &mut n; *r += 1; drop(text); }
        fn main() { f(5, String::from(\"six\"), &[7]); }",
        Profile::Debug,
    );
    let variables = session.variables().unwrap();
    let mut vm = session.vm_runner().unwrap().start().unwrap();
    let mut host = MemoryHost::default();
    let program = session.bytecode().unwrap().program();
    let f = program.funcs.iter().position(|f| f.name == "f").unwrap() as u32;
    while vm.position() != (f, 0) {
        assert!(vm.step(&mut host).is_some());
    }
    let frames = vm.frames(1);
    let picture = variables.picture(&frames, vm.memory());
    let shown: Vec<String> = picture.frames[0]
        .iter()
        .map(|v| format!("{} {:?} {}", v.name, v.state, v.value.text.split(" at").next().unwrap_or("")))
        .collect();
    assert_eq!(shown, ["n Live 5", "text Live \"six\"", "pair Live 1 element"]);
}

#[test]
fn release_says_that_variables_are_gone() {
    let session = session(
        "fn count(n: u32) -> u32 { if n < 2 { return n; } let m = count(n - 1); count(m % n) + m }
        fn main() { let text = String::from(\"abcdef\"); println!(\"{}\", count(text.len() as u32)); }",
        Profile::Release,
    );
    let variables = session.variables().unwrap();
    let mut vm = session.vm_runner().unwrap().start().unwrap();
    let mut seen = 0;
    while vm.step(&mut MemoryHost::default()).is_some() {
        let picture = variables.picture(&vm.frames(3), vm.memory());
        let all = picture.frames.iter().flatten();
        seen += all.inspect(|v| assert_eq!((v.state, &v.value.parts), (State::OptimisedAway, &Vec::new()))).count();
        assert!(picture.blocks.blocks.is_empty());
    }
    assert!(seen > 0);
}

#[test]
fn the_bytes_of_a_frame_and_of_a_block() {
    let session = session(
        "struct S { a: u8, b: u32 } fn main() { let s = S { a: 1, b: 2 }; let v = vec![s.b; 2]; let r = &s; stop(); }",
        Profile::Debug,
    );
    let variables = session.variables().unwrap();
    let program = session.bytecode().unwrap().program();
    let stop = program.funcs.iter().position(|f| f.name == "stop").unwrap() as u32;
    let mut vm = session.vm_runner().unwrap().start().unwrap();
    while vm.position() != (stop, 0) {
        assert!(vm.step(&mut MemoryHost::default()).is_some());
    }
    let frames = vm.frames(2);
    let picture = variables.picture(&frames, vm.memory());
    let mut out = String::new();
    let main = &frames[1];
    let size = program.funcs[main.func as usize].frame_size;
    for range in [main.address..main.address + size, picture.blocks.blocks[0].address..u64::MAX] {
        let start = range.start;
        for owned in variables.owners(range, &frames, &picture, program) {
            let _ = writeln!(out, "{}..{} {}", owned.from - start, owned.to - start, owned.name);
        }
    }
    expect![[r#"
        0..4 main: s.b
        4..5 main: s.a
        5..8 main: s, padding
        8..16 main: v.capacity
        16..24 main: v.pointer
        24..32 main: v.length
        0..4 main: v → [0]
        4..8 main: v → [1]
    "#]]
    .assert_eq(&out);
}

/// Each value that is said to be there is one, and no two own the same.
fn is_sound(value: &Value, owners: &mut BTreeMap<u64, u64>, place: &str) {
    for word in ["invalid", "outside of memory", "cut off"] {
        assert!(!value.text.starts_with(word), "{place}: {} is {}", value.label, value.text);
    }
    if let (ValueKind::Owner, Some(target), Some(address)) = (value.kind, value.target, value.address) {
        let owner = owners.entry(target).or_insert(address);
        assert_eq!(*owner, address, "{place}: {} owns what something else owns", value.label);
    }
    value.parts.iter().for_each(|part| is_sound(part, owners, place));
}

#[test]
fn what_is_shown_of_ordinary_programs_is_sound() {
    /// How many instructions of the user's functions are looked at in each program.
    const MOMENTS: u32 = 1500;
    let programs = [
        include_str!("../../../tests/run/drops/heap.rs"),
        include_str!("../../../tests/run/drops/matches.rs"),
        include_str!("../../../tests/run/drops/partial.rs"),
        include_str!("../../../tests/run/drops/reassign.rs"),
        include_str!("../../../tests/run/objects/drops.rs"),
        include_str!("../../../tests/run/programs/inventory.rs"),
    ];
    let compiler = Compiler::new();
    for source in programs {
        let session = Session::new(&compiler, "main.rs", source, Profile::Debug);
        let variables = session.variables().unwrap();
        let program = session.bytecode().unwrap().program();
        let mut vm = session.vm_runner().unwrap().start().unwrap();
        let mut host = MemoryHost::default();
        let mut moments = 0;
        while moments < MOMENTS && vm.step(&mut host).is_some() {
            let (func, pc) = vm.position();
            let function = &program.funcs[func as usize];
            if !function.is_user {
                continue;
            }
            moments += 1;
            let place = format!("{} at {pc}", function.name);
            let picture = variables.picture(&vm.frames(4), vm.memory());
            let mut owners = BTreeMap::new();
            let live = |v: &&VariableAt| matches!(v.state, State::Live | State::PartlyMoved);
            for variable in picture.frames.iter().flatten().filter(live) {
                is_sound(&variable.value, &mut owners, &place);
            }
            picture.blocks.blocks.iter().for_each(|block| is_sound(&block.value, &mut owners, &place));
        }
        assert!(moments > 100, "{moments}");
    }
}
