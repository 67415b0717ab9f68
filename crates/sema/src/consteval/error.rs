//! Why a constant has no value.

use stair_source::{Code, Diagnostic, Span};

/// Why a constant has no value.
#[derive(Clone, Debug)]
pub enum ConstError {
    /// An error was reported before.
    Reported,
    /// The evaluation fails, as it does in `rustc` (E0080).
    Failed {
        /// What happened.
        message: String,
        /// Where it happened, the innermost place first: each with the function that it lies in; `None` for the constant's
        /// own text.
        frames: Vec<(Span, Option<String>)>,
    },
    /// It takes more steps than are allowed.
    TooLong(Span),
    /// It needs something that this evaluator does not do.
    Unsupported(Span, &'static str),
}

impl ConstError {
    /// A failure at a place in the constant's own text, or in the function that runs at this moment.
    pub(crate) fn failed(span: Span, message: impl Into<String>) -> Self {
        Self::Failed { message: message.into(), frames: vec![(span, None)] }
    }

    /// The failure as the caller of a function sees it.
    pub(crate) fn called(mut self, name: impl FnOnce() -> String, call: Span) -> Self {
        if let Self::Failed { frames, .. } = &mut self {
            if let Some(last) = frames.last_mut() {
                last.1 = Some(name());
            }
            frames.push((call, None));
        }
        self
    }

    /// The diagnostic for a constant of this name; `None` if an error was reported before.
    #[must_use]
    pub fn diagnostic(&self, name: &str) -> Option<Diagnostic> {
        match self {
            Self::Reported => None,
            Self::Failed { message, frames } => {
                // What fails within the library is reported where the user's text calls it.
                let from = frames.iter().position(|f| f.0.is_user()).unwrap_or(frames.len() - 1);
                let frames = &frames[from..];
                let (span, _) = *frames.last()?;
                let mut diagnostic = Diagnostic::new(Code::E0080, span, message.clone());
                if frames.len() == 1 {
                    return Some(diagnostic.primary(format!("evaluation of `{name}` failed here")));
                }
                diagnostic = diagnostic.primary(format!("evaluation of `{name}` failed inside this call"));
                let shown = frames.len() - 1;
                for (i, (span, function)) in frames[..shown].iter().enumerate().rev().take(4) {
                    let function = function.as_deref().unwrap_or("?");
                    let label = match i {
                        0 => format!("inside `{function}`: the failure occurred here"),
                        _ => format!("inside `{function}`"),
                    };
                    diagnostic = diagnostic.label(*span, label);
                }
                Some(diagnostic)
            }
            Self::TooLong(span) => Some(
                Diagnostic::new(Code::S0030, *span, "this constant takes too many steps to evaluate")
                    .note("`rustc` stops a constant that does not end with an error, too")
                    .help("compute the value when the program runs: in a function, or with `let`"),
            ),
            Self::Unsupported(span, what) => {
                Some(Diagnostic::new(Code::S0031, *span, format!("{what} in a constant is not supported yet")))
            }
        }
    }
}

impl From<std::convert::Infallible> for ConstError {
    fn from(never: std::convert::Infallible) -> Self {
        match never {}
    }
}
