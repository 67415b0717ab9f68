// Shadowing through blocks, patterns, loops, functions and items, with references to what was shadowed.
const LIMIT: i32 = 10;

fn value() -> i32 {
    1
}

fn main() {
    let x = 1;
    let r = &x;
    let x = x + 1;
    let x = {
        let x = x * 10;
        let y = {
            let x = x + *r;
            x * 2
        };
        x + y
    };
    println!("{x} {r}");
    let x = "now text";
    let x = x.len();
    let x = [x; 2];
    println!("{x:?}");
    let x = Some(5);
    if let Some(x) = x {
        let x = x as f64 / 2.0;
        println!("{x}");
    }
    println!("{x:?}");
    match x {
        Some(x) if x > 3 => {
            let x = -x;
            println!("{x}");
        }
        x => println!("{x:?}"),
    }
    let value = value() + value();
    println!("{value}");
    fn inner(value: i32) -> i32 {
        fn value_of() -> i32 {
            7
        }
        let value = value + value_of();
        value * LIMIT
    }
    println!("{}", inner(value));
    {
        const LIMIT: i32 = 20;
        fn inner(n: i32) -> i32 {
            n + LIMIT
        }
        println!("{}", inner(1));
    }
    println!("{}", inner(1));
    let n = 3;
    for n in 0..n {
        let n = n * 2;
        print!("{n} ");
    }
    println!("{n}");
    let mut n = n;
    while n > 0 {
        let m = n;
        n -= 1;
        let n = m * 100;
        print!("{n} ");
    }
    println!("{n}");
    let mut count = 0;
    let count_ref = &mut count;
    *count_ref += 5;
    let count = *count_ref + 1;
    println!("{count}");
    let (a, b) = (1, 2);
    let (a, b) = (b, a);
    let [a, b] = [a * 10 + b, a * 10 - b];
    println!("{a} {b}");
    let a = &a;
    let a = &a;
    println!("{}", **a + 1);
    let text = "outer";
    let print = {
        let kept = text;
        let text = "inner";
        (kept, text)
    };
    println!("{print:?} {text}");
    struct Shadow {
        text: i32,
    }
    let text = Shadow { text: 4 };
    let Shadow { text } = text;
    println!("{text}");
    let Some(text) = Some(text + 1) else {
        println!("{text}");
        return;
    };
    println!("{text}");
}
