// Types found from use, in both directions.
fn takes_u8(_: u8) {}
fn half(n: f32) -> f32 {
    n / 2.0
}

struct Pair<'a> {
    name: &'a str,
    values: [u64; 2],
}

fn main() {
    let a = 1;
    takes_u8(a);
    let b = 2.0;
    half(b);
    let mut c = None;
    if a == 1 {
        c = Some(5i64);
    }
    let d = [0; 3];
    let e: &[u16] = &d;
    let mut f = [None; 2];
    f[0] = Some('x');
    let g = if e.is_empty() { 1 } else { c.unwrap_or(2) };
    let h: i64 = g + 1;
    let pair = Pair { name: "p", values: [1, 2] };
    let Pair { name, values: [first, second] } = pair;
    let sum = first + second * 3;
    let shift = 1u64 << sum;
    let neg = -5 % 3 - -2i8;
    let text = match neg {
        -128..=-1 => "negative",
        0 => "zero",
        _ => name,
    };
    let i = "12".parse::<i32>().unwrap_or(0) as f64 as u8 as char;
    println!("{text} {h} {shift} {i} {:?} {}", f, d[0] + e[1]);
    let never: u32 = loop {
        break if h > 3 { 7 } else { return };
    };
    let _ = never.pow(2).wrapping_add(u32::MAX);
    let j = &&5i32;
    let k = **j + *j;
    let (l, m): (i8, _) = (1, 2);
    let _ = l + m + k as i8;
    let mut n = 0;
    (n, _) = (n + 1, 'c');
    let o = [1, 2, 3].len() + n;
    let _ = o;
}
