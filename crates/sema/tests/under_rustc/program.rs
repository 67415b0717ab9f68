//! Formats seeded values with the library's `fmt` and with std's, and compares.

#![feature(never_type)]
#![allow(warnings)]

mod any {
    pub use core::any::*;
}
mod cmp {
    pub use core::cmp::*;
}
mod marker {
    pub use core::marker::*;
}
mod ops {
    pub use core::ops::*;
}
mod panic {
    pub use core::panic::Location;
}
mod panicking {
    pub fn format_failed() -> ! {
        panic!("formatting failed")
    }
    pub const fn panic_begin<'a>(_: &core::panic::Location<'_>) -> crate::fmt::Formatter<'a> {
        crate::fmt::Formatter::__stderr()
    }
}
mod result {
    pub use core::result::*;
}

mod string {
    pub use std::string::String;

    pub fn shown<T: crate::fmt::Display + ?Sized>(_: &T, _: usize) -> String {
        String::new()
    }
    pub fn copied_or_shown<T: crate::fmt::Display + ?Sized>(_: &T, _: Option<&str>) -> String {
        String::new()
    }
}

/// Stand-ins for the intrinsics that formatting uses.
mod intrinsics {
    pub unsafe fn ptr_offset<T>(p: *const T, n: isize) -> *const T {
        unsafe { p.offset(n) }
    }
    pub fn slice_as_ptr<T>(s: &[T]) -> *const T {
        s.as_ptr()
    }
    pub unsafe fn slice_from_raw<T>(p: *const T, n: usize) -> &'static [T] {
        unsafe { std::slice::from_raw_parts(p, n) }
    }
    pub unsafe fn str_from_utf8_unchecked(b: &[u8]) -> &str {
        std::str::from_utf8(b).expect("whole characters")
    }
    pub unsafe fn char_from_u32_unchecked(n: u32) -> char {
        char::from_u32(n).expect("a character")
    }
    pub fn f64_to_bits(x: f64) -> u64 {
        x.to_bits()
    }
    pub fn f32_to_bits(x: f32) -> u32 {
        x.to_bits()
    }
    pub trait Float {
        fn abs_(self) -> Self;
    }
    impl Float for f32 {
        fn abs_(self) -> f32 {
            self.abs()
        }
    }
    impl Float for f64 {
        fn abs_(self) -> f64 {
            self.abs()
        }
    }
    pub fn float_abs<T: Float>(x: T) -> T {
        x.abs_()
    }
}

/// Standard output that is kept.
mod io {
    pub mod raw {
        use std::cell::RefCell;
        thread_local!(pub static OUT: RefCell<String> = RefCell::new(String::new()));
        pub fn write_out(s: &[u8]) {
            OUT.with(|o| o.borrow_mut().push_str(std::str::from_utf8(s).expect("text")));
        }
        pub fn write_err(s: &[u8]) {
            write_out(s);
        }
        pub fn end_out() {}
        pub fn end_err() {}
    }
}

#[path = "LIBRARY/fmt/mod.rs"]
mod fmt;
#[path = "LIBRARY/unicode/mod.rs"]
mod unicode;

struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }
    fn below(&mut self, n: u64) -> u64 {
        (self.next() >> 20) % n
    }
}

fn taken() -> String {
    io::raw::OUT.with(|o| std::mem::take(&mut *o.borrow_mut()))
}

/// One value through one trait with one specification: fill, alignment, flags, width and precision.
macro_rules! case {
    ($std:literal, $tr:ident, $fill:literal, $align:literal, $flags:literal, $w:expr, $p:expr, $value:expr) => {{
        let (w, p): (Option<usize>, Option<usize>) = ($w, $p);
        let mut f = fmt::Formatter::__stdout();
        let f = f.__spec($fill, $align, $flags, w.unwrap_or(0), w.is_some(), p.unwrap_or(0), p.is_some());
        fmt::$tr::fmt(&$value, f).ok().expect("formatting succeeds");
        assert_eq!(taken(), format!($std, $value), "{} of {:?}", $std, $value);
    }};
}

