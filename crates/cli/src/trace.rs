//! `staircase trace`.

use crate::args::TraceArgs;
use crate::report::{self, Exit};
use serde::Serialize;
use stair::bytecode::disasm::{Lister, Row};
use stair::host::MemoryHost;
use stair::vm::{Event, Status, TypedCell, Vm};

/// One step for programs.
#[derive(Serialize)]
struct JsonStep<'a> {
    step: u64,
    function: &'a str,
    pc: u32,
    instruction: String,
    line: Option<u32>,
    popped: Vec<String>,
    pushed: Vec<String>,
    stack: Vec<String>,
    locals: Vec<(String, String)>,
    depth: usize,
    memory: Option<(u64, u64)>,
    stdout: String,
    stderr: String,
}

/// Print steps of the VM.
pub(crate) fn trace(args: &TraceArgs) -> Result<Exit, Exit> {
    let session = report::accepted(&args.file, args.profile.into())?;
    let failed = |failure| report::failed(&session, &failure);
    let program = session.bytecode().map_err(failed)?.program();
    let mut vm = session.vm_runner().map_err(failed)?.start().map_err(failed)?;
    let mut host = MemoryHost::default();
    vm.run(&mut host, args.from);
    let lister = Lister::new(program);
    let mut listings: Vec<Option<Vec<Row>>> = vec![None; program.funcs.len()];
    let (mut out, mut err) = (host.stdout.len(), host.stderr.len());
    for number in args.from..args.from.saturating_add(args.steps) {
        let Some(step) = vm.step(&mut host) else { break };
        let rows = listings[step.func as usize].get_or_insert_with(|| lister.rows(step.func));
        let row = rows.binary_search_by_key(&step.pc, |row| row.pc).ok().map(|i| &rows[i]);
        let instruction = row.map_or_else(
            || step.instr.mnemonic().to_string(),
            |row| format!("{} {}", row.mnemonic, row.operands).trim_end().to_owned(),
        );
        let span = row.map(|row| row.origin.span).filter(|span| span.is_user());
        let (stdout, stderr) = (written(&host.stdout, &mut out), written(&host.stderr, &mut err));
        let (stack, locals) = innermost(&vm);
        let shown = JsonStep {
            step: number,
            function: &program.funcs[step.func as usize].name,
            pc: step.pc,
            instruction,
            line: span.map(|span| session.sources().line_col(span).line),
            popped: cells(&step.popped),
            pushed: cells(&step.pushed),
            stack,
            locals,
            depth: vm.depth(),
            memory: step.memory.as_ref().map(|m| (m.address, m.len)),
            stdout,
            stderr,
        };
        if args.json {
            report::print_json(&shown)?;
        } else {
            print_step(&shown, step.event);
        }
    }
    if let (Status::Exited(code), false) = (vm.status(), args.json) {
        println!("the program ended after {} steps with exit code {code}", vm.steps());
    }
    Ok(Exit::OK)
}

/// What was written since the last look.
fn written(stream: &[u8], seen: &mut usize) -> String {
    let new = String::from_utf8_lossy(&stream[*seen..]).into_owned();
    *seen = stream.len();
    new
}

fn cells(cells: &[TypedCell]) -> Vec<String> {
    cells.iter().map(|cell| stair::bytecode::value_text(cell.ty, cell.bits)).collect()
}

/// Operand stack and named locals of the running function.
fn innermost(vm: &Vm) -> (Vec<String>, Vec<(String, String)>) {
    let Some(frame) = vm.frames(1).pop() else { return Default::default() };
    let func = &vm.code().verified().program().funcs[frame.func as usize];
    let locals = func.locals.iter().zip(&frame.locals);
    let locals = locals.map(|(local, &bits)| (local.name.to_string(), stair::bytecode::value_text(local.ty, bits)));
    (cells(&frame.stack), locals.collect())
}

fn print_step(step: &JsonStep<'_>, event: Option<Event>) {
    let line = step.line.map_or_else(String::new, |line| format!("line {line}"));
    let indent = "  ".repeat(step.depth.saturating_sub(1).min(20));
    print!("{:>8}  {:<9} {indent}{:<28} [{}]", step.step, line, step.instruction, step.stack.join(" "));
    if let Some(Event::Call(_)) = event {
        print!("  → {}", step.function);
    }
    println!();
    if !step.stdout.is_empty() {
        println!("{:>8}  stdout    {:?}", "", step.stdout);
    }
    if !step.stderr.is_empty() {
        println!("{:>8}  stderr    {:?}", "", step.stderr);
    }
}
