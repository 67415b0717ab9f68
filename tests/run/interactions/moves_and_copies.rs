// Values that move and values that are copied: partial moves, moves back, copies of arrays, arguments that change.
#[derive(Debug)]
struct Name(&'static str, u32);

#[derive(Debug)]
struct Person {
    name: Name,
    friend: Option<Name>,
    age: u8,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Small {
    bytes: [u8; 5],
    inner: (u16, char),
}

fn change(mut small: Small) -> Small {
    small.bytes[4] = 44;
    small.inner.0 *= 2;
    small
}

fn change_array(mut values: [[i32; 2]; 2]) -> i32 {
    values[1][0] += 100;
    values[0] = values[1];
    values[0][0] + values[1][1]
}

fn rename(mut person: Person, name: &'static str) -> Person {
    person.name = Name(name, person.name.1 + 1);
    person
}

fn take_name(person: Person) -> (Name, u8) {
    let Person { name, age, .. } = person;
    (name, age)
}

fn consume(name: Name) -> usize {
    name.0.len()
}

fn main() {
    let person = Person { name: Name("Ann", 1), friend: Some(Name("Bob", 2)), age: 30 };
    let name = person.name;
    println!("{name:?} {:?} {}", person.friend, person.age);
    let mut person = Person { name, ..person };
    println!("{person:?}");
    let friend = person.friend;
    println!("{}", person.age);
    person.friend = None;
    println!("{person:?} {friend:?}");
    person = rename(person, "Cyd");
    let old = std::mem::replace(&mut person.name, Name("Dee", 9));
    println!("{old:?} {person:?}");
    println!("{:?}", take_name(person));
    let mut current = Name("loop", 0);
    let mut total = 0;
    for i in 0..3 {
        total += consume(current) + i;
        current = Name(if i == 1 { "longer" } else { "x" }, 7);
    }
    println!("{total} {current:?}");
    let later;
    if total > 5 {
        later = current;
    } else {
        later = Name("else", 1);
    }
    println!("{later:?}");
    let small = Small { bytes: [1, 2, 3, 4, 5], inner: (500, 'c') };
    let changed = change(small);
    println!("{small:?}\n{changed:?} {}", small == changed);
    let mut many = [small; 3];
    many[1] = change(many[1]);
    let first = many[0];
    many[0].bytes = many[1].bytes;
    println!("{} {} {}", first == small, many[0] == first, many[2] == small);
    let grid = [[1, 2], [3, 4]];
    println!("{} {grid:?}", change_array(grid));
    let mut a = [1, 2, 3];
    let mut b = a;
    a[0] = 10;
    b[1] = 20;
    a = [a[2], b[1], a[0]];
    println!("{a:?} {b:?}");
    let mut t = (small, 'x', [Some(1), None]);
    let u = t;
    t.0.inner.1 = 'z';
    t.2[1] = t.2[0];
    println!("{} {} {:?} {:?}", t.0.inner.1, u.0.inner.1, t.2, u.2);
    let option = Some(small);
    if let Some(mut inner) = option {
        inner.bytes = [0; 5];
        println!("{:?} {:?}", inner.bytes, option.unwrap().bytes);
    }
    let mut names = [Some(Name("p", 1)), Some(Name("q", 2)), None];
    let taken = names[1].take();
    names[2] = names[0].take();
    println!("{names:?} {taken:?}");
    let [_, _, last] = names;
    let pair = (last, taken);
    let (Some(p), Some(q)) = pair else { return };
    println!("{} {}", p.0, consume(q));
    let nested = ((Name("deep", 3), 1), [2, 3]);
    let ((deep, _), _) = nested;
    println!("{deep:?} {} {:?}", nested.0.1, nested.1);
    let moved_in_match = Some(deep);
    let length = match moved_in_match {
        Some(Name("deep", n)) => n as usize,
        Some(name) => consume(name),
        None => 0,
    };
    println!("{length}");
}
