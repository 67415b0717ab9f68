//! What the recorded run prints: up to the moment that is shown as usual, and dimmed what comes later. Each byte leads to the
//! moment that printed it: by a click on it, or by Enter on a line.

use std::ops::Range;
use std::rc::Rc;

use stair_protocol::{Moment, Stream};
use stair_web::state::{Action, Console, DebugAction};
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::interop;

/// How many lines the keys Page Up and Page Down pass over.
const PAGE: usize = 10;
/// What can be done with the output, for those who see it.
const HINT: &str = "Click to see the moment that printed this; or choose a line with the arrow keys and press Enter";

/// A piece of what was printed, of one stream.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'a> {
    stream: Stream,
    text: &'a str,
    /// Which byte of all that was printed its first one is.
    place: usize,
    is_chosen: bool,
}

/// A console's chunks, cut at these bytes of all that was printed, and those of `chosen` marked.
pub(super) fn pieces<'a>(console: &'a Console, cuts: &[usize], chosen: &Range<usize>) -> Vec<Piece<'a>> {
    let mut cuts = [cuts, &[chosen.start, chosen.end]].concat();
    cuts.sort_unstable();
    let mut pieces = Vec::new();
    let mut place = 0;
    for chunk in &console.chunks {
        let (start, end) = (place, place + chunk.text.len());
        for cut in cuts.iter().copied().filter(|cut| (start..end).contains(cut)).chain([end]) {
            let text = chunk.text.get(place - start..cut - start).unwrap_or_default();
            if !text.is_empty() {
                pieces.push(Piece { stream: chunk.stream, text, place, is_chosen: chosen.contains(&place) });
            }
            place = cut;
        }
    }
    pieces
}

/// The output in parts that end with a line and never change once another follows: the browser lays out each by itself.
pub(super) fn parts<'a, 'p>(pieces: &'p [Piece<'a>]) -> Vec<&'p [Piece<'a>]> {
    const ENOUGH: usize = 4096;
    let mut parts = Vec::new();
    let (mut start, mut length) = (0, 0);
    for (index, piece) in pieces.iter().enumerate() {
        length += piece.text.len();
        if length >= ENOUGH && piece.text.ends_with('\n') {
            parts.push(&pieces[start..=index]);
            (start, length) = (index + 1, 0);
        }
    }
    if start < pieces.len() {
        parts.push(&pieces[start..]);
    }
    parts
}

