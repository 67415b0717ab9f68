//! Links: everything that a person sees, in the fragment of an address.
//!
//! A link is `…/#` followed by the unpadded base64url form (RFC 4648, section 5) of a version byte and what that version says
//! of the rest:
//!
//! | version | the rest |
//! | --- | --- |
//! | 1 | a byte, the profile (0 debug, 1 release); the program in UTF-8 as a raw DEFLATE stream |
//! | 2 | a text, see [`text`], as a raw DEFLATE stream with `dictionary.txt` before it |
//! | 3 | a workshop: a text, see [`workshop`], as a raw DEFLATE stream with `dictionary.txt` before it |
//!
//! A version never changes its meaning, and so neither does its dictionary: a link, once handed out, opens for ever. What is
//! added to links goes into the text of version 2, whose readers pass over what they do not know and say so.

mod base64url;
mod deflate;
pub mod text;
pub mod workshop;

pub use workshop::Workshop;

use std::fmt;

/// The version of links to programs that is written.
const VERSION: u8 = 2;
/// The version of links to workshops that is written.
const WORKSHOP_VERSION: u8 = 3;
/// The latest version that is read.
const LATEST: u8 = WORKSHOP_VERSION;

/// What a link carries is not longer than this many bytes: a few bytes of DEFLATE can stand for gigabytes.
pub const LIMIT: usize = 1 << 20;

/// What a link carries.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Shared {
    /// The program in the editor.
    pub program: String,
    /// Another program that it is compared with.
    pub other: Option<Other>,
    /// What the programs read from standard input.
    pub input: String,
    /// How they are shown.
    pub view: View,
    /// The keys of what the link carries besides, and this version does not know.
    pub unknown: Vec<String>,
}

/// A program that another one is compared with.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Other {
    /// Whether it stands on the left of the one in the editor.
    pub is_left: bool,
    /// Its text.
    pub program: String,
    /// What is compared, if the comparison is in view.
    pub shown: Option<Pane>,
    /// Whether only differences are shown.
    pub only_differences: bool,
}

/// How programs are shown. Names are those of the command line; an empty one leaves it to the page.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct View {
    /// Whether the profile is release; else it is debug.
    pub is_release: bool,
    /// The engine that Run uses.
    pub engine: String,
    /// The panes from left to right; none leaves it to the page.
    pub panes: Vec<Pane>,
    /// Which of them is in front where there is room for one only.
    pub front: u32,
    /// What is below the editor.
    pub drawer: String,
    /// Which part of the page a narrow screen shows.
    pub part: String,
    /// The moment of the run that is shown, by the number of instructions executed before it; `None`: nothing is stepped through.
    pub step: Option<u64>,
    /// How large a step is.
    pub unit: String,
    /// Places of the program that are lit up: bytes, start and end.
    pub marks: Vec<(u32, u32)>,
    /// Where the run stops.
    pub breakpoints: Vec<Breakpoint>,
}

/// A pane in view.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Pane {
    /// The stage, or what it shows of a run.
    pub shows: String,
    /// For the IR: the pass after which; empty for the last.
    pub after: String,
    /// Whether the library's part is shown.
    pub library: bool,
}

/// Where a run stops.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Breakpoint {
    /// The place as `staircase trace --break` takes it: `12`, `fib`, `fib:8`, `fib.n`, or `@8400864+4` for bytes of memory.
    pub place: String,
    /// An expression that has to be true; empty for none.
    pub condition: String,
    /// Whether it is put aside for now.
    pub is_off: bool,
}

/// What a fragment carries.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Link {
    /// A program and how it is shown.
    Program(Box<Shared>),
    /// A workshop.
    Workshop(Workshop),
}

