//! The machine at a moment: the instruction that runs next, and the functions that are running, each with its own operand
//! stack and slots.

use std::rc::Rc;

use stair_protocol::{BreakAt, Frame, Instruction, Moment, Operand};
use stair_web::format;
use stair_web::state::{Action, BreakAction};
use yew::prelude::*;

use super::on;

/// How many values of an operand stack are shown, from its top.
const MOST_OPERANDS: usize = 12;

/// The whole view.
pub(crate) fn machine(moment: &Rc<Moment>, act: &Callback<Action>) -> Html {
    let depth = u64::from(moment.depth);
    let hidden = depth.saturating_sub(moment.frames.len() as u64);
    html! {
        <div class="machine" tabindex="0" role="region" aria-label="Machine">
            { moment.instruction.as_ref().map_or_else(ended, |next| instruction(next, act)) }
            <section aria-labelledby="call-stack">
                <h2 id="call-stack">{ "Call stack" }<span class="detail">{ format!("{} running, the innermost first", format::count(moment.depth, "function")) }</span></h2>
                { for (0..moment.frames.len()).map(|index| html! {
                    // A frame keeps its place in the list of those around it, and with it whether it is open.
                    <FrameView key={(depth as usize).saturating_sub(index)} moment={moment.clone()} {index} act={act.clone()} />
                }) }
                if hidden > 0 {
                    <p class="hint">{ format!("… and {} more", format::thousands(hidden)) }</p>
                }
            </section>
        </div>
    }
}

fn ended() -> Html {
    html! { <section><h2>{ "Next instruction" }</h2><p class="hint">{ "None: the program has ended." }</p></section> }
}

fn instruction(next: &Instruction, act: &Callback<Action>) -> Html {
    let stop = Action::Break(BreakAction::Add(BreakAt::Instruction(next.function.clone(), next.pc)));
    html! {
        <section aria-labelledby="next-instruction">
            <h2 id="next-instruction">{ "Next instruction" }<span class="detail">{ format!("in {}", next.function) }</span></h2>
            <p class="next"><span class="t-place">{ format!("{:04}", next.pc) }</span><code>{ &next.text }</code></p>
            <div class="stacks">
                { operands("Operand stack before", &next.before, next.pops, "pops") }
                { operands("Operand stack after", &next.after, next.pushes, "pushed") }
            </div>
            <details>
                <summary>{ "Fetch, decode, execute" }</summary>
                <dl>
                    <dt>{ "fetch" }</dt>
                    <dd>{ format!("{} at pc {}", format::count(next.bytes.len() as u32, "byte"), next.pc) }
                        <code>{ next.bytes.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().join(" ") }</code></dd>
                    { for next.decoded.iter().map(|(what, text)| html! { <><dt>{ what }</dt><dd>{ text }</dd></> }) }
                </dl>
                <button type="button" class="secondary small" onclick={on(act, stop)}>{ "Stop at this instruction" }</button>
            </details>
        </section>
    }
}

/// An operand stack with its top on top; the `touched` values there are what the instruction takes or has put.
fn operands(label: &'static str, stack: &[Operand], touched: u32, how: &'static str) -> Html {
    let below = stack.len().saturating_sub(MOST_OPERANDS);
    let sign = if how == "pops" { "−" } else { "+" };
    let shown = stack.iter().skip(below).rev().enumerate().map(|(place, operand)| {
        let is_touched = place < touched as usize;
        html! {
            <li class={is_touched.then_some("touched")}>
                <span class="sign" aria-hidden="true">{ if is_touched { sign } else { "" } }</span>
                <span class="value">{ &operand.text }</span>
                <span class="type">{ &operand.ty }</span>
                if is_touched { <span class="only-read">{ how }</span> }
            </li>
        }
    });
    html! {
        <figure>
            <figcaption>{ label }</figcaption>
            if stack.is_empty() {
                <p class="empty">{ "empty" }</p>
            } else {
                <ol class="operands">{ for shown }</ol>
            }
            if below > 0 { <p class="empty">{ format!("{} more below", format::thousands(below as u64)) }</p> }
        </figure>
    }
}

#[derive(Properties)]
struct FrameProps {
    moment: Rc<Moment>,
    /// Which of its frames.
    index: usize,
    act: Callback<Action>,
}

/// A frame in which nothing has changed is not drawn again.
impl PartialEq for FrameProps {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index && self.moment.frames.get(self.index) == other.moment.frames.get(other.index)
    }
}

#[component]
fn FrameView(props: &FrameProps) -> Html {
    let Some(frame) = props.moment.frames.get(props.index) else { return html! {} };
    let line = frame.line.map(|line| format!("line {line}"));
    html! {
        <details class={classes!("frame", (!frame.is_user).then_some("library"))} open={props.index == 0}>
            <summary>
                <span class="function">{ &frame.function }</span>
                <span class="detail">{ [Some(format!("pc {}", frame.pc)), line, (!frame.is_user).then(|| "library".to_owned())].into_iter().flatten().collect::<Vec<_>>().join(" · ") }</span>
            </summary>
            { frame_parts(frame, &props.act) }
        </details>
    }
}

fn frame_parts(frame: &Frame, act: &Callback<Action>) -> Html {
    let (address, size) = frame.memory;
    let stop = Action::Break(BreakAction::Add(BreakAt::Function(frame.function.clone())));
    html! {
        <>
            <p class="label">{ "Operand stack of this call, its top last" }</p>
            <p class="chips">
                if frame.operands.is_empty() { <span class="empty">{ "empty" }</span> }
                { for frame.operands.iter().map(|operand| html! { <span class="chip" title={operand.ty.clone()}>{ &operand.text }</span> }) }
            </p>
            <table class="slots">
                <caption>{ "Slots of this call" }</caption>
                <thead class="only-read"><tr><th scope="col">{ "Name" }</th><th scope="col">{ "Value" }</th><th scope="col">{ "Type" }</th></tr></thead>
                <tbody>
                    { for frame.slots.iter().map(|(name, slot)| html! {
                        <tr><th scope="row">{ name }</th><td class="value">{ &slot.text }</td><td class="type">{ &slot.ty }</td></tr>
                    }) }
                </tbody>
            </table>
            if size > 0 {
                <p class="label">{ format!("Its frame in memory: {} at {address:#x}", format::count(size as u32, "byte")) }</p>
            }
            <p class="label">
                if let Some(span) = frame.span {
                    <button type="button" class="link" onclick={on(act, Action::GoTo(span))}>{ "Show in the program" }</button>
                    { " · " }
                }
                <button type="button" class="link" onclick={on(act, stop)}>{ "Stop at each call" }</button>
            </p>
        </>
    }
}
