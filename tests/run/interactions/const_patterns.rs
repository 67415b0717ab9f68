// Constants in patterns: arrays, tuples, structs, enums, ranges, strings, associated constants.
#[derive(PartialEq, Eq, Clone, Copy, Debug)]
struct Colour {
    r: u8,
    g: u8,
    b: u8,
}

#[derive(PartialEq, Eq, Debug, Clone, Copy)]
enum Code {
    Plain(u32),
    Named(&'static str, Option<u8>),
    Nothing,
}

const RGB: [u8; 3] = [255, 128, 0];
const BLACK: Colour = Colour { r: 0, g: 0, b: 0 };
const WHITE: Colour = Colour { r: !BLACK.r, g: u8::MAX, b: 255 };
const PAIR: (i32, char) = (-1, 'x');
const SEVEN: Code = Code::Plain(7);
const ZED: Code = Code::Named("zed", Some(26));
const LOW: i64 = -5;
const HIGH: i64 = LOW + 10;
const NAME: &str = "name";
const BYTES: &[u8] = b"PNG";
const NEGATIVE: i8 = -128;
const NONE: Option<Option<i32>> = Some(None);
const NESTED: [[bool; 2]; 2] = [[true, false], [false, true]];

impl Colour {
    const RED: Colour = Colour { r: 255, ..BLACK };
    const MID: u8 = 128;

    fn name(self) -> &'static str {
        match self {
            BLACK => "black",
            WHITE => "white",
            Self::RED => "red",
            Colour { r: Self::MID, g: Colour::MID, b } if b != Self::MID => "nearly grey",
            Colour { r: Self::MID, g: Self::MID, b: Self::MID } => "grey",
            Colour { g: 0, .. } => "no green",
            _ => "other",
        }
    }
}

fn array(values: [u8; 3]) -> &'static str {
    match values {
        RGB => "rgb",
        [0, 0, 0] => "zeros",
        [255, rest @ ..] if rest == RGB[1..] => "never",
        [255, _, _] => "starts like it",
        _ => "no",
    }
}

fn number(n: i64) -> &'static str {
    match n {
        i64::MIN..LOW => "below",
        LOW => "low",
        HIGH => "high",
        LOW..=HIGH => "between",
        i64::MAX => "max",
        _ => "above",
    }
}

fn code(code: &Code) -> u32 {
    match code {
        &SEVEN => 1,
        &ZED => 2,
        Code::Named(NAME, _) => 3,
        Code::Named(_, Some(0..=9)) => 4,
        Code::Plain(u32::MAX) => 5,
        Code::Nothing => 6,
        _ => 7,
    }
}

fn header(bytes: &[u8]) -> &'static str {
    match bytes {
        BYTES => "png",
        b"GIF" => "gif",
        [b'J', b'P', ..] => "jp",
        [] => "empty",
        _ => "unknown",
    }
}

fn main() {
    println!("{} {} {} {}", array(RGB), array([0; 3]), array([255, 1, 2]), array([1, 2, 3]));
    let colours = [
        Colour { r: 0, g: 0, b: 0 },
        Colour { r: 255, g: 255, b: 255 },
        Colour { r: 255, g: 0, b: 0 },
        Colour { r: 128, g: 128, b: 127 },
        Colour { r: 128, g: 128, b: 128 },
        Colour { r: 1, g: 0, b: 9 },
        Colour { r: 1, g: 2, b: 3 },
    ];
    for i in 0..colours.len() {
        print!("{}, ", colours[i].name());
    }
    println!();
    let numbers = [i64::MIN, -6, -5, -4, 4, 5, 6, i64::MAX];
    for i in 0..numbers.len() {
        print!("{} ", number(numbers[i]));
    }
    println!();
    let codes = [
        Code::Plain(7),
        Code::Named("zed", Some(26)),
        Code::Named("zed", Some(25)),
        Code::Named("name", None),
        Code::Named("zed", Some(9)),
        Code::Plain(u32::MAX),
        Code::Nothing,
    ];
    for i in 0..codes.len() {
        print!("{} ", code(&codes[i]));
    }
    println!();
    println!("{} {} {} {}", header(b"PNG"), header(b"GIF"), header(b"JPEG"), header(b"PNG8"));
    for n in -1..=0 {
        match (n, 'x') {
            PAIR => println!("the pair"),
            (0, c @ 'a'..='z') => println!("zero and {c}"),
            _ => println!("neither"),
        }
    }
    match i8::MIN {
        NEGATIVE => println!("least"),
        _ => println!("not least"),
    }
    match Some(None) {
        NONE => println!("nothing in something"),
        Some(Some(_)) | None => println!("else"),
    }
    println!("{}", matches!([[true, false], [false, true]], NESTED));
    if let (BLACK, b @ (WHITE | Colour::RED)) = (colours[0], colours[2]) {
        println!("{b:?}");
    }
}
