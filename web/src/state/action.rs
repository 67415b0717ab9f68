//! What can happen to the page, and what the page does about it.

use std::rc::Rc;

use stair_protocol::{
    Artifact, CompileAnswer, CompileRequest, DebugRequest, Diagnostic, EmbedForm, Engine, Hover, Profile, RequestId,
    RunAnswer, RunRequest, Side, Span, Stage,
};

use super::{BreakAction, CompareAction, Copied, DebugAction, Draft, Drawer, LineBreak, Part, RunView, Theme, Wait};

/// What was kept from the last visit.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Stored {
    /// The program.
    pub source: Option<String>,
    /// What it reads from standard input.
    pub stdin: String,
    /// The program that it is compared with, and on which side the first one stands.
    pub other: Option<(Side, String)>,
    /// What was there before that.
    pub previous: Option<Draft>,
    /// The profile.
    pub profile: Profile,
    /// The engine.
    pub engine: Engine,
    /// The theme.
    pub theme: Theme,
}

/// Something in a pane, by where it came from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place {
    /// The source.
    pub span: Span,
    /// The line of the stage above.
    pub from: Option<u32>,
}

/// Something that happened. Offsets and spans are bytes of the source.
#[derive(Clone, PartialEq, Debug)]
pub enum Action {
    /// The text in the editor is now this.
    Edited(String),
    /// What the program reads from standard input is now this.
    EditedInput(String),
    /// The person chose a profile.
    SetProfile(Profile),
    /// The person chose an engine.
    SetEngine(Engine),
    /// The person chose a theme.
    SetTheme(Theme),
    /// The person chose what is below the editor.
    SetDrawer(Drawer),
    /// The person wants to write what the program reads.
    WriteInput,
    /// The person chose what a narrow screen shows.
    SetPart(Part),
    /// The person chose the example of this index.
    OpenExample(usize),
    /// The address's fragment is now this.
    OpenLink(String),
    /// The person wants the program from before the last example or link.
    BringBackPrevious,
    /// The person has read the notice.
    DismissNotice,
    /// The person wants a link to what they see; the address of the page.
    Share(String),
    /// The person has done with that.
    CloseSharing,
    /// The person wants it in the clipboard.
    Copy(Copied),
    /// Put the program into the clipboard as it is put into a document.
    CopyEmbed(EmbedForm),
    /// It is there, or (false) the browser refused.
    WasCopied(Copied, bool),
    /// The browser refused to store something.
    CouldNotStore,
    /// The person chose what a column shows.
    SelectStage(usize, Stage),
    /// The person chose what a column shows of the run.
    SelectRunView(usize, RunView),
    /// The person chose which column is shown where there is room for one only.
    SetFront(usize),
    /// The person chose the pass after which a column shows the IR.
    SelectPass(usize, Option<String>),
    /// The person wants a column with or without the library's part.
    ShowLibrary(usize, bool),
    /// The person wants another column.
    AddColumn,
    /// The person wants a column no more.
    RemoveColumn(usize),
    /// The cursor moved.
    CursorMoved(u32),
    /// The pointer is over this place of the source, or has left it.
    PointedAtSource(Option<u32>),
    /// The pointer is over something in a column, or over nothing in it.
    PointedAtPane {
        /// The column.
        column: usize,
        /// What it is over.
        place: Option<Place>,
    },
    /// The person chose something in a column.
    ChoseInPane {
        /// The column.
        column: usize,
        /// The line, counted from 0.
        line: u32,
        /// What it came from, if that is known.
        place: Option<Place>,
        /// Whether to go on in the editor there.
        go: bool,
    },
    /// The person wants the editor at this place.
    GoTo(Span),
    /// The editor asks what is at a place, and will know the answer by the token.
    HoverAsked {
        /// To be repeated in the answer.
        token: u32,
        /// The place.
        offset: u32,
    },
    /// Something happened to the comparison of two programs.
    Compare(CompareAction),
    /// The person accepts a suggestion.
    ApplySuggestion {
        /// The index of the diagnostic.
        diagnostic: usize,
        /// The index of its suggestion.
        suggestion: usize,
    },
    /// The person wants an error code explained.
    Explain(String),
    /// The person has read the explanation.
    CloseExplanation,
    /// The person wants the WebAssembly module as a file.
    Download(Artifact),
    /// The person wants the program run.
    Run,
    /// The person wants the run that waits to go on.
    ContinueRun,
    /// The person wants the engines timed.
    Time,
    /// The person wants it to stop.
    Stop,
    /// The compile worker answered.
    FromCompiler(CompileAnswer),
    /// The run worker answered.
    FromRunner(RunAnswer),
    /// What a worker does for this request has been going on for as long as this says.
    Late(RequestId, Wait),
    /// Something about stepping through the program.
    Debug(DebugAction),
    /// Something about where that stops.
    Break(BreakAction),
    /// The person does not want to wait for the analysis.
    CancelAnalysis,
    /// The compile worker failed, with the reason.
    CompilerLost(String),
    /// The run worker failed, with the reason.
    RunnerLost(String),
}

