//! Where the run spent its instructions, and what was on the heap over time.

use crate::{Debugger, Layer, Pane};
use stair_history::Profile;
use stair_inspect::HeapLeft;
use std::collections::BTreeMap;

/// How many moments there are at most of which the heap is known.
pub const MAX_HEAP_SAMPLES: usize = 512;

/// A function that took part in the run.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HotFunction {
    /// Its path.
    pub name: String,
    /// Whether it is the user's own.
    pub is_user: bool,
    /// How often it was called.
    pub calls: u64,
    /// How many instructions of its own were executed.
    pub steps: u64,
}

/// How often lines of a pane were executed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Executed {
    /// The pane.
    pub pane: Pane,
    /// The lines that stand for instructions, ascending, and how often the most frequent of these was executed.
    pub lines: Vec<(u32, u64)>,
}

impl Debugger {
    /// Count further how often each instruction was executed, executing `budget` of them at most. `None` when all that is
    /// recorded is counted, else which part of it is.
    pub fn count(&mut self, budget: u64) -> Option<f32> {
        let end = self.history.recorded().steps;
        let mut profile = self.profile.take().unwrap_or_else(|| Profile::new(&self.history));
        let is_done = profile.advance(&mut self.history, budget);
        let part = profile.counted() as f32 / end.max(1) as f32;
        self.profile = Some(profile);
        (!is_done).then_some(part)
    }

    /// The functions that ran, as far as they are counted: those that took the most instructions first.
    #[must_use]
    pub fn hot_functions(&self) -> Vec<HotFunction> {
        let Some(profile) = &self.profile else { return Vec::new() };
        let all = self.program().funcs.iter().zip(0..).map(|(func, index)| HotFunction {
            name: func.name.to_string(),
            is_user: func.is_user,
            calls: profile.count(index, 0),
            steps: profile.in_function(index),
        });
        let mut hot: Vec<HotFunction> = all.filter(|func| func.steps > 0).collect();
        hot.sort_by(|a, b| b.steps.cmp(&a.steps).then_with(|| a.name.cmp(&b.name)));
        hot
    }

    /// How often the lines of the user's source, counted from 1, were executed: the most frequent instruction of each.
    #[must_use]
    pub fn executed_lines(&self) -> Vec<(u32, u64)> {
        let Some(profile) = &self.profile else { return Vec::new() };
        let mut lines: BTreeMap<u32, u64> = BTreeMap::new();
        for (func, index) in self.program().funcs.iter().zip(0..).filter(|(func, _)| func.is_user) {
            for (pc, _) in func.instrs() {
                if let Some(line) = self.line_of(func.origin(pc)) {
                    let count = lines.entry(line).or_default();
                    *count = (*count).max(profile.count(index, pc));
                }
            }
        }
        lines.into_iter().collect()
    }

    /// How often the lines of the panes below the source were executed.
    #[must_use]
    pub fn executed(&self, library: bool) -> Vec<Executed> {
        let (Some(profile), Some(ties)) = (&self.profile, self.ties(library)) else { return Vec::new() };
        let mut panes: BTreeMap<Layer, BTreeMap<u32, u64>> = BTreeMap::new();
        for &(func, pc) in ties.places() {
            let count = profile.count(func, pc);
            for (layer, line) in ties.lines_of((func, pc)) {
                let most = panes.entry(layer).or_default().entry(line).or_default();
                *most = (*most).max(count);
            }
        }
        let executed = |(layer, lines): (Layer, BTreeMap<u32, u64>)| Executed {
            pane: Pane { layer, library },
            lines: lines.into_iter().collect(),
        };
        panes.into_iter().map(executed).collect()
    }

    /// What was on the heap at moments of the recording, ascending: at the ends of the spells in which it was made, thinned out
    /// to [`MAX_HEAP_SAMPLES`].
    #[must_use]
    pub fn heap(&self) -> &[(u64, HeapLeft)] {
        &self.heap
    }

    pub(super) fn sample_heap(&mut self, before: u64) {
        let vm = self.history.vm();
        if vm.steps() == before {
            return;
        }
        self.heap.push((vm.steps(), HeapLeft::read(self.info.heap_counts(), vm.memory())));
        if self.heap.len() > MAX_HEAP_SAMPLES {
            let mut index = 0;
            self.heap.retain(|_| {
                index += 1;
                index % 2 == 0
            });
        }
    }
}