/// A part of the output. The piece that begins at the place of `button` is one, and can be found by its reference.
pub(super) fn part(pieces: &[Piece<'_>], button: Option<(usize, &NodeRef)>) -> Html {
    let last = pieces.len().saturating_sub(1);
    html! {
        <div class="part" key={pieces.first().map_or(0, |piece| piece.place)}>{ for pieces.iter().enumerate().map(|(index, piece)| {
            // A part is a block, which ends its last line by itself.
            let text = if index == last { piece.text.strip_suffix('\n').unwrap_or(piece.text) } else { piece.text };
            let class = classes!((piece.stream == Stream::Stderr).then_some("stderr"), piece.is_chosen.then_some("chosen"));
            match button.filter(|&(place, _)| place == piece.place) {
                Some((_, reference)) => html! {
                    <span {class} data-place={piece.place.to_string()} role="button" tabindex="0" ref={reference}>{ text }</span>
                },
                None => html! { <span {class} data-place={piece.place.to_string()}>{ text }</span> },
            }
        }) }</div>
    }
}

#[derive(Properties)]
pub(crate) struct PrintedProps {
    /// What the recorded run prints.
    pub(crate) output: Rc<Console>,
    pub(crate) moment: Option<Rc<Moment>>,
    pub(crate) act: Callback<Action>,
}

/// Neither is ever changed: another one is another one.
impl PartialEq for PrintedProps {
    fn eq(&self, other: &Self) -> bool {
        let same_moment = self.moment.as_ref().map(Rc::as_ptr) == other.moment.as_ref().map(Rc::as_ptr);
        Rc::ptr_eq(&self.output, &other.output) && same_moment
    }
}

pub(crate) struct Printed {
    /// A byte of the line that the keyboard is at; `None` while that is the one printed next.
    chosen: Option<usize>,
    line: NodeRef,
    /// Whether the chosen line is to have the keyboard focus once it is there.
    wants_focus: bool,
}

pub(crate) enum Message {
    /// Somebody clicked on this byte.
    Clicked(usize),
    Key(KeyboardEvent),
}

impl PrintedProps {
    /// How much has been printed at the moment, and how much is in the whole run, in bytes.
    fn lengths(&self) -> (usize, usize) {
        let printed = self.output.printed(self.moment.as_ref().map_or((0, 0), |moment| moment.printed));
        (printed.iter().sum(), self.output.chunks.iter().map(|chunk| chunk.text.len()).sum())
    }
}

impl Printed {
    /// The line that the keyboard is at.
    fn line(&self, props: &PrintedProps) -> Range<usize> {
        let (now, all) = props.lengths();
        let at = self.chosen.unwrap_or(now).min(all.saturating_sub(1));
        props.output.line_around(at).unwrap_or_default()
    }

    fn key(&mut self, props: &PrintedProps, event: &KeyboardEvent) -> bool {
        if event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() {
            return false;
        }
        let line = self.line(props);
        let end = props.lengths().1.saturating_sub(1);
        let around = |place| props.output.line_around(place).unwrap_or_default();
        let up = |lines| (0..lines).fold(line.start, |start, _| around(start.saturating_sub(1)).start);
        let down = |lines| (0..lines).fold(line.start, |start, _| around(start).end.min(end));
        let to = match event.key().as_str() {
            "ArrowDown" => down(1),
            "ArrowUp" => up(1),
            "PageDown" => down(PAGE),
            "PageUp" => up(PAGE),
            "Home" => 0,
            "End" => end,
            "Enter" | " " => {
                props.act.emit(Action::Debug(DebugAction::ToPrinted(line.start)));
                line.start
            }
            _ => return false,
        };
        event.prevent_default();
        (self.chosen, self.wants_focus) = (Some(to), true);
        true
    }
}

impl Component for Printed {
    type Message = Message;
    type Properties = PrintedProps;

    fn create(_: &Context<Self>) -> Self {
        Self { chosen: None, line: NodeRef::default(), wants_focus: false }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        let props = ctx.props();
        match message {
            Message::Clicked(place) => {
                // Behind the end of the last line, too.
                let place = place.min(props.lengths().1.saturating_sub(1));
                props.act.emit(Action::Debug(DebugAction::ToPrinted(place)));
                (self.chosen, self.wants_focus) = (Some(place), true);
                true
            }
            Message::Key(event) => self.key(props, &event),
        }
    }

    fn changed(&mut self, _: &Context<Self>, _: &PrintedProps) -> bool {
        // The line may be put elsewhere, and what is put elsewhere loses the focus.
        self.wants_focus |= self.line.cast::<web_sys::Element>().is_some_and(|line| interop::has_focus(&line));
        true
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        if std::mem::take(&mut self.wants_focus)
            && let Some(line) = self.line.cast::<HtmlElement>()
        {
            // An element that is not shown takes no focus, and that is no error of the page.
            let _ = line.focus();
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let (now, _) = props.lengths();
        let line = self.line(props);
        let all = pieces(&props.output, &[now], &line);
        let (before, later) = all.split_at(all.partition_point(|piece| piece.place < now));
        let part = |pieces: &[Piece<'_>]| part(pieces, Some((line.start, &self.line)));
        let link = ctx.link();
        let text = if later.is_empty() { "all is printed" } else { "printed so far ▴ ▾ printed later" };
        html! {
            <pre class="console at-moment" role="group" aria-label="What the program prints" title={HINT}
                onclick={link.batch_callback(|event: MouseEvent| interop::clicked_byte(&event).map(Message::Clicked))}
                onkeydown={link.callback(Message::Key)}>
                <div key="before">{ for parts(before).into_iter().map(part) }</div>
                <Now key="now" {text} place={now} />
                if !later.is_empty() {
                    <div key="later" class="later">{ for parts(later).into_iter().map(part) }</div>
                }
            </pre>
        }
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct NowProps {
    /// What is said there.
    pub(super) text: AttrValue,
    /// How much is behind it, in bytes.
    pub(super) place: usize,
}

/// Where the moment is in a text. It comes into view when it moves.
#[component]
pub(super) fn Now(props: &NowProps) -> Html {
    let line = use_node_ref();
    use_effect_with(props.place, {
        let line = line.clone();
        move |_| {
            if let Some(line) = line.cast::<web_sys::Element>() {
                interop::bring_into_view(&line);
            }
        }
    });
    html! { <div class="now" ref={line}>{ &props.text }</div> }
}
