//! Breakpoints and what is watched.

use stair_protocol::{BreakAt, Breakpoint, DebugRequest, RequestId};

use super::{Drawer, Effect, Here, State};
use crate::format;

/// A breakpoint, or something that is watched.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stop {
    /// What the debug worker is told.
    pub breakpoint: Breakpoint,
    /// What it said of it: the lines that it stops at, or what is wrong with it; `None` until it has.
    pub state: Option<Result<Vec<u32>, String>>,
}

/// A breakpoint as the editor shows it beside its line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LineBreak {
    /// The line, counted from 1.
    pub line: u32,
    /// How it is shown.
    pub look: BreakLook,
}

/// How a breakpoint is shown beside its line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BreakLook {
    /// It stops the run.
    Plain,
    /// It stops the run if its condition holds.
    Conditional,
    /// It does not count now.
    Disabled,
    /// Something is wrong with it.
    Wrong,
}

impl BreakLook {
    /// The name that the editor's style knows.
    pub fn name(self) -> &'static str {
        match self {
            BreakLook::Plain => "plain",
            BreakLook::Conditional => "conditional",
            BreakLook::Disabled => "disabled",
            BreakLook::Wrong => "wrong",
        }
    }
}

/// Something that happened to the breakpoints. An index is a place in their list.
#[derive(Clone, PartialEq, Debug)]
pub enum BreakAction {
    /// The person wants a breakpoint on a line, counted from 1, or none there any more.
    ToggleLine(u32),
    /// The same on the line of the cursor.
    ToggleHere,
    /// The person wants the run to stop there.
    Add(BreakAt),
    /// The person wrote a condition.
    SetCondition(usize, String),
    /// The person wants it to count, or not to.
    Enable(usize, bool),
    /// The person wants it no more.
    Remove(usize),
}

impl Stop {
    fn new(at: BreakAt) -> Self {
        Self { breakpoint: Breakpoint { at, condition: String::new(), enabled: true }, state: None }
    }

    /// What it is, in words.
    pub fn name(&self) -> String {
        match &self.breakpoint.at {
            BreakAt::Line(line) => format!("line {line}"),
            BreakAt::Function(function) => format!("calls of {function}"),
            BreakAt::Instruction(function, pc) => format!("instruction {pc} of {function}"),
            BreakAt::Memory { address, len } => format!("changes of {len} bytes at {address:#x}"),
            BreakAt::Variable(function, variable) => format!("changes of {variable} in {function}"),
        }
    }

    fn line_break(&self) -> Option<LineBreak> {
        let BreakAt::Line(line) = self.breakpoint.at else { return None };
        let look = match &self.state {
            _ if !self.breakpoint.enabled => BreakLook::Disabled,
            Some(Err(_)) => BreakLook::Wrong,
            _ if !self.breakpoint.condition.is_empty() => BreakLook::Conditional,
            _ => BreakLook::Plain,
        };
        Some(LineBreak { line, look })
    }
}

impl State {
    pub(super) fn change_breakpoints(&mut self, action: BreakAction, effects: &mut Vec<Effect>) {
        let stops = &mut self.debugger.stops;
        let before = stops.len();
        match action {
            BreakAction::ToggleLine(line) => toggle(stops, BreakAt::Line(line)),
            BreakAction::ToggleHere => {
                let Some(Here::Source(offset)) = self.here else { return };
                let before = self.program.source.bytes().take(offset as usize);
                toggle(stops, BreakAt::Line(before.filter(|&byte| byte == b'\n').count() as u32 + 1));
            }
            BreakAction::Add(at) => {
                if stops.iter().all(|stop| stop.breakpoint.at != at) {
                    stops.push(Stop::new(at));
                }
                self.drawer = Drawer::Breakpoints;
            }
            BreakAction::SetCondition(index, condition) => {
                let Some(stop) = stops.get_mut(index).filter(|stop| stop.breakpoint.condition != condition) else {
                    return;
                };
                stop.breakpoint.condition = condition;
                stop.state = None;
            }
            BreakAction::Enable(index, enabled) => {
                let Some(stop) = stops.get_mut(index) else { return };
                stop.breakpoint.enabled = enabled;
            }
            BreakAction::Remove(index) => {
                if index < stops.len() {
                    stops.remove(index);
                }
            }
        }
        let stops = &self.debugger.stops;
        self.debugger.said = match (stops.len(), stops.last()) {
            (now, Some(last)) if now > before => format!("Stops at {}.", last.name()),
            (now, _) if now < before => {
                format!("Stops there no more; {} left.", format::count(now as u32, "breakpoint"))
            }
            _ => String::new(),
        };
        self.show_breakpoints(effects);
        if self.moment().is_some() {
            self.tell_breakpoints(effects);
        }
    }

