//! The bar with which a run is stepped through: where to, by how much, which moment it is, and what happens there.

use stair_protocol::{Calls, Direction, Travel, Unit};
use stair_web::format;
use stair_web::state::{Action, DebugAction, Session, State, Wait, Work};
use stair_web::words::{place, with_code};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::field::Field;
use super::{choice, on};

/// A button of the bar.
struct Tool {
    id: &'static str,
    name: &'static str,
    /// What it does in more words, and its key.
    hint: &'static str,
    icon: Icon,
    /// Whether it leads back, and so its icon is mirrored.
    back: bool,
    action: DebugAction,
}

#[derive(Clone, Copy)]
enum Icon {
    End,
    Run,
    Out,
    Over,
    Into,
}

/// The bar; nothing while the debugger is closed.
pub(crate) fn transport(state: &State, act: &Callback<Action>) -> Html {
    let Some(session) = &state.debugger.session else { return html! {} };
    let units = Unit::ALL.map(|unit| {
        let (name, hint) = unit_name(unit);
        (unit, name, hint)
    });
    let choose_unit = act.reform(|unit| Action::Debug(DebugAction::SetUnit(unit)));
    html! {
        <section class="transport" aria-label="Stepping">
            <div class="tools" role="toolbar" aria-label="Step through the run" aria-busy={session.task.is_some().to_string()} aria-description="Arrow right steps, arrow left steps back, arrow down steps over, arrow up steps back over."
                onkeydown={arrow_keys(act)}>
                { for tools().into_iter().map(|offered| tool(offered, session, act)) }
            </div>
            { choice("Step by", &units, state.debugger.unit, &choose_unit) }
            { scrubber(session, act) }
            { number(session, act) }
            <button type="button" class="quiet small end" onclick={on(act, Action::Debug(DebugAction::Close))} title="Stop stepping">{ "Close" }</button>
            { narration(session, act) }
        </section>
    }
}

fn unit_name(unit: Unit) -> (&'static str, &'static str) {
    match unit {
        Unit::Call => ("Call", "Step from call to call of your functions"),
        Unit::Line => ("Line", "Step from line to line of your program"),
        Unit::Expression => ("Expression", "Step from expression to expression of your program"),
        Unit::Instruction => {
            ("Instruction", "Step from instruction to instruction of the bytecode, the library’s included")
        }
    }
}

fn tools() -> [Tool; 10] {
    let step = |calls, direction| DebugAction::Step(calls, direction);
    let tool = |id, name, hint, icon, back, action| Tool { id, name, hint, icon, back, action };
    use Direction::{Back, Forward};
    [
        tool(
            "to-start",
            "To the start",
            "To the start of the run",
            Icon::End,
            true,
            DebugAction::Travel(Travel::To(0)),
        ),
        tool(
            "run-back",
            "Run back",
            "Run back to the breakpoint before this, or to the start (Ctrl-F5)",
            Icon::Run,
            true,
            DebugAction::Travel(Travel::Run(Back)),
        ),
        tool(
            "back-out",
            "Back out",
            "Back to before this function was called (Ctrl-Shift-F11)",
            Icon::Out,
            true,
            step(Calls::Out, Back),
        ),
        tool("back-over", "Back over", "A step back, over calls (Ctrl-F10)", Icon::Over, true, step(Calls::Over, Back)),
        tool("back-into", "Back", "A step back, into calls (Ctrl-F11)", Icon::Into, true, step(Calls::Into, Back)),
        tool("step-into", "Step", "A step, into calls (F11)", Icon::Into, false, step(Calls::Into, Forward)),
        tool("step-over", "Over", "A step, over calls (F10)", Icon::Over, false, step(Calls::Over, Forward)),
        tool(
            "step-out",
            "Out",
            "Until this function has returned (Shift-F11)",
            Icon::Out,
            false,
            step(Calls::Out, Forward),
        ),
        tool(
            "run-on",
            "Run on",
            "Run to the next breakpoint, or to the end (F5)",
            Icon::Run,
            false,
            DebugAction::Travel(Travel::Run(Forward)),
        ),
        tool(
            "to-end",
            "To the end",
            "To the end of the run",
            Icon::End,
            false,
            DebugAction::Travel(Travel::To(u64::MAX)),
        ),
    ]
}

fn tool(tool: Tool, session: &Session, act: &Callback<Action>) -> Html {
    let Tool { id, name, hint, icon, back, action } = tool;
    let at_end = if back { session.step() == 0 } else { session.step() >= session.last() };
    let is_main = matches!(icon, Icon::Into);
    // A button that could not be pressed any more would lose the keyboard focus.
    html! {
        <button type="button" id={id} class={classes!("tool", back.then_some("back"), is_main.then_some("main"))} title={hint} aria-label={name}
            aria-disabled={at_end.to_string()} onclick={on(act, Action::Debug(action))}>
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">{ drawing(icon) }</svg>
            if is_main { <span class="name">{ name }</span> }
        </button>
    }
}