macro_rules! integers {
    ($r:ident, $($t:ty)*) => {$(
        for i in 0..3000 {
            let mut v = ($r.next() >> $r.below(64)) as $t;
            if i == 0 { v = <$t>::MIN; }
            if i == 1 { v = <$t>::MAX; }
            if i == 2 { v = 0; }
            case!("{}", Display, ' ', 3, 0, None, None, v);
            case!("{:?}", Debug, ' ', 3, 0, None, None, v);
            case!("{:+}", Display, ' ', 3, 1, None, None, v);
            case!("{:8}", Display, ' ', 3, 0, Some(8), None, v);
            case!("{:<8}", Display, ' ', 0, 0, Some(8), None, v);
            case!("{:^9}", Display, ' ', 2, 0, Some(9), None, v);
            case!("{:*>9}", Display, '*', 1, 0, Some(9), None, v);
            case!("{:é^9}", Display, 'é', 2, 0, Some(9), None, v);
            case!("{:08}", Display, ' ', 3, 8, Some(8), None, v);
            case!("{:+08}", Display, ' ', 3, 9, Some(8), None, v);
            case!("{:<08}", Display, ' ', 0, 8, Some(8), None, v);
            case!("{:x}", LowerHex, ' ', 3, 0, None, None, v);
            case!("{:#X}", UpperHex, ' ', 3, 4, None, None, v);
            case!("{:#012x}", LowerHex, ' ', 3, 12, Some(12), None, v);
            case!("{:#o}", Octal, ' ', 3, 4, None, None, v);
            case!("{:b}", Binary, ' ', 3, 0, None, None, v);
            case!("{:#010b}", Binary, ' ', 3, 12, Some(10), None, v);
            case!("{:x?}", Debug, ' ', 3, 16, None, None, v);
            case!("{:#X?}", Debug, ' ', 3, 36, None, None, v);
            case!("{:5?}", Debug, ' ', 3, 0, Some(5), None, v);
            case!("{:e}", LowerExp, ' ', 3, 0, None, None, v);
            case!("{:.2e}", LowerExp, ' ', 3, 0, None, Some(2), v);
            case!("{:.0E}", UpperExp, ' ', 3, 0, None, Some(0), v);
            case!("{:+14.3e}", LowerExp, ' ', 3, 1, Some(14), Some(3), v);
            case!("{:014.7e}", LowerExp, ' ', 3, 8, Some(14), Some(7), v);
        }
    )*};
}

macro_rules! float {
    ($v:expr) => {{
        let v = $v;
        case!("{}", Display, ' ', 3, 0, None, None, v);
        case!("{:?}", Debug, ' ', 3, 0, None, None, v);
        case!("{:e}", LowerExp, ' ', 3, 0, None, None, v);
        case!("{:E}", UpperExp, ' ', 3, 0, None, None, v);
        case!("{:+}", Display, ' ', 3, 1, None, None, v);
        case!("{:.0}", Display, ' ', 3, 0, None, Some(0), v);
        case!("{:.1}", Display, ' ', 3, 0, None, Some(1), v);
        case!("{:.2}", Display, ' ', 3, 0, None, Some(2), v);
        case!("{:.3?}", Debug, ' ', 3, 0, None, Some(3), v);
        case!("{:.9}", Display, ' ', 3, 0, None, Some(9), v);
        case!("{:.17}", Display, ' ', 3, 0, None, Some(17), v);
        case!("{:.50}", Display, ' ', 3, 0, None, Some(50), v);
        case!("{:.0e}", LowerExp, ' ', 3, 0, None, Some(0), v);
        case!("{:.3e}", LowerExp, ' ', 3, 0, None, Some(3), v);
        case!("{:.25e}", LowerExp, ' ', 3, 0, None, Some(25), v);
        case!("{:12.4}", Display, ' ', 3, 0, Some(12), Some(4), v);
        case!("{:<12.4}", Display, ' ', 0, 0, Some(12), Some(4), v);
        case!("{:*^14.2}", Display, '*', 2, 0, Some(14), Some(2), v);
        case!("{:+010.1}", Display, ' ', 3, 9, Some(10), Some(1), v);
        case!("{:012}", Display, ' ', 3, 8, Some(12), None, v);
        case!("{:10?}", Debug, ' ', 3, 0, Some(10), None, v);
        case!("{:#?}", Debug, ' ', 3, 4, None, None, v);
        case!("{:15e}", LowerExp, ' ', 3, 0, Some(15), None, v);
        case!("{:015.3e}", LowerExp, ' ', 3, 8, Some(15), Some(3), v);
    }};
}

