//! What an author asks of an embed, option by option.
//!
//! An option has the same name and value everywhere: as an attribute in HTML, as a word of a fenced block, as a flag of the command and as a
//! key of a book's settings. [`Options::set`] reads them all.

use crate::error::Error;
use crate::lines::{Highlight, LineRange};
use std::fmt::Display;

/// How an embed is shown, and what it does.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Options {
    /// The panes beside the source, in order; empty: those that the site thinks fit.
    pub panes: Vec<Pane>,
    /// The layer whose panes are shown where none are named.
    pub layer: Option<Layer>,
    /// The moment of the run at which it opens; `None`: nothing has run.
    pub step: Option<Step>,
    /// Its colours; `None`: the reader's.
    pub theme: Option<Theme>,
    /// Its height in CSS pixels; `None`: as high as its content.
    pub height: Option<u32>,
    /// Whether the reader may edit the program.
    pub editable: bool,
    /// The lines of the source that are not shown unless they are asked for.
    pub hide: Vec<LineRange>,
    /// What is highlighted in the source.
    pub highlight: Vec<Highlight>,
    /// Whether it runs when it is scrolled near.
    pub autorun: bool,
    /// How the program is compiled.
    pub profile: Profile,
    /// What the program reads from standard input.
    pub stdin: String,
    /// What the frame is called for those who do not see it; `None`: the site's own words.
    pub title: Option<String>,
}

