//! Where steps of each size end, made when they are first asked for.

use crate::{Debugger, Unit};
use stair_bytecode::program::{Function, Program};
use stair_history::{starts, writers};
use stair_vm::{Code, Stops};
use std::sync::Arc;

/// The places that were asked for.
#[derive(Debug, Default)]
pub(crate) struct KeptStops {
    units: [Option<Arc<Stops>>; Unit::ALL.len()],
    own: Option<Arc<Stops>>,
    writers: Option<Arc<Stops>>,
}

/// For each function of the user's the instructions that `places` names; none for the library's.
pub(super) fn user_stops(code: &Arc<Code>, places: impl Fn(&Function) -> Option<Vec<u32>>) -> Stops {
    let program: &Program = code.verified().program();
    Stops::new(code, |index| {
        let func = &program.funcs[index as usize];
        if func.is_user { places(func) } else { Some(Vec::new()) }
    })
}

impl Debugger {
    /// Where steps of this size end.
    pub(super) fn stops(&mut self, unit: Unit) -> Arc<Stops> {
        if let Some(stops) = &self.stops.units[unit as usize] {
            return Arc::clone(stops);
        }
        let code = Arc::clone(self.history.vm().code());
        let stops = Arc::new(match unit {
            Unit::Instruction => Stops::new(&code, |_| None),
            Unit::Call => user_stops(&code, |_| Some(vec![0])),
            Unit::Line => user_stops(&code, |func| Some(starts(func, |origin| self.line_of(origin)))),
            Unit::Expression => user_stops(&code, |func| {
                Some(starts(func, |origin| Some(origin.span).filter(|span| span.is_user() && !span.is_empty())))
            }),
        });
        self.stops.units[unit as usize] = Some(Arc::clone(&stops));
        stops
    }

    /// The instructions with which a line begins in a function.
    pub(super) fn line_starts(&self, func: &Function, line: u32) -> Vec<u32> {
        let starts = starts(func, |origin| self.line_of(origin));
        starts.into_iter().filter(|&pc| self.line_of(func.origin(pc)) == Some(line)).collect()
    }

    /// Every instruction of the user's own functions.
    pub(super) fn own_stops(&mut self) -> Arc<Stops> {
        let code = self.history.vm().code();
        Arc::clone(self.stops.own.get_or_insert_with(|| Arc::new(user_stops(code, |_| None))))
    }

    /// Every instruction that may write memory.
    pub(super) fn writer_stops(&mut self) -> Arc<Stops> {
        let code = self.history.vm().code();
        let program = code.verified().program();
        let make = || Arc::new(Stops::new(code, |func| Some(writers(&program.funcs[func as usize]))));
        Arc::clone(self.stops.writers.get_or_insert_with(make))
    }
}