fn floats(r: &mut Random) {
    let special = [
        0.0, 1.0, 0.1, 0.2, 0.3, 0.5, 1.5, 2.5, 9.5, 9.995, 99.95, 0.05, 0.15, 0.25, 1e15, 1e16, 1e17, 1e21, 1e22, 1e23, 1e-4,
        9.9999e-5, 1e-5, 1e-7, 1e300, 1e-300, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 123456789.125, 0.3333333333333333,
        9007199254740992.0, 9007199254740993.0, 9007199254740994.0, 4503599627370496.5, 4503599627370497.5, 18014398509481984.0,
        9223372036854775808.0, 18446744073709551616.0, 36028797018963968.0, f64::INFINITY, f64::NAN, f64::MAX, f64::MIN_POSITIVE, f64::EPSILON,
    ];
    for v in special {
        float!(v);
        float!(-v);
        float!(v as f32);
        float!(-(v as f32));
        case!("{:.400}", Display, ' ', 3, 0, None, Some(400), v);
        case!("{:.1100}", Display, ' ', 3, 0, None, Some(1100), v);
        case!("{:.800e}", LowerExp, ' ', 3, 0, None, Some(800), v);
    }
    for i in -1074..1024 {
        float!(2f64.powi(i));
        let v = f64::from_bits(2f64.powi(i).to_bits().saturating_sub(1));
        float!(v);
    }
    for i in -149..128 {
        float!(2f32.powi(i));
        let v = f32::from_bits(2f32.powi(i).to_bits().saturating_sub(1));
        float!(v);
    }
    for i in 0..4000 {
        let v = f64::from_bits(r.next());
        float!(v);
        let v = f32::from_bits(r.next() as u32);
        float!(v);
        // Numbers of usual sizes.
        let v = (r.next() >> r.below(60)) as f64 / 10f64.powi(r.below(20) as i32);
        float!(v);
        let v = r.below(1000000) as f64 / [1.0, 2.0, 4.0, 8.0, 10.0, 100.0, 1000.0, 3.0, 7.0][i % 9];
        float!(v);
        let v = v as f32;
        float!(v);
        let v = f32::from_bits(r.next() as u32 >> 4 | 0x3000_0000);
        float!(v);
    }
    for _ in 0..200_000 {
        let v = f64::from_bits(r.next());
        case!("{:?}", Debug, ' ', 3, 0, None, None, v);
        let v = f32::from_bits(r.next() as u32);
        case!("{:?}", Debug, ' ', 3, 0, None, None, v);
        let v = (r.next() >> 11) as f64 / (1u64 << 53) as f64 * 10f64.powi(r.below(12) as i32 - 3);
        case!("{}", Display, ' ', 3, 0, None, None, v);
        case!("{:.6}", Display, ' ', 3, 0, None, Some(6), v);
    }
}

fn texts(r: &mut Random) {
    for code in 0..0x11_0000 {
        let Some(c) = char::from_u32(code) else { continue };
        case!("{:?}", Debug, ' ', 3, 0, None, None, c);
        if code >= 0x80 {
            assert_eq!(unicode::is_alphabetic(code), c.is_alphabetic(), "{c:?}");
            assert_eq!(unicode::is_numeric(code), c.is_numeric(), "{c:?}");
            assert_eq!(unicode::is_uppercase(code), c.is_uppercase(), "{c:?}");
            assert_eq!(unicode::is_lowercase(code), c.is_lowercase(), "{c:?}");
        }
    }
    for _ in 0..20_000 {
        let mut s = String::new();
        for _ in 0..r.below(12) {
            let code = match r.below(6) {
                0 => r.below(0x20),
                1 => b"\"'\\\n\t\r\0{}"[r.below(9) as usize] as u64,
                2 | 3 => r.below(0x80),
                4 => r.below(0x3000),
                _ => r.below(0x11_0000),
            };
            s.extend(char::from_u32(code as u32));
        }
        let s = s.as_str();
        let c = s.chars().next().unwrap_or('x');
        case!("{}", Display, ' ', 3, 0, None, None, s);
        case!("{:?}", Debug, ' ', 3, 0, None, None, s);
        case!("{:8}", Display, ' ', 3, 0, Some(8), None, s);
        case!("{:>8}", Display, ' ', 1, 0, Some(8), None, s);
        case!("{:-^9}", Display, '-', 2, 0, Some(9), None, s);
        case!("{:08}", Display, ' ', 3, 8, Some(8), None, s);
        case!("{:.3}", Display, ' ', 3, 0, None, Some(3), s);
        case!("{:é<7.2}", Display, 'é', 0, 0, Some(7), Some(2), s);
        case!("{:5}", Display, ' ', 3, 0, Some(5), None, c);
        case!("{:>5}", Display, ' ', 1, 0, Some(5), None, c);
    }
}