    /// Tells a worker that has just recorded a run.
    pub(super) fn send_breakpoints(&mut self, effects: &mut Vec<Effect>) {
        if !self.debugger.stops.is_empty() {
            self.tell_breakpoints(effects);
        }
    }

    fn tell_breakpoints(&mut self, effects: &mut Vec<Effect>) {
        let id = self.next_id();
        self.debugger.stops_request = Some(id);
        let breakpoints = self.debugger.stops.iter().map(|stop| stop.breakpoint.clone()).collect();
        self.to_debugger(DebugRequest::Break { id, breakpoints }, effects);
    }

    pub(super) fn breakpoints_noted(
        &mut self,
        id: RequestId,
        states: Vec<Result<Vec<u32>, String>>,
        effects: &mut Vec<Effect>,
    ) {
        if self.debugger.stops_request.take_if(|asked| *asked == id).is_some() {
            for (stop, state) in self.debugger.stops.iter_mut().zip(states) {
                stop.state = Some(state);
            }
            self.show_breakpoints(effects);
        }
    }

    pub(super) fn show_breakpoints(&self, effects: &mut Vec<Effect>) {
        let lines = self.debugger.stops.iter().filter_map(Stop::line_break).collect();
        effects.push(Effect::ShowBreakpoints(lines));
    }

    /// Lets the breakpoints follow their lines through a change of the program.
    pub(super) fn move_breakpoints(&mut self, before: &str, effects: &mut Vec<Effect>) {
        if self.debugger.stops.is_empty() {
            return;
        }
        let after = &self.program.source;
        self.debugger.stops.retain_mut(|stop| match &mut stop.breakpoint.at {
            BreakAt::Line(line) => {
                *line = moved_line(before, after, *line);
                true
            }
            BreakAt::Function(_) | BreakAt::Variable(..) => true,
            // Addresses and places in the code are those of the program that was recorded.
            BreakAt::Instruction(..) | BreakAt::Memory { .. } => false,
        });
        let mut seen = Vec::new();
        self.debugger.stops.retain(|stop| {
            let is_new = !seen.contains(&stop.breakpoint.at);
            seen.push(stop.breakpoint.at.clone());
            is_new
        });
        self.show_breakpoints(effects);
    }
}

fn toggle(stops: &mut Vec<Stop>, at: BreakAt) {
    match stops.iter().position(|stop| stop.breakpoint.at == at) {
        Some(index) => drop(stops.remove(index)),
        None => stops.push(Stop::new(at)),
    }
}

/// Where a line, counted from 1, is after a change: lines above and below the change keep their text.
fn moved_line(before: &str, after: &str, line: u32) -> u32 {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.split('\n').collect(), after.split('\n').collect());
    let shorter = old.len().min(new.len());
    let same_above = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let same_below = old.iter().rev().zip(new.iter().rev()).take(shorter - same_above).take_while(|(a, b)| a == b);
    let same_below = same_below.count();
    let index = (line as usize).saturating_sub(1);
    let moved = if index < same_above {
        index
    } else if index >= old.len() - same_below {
        index + new.len() - old.len()
    } else {
        index.min((new.len() - same_below).saturating_sub(1))
    };
    moved as u32 + 1
}

#[cfg(test)]
mod tests {
    use super::moved_line;

    #[test]
    fn a_line_keeps_its_text_through_a_change_elsewhere() {
        let before = "a\nb\nc\nd";
        assert_eq!([1, 2, 3, 4].map(|line| moved_line(before, "new\na\nb\nc\nd", line)), [2, 3, 4, 5]);
        assert_eq!([1, 2, 3, 4].map(|line| moved_line(before, "a\nx\nc\nd", line)), [1, 2, 3, 4]);
        assert_eq!([1, 2, 3, 4].map(|line| moved_line(before, "a\nd", line)), [1, 1, 1, 2]);
        assert_eq!([1, 2, 3, 4].map(|line| moved_line(before, before, line)), [1, 2, 3, 4]);
        assert_eq!([1, 4].map(|line| moved_line(before, "", line)), [1, 1]);
    }
}
