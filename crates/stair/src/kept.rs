//! What the stages keep of the last program in a profile: it makes the next one faster, and nothing else.

/// One field for each stage that keeps something.
#[derive(Default)]
pub(crate) struct Kept {
    pub(crate) lowered: stair_lower::Kept,
    pub(crate) passes: stair_opt::Kept,
    pub(crate) bytecode: stair_bytecode::compile::Kept,
    pub(crate) wasm: stair_wasm::Kept,
}

#[cfg(test)]
mod tests {
    use crate::{Compiler, Profile, Session};
    use std::rc::Rc;

    const LOANS: &str = include_str!("../../../bench/stages/loans.rs");
    const SHAPES: &str = "
        trait Shape { fn area(&self) -> f64; }
        struct Square(f64);
        struct Noisy(String);
        impl Drop for Noisy { fn drop(&mut self) { println!(\"bye {}\", self.0); } }
        impl Shape for Square { fn area(&self) -> f64 { self.0 * self.0 } }
        fn main() {
            let shapes: Vec<Box<dyn Shape>> = vec![Box::new(Square(2.0)), Box::new(Square(3.5))];
            let _noisy = Noisy(String::from(\"you\"));
            for shape in shapes.iter().rev() { println!(\"{:.1}\", shape.area()); }
        }";

    /// What a person may type, one after the other: programs that differ a little, and programs that differ much.
    fn history() -> Vec<String> {
        let called = LOANS.replace(
            "fn main() {",
            "fn twice(numbers: &[u64]) -> Vec<u64> { numbers.iter().map(|n| n * 2).collect() }

             fn main() { println!(\"{:?}\", twice(&[1, 2, 70_000]));",
        );
        assert_ne!(called, LOANS, "the sample has a main function");
        vec![
            LOANS.to_owned(),
            format!("\n{LOANS}"),
            LOANS.replace(" pages\"", " pages of paper\""),
            LOANS.replace("500", "1"),
            called,
            SHAPES.to_owned(),
            SHAPES.replace("2.0", "2.25"),
            SHAPES.replace("impl Drop for Noisy", "impl Noisy"),
            LOANS.to_owned(),
        ]
    }

    #[test]
    fn a_program_is_compiled_to_the_same_whatever_was_typed_before_it() {
        let compiler = Compiler::new();
        for profile in [Profile::Debug, Profile::Release] {
            for (place, text) in history().iter().enumerate() {
                // The library, and nothing kept.
                let fresh = Compiler { kept: Rc::default(), ..compiler.clone() };
                let [kept, fresh] = [&compiler, &fresh].map(|c| Session::new(c, "main.rs", text, profile));
                assert_eq!(kept.render_diagnostics(false), "");
                let what = format!("program {place}, {}", profile.as_str());
                assert!(kept.lowered() == fresh.lowered(), "IR of {what}");
                assert!(kept.optimised() == fresh.optimised(), "IR after the passes of {what}");
                let effects = |session: &Session| -> Vec<(&str, bool)> {
                    session.pass_effects().unwrap().iter().map(|(pass, changed)| (pass.name, *changed)).collect()
                };
                assert_eq!(effects(&kept), effects(&fresh), "effects of passes on {what}");
                assert!(kept.bytecode() == fresh.bytecode(), "bytecode of {what}");
                assert!(kept.wasm() == fresh.wasm(), "Wasm of {what}");
                assert!(fresh.ir_after(None) == fresh.optimised().cloned(), "the two ways to run passes, {what}");
            }
        }
    }
}
