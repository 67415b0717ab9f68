//! Moments of a run: how they are written, and going to them with the debugger.

use crate::exercise::Moment;
use stair::debugger::{BreakAt, Breakpoint, Calls, Debugger, Progress, Travel, Unit};
use stair::history::Direction::Forward;

/// How many instructions a journey executes before it is asked whether it is over.
const SPELL: u64 = 1 << 20;
/// How often a question can ask for a moment again.
const MAX_NTH: u64 = 10_000;

/// `line 5`, `step 12`, `before 3 of f`, `after 3 of f`, `end`.
pub(crate) fn parse(text: &str, nth: u64) -> Option<Moment> {
    let words: Vec<&str> = text.split_whitespace().collect();
    Some(match words.as_slice() {
        ["line", line] => Moment::Line(line.parse().ok()?, nth),
        ["step", step] => Moment::Step(step.parse().ok()?),
        ["before", pc, "of", function] => Moment::Before(pc.parse().ok()?, (*function).to_owned(), nth),
        ["after", pc, "of", function] => Moment::After(pc.parse().ok()?, (*function).to_owned(), nth),
        ["end"] => Moment::End,
        _ => return None,
    })
}

/// Go somewhere; what there is to remark about where that ended.
pub(crate) fn travel(debugger: &mut Debugger, travel: &Travel) -> String {
    debugger.go(travel);
    loop {
        if let Progress::Arrived(remark) = debugger.advance(SPELL) {
            return remark;
        }
    }
}

/// Go to a moment of a recorded run.
///
/// # Errors
/// In words, if the run has no such moment.
pub(crate) fn go(debugger: &mut Debugger, moment: &Moment) -> Result<(), String> {
    travel(debugger, &Travel::To(0));
    match moment {
        Moment::Step(step) => {
            let last = debugger.history().last();
            if *step > last {
                return Err(format!("the run has only {last} steps"));
            }
            travel(debugger, &Travel::To(*step));
            Ok(())
        }
        Moment::End => {
            let last = debugger.history().last();
            travel(debugger, &Travel::To(last));
            Ok(())
        }
        Moment::Line(line, nth) => {
            let what = format!("line {line} does not begin");
            repeat(debugger, *nth, &what, &Travel::ToLine(*line, Forward))
        }
        Moment::Before(pc, function, nth) => at_instruction(debugger, *pc, function, *nth),
        Moment::After(pc, function, nth) => {
            at_instruction(debugger, *pc, function, *nth)?;
            travel(debugger, &Travel::Step(Unit::Instruction, Calls::Into, Forward));
            Ok(())
        }
    }
}

fn at_instruction(debugger: &mut Debugger, pc: u32, function: &str, nth: u64) -> Result<(), String> {
    let at = BreakAt::Instruction(function.to_owned(), pc);
    let breakpoint = Breakpoint { at, condition: String::new(), enabled: true };
    if let Some(Err(error)) = debugger.set_breakpoints(&[breakpoint]).pop() {
        return Err(error);
    }
    let what = format!("the instruction at {pc} of `{function}` does not run");
    repeat(debugger, nth, &what, &Travel::Run(Forward))
}

fn repeat(debugger: &mut Debugger, nth: u64, what: &str, there: &Travel) -> Result<(), String> {
    if nth > MAX_NTH {
        return Err(format!("`nth` is at most {MAX_NTH}"));
    }
    for time in 0..nth {
        let here = debugger.at();
        let remark = travel(debugger, there);
        if !remark.is_empty() || debugger.at() == here {
            return Err(match time {
                0 => what.to_owned(),
                1 => format!("{what} more than once"),
                times => format!("{what} more than {times} times"),
            });
        }
    }
    Ok(())
}
