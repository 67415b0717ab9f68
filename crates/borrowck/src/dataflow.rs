//! Which events may have happened last, at each point: a forward analysis on sets of events, to a fixed point.

use crate::flow::{Flow, OpKind};
use crate::place::MovePath;
use stair_sema::ids::LocalId;
use stair_source::Span;

/// Something that later operations may have to know of.
#[derive(Debug)]
pub(crate) struct Event {
    /// The variable or part that it is about.
    pub path: MovePath,
    /// Where it happens.
    pub span: Span,
    /// What.
    pub kind: EventKind,
}

/// The kinds of event.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum EventKind {
    /// The variable has no value yet.
    Declared,
    /// The value was moved away; the flag: by a binding.
    Moved { binding: bool },
    /// The variable was given a value (tracked for whole variables, to find second assignments).
    Assigned,
}

/// The events that may have happened and still count, by number; or what else is numbered.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct State(Vec<u64>);

impl State {
    /// The empty set, with room for so many.
    pub(crate) fn none_of(count: usize) -> Self {
        Self(vec![0; count.div_ceil(64)])
    }

    pub(crate) fn contains(&self, event: usize) -> bool {
        self.0[event / 64] >> (event % 64) & 1 != 0
    }

    pub(crate) fn insert(&mut self, event: usize) {
        self.0[event / 64] |= 1 << (event % 64);
    }

    pub(crate) fn remove(&mut self, event: usize) {
        self.0[event / 64] &= !(1 << (event % 64));
    }

    /// The events in the set, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.0
            .iter()
            .enumerate()
            .flat_map(|(i, &word)| (0..64).filter(move |b| word >> b & 1 != 0).map(move |b| i * 64 + b))
    }

    /// Add the other's events; whether any was new.
    fn union(&mut self, other: &Self) -> bool {
        let mut changed = false;
        for (mine, theirs) in self.0.iter_mut().zip(&other.0) {
            changed |= *theirs & !*mine != 0;
            *mine |= theirs;
        }
        changed
    }
}

/// The state at each block's start, from that at the first one's: what holds on some way that leads there. `pass` is what a block
/// does to a state. `None` for blocks that are never reached.
pub(crate) fn solve(flow: &Flow, start: State, mut pass: impl FnMut(usize, &mut State)) -> Vec<Option<State>> {
    let mut entry = vec![None; flow.blocks.len()];
    entry[0] = Some(start);
    let mut work = vec![0];
    while let Some(block) = work.pop() {
        let Some(mut state) = entry[block].clone() else { continue };
        pass(block, &mut state);
        for &successor in &flow.blocks[block].successors {
            let changed = match &mut entry[successor] {
                Some(known) => known.union(&state),
                unknown => {
                    *unknown = Some(state.clone());
                    true
                }
            };
            if changed {
                work.push(successor);
            }
        }
    }
    entry
}

/// The analysis of a graph.
pub(crate) struct Analysis {
    pub events: Vec<Event>,
    /// For each block and operation the event that it is, if any.
    event_of: Vec<Vec<Option<usize>>>,
    /// For each variable the events about it or its parts.
    by_local: Vec<Vec<usize>>,
    /// The state at each block's start; `None` for blocks that are never reached.
    pub entry: Vec<Option<State>>,
}

impl Analysis {
    pub(crate) fn new(flow: &Flow, locals: usize) -> Self {
        let mut analysis =
            Self { events: Vec::new(), event_of: Vec::new(), by_local: vec![Vec::new(); locals], entry: Vec::new() };
        for block in &flow.blocks {
            let events = block.ops.iter().map(|op| analysis.event(op)).collect();
            analysis.event_of.push(events);
        }
        let start = State::none_of(analysis.events.len());
        analysis.entry = solve(flow, start, |block, state| {
            for (i, op) in flow.blocks[block].ops.iter().enumerate() {
                analysis.apply(block, i, op, state);
            }
        });
        analysis
    }

    fn event(&mut self, op: &crate::flow::Op) -> Option<usize> {
        let kind = match op.kind {
            OpKind::Declare => EventKind::Declared,
            OpKind::Move { binding } if op.place.is_tracked() => EventKind::Moved { binding },
            OpKind::Assign | OpKind::Init if op.place.steps.is_empty() => EventKind::Assigned,
            _ => return None,
        };
        let path = op.place.move_path()?;
        let index = self.events.len();
        self.by_local[path.local.index()].push(index);
        self.events.push(Event { path, span: op.span, kind });
        Some(index)
    }

    /// What an operation does to the state.
    pub(crate) fn apply(&self, block: usize, index: usize, op: &crate::flow::Op, state: &mut State) {
        let path = op.place.move_path();
        match (op.kind, &path) {
            (OpKind::Declare, Some(path)) => {
                for &event in &self.by_local[path.local.index()] {
                    state.remove(event);
                }
            }
            (OpKind::Assign | OpKind::Init, Some(path)) if op.place.is_tracked() => {
                for &event in &self.by_local[path.local.index()] {
                    let Event { path: other, kind, .. } = &self.events[event];
                    if *kind != EventKind::Assigned && path.contains(other) {
                        state.remove(event);
                    }
                }
            }
            _ => {}
        }
        if let Some(event) = self.event_of[block][index] {
            state.insert(event);
        }
    }

    /// The events of one of these kinds in the state that concern the place: they are about it, a part of it, or the
    /// whole that it is a part of.
    pub(crate) fn concerning<'a>(
        &'a self,
        state: &'a State,
        path: &'a MovePath,
        wanted: impl Fn(EventKind) -> bool + 'a,
    ) -> impl Iterator<Item = &'a Event> + 'a {
        state
            .iter()
            .map(|i| &self.events[i])
            .filter(move |event| wanted(event.kind) && (event.path.contains(path) || path.contains(&event.path)))
    }

    /// Whether a variable may already have a value, and where it got it.
    pub(crate) fn assigned(&self, state: &State, local: LocalId) -> Option<&Event> {
        state
            .iter()
            .map(|i| &self.events[i])
            .find(|event| event.kind == EventKind::Assigned && event.path.local == local)
    }
}
