//! The run worker: runs a program once, or times it on every engine.

use std::cell::RefCell;
use std::rc::Rc;

use stair::host::{Errno, Host};
use stair::{Compiler, Failure, Outcome, RunLimits, TreeRunner, VmRunner};
use stair_protocol::{Engine, EngineTiming, ExitReason, Program, RequestId, RunAnswer, RunRequest, Sample, Stream};
use stair_web::outlet::{Outlet, Parcel};
use stair_web::timing::{self, Subject};

use crate::compile::session;
use crate::interop::{Instance, Module, Writer, answer, date, now, random};

/// How many instances of a module are made at a time before they are timed. Each has a memory of its own.
const INSTANCES: u32 = 64;
/// How many times compiling is timed; the median counts.
const COMPILATIONS: usize = 5;

pub(crate) fn serve(compiler: &Compiler, request: RunRequest) {
    match request {
        RunRequest::Run { id, program, engine } => run(compiler, id, &program, engine),
        RunRequest::Time { id, program, engines, budget } => time(compiler, id, &program, &engines, budget),
    }
}

/// A program in the form that an engine takes.
enum Compiled {
    Tree(Box<TreeRunner>),
    Vm(VmRunner),
    Wasm(Vec<u8>),
}

fn compile(compiler: &Compiler, program: &Program, engine: Engine) -> Result<Compiled, Failure> {
    let session = session(compiler, program);
    Ok(match engine {
        Engine::Tree => Compiled::Tree(Box::new(session.tree_runner()?)),
        Engine::Vm => Compiled::Vm(session.vm_runner()?),
        Engine::Wasm => Compiled::Wasm(session.wasm()?.bytes.clone()),
    })
}

fn exit(outcome: Result<Outcome, Failure>) -> ExitReason {
    match outcome {
        Ok(Outcome::Exited(code)) => ExitReason::Code(code),
        Ok(Outcome::OutOfSteps) => ExitReason::Failed("it ran out of steps".to_owned()),
        Err(failure) => ExitReason::Failed(failure.to_string()),
    }
}

fn run(compiler: &Compiler, id: RequestId, program: &Program, engine: Engine) {
    let start = now();
    let compiled = match compile(compiler, program, engine) {
        Ok(compiled) => compiled,
        Err(Failure::Rejected) => return answer(&RunAnswer::Rejected { id }),
        Err(failure) => {
            let reason = ExitReason::Failed(failure.to_string());
            return answer(&RunAnswer::Exited { id, reason, compile: now() - start, run: 0.0 });
        }
    };
    let host = PageHost { id, outlet: Rc::default() };
    // What the browser does to make a module runnable belongs to compiling it.
    let (reason, started) = match compiled {
        Compiled::Tree(runner) => {
            let started = now();
            (exit(runner.run(&mut host.clone(), RunLimits::default())), started)
        }
        Compiled::Vm(runner) => {
            let started = now();
            (exit(runner.run(&mut host.clone(), RunLimits::default())), started)
        }
        Compiled::Wasm(bytes) => {
            let mut output = host.clone();
            let writer = Writer::new(move |fd, bytes: Vec<u8>| output.print(fd, &bytes));
            let instance = Module::new(&bytes).and_then(|module| module.instantiate(&writer));
            let started = now();
            let ended = instance.and_then(|instance| instance.run(&writer));
            (ended.map_or_else(ExitReason::Failed, ExitReason::Code), started)
        }
    };
    let ended = now();
    host.finish();
    answer(&RunAnswer::Exited { id, reason, compile: started - start, run: ended - started });
}

/// The world as a program in the page finds it: output goes to the page, input is empty.
#[derive(Clone)]
struct PageHost {
    id: RequestId,
    outlet: Rc<RefCell<Outlet>>,
}

impl PageHost {
    fn print(&mut self, fd: u32, bytes: &[u8]) {
        let stream = if fd == 2 { Stream::Stderr } else { Stream::Stdout };
        let id = self.id;
        self.outlet.borrow_mut().print(stream, bytes, now(), &mut |parcel| send(id, parcel));
    }

    fn finish(&self) {
        self.outlet.borrow_mut().finish(&mut |parcel| send(self.id, parcel));
    }
}

fn send(id: RequestId, parcel: Parcel) {
    answer(&match parcel {
        Parcel::Text(stream, text) => RunAnswer::Output { id, stream, text },
        Parcel::Withheld(bytes) => RunAnswer::Withheld { id, bytes },
    });
}

impl Host for PageHost {
    fn write(&mut self, fd: u32, bytes: &[u8]) -> Result<(), Errno> {
        self.print(fd, bytes);
        Ok(())
    }

    fn read(&mut self, _: &mut [u8]) -> Result<usize, Errno> {
        Ok(0)
    }

    fn clock(&mut self, id: u32) -> Result<u64, Errno> {
        clock(id)
    }

