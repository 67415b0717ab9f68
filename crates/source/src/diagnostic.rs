//! Diagnostics as data. [`crate::render`] turns them into text, [`crate::render_problems`] what is no diagnostic of a program.

use crate::{Code, Span};

/// One error: what is wrong, where, why, and how to mend it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    /// The code under which it is declared in the code table.
    pub code: Code,
    /// The headline, without a full stop, as `rustc` phrases it: names in backquotes.
    pub message: String,
    /// What is wrong and where; the first is the primary one.
    pub labels: Vec<Label>,
    /// Explanations that belong to no place in the text.
    pub notes: Vec<String>,
    /// Advice that belongs to no place in the text.
    pub help: Vec<String>,
    /// Changes to the text that would mend it.
    pub suggestions: Vec<Suggestion>,
}

/// Something wrong in a text that is not a program, such as an exercise: it has no code, as it says all there is to say.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// The headline, without a full stop.
    pub message: String,
    /// What is wrong and where; the first is the primary one. There is at least one.
    pub labels: Vec<Label>,
    /// Explanations that belong to no place in the text.
    pub notes: Vec<String>,
    /// Advice that belongs to no place in the text.
    pub help: Vec<String>,
}

/// A remark at a place in the text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Label {
    /// The exact range that the remark is about.
    pub span: Span,
    /// The remark; may be empty for the primary label.
    pub text: String,
}

/// A change that would mend the error.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Suggestion {
    /// What the change does, as an imperative: "consider making this binding mutable".
    pub message: String,
    /// Replacements, in the order of their spans, which do not overlap; an empty span inserts.
    pub edits: Vec<(Span, String)>,
}

/// What diagnostics and problems have in common: labels, notes and advice, added one by one.
macro_rules! with_remarks {
    ($type:ty) => {
        impl $type {
            /// Set the text of the primary label.
            #[must_use]
            pub fn primary(mut self, text: impl Into<String>) -> Self {
                self.labels[0].text = text.into();
                self
            }

            /// Add a secondary label.
            #[must_use]
            pub fn label(mut self, span: Span, text: impl Into<String>) -> Self {
                self.labels.push(Label { span, text: text.into() });
                self
            }

            /// Add a note.
            #[must_use]
            pub fn note(mut self, text: impl Into<String>) -> Self {
                self.notes.push(text.into());
                self
            }

            /// Add advice.
            #[must_use]
            pub fn help(mut self, text: impl Into<String>) -> Self {
                self.help.push(text.into());
                self
            }

            /// Where it is: the span of the primary label.
            #[must_use]
            pub fn span(&self) -> Span {
                self.labels[0].span
            }
        }
    };
}

with_remarks!(Problem);
with_remarks!(Diagnostic);

impl Problem {
    /// A problem with its primary label, whose text is empty.
    #[must_use]
    pub fn new(span: Span, message: impl Into<String>) -> Self {
        let labels = vec![Label { span, text: String::new() }];
        Self { message: message.into(), labels, notes: Vec::new(), help: Vec::new() }
    }
}

impl Diagnostic {
    /// A diagnostic with its primary label, whose text may be empty.
    #[must_use]
    pub fn new(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            labels: vec![Label { span, text: String::new() }],
            notes: Vec::new(),
            help: Vec::new(),
            suggestions: Vec::new(),
        }
    }

    /// Add a suggested change with one edit.
    #[must_use]
    pub fn suggest(mut self, message: impl Into<String>, span: Span, replacement: impl Into<String>) -> Self {
        self.suggestions.push(Suggestion { message: message.into(), edits: vec![(span, replacement.into())] });
        self
    }
}