/// Why a fragment is no link that can be opened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Broken {
    /// It does not hold what it should: it was cut, changed, or never was a link of this kind.
    Damaged,
    /// It was made by a later version, which has this number.
    Later(u8),
    /// It stands for more than [`LIMIT`].
    TooLong,
    /// It carries a workshop, and a program is wanted.
    Workshop,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Broken::Damaged => f.write_str(
                "This link is damaged: it does not hold a whole program. Perhaps it was cut off where it was copied from.",
            ),
            Broken::Later(version) => write!(
                f,
                "This link has format version {version}, and this page reads versions up to {LATEST}: it was made by a later one."
            ),
            Broken::Workshop => f.write_str("This link carries a workshop and not a program."),
            Broken::TooLong => write!(f, "This link stands for more than {} KiB, which no page opens.", LIMIT >> 10),
        }
    }
}

/// The fragment that carries this, without its `#`.
#[must_use]
pub fn encode(shared: &Shared) -> String {
    let mut bytes = vec![VERSION];
    bytes.extend(deflate::compress(text::write(shared).as_bytes()));
    base64url::encode(&bytes)
}

/// The fragment that carries a workshop, without its `#`.
#[must_use]
pub fn encode_workshop(workshop: &Workshop) -> String {
    let mut bytes = vec![WORKSHOP_VERSION];
    bytes.extend(deflate::compress(workshop::write(workshop).as_bytes()));
    base64url::encode(&bytes)
}

/// What a fragment carries, if that is a program; it may start with its `#`.
///
/// # Errors
/// If it is no link of a version that is known here, or carries a workshop.
pub fn decode(fragment: &str) -> Result<Shared, Broken> {
    match open(fragment)? {
        Link::Program(shared) => Ok(*shared),
        Link::Workshop(_) => Err(Broken::Workshop),
    }
}

/// What a fragment carries; it may start with its `#`.
///
/// # Errors
/// If it is no link of a version that is known here.
pub fn open(fragment: &str) -> Result<Link, Broken> {
    let bytes = base64url::decode(fragment.trim_start_matches('#')).ok_or(Broken::Damaged)?;
    let (&version, rest) = bytes.split_first().ok_or(Broken::Damaged)?;
    let written = || {
        let written = deflate::decompress(rest, deflate::DICTIONARY)?;
        String::from_utf8(written).map_err(|_| Broken::Damaged)
    };
    let program = |shared| Link::Program(Box::new(shared));
    match version {
        1 => first_version(rest).map(program),
        2 => text::read(&written()?).map(program),
        WORKSHOP_VERSION => workshop::read(&written()?).map(Link::Workshop),
        0 => Err(Broken::Damaged),
        later => Err(Broken::Later(later)),
    }
}

