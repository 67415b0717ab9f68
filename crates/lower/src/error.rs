//! Why a program was not lowered.

use stair_source::Span;
use std::fmt;

/// A limit that the program exceeds. All of them are errors of the program at this span, not of the compiler, but for
/// [`LowerError::Inconsistent`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LowerError {
    /// A type is larger than [`stair_sema::layout::MAX_TYPE_BYTES`].
    TypeTooLarge {
        /// The type as Rust writes it.
        name: String,
        /// Where it is needed.
        span: Span,
    },
    /// A function's variables and temporaries need more than [`crate::memory::MAX_FRAME_BYTES`].
    FrameTooLarge {
        /// The function.
        span: Span,
    },
    /// All statics and constants together need more than [`crate::memory::MAX_DATA_BYTES`].
    DataTooLarge {
        /// The one that no longer fits.
        span: Span,
    },
    /// Expressions are nested more than a thousand deep.
    TooDeep {
        /// The innermost one.
        span: Span,
    },
    /// A pattern with a guard has more combinations of alternatives than are tried one by one.
    TooManyAlternatives {
        /// The pattern.
        span: Span,
    },
    /// A guard after a pattern with alternatives makes what has to be dropped at the end of the arm.
    KeptByGuard {
        /// The guard.
        span: Span,
    },
    /// A `#[track_caller]` function is used as a function pointer: its hidden parameter would be missing.
    TrackCallerPointer {
        /// The use.
        span: Span,
    },
    /// The typed tree breaks its own rules: a mistake of the checker, not of the program.
    Inconsistent {
        /// What was found.
        what: &'static str,
        /// Where.
        span: Span,
    },
}

impl LowerError {
    /// Where.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::TypeTooLarge { span, .. }
            | Self::FrameTooLarge { span }
            | Self::DataTooLarge { span }
            | Self::TooDeep { span }
            | Self::TooManyAlternatives { span }
            | Self::KeptByGuard { span }
            | Self::TrackCallerPointer { span }
            | Self::Inconsistent { span, .. } => *span,
        }
    }
}

impl fmt::Display for LowerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TypeTooLarge { name, .. } => write!(f, "values of the type `{name}` are too big for the target"),
            Self::FrameTooLarge { .. } => write!(f, "the variables of this function are too big for the target"),
            Self::DataTooLarge { .. } => {
                write!(f, "the statics and constants of this program are too big for the target")
            }
            Self::TooDeep { .. } => write!(f, "this expression is nested too deeply"),
            Self::TooManyAlternatives { .. } => write!(f, "this pattern has too many alternatives for a guard"),
            Self::KeptByGuard { .. } => {
                write!(f, "a `let` in a guard after `|` cannot keep a value that has to be dropped")
            }
            Self::TrackCallerPointer { .. } => {
                write!(f, "function pointers to `#[track_caller]` functions are not supported")
            }
            Self::Inconsistent { what, .. } => write!(f, "internal inconsistency: {what}"),
        }
    }
}

impl std::error::Error for LowerError {}

/// Why lowering an expression yields no value.
#[derive(Debug)]
pub(crate) enum Stop {
    /// Control never gets past it: it returns, breaks, panics or loops for ever. There is no current block.
    Never,
    /// The whole is refused.
    Error(Box<LowerError>),
}

impl From<LowerError> for Stop {
    fn from(error: LowerError) -> Self {
        Self::Error(Box::new(error))
    }
}

/// The result of lowering a part of a function.
pub(crate) type R<T> = Result<T, Stop>;

/// Tell a part that control never gets past (`None`) from one that it does.
pub(crate) fn reached<T>(result: R<T>) -> R<Option<T>> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(Stop::Never) => Ok(None),
        Err(error) => Err(error),
    }
}
