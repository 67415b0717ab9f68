//! What is seen as a link, in all the forms in which it is handed on; and the program as a file.

use qrcodegen::{QrCode, QrCodeEcc};
use stair_protocol::{Artifact, EmbedForm, Profile};
use stair_web::format;
use stair_web::state::{Action, CUT_BY_MANY, CUT_BY_SOME, Copied, Sharing, State};
use yew::prelude::*;

use super::on;
use crate::interop;

/// The free border that readers of QR codes need, in modules.
const QUIET_ZONE: i32 = 4;

pub(crate) fn share_button(state: &State, act: &Callback<Action>) -> Html {
    let is_open = state.sharing.is_some();
    let onclick = match is_open {
        true => on(act, Action::CloseSharing),
        false => act.reform(|_: MouseEvent| Action::Share(interop::address())),
    };
    html! {
        <button type="button" class="quiet" {onclick} aria-expanded={is_open.to_string()} aria-controls="sharing"
            title="A link to everything that you see, and the program as a file">{ "Share" }</button>
    }
}

pub(crate) fn sharing(state: &State, act: &Callback<Action>) -> Html {
    let Some(sharing) = &state.sharing else { return html! {} };
    let close = act.clone();
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            close.emit(Action::CloseSharing);
        }
    });
    let source = &state.program.source;
    let is_release = state.program.profile == Profile::Release;
    html! {
        <section class="sharing" id="sharing" role="dialog" aria-label="Share" {onkeydown}>
            <div class="head">
                <h2>{ "Share what you see" }</h2>
                <button type="button" class="quiet icon" onclick={on(act, Action::CloseSharing)} aria-label="Close">{ "✕" }</button>
            </div>
            <p>{ "The link holds all of it: the program, the panes, breakpoints, the moment that you are at. Nothing is sent anywhere." }</p>
            <input id="share-link" type="text" readonly=true value={sharing.link.clone()} aria-label="Link" />
            { length(sharing) }
            <div class="choices" role="group" aria-label="Copy">
                { copy("Copy link", Copied::Link, sharing, act) }
                { copy("Copy as Markdown", Copied::Markdown, sharing, act) }
                { copy("Copy as HTML", Copied::Html, sharing, act) }
            </div>
            <p>{ "The program itself, live in a document of yours, as you see it now:" }</p>
            <div class="choices" role="group" aria-label="Copy for a document">
                { copy_embed("Copy as embed", "HTML for a page: the text, what it prints, and the compiled program", EmbedForm::Html, state, act) }
                { copy_embed("Copy as mdBook block", "A block for a book whose preprocessor is mdbook-staircase", EmbedForm::MdBook, state, act) }
            </div>
            { code(&sharing.link) }
            <div class="choices" role="group" aria-label="Save">
                { save("Save .rs", "The program as a file", Artifact::Source, act) }
                { save("Save .wasm", "The module; it runs unchanged under any WASI host", Artifact::Wasm, act) }
                { save("Save .stbc", "The bytecode, as docs/bytecode.md describes it", Artifact::Bytecode, act) }
            </div>
            <p class="elsewhere">
                { "The program elsewhere, where it is sent to: " }
                <a href={interop::rust_playground(source, is_release)} target="_blank" rel="noopener noreferrer">{ "Rust Playground" }</a>
                { ", " }
                <a href={interop::compiler_explorer(source, is_release)} target="_blank" rel="noopener noreferrer">{ "Compiler Explorer" }</a>
            </p>
        </section>
    }
}

/// How long the link is, and where that is too long.
fn length(sharing: &Sharing) -> Html {
    let length = sharing.link.len();
    let characters = format::thousands(length as u64);
    let remark = if length > CUT_BY_MANY {
        "Many servers and programs cut or refuse links of that length. Save the program as a file instead."
    } else if length > CUT_BY_SOME {
        "Some chat programs, mailers and old browsers cut links of that length."
    } else {
        "It fits wherever links fit."
    };
    html! { <p class={classes!("length", (length > CUT_BY_SOME).then_some("long"))} role="status">{ format!("{characters} characters. {remark}") }</p> }
}

fn copy(name: &'static str, what: Copied, sharing: &Sharing, act: &Callback<Action>) -> Html {
    let hint = what.text("…").unwrap_or_default();
    copy_button(name, hint, on(act, Action::Copy(what)), false, sharing.copied == Some(what))
}

fn copy_embed(name: &'static str, hint: &'static str, form: EmbedForm, state: &State, act: &Callback<Action>) -> Html {
    let is_copied = state.sharing.as_ref().is_some_and(|sharing| sharing.copied == Some(Copied::Embed(form)));
    copy_button(name, hint.to_owned(), on(act, Action::CopyEmbed(form)), !state.can_embed(), is_copied)
}

fn copy_button(
    name: &'static str,
    hint: String,
    onclick: Callback<MouseEvent>,
    disabled: bool,
    is_copied: bool,
) -> Html {
    html! {
        <button type="button" class="secondary" {onclick} {disabled} title={hint}>
            { name }<span role="status">{ if is_copied { " ✓" } else { "" } }{ if is_copied { html! { <span class="only-read">{ "copied" }</span> } } else { html! {} } }</span>
        </button>
    }
}

fn save(name: &'static str, hint: &'static str, what: Artifact, act: &Callback<Action>) -> Html {
    html! { <button type="button" class="secondary" title={hint} onclick={on(act, Action::Download(what))}>{ name }</button> }
}

/// The link as a QR code, if one can hold it.
fn code(link: &str) -> Html {
    let Ok(code) = QrCode::encode_text(link, QrCodeEcc::Low) else {
        return html! { <p class="detail">{ "The link is too long for a QR code." }</p> };
    };
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        for x in (0..size).filter(|&x| code.get_module(x, y)) {
            path.push_str(&format!("M{} {}h1v1h-1z", x + QUIET_ZONE, y + QUIET_ZONE));
        }
    }
    let side = size + 2 * QUIET_ZONE;
    html! {
        <details>
            <summary>{ "QR code" }</summary>
            <svg class="qr" viewBox={format!("0 0 {side} {side}")} role="img" aria-label="The link as a QR code" shape-rendering="crispEdges">
                <rect width={side.to_string()} height={side.to_string()} fill="#fff" /><path d={path} fill="#000" />
            </svg>
        </details>
    }
}