fn first_version(bytes: &[u8]) -> Result<Shared, Broken> {
    let (&profile, stream) = bytes.split_first().ok_or(Broken::Damaged)?;
    let is_release = match profile {
        0 => false,
        1 => true,
        _ => return Err(Broken::Damaged),
    };
    let program = String::from_utf8(deflate::decompress(stream, &[])?).map_err(|_| Broken::Damaged)?;
    Ok(Shared { program, view: View { is_release, ..View::default() }, ..Shared::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn everything() -> Shared {
        let pane = |shows: &str, after: &str, library| Pane { shows: shows.into(), after: after.into(), library };
        Shared {
            program: "fn main() {\n    println!(\"→ 🦀\");\n}\n".into(),
            other: Some(Other {
                is_left: true,
                program: "fn main() {}\n\nstep 3\n".into(),
                shown: Some(pane("ir", "inline", true)),
                only_differences: true,
            }),
            input: "1 2\n\n3".into(),
            view: View {
                is_release: true,
                engine: "vm".into(),
                panes: vec![pane("ir", "lower", false), pane("bytecode", "", true), pane("memory", "", false)],
                front: 2,
                drawer: "timings".into(),
                part: "layers".into(),
                step: Some(123_456_789),
                unit: "expression".into(),
                marks: vec![(3, 7), (12, 30)],
                breakpoints: vec![
                    Breakpoint { place: "3".into(), ..Breakpoint::default() },
                    Breakpoint {
                        place: "<T as Tr>::f.x".into(),
                        condition: "x > 3 && y == \" if \"".into(),
                        is_off: true,
                    },
                ],
            },
            unknown: Vec::new(),
        }
    }

    fn program(text: &str) -> Shared {
        Shared { program: text.into(), ..Shared::default() }
    }

    #[test]
    fn everything_survives_a_link() {
        let long = "x".repeat(100_000);
        for shared in [everything(), program(""), program("fn main() {}\n"), program("\n\n"), program(&long)] {
            let fragment = encode(&shared);
            assert!(fragment.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')));
            assert_eq!(decode(&fragment).as_ref(), Ok(&shared));
            assert_eq!(decode(&format!("#{fragment}")), Ok(shared));
        }
    }

    #[test]
    fn damage_is_an_error_and_never_a_panic() {
        let good = encode(&everything());
        for length in 0..good.len() {
            assert!(decode(&good[..length]).is_err(), "cut at {length}");
        }
        for at in 0..good.len() {
            for other in ["A", "_", "!", "é", "%", "0"] {
                let mut changed = good.clone();
                changed.replace_range(at..=at, other);
                let _ = decode(&changed);
            }
        }
        assert_eq!(decode(""), Err(Broken::Damaged));
        assert_eq!(decode("CQA"), Err(Broken::Later(9)));
        assert_eq!(decode("/playground?code=fn"), Err(Broken::Damaged));
    }

    #[test]
    fn what_would_be_too_long_is_refused() {
        let bomb = program(&" ".repeat(LIMIT + 1));
        assert_eq!(decode(&encode(&bomb)), Err(Broken::TooLong));
        let bomb = Workshop { title: " ".repeat(LIMIT + 1), ..Workshop::default() };
        assert_eq!(open(&encode_workshop(&bomb)), Err(Broken::TooLong));
        let first = miniz_oxide::deflate::compress_to_vec(&vec![b' '; LIMIT + 1], 6);
        assert_eq!(decode(&base64url::encode(&[&[1, 0], &first[..]].concat())), Err(Broken::TooLong));
    }

    #[test]
    fn a_workshop_survives_a_link_and_damage_is_an_error() {
        let exercise = |file: &str, json: &str| workshop::Exercise { file: file.into(), json: json.into() };
        let exercises = vec![exercise("01-a b.md", "{\n\n🦀}"), exercise("02.md", "")];
        let carried = Workshop { title: "→ 1".into(), exercises };
        let fragment = encode_workshop(&carried);
        assert_eq!(open(&format!("#{fragment}")), Ok(Link::Workshop(carried)));
        assert_eq!(decode(&fragment), Err(Broken::Workshop));
        for length in 0..fragment.len() {
            assert!(open(&fragment[..length]).is_err(), "cut at {length}");
        }
        for at in 0..fragment.len() {
            for other in ["A", "_", "!", "é", "%", "0"] {
                let mut changed = fragment.clone();
                changed.replace_range(at..=at, other);
                let _ = open(&changed);
            }
        }
        let damaged = ["", "3 a", "3 a\n\nab", "1 a\n\nab", "x a\n\n", "1\n\na", "1 a\n\né"];
        for text in damaged {
            assert_eq!(workshop::read(&format!("exercise {text}")), Err(Broken::Damaged), "{text:?}");
        }
        assert_eq!(workshop::read("later thing\n\n"), Ok(Workshop::default()));
    }

    /// Small programs make short links: with the address of the page they fit wherever an address fits.
    #[test]
    fn links_are_short() {
        let small = "fn gcd(a: u64, b: u64) -> u64 {\n    if b == 0 { a } else { gcd(b, a % b) }\n}\n\nfn main() {\n    for n in 1..10 {\n        println!(\"gcd({n}, 12) = {}\", gcd(n, 12));\n    }\n    assert_eq!(gcd(48, 18), 6);\n}\n";
        assert!((195..=205).contains(&small.len()), "{}", small.len());
        let link = encode(&program(small));
        assert!(link.len() < 160, "{}", link.len());
        let large = include_str!("../../../bench/stages/loans.rs");
        let large = &large[..large.floor_char_boundary(2_500)];
        let link = encode(&program(large));
        assert!(link.len() < 1_400, "{}", link.len());
    }
}
