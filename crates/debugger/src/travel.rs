//! From one moment to another.

use crate::stops::user_stops;
use crate::{Debugger, Pane};
use stair_history::{Direction, Found, Search};
use stair_vm::{Stops, Vm};
use std::sync::Arc;

/// How large a step is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Unit {
    /// To the next expression of the user's own code.
    Expression,
    /// To the next line of the user's own code.
    #[default]
    Line,
    /// To the next instruction, the library's included.
    Instruction,
    /// To the next call of one of the user's own functions.
    Call,
}

impl Unit {
    /// Every unit.
    pub const ALL: [Self; 4] = [Self::Expression, Self::Line, Self::Instruction, Self::Call];
}

/// What a step does at calls.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Calls {
    /// Goes into them.
    #[default]
    Into,
    /// Passes over them.
    Over,
    /// Goes on until the running function has returned; backwards, until before it was called.
    Out,
}

/// Where to go.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Travel {
    /// To a moment by its number; to the last one if there are not so many, which is said unless the number is [`u64::MAX`].
    To(u64),
    /// To the first moment of the user's own code.
    ToBeginning,
    /// By one step.
    Step(Unit, Calls, Direction),
    /// To the next breakpoint or change of what is watched, else to the end or the beginning of the recording.
    Run(Direction),
    /// To the next moment at which a line of the source, counted from 1, begins.
    ToLine(u32, Direction),
    /// To the next moment at which a line of a pane, counted from 0, runs.
    ToPaneLine(Pane, u32, Direction),
    /// To the instruction that printed a byte: of standard output (0) or standard error (1), and its index.
    ToOutput(usize, u64),
    /// To the panic that ended the run, at the instruction of the user's own code that caused it.
    ToPanic,
}

/// How a journey stands.
#[derive(Clone, PartialEq, Debug)]
pub enum Progress {
    /// It is over; what there is to say about where it ended, if that is not where it was to end. Empty otherwise.
    Arrived(String),
    /// It goes on; this part of the way, from 0 to 1, is behind.
    OnTheWay(f32),
}

/// A journey under way.
pub(crate) enum Journey {
    /// To a known moment, and what to say there.
    To(u64, String),
    /// To what a search finds, or else to a moment with a remark.
    Search { search: Search, or_else: u64, remark: String },
    /// To the instruction that printed a byte, which is one of these.
    Output { stream: usize, index: u64, first: u64, last: u64 },
}

impl Debugger {
    /// Set out. A journey under way is given up.
    pub fn go(&mut self, travel: &Travel) {
        let here = self.at;
        let stay = |remark: &str| Journey::To(here, remark.to_owned());
        let journey = match *travel {
            Travel::To(step) => {
                let last = self.history.last();
                let is_missing = step > last && step != u64::MAX;
                let remark = if is_missing { "The recording has no more moments." } else { "" };
                Journey::To(step.min(last), remark.to_owned())
            }
            Travel::ToBeginning => {
                let stops = self.stops(Unit::Call);
                let search = Search::new(0, Direction::Forward, stops, usize::MAX, Box::new(|_| true));
                Journey::Search { search, or_else: 0, remark: String::new() }
            }
            Travel::Step(unit, calls, direction) => self.step(unit, calls, direction),
            Travel::Run(direction) => {
                let (or_else, remark) = match direction {
                    Direction::Forward => (self.history.last(), "No breakpoint later on: this is the end."),
                    Direction::Back => (0, "No breakpoint before: this is the beginning."),
                };
                match &self.breakpoints {
                    Some(breakpoints) => {
                        let search = breakpoints.search(here, direction);
                        Journey::Search { search, or_else, remark: remark.to_owned() }
                    }
                    None => Journey::To(or_else, String::new()),
                }
            }
            Travel::ToLine(line, direction) => {
                let stops = user_stops(self.history.vm().code(), |func| Some(self.line_starts(func, line)));
                self.search(direction, stops, format!("Line {line} {}.", does_not_run(direction)))
            }
            Travel::ToPaneLine(pane, line, direction) => match self.pane_line_stops(pane, line) {
                Ok(stops) => self.search(direction, stops, format!("That line {}.", does_not_run(direction))),
                Err(remark) => stay(&remark),
            },
            Travel::ToOutput(stream, index) => {
                let printed = self.history.printed_in_all().get(stream).copied().unwrap_or(0);
                if index < printed {
                    Journey::Output { stream, index, first: 0, last: self.history.last() }
                } else {
                    stay("The program has not printed that.")
                }
            }
            Travel::ToPanic => match self.panic_frame() {
                None => stay("The run did not end by a panic."),
                Some((func, pc, depth)) => {
                    let wanted = move |other: u32| Some(if other == func { vec![pc] } else { Vec::new() });
                    let stops = Arc::new(Stops::new(self.history.vm().code(), wanted));
                    let end = self.history.recorded().steps;
                    let is_it = move |vm: &Vm| vm.depth() == depth;
                    let search = Search::new(end, Direction::Back, stops, depth, Box::new(is_it));
                    Journey::Search { search, or_else: here, remark: String::new() }
                }
            },
        };
        self.set_out(journey);
    }

