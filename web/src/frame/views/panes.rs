//! What there is to see beside the program.

use stair_protocol::{Instruction, Moment, Operand, PaneDoc, Severity, Stage, Stream};
use stair_web::embed::{Action, Run, Shows, State};
use stair_web::format;
use stair_web::state::Content;
use yew::prelude::*;

use super::source::{Reveal, class_of};
use super::variables::variables;

/// How many lines of a stage are shown at most; the playground shows all.
const MOST_LINES: usize = 2_000;
/// How many values of an operand stack are shown, from its top.
const MOST_OPERANDS: usize = 12;

pub(crate) fn panes(state: &State, act: &Callback<Action>) -> Html {
    let shown = state.panes();
    html! {
        <div class="panes">
            { problems(state) }
            { for shown.into_iter().map(|pane| match pane {
                Shows::Output => output(state),
                Shows::Variables => with_moment(state, |moment| variables(moment, &state.turned, act)),
                Shows::Machine => with_moment(state, machine),
                Shows::Stage(stage) => stage_pane(state, stage),
            }) }
        </div>
    }
}

/// A part of the embed with its name on it.
pub(super) fn pane(name: &'static str, detail: Html, body: Html) -> Html {
    html! {
        <section class="pane" aria-label={name}>
            <h2>{ name }<span class="detail">{ detail }</span></h2>
            { body }
        </section>
    }
}

fn with_moment(state: &State, view: impl FnOnce(&Moment) -> Html) -> Html {
    let run = state.run.as_ref().filter(|run| run.is_stepping);
    run.and_then(|run| run.moment.as_deref()).map(view).unwrap_or_default()
}

fn problems(state: &State) -> Html {
    if state.diagnostics.is_empty() {
        return html! {};
    }
    let line_of = |offset: u32| state.source.bytes().take(offset as usize).filter(|&byte| byte == b'\n').count() + 1;
    let list = state.diagnostics.iter().map(|diagnostic| {
        let word = if diagnostic.severity == Severity::Error { "error" } else { "warning" };
        html! {
            <li>
                <p><strong class={word}>{ word }</strong>
                    if !diagnostic.code.is_empty() { { " " }<code>{ &diagnostic.code }</code> }
                    { format!(": {} ", diagnostic.message) }<span class="detail">{ format!("line {}", line_of(diagnostic.span.0)) }</span></p>
                { for diagnostic.labels.iter().filter(|label| !label.text.is_empty()).map(|label| html! {
                    <p class="note">{ format!("line {}: {}", line_of(label.span.0), label.text) }</p>
                }) }
                { for diagnostic.notes.iter().map(|note| html! { <p class="note">{ note }</p> }) }
            </li>
        }
    });
    pane("Problems", html! {}, html! { <ol class="problems">{ for list }</ol> })
}

fn output(state: &State) -> Html {
    let Some(run) = &state.run else {
        if state.options.recorded.is_empty() {
            return html! {};
        }
        let body = html! { <pre class="console" role="region" aria-label="What it printed" tabindex="0">{ &state.options.recorded }</pre> };
        let end = if state.options.ended.is_empty() { String::new() } else { format!(": {}", state.options.ended) };
        return pane("Output", html! { { format!("recorded with the document{end}") } }, body);
    };
    let detail = match run.recording.exit_code {
        Some(code) => {
            html! { <span class={if code == 0 { "good" } else { "bad" }}>{ format!("exit code {code}") }</span> }
        }
        None => html! {},
    };
    pane("Output", detail, printed(run))
}

/// What the run prints: by the moment that is shown as usual, and dimmed what comes later.
fn printed(run: &Run) -> Html {
    if run.output.is_empty() {
        let text = if run.moment.is_some() { "The program prints nothing." } else { "" };
        return html! { <p class="empty">{ text }</p> };
    }
    let whole = (u64::MAX, u64::MAX);
    let until = run.moment.as_ref().filter(|_| run.is_stepping).map_or(whole, |moment| moment.printed);
    let part = |text: &str, stream: Stream, is_later: bool| {
        let class = classes!((stream == Stream::Stderr).then_some("stderr"), is_later.then_some("later"));
        if text.is_empty() {
            html! {}
        } else {
            html! { <span {class}>{ text }</span> }
        }
    };
    let chunks = run.output.chunks.iter().zip(run.output.printed(until)).map(|(chunk, now)| {
        let (before, later) = chunk.text.split_at(now);
        html! { <>{ part(before, chunk.stream, false) }{ part(later, chunk.stream, true) }</> }
    });
    html! {
        <pre class="console" role="region" aria-label="What it prints" tabindex="0">
            { for chunks }
            if run.output.withheld > 0 { { format!("… {} more bytes are not shown", format::thousands(run.output.withheld)) } }
        </pre>
    }
}

fn machine(moment: &Moment) -> Html {
    let Some(next) = &moment.instruction else {
        return pane("Machine", html! {}, html! { <p class="empty">{ "The program has ended." }</p> });
    };
    let slots = moment.frames.first().map(|frame| frame.slots.as_slice()).unwrap_or_default();
    let body = html! {
        <div class="machine" data-scrolls="yes" role="region" aria-label="State of the machine" tabindex="0">
            { instruction(next) }
            <div class="stacks">
                { operands("Operand stack before", &next.before, next.pops, "−") }
                { operands("and after", &next.after, next.pushes, "+") }
            </div>
            if !slots.is_empty() {
                <table class="slots">
                    <caption>{ "Slots of this call" }</caption>
                    <thead class="only-read"><tr><th scope="col">{ "Name" }</th><th scope="col">{ "Value" }</th><th scope="col">{ "Type" }</th></tr></thead>
                    <tbody>
                        { for slots.iter().map(|(name, slot)| html! {
                            <tr><th scope="row">{ name }</th><td>{ &slot.text }</td><td class="t-type">{ &slot.ty }</td></tr>
                        }) }
                    </tbody>
                </table>
            }
        </div>
    };
    pane("Machine", html! { { format!("in {}", next.function) } }, body)
}