/// An icon that leads to the right.
fn drawing(icon: Icon) -> Html {
    let line = |path: &'static str| html! { <path d={path} fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" /> };
    let solid = |path: &'static str| html! { <path d={path} fill="currentColor" /> };
    let dot = |x: &'static str, y: &'static str| html! { <circle cx={x} cy={y} r="1.7" fill="currentColor" /> };
    match icon {
        Icon::End => html! { <>{ solid("M3 3l7 5-7 5z") }{ line("M12.3 3.3v9.4") }</> },
        Icon::Run => html! { <>{ solid("M1.5 3.2l6.3 4.8-6.3 4.8z") }{ solid("M8 3.2l6.3 4.8L8 12.8z") }</> },
        Icon::Out => html! { <>{ line("M8 9.5V2.8M5 5.6l3-3 3 3") }{ dot("8", "13.2") }</> },
        Icon::Over => html! { <>{ line("M2 9.4a6.2 6.2 0 0 1 11.2-2.6M13.6 3v4h-4") }{ dot("8", "12.6") }</> },
        Icon::Into => html! { <>{ line("M2.2 8h10.6M9 4.2L12.8 8 9 11.8") }</> },
    }
}

/// The arrow keys step while the focus is on one of the buttons.
fn arrow_keys(act: &Callback<Action>) -> Callback<KeyboardEvent> {
    let act = act.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() {
            return;
        }
        let action = match event.key().as_str() {
            "ArrowRight" => DebugAction::Step(Calls::Into, Direction::Forward),
            "ArrowLeft" => DebugAction::Step(Calls::Into, Direction::Back),
            "ArrowDown" => DebugAction::Step(Calls::Over, Direction::Forward),
            "ArrowUp" => DebugAction::Step(Calls::Over, Direction::Back),
            "Home" => DebugAction::Travel(Travel::To(0)),
            "End" => DebugAction::Travel(Travel::To(u64::MAX)),
            _ => return,
        };
        event.prevent_default();
        act.emit(Action::Debug(action));
    })
}

/// The whole run as a line to drag along.
fn scrubber(session: &Session, act: &Callback<Action>) -> Html {
    let step = session.step();
    let steps = session.last();
    let act = act.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        if let Ok(step) = input.value().parse() {
            act.emit(Action::Debug(DebugAction::Travel(Travel::To(step))));
        }
    });
    html! {
        <input class="scrubber" type="range" min="0" max={steps.to_string()} step="1" value={step.to_string()} aria-label="Moment of the run"
            aria-valuetext={format!("{} of {}", format::thousands(step), format::thousands(steps))} {oninput} />
    }
}

/// The moment's number, which can be typed over.
fn number(session: &Session, act: &Callback<Action>) -> Html {
    let act = act.clone();
    let done = Callback::from(move |text: String| {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        if let Ok(step) = digits.parse() {
            act.emit(Action::Debug(DebugAction::Travel(Travel::To(step))));
        }
    });
    html! {
        <span class="moment" title="How many instructions have been executed; type a number and press Enter">
            <Field value={session.step().to_string()} label="Instructions executed" is_number=true {done} />
            <span class="of">{ format!("of {}", format::thousands(session.last())) }</span>
        </span>
    }
}

/// What happens at the moment: a sentence for the eye, and the same for a screen reader as it changes.
fn narration(session: &Session, act: &Callback<Action>) -> Html {
    let moment = session.moment.as_deref();
    html! {
        <div class="narration">
            if let Some(moment) = moment {
                <span class="place" aria-hidden="true">{ place(moment) }</span>
                <p aria-hidden="true">
                    if !session.remark.is_empty() { <strong>{ &session.remark }</strong>{ " " } }
                    { with_code(&moment.narration) }
                </p>
            }
            <p class="only-read" aria-live="polite">{ &session.spoken }</p>
            { progress(session, act) }
        </div>
    }
}

/// What the worker is at, once that takes long enough to speak of; and whether there is more to record.
fn progress(session: &Session, act: &Callback<Action>) -> Html {
    let steps = || format!("{} instructions", format::thousands(session.recording.steps));
    let Some(task) = session.task.filter(|task| task.wait > Wait::Short || session.moment.is_none()) else {
        if !session.is_paused() {
            return html! {};
        }
        return html! {
            <span class="task" role="status">
                { format!("Paused after {}", steps()) }
                <button type="button" class="secondary small" onclick={on(act, Action::Debug(DebugAction::Continue))} title="Record as many again">{ "Continue" }</button>
            </span>
        };
    };
    let (text, stop) = match (task.work, session.recording.steps) {
        (Work::Record, 0) => ("Compiling…".to_owned(), "Cancel"),
        (Work::Record, _) => (format!("Recording, {}…", steps()), "Pause"),
        (Work::Travel, _) => ("Searching…".to_owned(), "Cancel"),
        (Work::Count, _) => ("Counting…".to_owned(), "Cancel"),
    };
    let stop_action =
        if session.moment.is_none() && session.recording.steps == 0 { DebugAction::Close } else { DebugAction::Cancel };
    html! {
        <span class="task" role="status">
            <progress aria-label={text.clone()} value={task.part.map(|part| format!("{part:.2}"))}></progress>
            { text }
            if task.wait >= Wait::Long {
                <button type="button" class="secondary small" onclick={on(act, Action::Debug(stop_action))}>{ stop }</button>
            }
        </span>
    }
}

/// What can be done with a line of the program or of a pane while its run is stepped through.
pub(crate) fn to_here(act: &Callback<Action>) -> Html {
    let to = |direction| on(act, Action::Debug(DebugAction::ToCursor(direction)));
    html! {
        <>
            <button type="button" class="secondary small" onclick={to(Direction::Back)} title="Back to when this last ran (Ctrl-F7)">{ "◂ Back to here" }</button>
            <button type="button" class="secondary small" onclick={to(Direction::Forward)} title="On to when this runs next (F7)">{ "Run to here ▸" }</button>
        </>
    }
}