    /// Set out on a journey. One under way is given up.
    pub(crate) fn set_out(&mut self, journey: Journey) {
        self.journey = Some(journey);
    }

    /// A search from here, or to stay here with a remark.
    fn search(&self, direction: Direction, stops: Stops, remark: String) -> Journey {
        let search = Search::new(self.at, direction, Arc::new(stops), usize::MAX, Box::new(|_| true));
        Journey::Search { search, or_else: self.at, remark }
    }

    fn step(&mut self, unit: Unit, calls: Calls, direction: Direction) -> Journey {
        let here = self.at;
        let (end, last, remark) = match direction {
            Direction::Forward => (self.history.last(), self.history.last(), "The end of the recording."),
            Direction::Back => (0, 0, "The beginning of the program."),
        };
        if here == end {
            return Journey::To(here, remark.to_owned());
        }
        if (unit, calls) == (Unit::Instruction, Calls::Into) {
            let to = if direction == Direction::Forward { here + 1 } else { here - 1 };
            return Journey::To(to, String::new());
        }
        let own_depth = self.own_depth();
        self.history.seek(here);
        let depth = self.history.vm().depth();
        let (stops, max_depth) = match calls {
            Calls::Into => (self.stops(unit), usize::MAX),
            // Before the user's first function is called, and after it has returned, a step over ends where it does while that one
            // runs: what it calls, a destructor at its last brace as well, is passed over from either side.
            Calls::Over => (self.stops(unit), depth.max(own_depth)),
            Calls::Out if unit == Unit::Instruction => (self.stops(unit), depth.saturating_sub(1)),
            Calls::Out => (self.own_stops(), depth.saturating_sub(1)),
        };
        let search = Search::new(here, direction, stops, max_depth, Box::new(|_| true));
        Journey::Search { search, or_else: last, remark: remark.to_owned() }
    }

    /// How many functions are running where the user's first function begins.
    fn own_depth(&mut self) -> usize {
        if self.own_depth == 0 {
            let stops = self.own_stops();
            let mut search = Search::new(0, Direction::Forward, stops, usize::MAX, Box::new(|_| true));
            let found = search.advance(&mut self.history, u64::MAX);
            self.own_depth = if matches!(found, Found::At(_)) { self.history.vm().depth() } else { 1 };
        }
        self.own_depth
    }

    /// Carry on with the journey, executing about `budget` instructions at most. Without one, it is over.
    pub fn advance(&mut self, budget: u64) -> Progress {
        let Some(mut journey) = self.journey.take() else { return Progress::Arrived(String::new()) };
        match &mut journey {
            Journey::To(to, remark) => {
                if self.history.seek_within(*to, budget) {
                    self.at = self.history.vm().steps();
                    return Progress::Arrived(std::mem::take(remark));
                }
                self.journey = Some(journey);
                Progress::OnTheWay(0.0)
            }
            Journey::Search { search, or_else, remark } => match search.advance(&mut self.history, budget) {
                Found::At(moment) => {
                    self.at = moment;
                    Progress::Arrived(String::new())
                }
                Found::Nothing => {
                    self.journey = Some(Journey::To(*or_else, std::mem::take(remark)));
                    self.advance(budget)
                }
                Found::NotYet(part) => {
                    self.journey = Some(journey);
                    Progress::OnTheWay(part)
                }
            },
            Journey::Output { stream, index, first, last } => {
                // The last moment before which the byte has not been printed, by bisection.
                if *first == *last {
                    let to = *first;
                    self.journey = Some(Journey::To(to, String::new()));
                    return self.advance(budget);
                }
                let middle = *first + (*last - *first).div_ceil(2);
                if self.history.seek_within(middle, budget) {
                    if self.history.printed()[*stream] <= *index {
                        *first = middle;
                    } else {
                        *last = middle - 1;
                    }
                }
                self.journey = Some(journey);
                Progress::OnTheWay(0.5)
            }
        }
    }

    /// Give the journey up. The moment that is looked at stays as it is.
    pub fn give_up(&mut self) {
        self.journey = None;
    }
}

fn does_not_run(direction: Direction) -> &'static str {
    match direction {
        Direction::Forward => "does not run later on",
        Direction::Back => "has not run before",
    }
}