fn instruction(next: &Instruction) -> Html {
    html! { <p class="next"><span class="t-place">{ format!("{:04}", next.pc) }</span>{ " " }<code>{ &next.text }</code></p> }
}

/// An operand stack with its top on top; the values there that the instruction takes or has put have a sign.
fn operands(label: &'static str, stack: &[Operand], touched: u32, sign: &'static str) -> Html {
    let below = stack.len().saturating_sub(MOST_OPERANDS);
    let how = if sign == "+" { "pushed" } else { "popped" };
    let shown = stack.iter().skip(below).rev().enumerate().map(|(place, operand)| {
        let is_touched = place < touched as usize;
        html! {
            <li class={is_touched.then_some("touched")}>
                <span class="sign" aria-hidden="true">{ if is_touched { sign } else { "" } }</span>
                <span class="value">{ &operand.text }</span>
                <span class="t-type">{ &operand.ty }</span>
                if is_touched { <span class="only-read">{ how }</span> }
            </li>
        }
    });
    html! {
        <figure>
            <figcaption>{ label }</figcaption>
            if stack.is_empty() { <p class="empty">{ "empty" }</p> } else { <ol class="operands">{ for shown }</ol> }
            if below > 0 { <p class="empty">{ format!("{} more below", format::thousands(below as u64)) }</p> }
        </figure>
    }
}

fn stage_pane(state: &State, stage: Stage) -> Html {
    if state.run.is_none() {
        return html! {};
    }
    let name = stage_name(stage);
    let content = state.stages.iter().find(|(known, _)| *known == stage).map(|(_, content)| content);
    let moment = state.run.as_ref().filter(|run| run.is_stepping).and_then(|run| run.moment.as_deref());
    let running = moment.and_then(|moment| moment.lines.iter().find(|lines| lines.stage == stage && !lines.library));
    let running = running.map(|lines| lines.lines.as_slice()).unwrap_or_default();
    let body = match content {
        Some(Content::Doc(doc)) => document(doc, running, name),
        Some(Content::Failed(reason)) => html! { <p class="empty">{ reason }</p> },
        Some(Content::Unreachable) => {
            html! { <p class="empty">{ "The program has errors and does not get this far." }</p> }
        }
        Some(Content::Waiting) | None => html! { <p class="empty">{ "Compiling…" }</p> },
    };
    let stack =
        moment.and_then(|moment| moment.instruction.as_ref()).filter(|_| stage == Stage::Bytecode).map(stack_line);
    pane(name, html! {}, html! { <>{ stack.unwrap_or_default() }{ body }</> })
}

fn stage_name(stage: Stage) -> &'static str {
    match stage {
        Stage::Tokens => "Tokens",
        Stage::Ast => "Tree",
        Stage::Types => "Types",
        Stage::Ownership => "Ownership",
        Stage::Ir => "IR",
        Stage::Bytecode => "Bytecode",
        Stage::Wat => "WAT",
        Stage::Wasm => "Wasm",
    }
}

/// The operand stack in one line: before the instruction and after it, the top last.
fn stack_line(next: &Instruction) -> Html {
    let stack = |operands: &[Operand]| {
        let below = operands.len().saturating_sub(MOST_OPERANDS);
        let texts: Vec<&str> = operands.iter().skip(below).map(|operand| operand.text.as_str()).collect();
        let text = if texts.is_empty() { "empty".to_owned() } else { texts.join(" ") };
        if below > 0 { format!("… {text}") } else { text }
    };
    html! {
        <p class="stack-line"><span class="detail">{ "operand stack " }</span><code>{ stack(&next.before) }</code>
            <span class="detail" aria-label="becomes">{ " → " }</span><code>{ stack(&next.after) }</code></p>
    }
}

/// The room before something that is so deep.
pub(super) fn indent(depth: u16) -> String {
    "  ".repeat(usize::from(depth))
}

/// A stage's lines, those that run marked.
fn document(doc: &PaneDoc, running: &[u32], name: &'static str) -> Html {
    let lines = doc.lines().take(MOST_LINES).enumerate().map(|(number, line)| {
        let is_running = running.binary_search(&(number as u32)).is_ok();
        let class = classes!("line", is_running.then_some("running"), line.library.then_some("library"));
        html! {
            <div key={number} {class} aria-current={is_running.then_some("step")}>
                { indent(line.depth) }
                { for line.segments().map(|segment| html! { <span class={class_of(segment.class)}>{ segment.text }</span> }) }
                { "\n" }
            </div>
        }
    });
    let left = doc.len().saturating_sub(MOST_LINES);
    html! {
        <>
            <pre class="stage" data-scrolls="yes" role="region" aria-label={format!("Lines of {name}")} tabindex="0">
                { for lines }
                if left > 0 { { format!("… {} more lines in the playground", format::thousands(left as u64)) } }
            </pre>
            <Reveal place={running.first().map_or(0, |line| line + 1)} />
        </>
    }
}
