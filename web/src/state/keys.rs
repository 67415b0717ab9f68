//! The keys that work everywhere on the page.

use stair_protocol::{Calls, Direction, Start, Travel};

use super::{Action, BreakAction, DebugAction, State};

/// A key with the modifiers that count: a name as the browser gives it, Ctrl (or Cmd), and Shift.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Key<'a> {
    /// The key's name: `F10`, `Enter`.
    pub name: &'a str,
    /// Whether Ctrl or Cmd is held.
    pub ctrl: bool,
    /// Whether Shift is held.
    pub shift: bool,
}

impl State {
    /// What a key does, wherever the keyboard focus is; `None` leaves it to the browser, or to the editor: F8 goes to the next
    /// problem there at all times. While the debugger is open, Ctrl turns a step around.
    ///
    /// | key | what it does |
    /// | --- | --- |
    /// | Ctrl-Enter | run |
    /// | Ctrl-Shift-Enter | open the debugger; so does F10 |
    /// | F9 | a breakpoint here, or none |
    /// | F10, F11, Shift-F11 | a step over calls, into them, out of the function |
    /// | F5 | to the next breakpoint |
    /// | F7 | to the cursor |
    pub fn key(&self, Key { name, ctrl, shift }: Key<'_>) -> Option<Action> {
        let debug = |action| Some(Action::Debug(action));
        let direction = if ctrl { Direction::Back } else { Direction::Forward };
        match (name, ctrl, shift) {
            ("Enter", true, false) => Some(Action::Run),
            ("Enter", true, true) => debug(DebugAction::Open(Start::Beginning)),
            ("F9", false, false) => Some(Action::Break(BreakAction::ToggleHere)),
            ("F10", false, false) if !self.is_stepping() => debug(DebugAction::Open(Start::Beginning)),
            _ if !self.is_stepping() => None,
            ("F10", _, false) => debug(DebugAction::Step(Calls::Over, direction)),
            ("F11", _, false) => debug(DebugAction::Step(Calls::Into, direction)),
            ("F11", _, true) => debug(DebugAction::Step(Calls::Out, direction)),
            ("F5", _, false) => debug(DebugAction::Travel(Travel::Run(direction))),
            ("F7", _, false) => debug(DebugAction::ToCursor(direction)),
            _ => None,
        }
    }
}
