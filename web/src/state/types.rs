//! What the state is made of: small things that have no behaviour of their own.

use stair_protocol::{Engine, ExitReason, RequestId, Side, Span, Stage};

/// What a person is writing: a program, and perhaps another one that it is compared with.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Draft {
    /// The program in the editor.
    pub source: String,
    /// What it reads from standard input.
    pub stdin: String,
    /// On which side of a comparison it stands, and the other program.
    pub other: Option<(Side, String)>,
}

/// Light or dark.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// The theme's name, as it is stored and as the style sheet knows it.
    pub fn name(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The theme of that name; [`Theme::System`] for any other.
    pub fn from_name(name: &str) -> Theme {
        [Theme::Light, Theme::Dark].into_iter().find(|theme| theme.name() == name).unwrap_or_default()
    }

    /// The one that the theme button goes to.
    pub fn next(self) -> Theme {
        match self {
            Theme::System => Theme::Light,
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::System,
        }
    }
}

/// What the drawer below the editor shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Drawer {
    /// What the program printed.
    #[default]
    Output,
    /// What the program reads.
    Input,
    /// What the compiler says.
    Problems,
    /// How long the engines took.
    Timings,
    /// Where a run stops when it is stepped through.
    Breakpoints,
}

impl Drawer {
    /// Each of them.
    pub const ALL: [Drawer; 5] =
        [Drawer::Output, Drawer::Input, Drawer::Problems, Drawer::Timings, Drawer::Breakpoints];

    /// Its name, as in links.
    pub fn name(self) -> &'static str {
        match self {
            Drawer::Output => "output",
            Drawer::Input => "input",
            Drawer::Problems => "problems",
            Drawer::Timings => "timings",
            Drawer::Breakpoints => "breakpoints",
        }
    }
}

/// Which part of the page a narrow screen shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Part {
    /// The editor.
    #[default]
    Code,
    /// The drawer.
    Results,
    /// The panes.
    Layers,
    /// What is read of a workshop.
    Lesson,
}

impl Part {
    /// Each of them.
    pub const ALL: [Part; 4] = [Part::Code, Part::Results, Part::Layers, Part::Lesson];

    /// Its name, as in links.
    pub fn name(self) -> &'static str {
        match self {
            Part::Code => "code",
            Part::Results => "results",
            Part::Layers => "layers",
            Part::Lesson => "lesson",
        }
    }
}

/// A place that source and panes light up together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mark {
    /// The place in the source; empty for a mere position.
    pub span: Span,
    /// Where it was pointed at.
    pub origin: Origin,
    /// The line of another stage that it was made from, where the compiler knows that.
    pub from: Option<(Stage, u32)>,
}

impl Mark {
    /// A position in the editor.
    pub(super) fn at(offset: u32) -> Self {
        Mark { span: (offset, offset), origin: Origin::Source, from: None }
    }
}

/// Where a mark was made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Origin {
    /// In the editor.
    Source,
    /// In the column of this index.
    Column(usize),
    /// In the link that was opened.
    Link,
}

/// Where the person is: what “to the cursor” means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Here {
    /// At this place of the program.
    Source(u32),
    /// At a line of a column's pane, counted from 0.
    Pane {
        /// The column.
        column: usize,
        /// The line.
        line: u32,
    },
}

/// What the run worker is doing.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum Activity {
    /// Nothing.
    #[default]
    Idle,
    /// Running a program.
    Running(RequestId, Engine),
    /// Timing a program.
    Timing(RequestId),
    /// Measuring two programs.
    Measuring(RequestId),
    /// Checking what was written for an exercise.
    Grading(RequestId),
}

/// How the last run ended.
#[derive(Clone, PartialEq, Debug)]
pub enum Outcome {
    /// By itself.
    Exited {
        /// What ran it.
        engine: Engine,
        /// How.
        reason: ExitReason,
        /// Whether it has asked for standard input.
        has_read: bool,
        /// From source to what the engine runs, in milliseconds.
        compile: f64,
        /// From the first instruction to the last, in milliseconds.
        run: f64,
    },
    /// It has reached its budget and waits.
    Paused {
        /// What runs it.
        engine: Engine,
        /// How many steps it has made.
        steps: u64,
        /// How long it has been running, in milliseconds.
        run: f64,
    },
    /// The person stopped it.
    Stopped(Engine),
    /// The program has errors.
    Rejected,
    /// The worker was lost: out of memory, most likely.
    Lost(Engine, String),
}

/// How long a worker has been at what it is at.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Wait {
    /// Not long enough to speak of.
    #[default]
    Short,
    /// Long enough to say so.
    Noticeable,
    /// Long enough to offer an end.
    Long,
    /// Longer than it may take.
    TooLong,
}

/// A message to the person, until it is dismissed or replaced.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notice {
    /// A sentence or two.
    pub text: String,
    /// Whether to offer the program that was there before.
    pub offers_previous: bool,
}