    fn random(&mut self, buffer: &mut [u8]) -> Result<(), Errno> {
        random(buffer);
        Ok(())
    }
}

/// Nanoseconds of a WASI clock.
pub(crate) fn clock(id: u32) -> Result<u64, Errno> {
    match id {
        0 => Ok((date() * 1e6) as u64),
        1 => Ok((now() * 1e6) as u64),
        _ => Err(Errno::Inval),
    }
}

/// A host for timed runs: like [`PageHost`], but what is printed goes nowhere.
struct QuietHost;

impl Host for QuietHost {
    fn write(&mut self, _: u32, _: &[u8]) -> Result<(), Errno> {
        Ok(())
    }

    fn read(&mut self, _: &mut [u8]) -> Result<usize, Errno> {
        Ok(0)
    }

    fn clock(&mut self, id: u32) -> Result<u64, Errno> {
        clock(id)
    }

    fn random(&mut self, buffer: &mut [u8]) -> Result<(), Errno> {
        random(buffer);
        Ok(())
    }
}

fn time(compiler: &Compiler, id: RequestId, program: &Program, engines: &[Engine], budget: f64) {
    // The compiler, too, is faster once the browser has warmed to it; this keeps the first engine from paying for all.
    for &engine in engines {
        if let Err(Failure::Rejected) = compile(compiler, program, engine) {
            return answer(&RunAnswer::Rejected { id });
        }
    }
    let resolution = timing::resolution(&mut now);
    for &engine in engines {
        answer(&RunAnswer::Progress { id, engine, part: 0.0 });
        let timing = time_engine(compiler, id, program, engine, resolution, budget);
        answer(&RunAnswer::Timed { id, engine, timing });
    }
    answer(&RunAnswer::TimingDone { id, resolution });
}

fn time_engine(
    compiler: &Compiler,
    id: RequestId,
    program: &Program,
    engine: Engine,
    resolution: f64,
    budget: f64,
) -> Result<EngineTiming, String> {
    let mut compile_times = Vec::new();
    let mut compiled = None;
    for _ in 0..COMPILATIONS {
        let start = now();
        compiled = Some(compile(compiler, program, engine).map_err(|failure| failure.to_string())?);
        compile_times.push((now() - start) * 1e6);
    }
    let Some(compiled) = compiled else { return Err("nothing was compiled".to_owned()) };

    let start = now();
    let mut subject = EngineSubject::new(compiled)?;
    let instantiate = (now() - start) * 1e6;
    let mut last_report = now();
    let mut watch = |part: f64, sample: Option<Sample>| {
        if let Some(sample) = sample {
            answer(&RunAnswer::Sampled { id, engine, sample });
        }
        if now() - last_report > 50.0 {
            last_report = now();
            answer(&RunAnswer::Progress { id, engine, part });
        }
    };
    let found = timing::measure(&mut subject, &mut now, resolution, budget, &mut watch)?;
    Ok(EngineTiming {
        compile: timing::summarise(compile_times).median,
        instantiate,
        first_run: found.first_run,
        first_samples: found.first_samples,
        warm_up_runs: found.warm_up_runs,
        batch: found.batch,
        samples: found.samples,
        steady: found.steady,
    })
}

/// A program that an engine can run any number of times.
enum EngineSubject {
    Tree(Box<TreeRunner>),
    Vm(VmRunner),
    Wasm { module: Module, writer: Writer, ready: Vec<Instance> },
}

impl EngineSubject {
    fn new(compiled: Compiled) -> Result<Self, String> {
        Ok(match compiled {
            Compiled::Tree(runner) => Self::Tree(runner),
            Compiled::Vm(runner) => Self::Vm(runner),
            Compiled::Wasm(bytes) => {
                let module = Module::new(&bytes)?;
                let writer = Writer::discard();
                let ready = vec![module.instantiate(&writer)?];
                Self::Wasm { module, writer, ready }
            }
        })
    }
}

fn over(outcome: Result<Outcome, Failure>) -> Result<(), String> {
    match exit(outcome) {
        ExitReason::Code(_) => Ok(()),
        ExitReason::Failed(reason) => Err(reason),
    }
}

impl Subject for EngineSubject {
    fn prepare(&mut self, runs: u32) -> Result<u32, String> {
        let Self::Wasm { module, writer, ready } = self else { return Ok(runs) };
        let wanted = runs.clamp(1, INSTANCES) as usize;
        while ready.len() < wanted {
            ready.push(module.instantiate(writer)?);
        }
        Ok(wanted as u32)
    }

    fn run(&mut self) -> Result<(), String> {
        match self {
            Self::Tree(runner) => over(runner.run(&mut QuietHost, RunLimits::default())),
            Self::Vm(runner) => over(runner.run(&mut QuietHost, RunLimits::default())),
            Self::Wasm { writer, ready, .. } => match ready.pop() {
                Some(instance) => instance.run(writer).map(|_| ()),
                None => Err("no instance was ready".to_owned()),
            },
        }
    }
}