/// Makes an enum of names: a variant for each, and the two ways between them.
macro_rules! names {
    ($(#[$meta:meta])* $type:ident { $($(#[$doc:meta])* $variant:ident = $name:literal $(| $alias:literal)*,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum $type {
            $($(#[$doc])* $variant,)*
        }

        impl $type {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The name in attributes.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The one of this name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($name $(| $alias)* => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

names! {
    /// Something that is shown of a program or its run.
    Pane {
        /// What the program prints.
        Output = "output",
        /// The variables, and what they own or refer to.
        Variables = "variables" | "memory",
        /// The next instruction, the operand stack and the call stack.
        Machine = "machine",
        /// The tokens.
        Tokens = "tokens",
        /// The syntax tree.
        Tree = "tree" | "ast",
        /// The typed tree.
        Types = "types",
        /// What becomes of each variable.
        Ownership = "ownership",
        /// The intermediate representation.
        Ir = "ir",
        /// The bytecode.
        Bytecode = "bytecode",
        /// The Wasm module as text.
        Wat = "wat",
        /// The bytes of the Wasm module.
        Wasm = "wasm",
    }
}

names! {
    /// Which panes are shown where none are named.
    Layer {
        /// Those of the source.
        Source = "1",
        /// Those of bytecode, IR and Wasm.
        Machine = "2",
    }
}

names! {
    /// Colours.
    Theme {
        /// Dark on light.
        Light = "light",
        /// Light on dark.
        Dark = "dark",
        /// What the reader's system prefers.
        Auto = "auto",
    }
}

names! {
    /// How a program is compiled, in the sense of cargo's profiles.
    #[derive(Default)]
    Profile {
        /// Arithmetic that overflows panics.
        #[default]
        Debug = "debug",
        /// Arithmetic wraps, and the program is optimised.
        Release = "release",
    }
}

/// A moment of a run.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// After so many instructions.
    At(u64),
    /// The end.
    End,
    /// The instruction that panicked.
    Panic,
}

impl Display for Step {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::At(step) => write!(f, "{step}"),
            Self::End => f.write_str("end"),
            Self::Panic => f.write_str("panic"),
        }
    }
}

const PANES: &str = "there are output, variables, machine, tokens, tree, types, ownership, ir, bytecode, wat and wasm";
const LAYERS: &str = "there are 1 for the source and 2 for bytecode, IR and Wasm";
const STEPS: &str = "a number of instructions, end or panic is expected";
const THEMES: &str = "there are light, dark and auto";
const PROFILES: &str = "there are debug and release";
const HEIGHTS: &str = "a number of pixels from 1 to 100000 is expected";
const HIDDEN: &str = "lines are written as 3 or 3-5, with spaces between them";
const HIGHLIGHTS: &str = "places are written as 3, 3-5 or 3:5-3:12 (line:column), with spaces between them";
const SWITCH: &str = "it is said by its name alone";
const NO_VALUE: &str = "a value is expected";

/// The largest height, in CSS pixels.
const MAX_HEIGHT: u32 = 100_000;

impl Options {
    /// The name of every option.
    pub const NAMES: [&str; 12] = [
        "pane",
        "layer",
        "step",
        "theme",
        "height",
        "editable",
        "hide",
        "highlight",
        "autorun",
        "profile",
        "stdin",
        "title",
    ];

    /// Sets an option by its name. What lists several things separates them by spaces or `+`.
    ///
    /// # Errors
    /// If there is no such option, or the value means nothing to it; nothing is changed then.
    pub fn set(&mut self, name: &str, value: Option<&str>) -> Result<(), Error> {
        let Some(option) = Self::NAMES.into_iter().find(|option| *option == name) else {
            return Err(Error::UnknownOption(name.to_owned()));
        };
        let wrong = |expected| Error::Value { option, value: value.unwrap_or_default().to_owned(), expected };
        if let "editable" | "autorun" = option {
            let on = match value {
                None | Some("" | "true") => true,
                Some("false") => false,
                Some(_) => return Err(wrong(SWITCH)),
            };
            *(if option == "editable" { &mut self.editable } else { &mut self.autorun }) = on;
            return Ok(());
        }
        let value = value.ok_or(Error::Value { option, value: String::new(), expected: NO_VALUE })?;
        match option {
            "pane" => self.panes = list(value, Pane::from_name).ok_or_else(|| wrong(PANES))?,
            "layer" => self.layer = Some(Layer::from_name(value).ok_or_else(|| wrong(LAYERS))?),
            "step" => self.step = Some(step(value).ok_or_else(|| wrong(STEPS))?),
            "theme" => self.theme = Some(Theme::from_name(value).ok_or_else(|| wrong(THEMES))?),
            "height" => self.height = Some(height(value).ok_or_else(|| wrong(HEIGHTS))?),
            "hide" => self.hide = list(value, LineRange::parse).ok_or_else(|| wrong(HIDDEN))?,
            "highlight" => self.highlight = list(value, Highlight::parse).ok_or_else(|| wrong(HIGHLIGHTS))?,
            "profile" => self.profile = Profile::from_name(value).ok_or_else(|| wrong(PROFILES))?,
            "stdin" => value.clone_into(&mut self.stdin),
            _ => self.title = Some(value.to_owned()),
        }
        Ok(())
    }

    /// The options that are not as they are by default, in the order of [`Options::NAMES`], with their values; a switch has none.
    #[must_use]
    pub fn to_pairs(&self) -> Vec<(&'static str, Option<String>)> {
        let several = |texts: Vec<String>| (!texts.is_empty()).then(|| texts.join(" "));
        let panes = self.panes.iter().map(|pane| pane.name().to_owned()).collect();
        let profile = (self.profile != Profile::default()).then(|| self.profile.name().to_owned());
        let values = [
            several(panes),
            self.layer.map(|layer| layer.name().to_owned()),
            self.step.map(|step| step.to_string()),
            self.theme.map(|theme| theme.name().to_owned()),
            self.height.map(|height| height.to_string()),
            self.editable.then(String::new),
            several(self.hide.iter().map(LineRange::to_string).collect()),
            several(self.highlight.iter().map(Highlight::to_string).collect()),
            self.autorun.then(String::new),
            profile,
            (!self.stdin.is_empty()).then(|| self.stdin.clone()),
            self.title.clone(),
        ];
        let pairs = Self::NAMES.into_iter().zip(values);
        let is_switch = |name| matches!(name, "editable" | "autorun");
        pairs.filter_map(|(name, value)| Some((name, value.map(|v| (!is_switch(name)).then_some(v))?))).collect()
    }
}

/// Things with spaces or `+` between them; `None` if one of them is none.
fn list<T>(text: &str, parse: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    let words = text.split(|c: char| c == '+' || c.is_whitespace()).filter(|word| !word.is_empty());
    words.map(parse).collect()
}

fn step(text: &str) -> Option<Step> {
    match text {
        "end" => Some(Step::End),
        "panic" => Some(Step::Panic),
        number => number.parse().ok().filter(|_| !number.starts_with('+')).map(Step::At),
    }
}

fn height(text: &str) -> Option<u32> {
    text.parse().ok().filter(|height| (1..=MAX_HEIGHT).contains(height) && !text.starts_with('+'))
}
