//! State machines of enums: `mem::take` and `mem::replace` to move out of `&mut self`, guards, states that own things that drop.

use std::fmt;
use std::mem;

struct Tag(String);
impl Drop for Tag {
    fn drop(&mut self) {
        println!("    -{}", self.0);
    }
}
impl fmt::Debug for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}
fn tag(s: impl Into<String>) -> Tag {
    Tag(s.into())
}

#[derive(Debug, Default)]
enum Upload {
    #[default]
    Idle,
    Connecting { to: Tag, tries: u8 },
    Sending { to: Tag, chunks: Vec<Tag>, sent: usize },
    Done(Result<usize, (Tag, u8)>),
}

enum Event {
    Start(&'static str),
    Connected(usize),
    Timeout,
    Ack,
    Reset,
}

impl Upload {
    fn on(&mut self, event: Event) -> &mut Self {
        use Event::*;
        *self = match (mem::take(self), event) {
            (Upload::Idle | Upload::Done(Ok(_)), Start(name)) => Upload::Connecting { to: tag(name), tries: 0 },
            (Upload::Connecting { to, tries: tries @ ..2 }, Timeout) => Upload::Connecting { to, tries: tries + 1 },
            (Upload::Connecting { to, tries }, Timeout) => Upload::Done(Err((to, tries))),
            (Upload::Connecting { to, .. }, Connected(n)) if n > 0 => {
                let chunks = (1..=n).map(|i| tag(format!("{}{i}", to.0))).collect();
                Upload::Sending { to, chunks, sent: 0 }
            }
            (Upload::Sending { chunks, sent, .. }, Ack) if chunks.len() == 1 => Upload::Done(Ok(sent + 1)),
            (Upload::Sending { to, mut chunks, sent }, Ack) => {
                let gone = chunks.remove(0);
                println!("    sent {gone:?}");
                Upload::Sending { to, chunks, sent: sent + 1 }
            }
            (_, Reset) => Upload::Idle,
            (state, _) => state,
        };
        self
    }
    fn is_over(&self) -> bool {
        matches!(self, Self::Done(r) if r.as_ref().map_or_else(|(_, n)| *n >= 2, |&n| n > 0))
    }
}

#[derive(Debug)]
enum Light {
    Red(u32),
    Green { left: u32, by: Option<Box<Light>> },
}

impl Light {
    fn tick(&mut self) -> Option<Box<Light>> {
        match self {
            Light::Red(0) => {
                let old = mem::replace(self, Light::Green { left: 2, by: None });
                if let Light::Green { by, .. } = self {
                    *by = Some(Box::new(old));
                }
                None
            }
            Light::Green { left: 0, by } => {
                let by = by.take();
                *self = Light::Red(1);
                by
            }
            Light::Red(n) | Light::Green { left: n, .. } => {
                *n -= 1;
                None
            }
        }
    }
}

struct Machine<S, const N: usize> {
    states: [Option<S>; N],
    at: usize,
    trace: String,
}

impl<S: fmt::Debug, const N: usize> Machine<S, N> {
    fn swap_in(&mut self, state: S) -> Option<S> {
        self.at = (self.at + 1) % N;
        self.trace += &format!("{state:?};");
        self.states[self.at].replace(state)
    }
}

fn main() {
    let mut upload = Upload::default();
    let events = [
        Event::Ack, Event::Start("a"), Event::Timeout, Event::Connected(0), Event::Connected(3), Event::Start("z"), Event::Ack,
        Event::Ack, Event::Ack, Event::Ack, Event::Start("b"), Event::Timeout, Event::Timeout, Event::Timeout, Event::Timeout,
        Event::Start("c"), Event::Reset, Event::Start("d"), Event::Connected(2),
    ];
    for (i, event) in events.into_iter().enumerate() {
        let over = upload.on(event).is_over();
        println!("{i}: {upload:?} {over}");
    }
    let Upload::Sending { ref mut chunks, .. } = upload else { panic!("{upload:?}") };
    let last = chunks.pop();
    println!("popped {last:?}");
    upload.on(Event::Ack).on(Event::Reset).on(Event::Start("e"));
    let mut light = Light::Red(1);
    for i in 0..9 {
        let by = light.tick();
        println!("{i}: {light:?} {by:?}");
    }
    let mut machine = Machine { states: [None, None], at: 0, trace: String::new() };
    for word in ["x", "y", "z"] {
        println!("{word} for {:?}", machine.swap_in(tag(word)).map(|t| t.0.len()));
    }
    println!("{} {:?}", mem::take(&mut machine.trace), machine.states.iter().flatten().rev().collect::<Vec<_>>());
    let state = mem::replace(&mut upload, Upload::Done(Ok(7)));
    println!("{state:?} {}", upload.is_over());
}
