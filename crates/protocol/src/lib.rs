//! What crosses between the page and its workers: requests, answers, and the documents that the panes show.
//!
//! Three kinds of worker serve the page. The *compile worker* ([`CompileRequest`], [`CompileAnswer`]) turns the program into
//! diagnostics and pane documents after every keystroke. A *run worker* ([`RunRequest`], [`RunAnswer`]) runs the program; it is
//! terminated and replaced when the person presses Stop, so nothing in it needs to be interruptible. The *debug worker*
//! ([`DebugRequest`], [`DebugAnswer`]) records a run and shows any moment of it; it works in short spells and can be told to
//! stop between two.
//!
//! Every request carries a [`RequestId`] and every answer repeats it. The page drops an answer whose number is not the one
//! it is waiting for, so a late answer never overwrites a newer one.
//!
//! Messages travel as bytes ([`encode`], [`decode`]): a buffer moves between threads without being copied or parsed as text.
//!
//! The files of workshops are here too ([`Workshop`], [`HandedIn`]): the command and the page write and read them.
//!
//! Offsets into the source are bytes of UTF-8 everywhere in this crate.

mod bundle;
mod compare;
mod debug;
mod learn;
mod message;
mod pane;
mod timing;
mod workshop;

pub use bundle::{BundleAnswer, BundleRequest, Bundled};
pub use compare::{CompareRequest, Compared, ComparedRow, Counts, Outputs, Side};
pub use debug::{
    Block, BreakAt, Breakpoint, Calls, Cells, DebugAnswer, DebugRequest, Debugged, Direction, Frame, Gap, HotFunction,
    Instruction, MAX_BYTES, MAX_FRAMES, Moment, Operand, PaneCounts, PaneLines, Profile as RunProfile, Recording,
    Start, Stretch, Travel, Unit, Value, ValueKind, Variable, VariableState, View,
};
pub use learn::{
    AskedQuestion, Course, Given, Judgement, LearnAnswer, LearnRequest, Sealed, Task, Unveiled, WorkshopSource,
};
pub use message::{
    Artifact, CompileAnswer, CompileRequest, Diagnostic, EmbedForm, Engine, ExitReason, Hover, Label, PaneContent,
    PaneRequest, PassStage, Profile, Program, RequestId, RunAnswer, RunRequest, Severity, Stage, Stream, Suggestion,
};
pub use pane::{Class, Line, PaneBuilder, PaneDoc, Segment};
pub use timing::{EngineTiming, Sample, Summary};
pub use workshop::{
    ExportedExercise, ExportedQuestion, HandedIn, HandedInExercise, SUMMARY_FORMAT, WORKSHOP_FORMAT, WORKSHOP_VERSION,
    Workshop,
};

/// A range of bytes in the source: start, and the end, which is not part of it.
pub type Span = (u32, u32);

/// A message as the bytes that cross.
///
/// # Panics
/// Never for this crate's messages: they hold no value that the encoding cannot express.
pub fn encode<T: serde::Serialize>(message: &T) -> Vec<u8> {
    match postcard::to_allocvec(message) {
        Ok(bytes) => bytes,
        Err(error) => unreachable!("a message always has an encoding: {error}"),
    }
}

/// The message that `bytes` stand for.
///
/// # Errors
/// If the bytes are no message of this type, with the reason in words. That means that the page and its worker come from
/// different builds.
pub fn decode<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
    postcard::from_bytes(bytes).map_err(|error| format!("unreadable message between page and worker: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_survive_the_crossing() {
        let request = CompileRequest::Analyse {
            id: RequestId(7),
            program: Program { name: "main.rs".into(), source: "fn main() {}".into(), profile: Profile::Debug },
            panes: vec![PaneRequest { stage: Stage::Ir, after: Some("fold".into()), library: false }],
            beside: None,
        };
        assert_eq!(decode::<CompileRequest>(&encode(&request)), Ok(request));
    }

    #[test]
    fn foreign_bytes_are_refused() {
        assert!(decode::<RunAnswer>(&[0xff, 0xff, 0xff]).is_err());
        assert!(decode::<RunRequest>(&[]).is_err());
    }
}
