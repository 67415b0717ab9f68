//! The programs of documents: what they print, and compiled. It joins the compiler to `stair-embed`, which does not know it.
//!
//! ```
//! use stair::{Compiler, Profile, Session};
//! use stair_embed::{Embed, Form, Options, Program};
//!
//! let source = "fn main() { println!(\"{}\", 6 * 7); }";
//! let options = Options::default();
//! let session = Session::new(&Compiler::new(), stair_live::NAME, source, stair_live::profile(&options));
//! let output = Some(stair_live::record(&session, &options.stdin, 1_000_000)?);
//! let program = Some(Program::Inline(stair_live::bundle(&session, &options)?));
//! let embed = Embed { output, program, options, ..Embed::new(source) };
//! assert!(embed.to_html(Form::Code)?.contains("<samp>42\n</samp>"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use stair::debugger::Layer;
use stair::{Failure, Outcome, Profile, RunLimits, Session};
use stair_embed::{End, Options, Pane, Recorded, Recorder};

/// What diagnostics and panics call the program of a document: what the page calls it.
pub const NAME: &str = "main.rs";

/// How a document's program is compiled.
#[must_use]
pub fn profile(options: &Options) -> Profile {
    match options.profile {
        stair_embed::Profile::Debug => Profile::Debug,
        stair_embed::Profile::Release => Profile::Release,
    }
}

/// Run a program on the VM, for so many instructions, and keep what it prints.
///
/// # Errors
/// If it is rejected or exceeds a limit.
pub fn record(session: &Session, stdin: &str, max_steps: u64) -> Result<Recorded, Failure> {
    let mut host = Recorder::new(stdin);
    let limits = RunLimits { max_steps: Some(max_steps), ..RunLimits::default() };
    let outcome = session.vm_runner()?.run(&mut host, limits)?;
    Ok(host.finish(match outcome {
        Outcome::Exited(code) => End::Exited(code),
        Outcome::OutOfSteps => End::Stopped(max_steps),
    }))
}

/// The compiled program, with the lines of the panes that are to be shown.
///
/// # Errors
/// If it is rejected or exceeds a limit.
pub fn bundle(session: &Session, options: &Options) -> Result<Vec<u8>, Failure> {
    let mut layers: Vec<Layer> = options.panes.iter().copied().filter_map(layer).collect();
    layers.sort_unstable();
    layers.dedup();
    session.bundle(&layers)
}

/// The lines that a bundle holds for a pane; `None`: what a run shows, and the bytecode, are in every bundle.
fn layer(pane: Pane) -> Option<Layer> {
    match pane {
        Pane::Output | Pane::Variables | Pane::Machine | Pane::Bytecode => None,
        Pane::Tokens => Some(Layer::Tokens),
        Pane::Tree => Some(Layer::Tree),
        Pane::Types => Some(Layer::Types),
        Pane::Ownership => Some(Layer::Ownership),
        Pane::Ir => Some(Layer::Ir),
        Pane::Wat => Some(Layer::Wat),
        Pane::Wasm => Some(Layer::Wasm),
    }
}

#[cfg(test)]
mod tests {
    use stair::debugger::Bundle;
    use stair::{Compiler, Session};
    use stair_embed::{End, Options, Stream};

    const READS: &str = "use std::io::Read;\nfn main() {\n    let mut text = String::new();\n    \
                         std::io::stdin().read_to_string(&mut text).unwrap();\n    print!(\"{text}\");\n    eprintln!(\"!\");\n    \
                         let n: i32 = text.trim().parse().unwrap();\n    println!(\"{}\", n + 1);\n    loop {}\n}\n";

    #[test]
    fn a_run_is_recorded_in_order() {
        let options = Options::default();
        let session = Session::new(&Compiler::new(), crate::NAME, READS, crate::profile(&options));
        let recorded = crate::record(&session, "41\n", 1_000_000).expect("runs");
        let pieces: Vec<_> = recorded.pieces.iter().map(|piece| (piece.stream, piece.text.as_str())).collect();
        assert_eq!(pieces, [(Stream::Out, "41\n"), (Stream::Err, "!\n"), (Stream::Out, "42\n")]);
        assert_eq!(recorded.end, End::Stopped(1_000_000));
        let recorded = crate::record(&session, "x", 1_000_000).expect("runs");
        assert_eq!(recorded.end, End::Exited(101));
        assert!(recorded.pieces.iter().any(|piece| piece.text.contains("\nthread 'main' panicked at main.rs:7:")));
    }

    #[test]
    fn a_bundle_holds_the_panes_that_are_shown() {
        let mut options = Options::default();
        options.set("profile", Some("release")).expect("a profile");
        let session = Session::new(&Compiler::new(), crate::NAME, READS, crate::profile(&options));
        let plain = crate::bundle(&session, &options).expect("is accepted");
        options.set("pane", Some("output bytecode")).expect("panes");
        assert_eq!(crate::bundle(&session, &options).expect("is accepted"), plain);
        options.set("pane", Some("ir wat types ir")).expect("panes");
        let more = crate::bundle(&session, &options).expect("is accepted");
        assert!(more.len() > plain.len());
        assert_eq!(&*Bundle::load(&more).expect("is a bundle").source().text, READS);
    }

    #[test]
    fn what_is_rejected_cannot_be_had() {
        let options = Options::default();
        let session = Session::new(&Compiler::new(), crate::NAME, "fn main() { x }", crate::profile(&options));
        assert!(crate::record(&session, "", 1000).is_err() && crate::bundle(&session, &options).is_err());
    }
}