/// What derives write, in both worlds.
struct Point {
    x: i32,
    name: &'static str,
}

struct Unit;

struct Wrap<T>(T, f64);

macro_rules! derive {
    ($m:ident) => {
        impl $m::Debug for Point {
            fn fmt(&self, f: &mut $m::Formatter<'_>) -> $m::Result {
                f.debug_struct("Point").field("x", &self.x).field("name", &self.name).finish()
            }
        }
        impl $m::Debug for Unit {
            fn fmt(&self, f: &mut $m::Formatter<'_>) -> $m::Result {
                f.debug_struct("Unit").finish()
            }
        }
        impl<T: $m::Debug> $m::Debug for Wrap<T> {
            fn fmt(&self, f: &mut $m::Formatter<'_>) -> $m::Result {
                f.debug_tuple("Wrap").field(&self.0).field(&self.1).finish()
            }
        }
    };
}

mod std_fmt {
    pub use std::fmt::*;
}
derive!(std_fmt);
derive!(fmt);

struct Sets;

macro_rules! sets {
    ($m:ident) => {
        impl $m::Debug for Sets {
            fn fmt(&self, f: &mut $m::Formatter<'_>) -> $m::Result {
                f.debug_set().entry(&1).entry(&Unit).finish().ok();
                f.write_str(" ").ok();
                f.debug_map().entry(&"k\n", &[1, 2]).entry(&2, &Point { x: 1, name: "a\"b" }).finish().ok();
                f.debug_map().finish().ok();
                f.debug_set().finish().ok();
                f.debug_struct("Open").finish_non_exhaustive().ok();
                f.debug_struct("Open").field("a", &Some(1)).finish_non_exhaustive()
            }
        }
    };
}
sets!(std_fmt);
sets!(fmt);

macro_rules! debug {
    ($($v:expr),* $(,)?) => {$(
        case!("{:?}", Debug, ' ', 3, 0, None, None, $v);
        case!("{:#?}", Debug, ' ', 3, 4, None, None, $v);
        case!("{:6?}", Debug, ' ', 3, 0, Some(6), None, $v);
        case!("{:<#8.2?}", Debug, ' ', 0, 4, Some(8), Some(2), $v);
        case!("{:02x?}", Debug, ' ', 3, 24, Some(2), None, $v);
        case!("{:#X?}", Debug, ' ', 3, 36, None, None, $v);
    )*};
}

fn values() {
    let p = || Point { x: -7, name: "ab" };
    debug!(
        p(), Unit, Wrap(p(), 1.0), Wrap(Wrap([1u8, 200], -0.0), 1e20), Some(3), None::<i32>, Some(Some("x")), Ok::<i32, &str>(1), Err::<i32, &str>("e"),
        [1, 2, 3], [0i32; 0], [[1, 2], [3, 4]], &[1.5, 2.0][..], (1,), (1, "two"), (1, 2.5, 'c', "d"), ((), ((),)), [(); 2], &&5, true, (),
        (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), std::cmp::Ordering::Less, 1..3, 1..=3, .., 1.., ..2, ..=4, [Some(p()), None], Sets, ["a\nb", ""],
    );
    case!("{:5}", Display, ' ', 3, 0, Some(5), None, true);
    case!("{:>7}", Display, ' ', 1, 0, Some(7), None, &&false);
    case!("{:#?}", Debug, ' ', 3, 4, None, None, Wrap((Wrap(Unit, 1.0), Some([p(), p()])), 2.0));
}

fn main() {
    let mut r = Random(0x9E37_79B9_7F4A_7C15);
    integers!(r, i8 i16 i32 i64 isize u8 u16 u32 u64 usize);
    texts(&mut r);
    values();
    floats(&mut r);
}
