//! To whoever last wrote a part of memory or changed a variable, and to whoever next does.

use crate::Debugger;
use crate::breakpoints::Variable;
use crate::travel::Journey;
use stair_history::{Direction, Search, writes};
use stair_vm::{Stops, Vm};
use std::sync::Arc;

impl Debugger {
    /// Set out to the instruction that last wrote to a part of memory, or that next does: its first address and its length. A
    /// journey under way is given up.
    pub fn go_to_write(&mut self, address: u64, len: u64, direction: Direction) {
        let here = self.at;
        let range = address..address.saturating_add(len);
        let writes = move |vm: &Vm| writes(vm, &range);
        let search = Search::new(here, direction, self.writer_stops(), usize::MAX, Box::new(writes));
        let remark = match direction {
            Direction::Forward => "Nothing writes it later on.",
            Direction::Back => "Nothing has written it: it is as the program found it.",
        };
        self.set_out(Journey::Search { search, or_else: here, remark: remark.to_owned() });
    }

    /// Set out to the instruction that last changed a variable, or that next does: the function's path and the variable's name. It is
    /// that of the innermost call of the function that is running. A journey under way is given up.
    pub fn go_to_change(&mut self, function: &str, name: &str, direction: Direction) {
        let here = self.at;
        self.history.seek(here);
        let vm = self.history.vm();
        let (depth, frames) = (vm.depth(), vm.frames(usize::MAX));
        let program = vm.code().verified().program();
        let frame = frames.iter().enumerate().find(|(_, frame)| program.funcs[frame.func as usize].name == function);
        let Some((index, frame)) = frame else {
            let remark = format!("`{function}` is not running here.");
            return self.set_out(Journey::To(here, remark));
        };
        let Some(variable) = Variable::find(program, frame.func, name) else {
            let remark = format!("`{name}` is not in memory or in a local here.");
            return self.set_out(Journey::To(here, remark));
        };
        let wanted = |func: u32| Some(variable.writers(func, &program.funcs[func as usize]));
        let stops = Arc::new(Stops::new(vm.code(), wanted));
        let its_depth = depth - index;
        let ask = Box::new(move |vm: &Vm| variable.changes_in(vm, |depth| depth == its_depth));
        let remark = match direction {
            Direction::Forward => format!("Nothing changes `{name}` later on."),
            Direction::Back => format!("Nothing has changed `{name}` before."),
        };
        let search = Search::new(here, direction, stops, usize::MAX, ask);
        self.set_out(Journey::Search { search, or_else: here, remark });
    }
}
