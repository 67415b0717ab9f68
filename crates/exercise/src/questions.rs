//! Questions: their answers, found by compiling and running, and whether one given is right.

use crate::checks::record;
use crate::compose::PROGRAM_NAME;
use crate::exercise::{Ask, Exercise, Moment, Question};
use crate::moment::{go, travel};
use crate::probe::{Probe, size_of};
use crate::run::{End, run};
use stair::bytecode::value_text;
use stair::debugger::{Calls, Debugger, Travel, Unit};
use stair::history::Direction::Forward;
use stair::source::Kind;
use stair::{Compiler, Profile, Session};

/// The longest answer, in bytes.
const MAX_ANSWER_BYTES: usize = 64 << 10;

/// The answer to a question.
///
/// # Errors
/// In words, if there is none: the author's fault.
pub(crate) fn answer(compiler: &Compiler, exercise: &Exercise, question: &Question) -> Result<String, String> {
    let block = exercise.program(&question.program.text).ok_or_else(|| match question.program.text.as_str() {
        "" => "there is no program that this could be about".to_owned(),
        name => format!("there is no program `{name}`"),
    })?;
    let text = block.code.text();
    let session = Session::new(compiler, PROGRAM_NAME, text, question.profile);
    let first = session.diagnostics().first();
    if let (Ask::Accepted | Ask::Code, Some(error)) = (&question.ask, first)
        && error.code.kind() == Kind::OutsideSubset
    {
        return Err(format!("Staircase cannot tell: {}", error.message));
    }
    match (&question.ask, first) {
        (Ask::Accepted, error) => return Ok(if error.is_none() { "yes" } else { "no" }.to_owned()),
        (Ask::Code, error) => return Ok(error.map_or("none", |error| error.code.as_str()).to_owned()),
        (_, Some(error)) => return Err(format!("its program is not accepted: {}", error.message)),
        (_, None) => {}
    }
    let max_steps = exercise.max_steps;
    let recorded = |session| record(session, &question.stdin, max_steps);
    let at = |session, moment: &Moment| -> Result<(Debugger, Vec<u8>), String> {
        let (mut debugger, stdout) = recorded(session)?;
        go(&mut debugger, moment)?;
        Ok((debugger, stdout))
    };
    match &question.ask {
        Ask::StackTop(moment) => {
            let (mut debugger, _) = at(session, moment)?;
            let top = debugger.moment().frames.first().and_then(|frame| frame.stack.last().copied());
            let top = top.ok_or("the operand stack is empty there")?;
            Ok(value_text(top.ty, top.bits))
        }
        Ask::Value(value, moment) => at(session, moment)?.0.evaluate(value).map_err(|error| match question.profile {
            Profile::Debug => error,
            Profile::Release => format!("{error} (the release profile does not keep every variable)"),
        }),
        Ask::Printed(moment) => {
            let (mut debugger, stdout) = at(session, moment)?;
            let printed = usize::try_from(debugger.moment().printed[0]).unwrap_or(usize::MAX).min(stdout.len());
            if printed > MAX_ANSWER_BYTES {
                return Err(format!("the program prints more than {MAX_ANSWER_BYTES} bytes"));
            }
            Ok(String::from_utf8_lossy(&stdout[..printed]).into_owned())
        }
        Ask::Line(moment) => line(&mut at(session, moment)?.0),
        Ask::NextLine(moment) => {
            let (mut debugger, _) = at(session, moment)?;
            let remark = travel(&mut debugger, &Travel::Step(Unit::Line, Calls::Into, Forward));
            if remark.is_empty() {
                line(&mut debugger)
            } else {
                Err("no line of the program runs after that".to_owned())
            }
        }
        Ask::NextOperation(moment) => {
            let next = at(session, moment)?.0.moment().next.ok_or("nothing runs after that")?;
            Ok(next.step.instr.mnemonic().to_string())
        }
        Ask::Times(wanted) => {
            if *wanted == 0 || *wanted as usize > text.lines().count() {
                return Err(format!("the program has no line {wanted}"));
            }
            let (mut debugger, _) = recorded(session)?;
            while debugger.count(u64::MAX).is_some() {}
            let lines = debugger.executed_lines();
            let count = lines.iter().find(|(line, _)| line == wanted).map(|(_, count)| *count);
            count
                .map(|count| count.to_string())
                .ok_or_else(|| format!("line {wanted} has nothing that could be executed"))
        }
        Ask::Instructions(function) => Ok(Probe::new(&session, function)?.bytecode_instructions()?.to_string()),
        Ask::SizeOf(ty) => size_of(compiler, text, ty, max_steps).map(|size| size.to_string()),
        Ask::Ends => {
            let ran =
                run(&session, exercise.engine, &question.stdin, max_steps).map_err(|failure| failure.to_string())?;
            match ran.end {
                End::Exited(code) => Ok(code.to_string()),
                End::Panicked(_) => Ok("panic".to_owned()),
                End::OutOfSteps(steps) => Err(format!("the run does not end within {steps} steps")),
            }
        }
        Ask::Accepted | Ask::Code => Err("this is answered without a run".to_owned()),
    }
}

fn line(debugger: &mut Debugger) -> Result<String, String> {
    let line = debugger.moment().line.ok_or("no line of the program runs there")?;
    Ok(line.to_string())
}

/// Whether what was given says the same as the answer: blanks around it, `_` in numbers and quotes around a text do not matter.
pub(crate) fn is_right(question: &Question, answer: &str, given: &str) -> bool {
    let (answer, given) = (answer.trim(), given.trim());
    if answer == given {
        return true;
    }
    let plain = |text: &str| text.replace('_', "").parse::<i128>().ok();
    if let (Some(one), Some(other)) = (plain(answer), plain(given)) {
        return one == other;
    }
    let unquoted = |text: &str| {
        let inner = |quote: char| text.strip_prefix(quote).and_then(|text| text.strip_suffix(quote)).map(str::to_owned);
        inner('"').or_else(|| inner('\''))
    };
    match question.ask {
        Ask::Accepted | Ask::Code | Ask::NextOperation(_) | Ask::Ends => answer.eq_ignore_ascii_case(given),
        Ask::Value(..) => unquoted(answer).as_deref() == Some(given),
        Ask::Printed(_) => {
            let lines = |text: &str| text.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>();
            lines(answer) == lines(given)
        }
        _ => false,
    }
}
