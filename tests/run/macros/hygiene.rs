// Variables and labels of a macro and of its caller are different ones, whatever they are called; where a macro is
// defined decides what its own names mean.
macro_rules! using_a {
    ($e:expr) => {{
        let a = 42;
        let _ = a;
        $e
    }};
}

macro_rules! with_binding {
    ($name:ident = $value:expr; $body:expr) => {{
        let $name = $value;
        $body
    }};
}

macro_rules! swap {
    ($x:ident, $y:ident) => {
        let tmp = $x;
        $x = $y;
        $y = tmp;
    };
}

macro_rules! find_first {
    ($list:expr, $wanted:expr) => {{
        let mut i = 0;
        let mut found = 99;
        'search: loop {
            if i == 4 {
                break 'search;
            }
            if $list[i] == $wanted {
                found = i;
                break 'search;
            }
            i += 1;
        }
        found
    }};
}

macro_rules! inner_loop {
    ($body:expr) => {
        'a: loop {
            $body;
            #[allow(unreachable_code)]
            {
                break 'a;
            }
        }
    };
}

macro_rules! declare {
    ($($name:ident),*) => { $(let $name = stringify!($name);)* };
}

macro_rules! twice_nested {
    ($x:ident) => {{
        let y = $x + 1;
        with_binding!(z = y * 2; { let y = 1000; z + y + $x })
    }};
}

struct Counter {
    count: i32,
}

impl Counter {
    fn bump(&mut self) -> i32 {
        macro_rules! add {
            ($n:expr) => {
                self.count += $n
            };
        }
        add!(2);
        add!(3);
        self.count
    }
}

macro_rules! getter {
    ($name:ident, $field:ident) => {
        fn $name(&self) -> i32 {
            self.$field
        }
    };
}

impl Counter {
    getter!(value, count);
}

fn main() {
    let a = 7;
    println!("{}", using_a!(a * 2));
    println!("{}", using_a!({ let b = a; b + 1 }));
    println!("{}", with_binding!(v = 5; v + a));

    let (mut tmp, mut other) = (1, 2);
    swap!(tmp, other);
    println!("{tmp} {other}");

    let i = 3;
    let list = [5, 6, 7, 8];
    println!("{} {}", find_first!(list, list[i]), find_first!(list, i));

    let mut rounds = 0;
    'a: loop {
        rounds += 1;
        // The label of the macro is not this one.
        inner_loop!({
            if rounds < 3 {
                continue 'a;
            }
            break 'a
        });
    }
    println!("{rounds}");

    declare!(p, q);
    println!("{p}{q}");

    let y = 10;
    println!("{}", twice_nested!(y));

    let x = 1;
    macro_rules! outer_x {
        () => {
            x
        };
    }
    let x = x + 100;
    println!("{} {}", outer_x!(), x);
    {
        let x = "inner";
        println!("{} {x}", outer_x!());
    }
    macro_rules! shadow {
        ($v:ident) => {{
            let x = 5;
            x + $v + outer_x!()
        }};
    }
    println!("{}", shadow!(x));

    let mut counter = Counter { count: 1 };
    println!("{} {}", counter.bump(), counter.value());

    macro_rules! text {
        ($e:expr) => {{
            let e = $e;
            println!("{e} {a} {}", $e)
        }};
    }
    let e = 3;
    text!(e + 1);
    let a = "changed";
    text!(a.len() + e as usize);
    match 4 {
        x if x > using_a!(x - 1) => println!("yes {x}"),
        _ => println!("no"),
    }
    'outer: for i in 0..3 {
        macro_rules! leave {
            () => {
                break 'outer
            };
        }
        if i == 1 {
            leave!();
        }
        println!("i = {i}");
    }
}