/// Something to be done outside the state.
#[derive(Clone, PartialEq, Debug)]
pub enum Effect {
    /// Send this to the compile worker.
    ToCompiler(CompileRequest),
    /// Send this to the run worker.
    ToRunner(RunRequest),
    /// End the compile worker and start another.
    ReplaceCompiler,
    /// End the run worker and start another.
    ReplaceRunner,
    /// Send this to the debug worker.
    ToDebugger(DebugRequest),
    /// End the debug worker, if there is one, and start another.
    ReplaceDebugger,
    /// Show in the editor which line runs, counted from 1, and which expression in it; or none.
    MarkRunning(Option<(u32, Option<Span>)>),
    /// Show these beside the editor's lines.
    ShowBreakpoints(Vec<LineBreak>),
    /// Show beside the editor's lines, counted from 1, how often each was executed.
    ShowCounts(Vec<(u32, u64)>),
    /// Put the keyboard focus on the button that steps.
    FocusTransport,
    /// Put the keyboard focus where the program's input is written.
    FocusInput,
    /// Come back with [`Action::Late`] after this time.
    Remind {
        /// To come back with.
        id: RequestId,
        /// To come back with, too.
        wait: Wait,
        /// The time.
        milliseconds: u32,
    },
    /// Keep the program for the next visit.
    StoreProgram(String),
    /// Keep what the program reads from standard input.
    StoreInput(String),
    /// Keep the program that was replaced.
    StorePrevious(Draft),
    /// Keep the program that this one is compared with, and on which side this one stands; or keep none.
    StoreOther(Option<(Side, String)>),
    /// Keep the settings.
    StoreSettings {
        /// The profile.
        profile: Profile,
        /// The engine.
        engine: Engine,
    },
    /// Keep the theme.
    StoreTheme(Theme),
    /// Show this theme.
    ApplyTheme(Theme),
    /// Put this text into the editor.
    SetEditorText(String),
    /// Show the program of that side in the editor, as it was left there, if this was its text.
    ShowProgram(Side, String),
    /// Replace a part of the editor's text.
    ReplaceText {
        /// The part.
        span: Span,
        /// What comes instead.
        text: String,
    },
    /// Underline these in the editor.
    ShowDiagnostics(Rc<Vec<Diagnostic>>),
    /// Light this up in the editor, or nothing.
    MarkSource(Option<Span>),
    /// Scroll the editor to this.
    Reveal(Span),
    /// Scroll the editor to this, put the cursor there and the keyboard focus into the editor.
    GoTo(Span),
    /// Answer the editor's question.
    AnswerHover {
        /// The question's token.
        token: u32,
        /// The answer.
        hover: Option<Hover>,
    },
    /// Put the keyboard focus into the dialogue.
    FocusSharing,
    /// Put this fragment into the address bar, without a step in the browser's history.
    ShowFragment(String),
    /// Put this text into the clipboard; come back with [`Action::WasCopied`].
    Copy(Copied, String),
    /// Take the fragment out of the address bar.
    ClearFragment,
    /// Let the person save a file.
    Save {
        /// Its suggested name.
        name: String,
        /// Its content.
        bytes: Vec<u8>,
    },
}
