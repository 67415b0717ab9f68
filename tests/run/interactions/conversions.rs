// `From`, `Into`, `TryFrom`, `Default`: conversions between one's own types and numbers, with operators.
use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq)]
struct Celsius(f64);

#[derive(Debug, Clone, Copy, PartialEq)]
struct Fahrenheit(f64);

impl From<Celsius> for Fahrenheit {
    fn from(c: Celsius) -> Self {
        Fahrenheit(c.0 * 9.0 / 5.0 + 32.0)
    }
}

impl From<Fahrenheit> for Celsius {
    fn from(Fahrenheit(f): Fahrenheit) -> Celsius {
        Celsius((f - 32.0) * 5.0 / 9.0)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Colour {
    r: u8,
    g: u8,
    b: u8,
}

impl From<u32> for Colour {
    fn from(rgb: u32) -> Self {
        let [_, r, g, b] = rgb.to_be_bytes();
        Colour { r, g, b }
    }
}

impl From<[u8; 3]> for Colour {
    fn from([r, g, b]: [u8; 3]) -> Self {
        Self { r, g, b }
    }
}

impl From<(u8, u8, u8)> for Colour {
    fn from(parts: (u8, u8, u8)) -> Self {
        [parts.0, parts.1, parts.2].into()
    }
}

impl From<Colour> for u32 {
    fn from(c: Colour) -> u32 {
        u32::from(c.r) << 16 | u32::from(c.g) << 8 | u32::from(c.b)
    }
}

impl From<&Colour> for f32 {
    fn from(c: &Colour) -> f32 {
        (c.r as f32 + c.g as f32 + c.b as f32) / 765.0
    }
}

impl fmt::UpperHex for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02X}{:02X}{:02X}", self.r, self.g, self.b)
    }
}

impl Default for Colour {
    fn default() -> Self {
        Colour::from(0x80_80_80)
    }
}

#[derive(Debug)]
enum Value {
    Int(i64),
    Real(f64),
    Text(&'static str),
    Nothing,
}

impl From<i64> for Value {
    fn from(n: i64) -> Value {
        Value::Int(n)
    }
}

impl From<f64> for Value {
    fn from(x: f64) -> Value {
        Value::Real(x)
    }
}

impl From<&'static str> for Value {
    fn from(text: &'static str) -> Value {
        if text.is_empty() { Value::Nothing } else { Value::Text(text) }
    }
}

impl TryFrom<Value> for i64 {
    type Error = &'static str;
    fn try_from(value: Value) -> Result<i64, &'static str> {
        match value {
            Value::Int(n) => Ok(n),
            Value::Real(x) if x == (x as i64) as f64 => Ok(x as i64),
            Value::Real(_) => Err("has a fraction"),
            Value::Text(text) => Err(text),
            Value::Nothing => Ok(0),
        }
    }
}

fn double(n: i64) -> Value {
    (n * 2).into()
}

fn main() {
    let boiling: Fahrenheit = Celsius(100.0).into();
    let cold = Celsius::from(Fahrenheit(-40.0));
    println!("{boiling:?} {cold:?} {:?}", Celsius::from(boiling));
    let orange = Colour::from(0xFF8000);
    let same: Colour = (255, 128, 0).into();
    println!("{orange:?} {} {orange:X} {:X}", orange == same, Colour::default());
    println!("{:#x} {}", u32::from(orange), f32::from(&Colour::from([255; 3])));
    let back: u32 = Colour { r: 1, ..Default::default() }.into();
    println!("{back}");
    let values = [Value::from(7), 2.5.into(), "word".into(), "".into(), double(21), Value::from(4.0)];
    println!("{values:?}");
    let [a, b, c, d, e, f] = values;
    println!("{:?} {:?} {:?}", i64::try_from(a), i64::try_from(b), i64::try_from(c));
    let (d, e): (Result<i64, _>, Result<i64, _>) = (d.try_into(), e.try_into());
    println!("{d:?} {e:?} {:?}", i64::try_from(f));
    println!("{} {} {}", i64::from(-5i8), u32::from('é'), f64::from(3u32));
    println!("{} {} {}", u64::from(true), char::from(0x7au8), i32::from(u16::MAX));
    println!("{:?} {:?}", u8::try_from(255i32), u8::try_from(256i32).is_err());
    println!("{:?} {:?}", i8::try_from(-129i64).is_err(), usize::try_from(-1i32).is_ok());
    println!("{:?} {:?}", u32::try_from(u64::MAX).ok(), i64::try_from(u64::MAX / 2).ok());
    println!("{:?} {:?}", char::try_from(0x41u32).ok(), char::try_from(0xD800u32).is_err());
    let wide: i64 = 7i16.into();
    let nothing: Option<i32> = 5.into();
    println!("{wide} {nothing:?}");
    let (a, b): (u8, bool) = Default::default();
    let array: [Option<u8>; 3] = Default::default();
    println!("{a} {b} {array:?} {:?} {:?}", <&str>::default(), char::default());
}
