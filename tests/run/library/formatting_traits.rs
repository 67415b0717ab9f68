use std::fmt::{self, Binary, Debug, Display, LowerExp, LowerHex, Octal, UpperExp, UpperHex, Write};
struct V(i32, f64);
impl Display for V { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
    if f.alternate() { write!(f, "alt ")?; }
    if let Some(p) = f.precision() { write!(f, "p{p} ")?; }
    if let Some(w) = f.width() { write!(f, "w{w} ")?; }
    match f.align() { Some(fmt::Alignment::Left) => f.write_str("L")?, Some(fmt::Alignment::Right) => f.write_str("R")?, Some(fmt::Alignment::Center) => f.write_str("C")?, None => f.write_char('-')? }
    write!(f, "{}{}{}{}", f.fill(), f.sign_plus(), f.sign_minus(), f.sign_aware_zero_pad())
} }
impl LowerHex for V { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { LowerHex::fmt(&self.0, f) } }
impl UpperHex for V { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { fmt::UpperHex::fmt(&self.0, f) } }
impl Octal for V { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { Octal::fmt(&self.0, f) } }
impl Binary for V { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { let v = self.0; Binary::fmt(&v, f) } }
impl LowerExp for V { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { LowerExp::fmt(&self.1, f) } }
impl UpperExp for V { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { UpperExp::fmt(&self.1, f) } }
struct Name(&'static str);
impl Display for Name { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { f.pad(self.0) } }
struct L(Vec<i32>);
impl Debug for L { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { f.debug_list().entries(self.0.iter()).finish() } }
struct M(Vec<(String, i32)>);
impl Debug for M { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { f.debug_map().entries(self.0.iter().map(|(k, v)| (k, v))).finish() } }
struct S(Vec<i32>);
impl Debug for S { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { f.debug_set().entries(&self.0).finish() } }
struct P { x: i32, name: &'static str }
impl Debug for P { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { f.debug_struct("P").field("x", &self.x).field("name", &self.name).finish_non_exhaustive() } }
struct T3(i32, &'static str);
impl Debug for T3 { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { f.debug_tuple("T3").field(&self.0).field(&self.1).finish() } }
struct K;
impl Debug for K { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { f.debug_map().entry(&"a", &1).entry(&"b", &[1, 2]).finish() } }
struct Pad(i32);
impl Display for Pad { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { f.pad_integral(self.0 >= 0, "0d", &self.0.abs().to_string()) } }
struct Wf(i32);
impl Display for Wf { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { write!(f, "<{}>", self.0) } }
fn main() {
    let v = V(255, 1234.5);
    println!("{v}|{v:#}|{v:8.3}|{v:*^5}|{v:<3}|{v:>+03}|{v:08}");
    println!("{v:x} {v:#X} {v:o} {v:#012b} {v:e} {v:E} {v:.2e} {:x}", V(-1, 0.0));
    println!("[{:>8}] [{:<8}] [{:^8}] [{:.2}] [{:-^9.3}]", Name("abc"), Name("abc"), Name("abc"), Name("abc"), Name("abcdef"));
    println!("{:?} {:#?}", L(vec![1, 2]), L(vec![3]));
    let m = M(vec![("a".into(), 1), ("b".into(), 2)]);
    println!("{m:?} {m:#?}");
    println!("{:?} {:?} {:#?}", S(vec![1, 2]), P { x: 1, name: "n" }, P { x: 1, name: "n" });
    println!("{:?} {:#?} {:?}", T3(1, "q"), T3(1, "q"), K);
    println!("{:+} {:#} {:06} {:<6}|", Pad(5), Pad(-5), Pad(-5), Pad(5));
    println!("{} {:03?} {:5.1?} {:#x?} {:X?}", Wf(3), [1, 2], [1.25], [255], [254]);
    let mut s = String::new();
    write!(s, "{}-{:02}", 1, 2).unwrap();
    writeln!(s, "!").unwrap();
    s.write_str("x").unwrap();
    s.write_char('y').unwrap();
    println!("{s:?}");
    println!("{:e} {:e} {:E} {:.1e} {:e} {:e}", 1500.0, 0.00015f32, 1e-7, 98765.4321, 123456u32, -5i64);
    println!("{:>10} {:<10}|", format!("{:?}", Some(1)), format!("{}", 5));
    println!("{:?} {:?}", "a\"b\n\u{1F600}\u{7f}", 'q');
    println!("{:.*} {x:y$.z$}", 3, 1.5, x = 2.71828, y = 9, z = 2);
    println!("{:?} {:?} {:?}", (1, "a"), ((), (1,)), [Some("x"), None]);
    println!("{:?} {:?}", 1..3, ..=5);
    let x = dbg!(2 + 3) * 2;
    assert!(matches!(x, 10 | 11), "x was {x}");
    println!("{:5}|{:<5}|{:^5}|{:>5}|{:05}|{:+}", 42, 42, 42, 42, 42, 42);
    println!("{:5}|{:<5}|{:^5}|{:>5}", true, 'c', "ab", 1.5);
    println!("{:?}", f64::NAN); println!("{:?} {} {:?}", f64::INFINITY, -0.0, 1e21);
    println!("{}", vec![1, 2, 3].iter().map(|x| format!("{x:>3}")).collect::<String>());
}
