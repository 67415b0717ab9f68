//! Broken program text, made from good.

use crate::compare::guarded;
use crate::rng::Rng;
use stair::host::MemoryHost;
use stair::{Compiler, Profile, RunLimits, Session};

/// What is put into texts.
const PIECES: &[&str] = &[
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    "<",
    ">",
    ";",
    ",",
    ":",
    "::",
    ".",
    "..",
    "..=",
    "...",
    "->",
    "=>",
    "=",
    "==",
    "!",
    "?",
    "#",
    "#[derive(Debug)]",
    "#![",
    "$",
    "@",
    "_",
    "|",
    "||",
    "&",
    "&&",
    "&mut",
    "*",
    "+",
    "-",
    "/",
    "%",
    "^",
    "<<",
    ">>=",
    "'",
    "\"",
    "r#\"",
    "b'",
    "/*",
    "*/",
    "//",
    "///",
    "'a",
    "'a:",
    "0x",
    "1e",
    "1.",
    "1.5f32",
    "0b12",
    "999999999999999999999999",
    "u8",
    "i64",
    "f64",
    "str",
    "Self",
    "self",
    "super",
    "crate",
    "fn",
    "fn main() {}",
    "let",
    "let x",
    "mut",
    "const",
    "static",
    "struct S;",
    "enum E { A }",
    "impl",
    "trait",
    "where",
    "for",
    "in",
    "loop",
    "while",
    "if",
    "else",
    "match",
    "break",
    "continue",
    "return",
    "pub",
    "use",
    "mod m {",
    "as",
    "as i32",
    "unsafe",
    "async",
    "move",
    "dyn",
    "ref",
    "type",
    "macro_rules!",
    "macro_rules! m { ($($x:expr),*) => { [$($x),*] }; ($($t:tt)*) => { $($t)* }; }",
    "macro_rules! m {",
    "($($t:tt)*) => { m!($($t)* $($t)*) };",
    "($x:expr) => { $x };",
    "($x:ty) => { $x };",
    "($x:pat) => { $x };",
    "($x:stmt) => { $x };",
    "($x:item) => { $x };",
    "($x:path) => { $x };",
    "($x:vis $y:ident) => { $x };",
    "($x:block) => { $x };",
    "(#[$x:meta]) => { #[$x] };",
    "$x",
    "$($x",
    "),*",
    "),+",
    "$(",
    "$crate::",
    "m!(",
    "m! {",
    "m![m!()]",
    "m!();",
    "stringify!($x)",
    "concat!(",
    "#[macro_use]",
    "#[macro_export]",
    "println!(\"{}\")",
    "println!(\"{x:?}\", ",
    "{:>width$}",
    "assert!",
    "vec![",
    "Option<",
    "Some(",
    "None",
    "Ok(",
    "const C: [i32; C.len()] = C;",
    "type T = T;",
    "struct R(R);",
    "-128i8",
    "i32::MIN / -1",
    "[0; 99999999999]",
    "[[0; 1000]; 1000]",
    "\u{0}",
    "\u{feff}",
    "\u{202e}",
    "é",
    "🦀",
    "\r",
    "\t",
];

/// A text made from one seed text, with pieces of others.
#[must_use]
pub fn mutated(rng: &mut Rng, seeds: &[String]) -> String {
    let mut text = rng.pick(seeds).clone();
    for _ in 0..rng.within(1, 4) {
        let (a, b) = (place(rng, &text), place(rng, &text));
        let (a, b) = (a.min(b), a.max(b));
        // Mostly short parts, so that much stays meaningful.
        let near = floor(&text, (a + rng.below(12)).min(text.len()));
        match rng.below(12) {
            0 => text.truncate(a),
            1 => text.replace_range(a..b, ""),
            2 | 3 => text.replace_range(a..near, ""),
            4 => {
                let part = text[a..near].to_string();
                text.insert_str(b, &part);
            }
            5 => {
                let other = rng.pick(seeds);
                let (c, d) = (place(rng, other), place(rng, other));
                text.insert_str(a, &other[c.min(d)..c.max(d)]);
            }
            6 => {
                let other = rng.pick(seeds);
                let c = place(rng, other);
                text = format!("{}{}", &text[..a], &other[c..]);
            }
            7 if rng.chance(10) => {
                let piece = *rng.pick(&["(", "[", "{", "&", "-", "!", "*", "1+", "if ", "(1,", "Some(", "{{", "<"]);
                text.insert_str(a, &piece.repeat(rng.within(100, 3000)));
            }
            8 => {
                let piece = *rng.pick(PIECES);
                text.replace_range(a..near, piece);
            }
            _ => {
                let piece = *rng.pick(PIECES);
                text.insert_str(a, &format!(" {piece} "));
            }
        }
        if text.len() > 40_000 {
            let end = floor(&text, 40_000);
            text.truncate(end);
        }
    }
    text
}

/// A place between characters.
fn place(rng: &mut Rng, text: &str) -> usize {
    floor(text, rng.below(text.len() + 1))
}

fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Take a text through everything: diagnostics, or all stages and a run that is stopped early.
///
/// # Errors
/// The message, if something panics or an internal error is reported.
pub fn check(compiler: &Compiler, text: &str) -> Result<(), String> {
    guarded(|| {
        let session = Session::new(compiler, "main.rs", text, Profile::Release);
        let _ = session.render_diagnostics(false);
        let _ = (session.tokens_doc().text(), session.tree_doc().text(), session.types_doc().text());
        let _ = (0..text.len() as u32).step_by(7).filter_map(|at| session.hover(at)).count();
        if !session.diagnostics().is_empty() {
            return Ok(());
        }
        let internal = |failure: stair::Failure| match failure {
            stair::Failure::Internal { .. } => Err(failure.to_string()),
            _ => Ok(()),
        };
        session.wasm().map(|_| ()).or_else(internal)?;
        session.wat_doc(true).map(|_| ()).or_else(internal)?;
        let limits = RunLimits { max_steps: Some(300_000), max_nesting: 100_000 };
        match session.vm_runner() {
            Ok(runner) => runner.run(&mut MemoryHost::default(), limits).map(|_| ()).or_else(internal)?,
            Err(failure) => internal(failure)?,
        }
        let limits = RunLimits { max_steps: Some(30_000), ..limits };
        match session.tree_runner() {
            Ok(runner) => runner.run(&mut MemoryHost::default(), limits).map(|_| ()).or_else(internal),
            Err(failure) => internal(failure),
        }
    })
    .and_then(|result| result)
}
