//! The run worker: runs a program once, or times it on every engine.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use stair::history::Transcript;
use stair::host::{Errno, Host, MemoryHost};
use stair::vm::{Status, Vm};
use stair::{Compiler, Failure, Outcome, RunLimits, TreeRunner, VmRunner};
use stair_protocol::{
    Counts, Engine, EngineTiming, ExitReason, Outputs, Program, RequestId, RunAnswer, RunRequest, Sample, Stream,
};
use stair_web::input::Input;
use stair_web::outlet::{Outlet, Parcel};
use stair_web::quiet::QuietHost;
use stair_web::timing::{self, Subject};

use crate::compile::session;
use crate::interop::{Instance, Module, WORLD, Writer, answer, now};
use crate::reader;

/// How many instances of a module are made at a time before they are timed. Each has a memory of its own.
const INSTANCES: u32 = 64;
/// How many times compiling is timed; the median counts.
const COMPILATIONS: usize = 5;

/// After how many instructions a run on the VM is paused.
const VM_BUDGET: u64 = 1_000_000_000;
/// After how many calls and rounds of loops one on the tree walker is paused for the first time; then after twice as many.
const TREE_BUDGET: u64 = 20_000_000;

/// The run worker: the compiler, and the run that is paused.
pub(crate) struct Runner {
    compiler: Compiler,
    paused: Option<Paused>,
}

/// A run that can go on.
struct Paused {
    host: PageHost,
    /// Milliseconds that compiling and running took so far.
    compile: f64,
    run: f64,
    steps: u64,
    machine: Machine,
}

enum Machine {
    Vm(Box<Vm>),
    /// The tree walker keeps its state on the stack of this thread and cannot put it aside: it goes on by doing again what it
    /// did, of which only what is new is shown.
    Tree(Box<TreeRunner>, Transcript),
}

impl Runner {
    pub(crate) fn new() -> Self {
        Self { compiler: Compiler::new(), paused: None }
    }

    pub(crate) fn serve(&mut self, request: RunRequest) {
        match request {
            RunRequest::Run { id, program, stdin, engine } => {
                self.paused = None;
                self.run(id, &program, Input::new(&stdin), engine);
            }
            RunRequest::Continue { id } => {
                if let Some(paused) = self.paused.take() {
                    paused.host.id.set(id);
                    self.go_on(id, paused);
                }
            }
            RunRequest::Count { id, programs, stdin, budget } => {
                self.paused = None;
                let [left, right] =
                    [0, 1].map(|side| count(&self.compiler, &programs[side], Input::new(&stdin), budget));
                let outputs = Outputs::of([&left.1.stdout, &left.1.stderr], [&right.1.stdout, &right.1.stderr]);
                answer(&RunAnswer::Counted { id, counts: [left.0, right.0], outputs });
            }
            RunRequest::Time { id, program, stdin, engines, budget } => {
                self.paused = None;
                time(&self.compiler, id, &program, &Input::new(&stdin), &engines, budget);
            }
            RunRequest::Grade { id, sealed, given, reveal } => {
                self.paused = None;
                let solved = reader::grade(&self.compiler, &sealed, given, reveal, &mut |of, judgement| {
                    answer(&RunAnswer::Judged { id, of, judgement });
                });
                answer(&RunAnswer::Graded { id, solved });
            }
        }
    }

    fn run(&mut self, id: RequestId, program: &Program, input: Input, engine: Engine) {
        let start = now();
        let failed = |failure: &Failure| {
            let reason = ExitReason::Failed(failure.to_string());
            answer(&RunAnswer::Exited { id, reason, has_read: false, compile: now() - start, run: 0.0 });
        };
        let compiled = match compile(&self.compiler, program, engine) {
            Ok(compiled) => compiled,
            Err(Failure::Rejected) => return answer(&RunAnswer::Rejected { id }),
            Err(failure) => return failed(&failure),
        };
        let host = PageHost { id: Rc::new(Cell::new(id)), outlet: Rc::default(), input: Rc::new(RefCell::new(input)) };
        let machine = match compiled {
            Compiled::Tree(runner) => Machine::Tree(runner, Transcript::default()),
            Compiled::Vm(runner) => match runner.start() {
                Ok(vm) => Machine::Vm(Box::new(vm)),
                Err(failure) => return failed(&failure),
            },
            Compiled::Wasm(bytes) => return run_module(id, &bytes, &host, start),
        };
        self.go_on(id, Paused { host, compile: now() - start, run: 0.0, steps: 0, machine });
    }

    /// Runs until the program ends or has used up its budget.
    fn go_on(&mut self, id: RequestId, mut paused: Paused) {
        let start = now();
        let outcome = match &mut paused.machine {
            Machine::Vm(vm) => {
                let status = vm.run(&mut paused.host.clone(), VM_BUDGET);
                paused.steps = vm.steps();
                Ok(match status {
                    Status::Exited(code) => Outcome::Exited(code),
                    Status::Paused => Outcome::OutOfSteps,
                })
            }
            Machine::Tree(runner, transcript) => {
                paused.steps = (2 * paused.steps).max(TREE_BUDGET);
                let limits = RunLimits { max_steps: Some(paused.steps), ..RunLimits::default() };
                runner.run(&mut transcript.replay(&mut paused.host.clone()), limits)
            }
        };
        paused.run += now() - start;
        let (compile, run) = (paused.compile, paused.run);
        if outcome == Ok(Outcome::OutOfSteps) {
            paused.host.flush();
            answer(&RunAnswer::Paused { id, steps: paused.steps, run });
            self.paused = Some(paused);
        } else {
            paused.host.finish();
            let has_read = paused.host.input.borrow().was_asked();
            answer(&RunAnswer::Exited { id, reason: exit(outcome), has_read, compile, run });
        }
    }
}

/// Runs a module to its end; only ending the worker stops it earlier. What the browser does to make it runnable belongs to
/// compiling it.
fn run_module(id: RequestId, bytes: &[u8], host: &PageHost, start: f64) {
    let mut output = host.clone();
    let writer = Writer::new(move |fd, bytes: Vec<u8>| output.print(fd, &bytes));
    let instance = Module::new(bytes).and_then(|module| module.instantiate(&writer, host.input.borrow().bytes()));
    let started = now();
    let ended = instance.as_ref().map_err(Clone::clone).and_then(|instance| instance.run(&writer));
    let reason = ended.map_or_else(ExitReason::Failed, ExitReason::Code);
    let run = now() - started;
    host.finish();
    let has_read = instance.is_ok_and(|instance| instance.has_read());
    answer(&RunAnswer::Exited { id, reason, has_read, compile: started - start, run });
}

/// Runs a program on the VM for at most `budget` instructions and counts; what it printed is in the host.
fn count(compiler: &Compiler, program: &Program, input: Input, budget: u64) -> (Result<Counts, String>, MemoryHost) {
    let mut host = CountedHost { output: MemoryHost::default(), input };
    let mut counted = || -> Result<Counts, Failure> {
        let session = session(compiler, program);
        let size = session.size()?;
        let limits = RunLimits { max_steps: Some(budget), ..RunLimits::default() };
        let counted = session.vm_runner()?.run_counted(&mut host, limits)?;
        Ok(Counts {
            exit: match counted.outcome {
                Outcome::Exited(code) => Some(code),
                Outcome::OutOfSteps => None,
            },
            steps: counted.steps,
            allocations: counted.heap.allocations,
            ir: [size.ir.own, size.ir.all],
            bytecode: [size.bytecode.own, size.bytecode.all],
            wasm: size.wasm,
        })
    };
    let counts = counted().map_err(|failure| match failure {
        Failure::Rejected => "the program has errors".to_owned(),
        failure => failure.to_string(),
    });
    (counts, host.output)
}

/// A host for runs that are counted: it keeps what is printed, and is otherwise the same every time.
struct CountedHost {
    output: MemoryHost,
    input: Input,
}

impl Host for CountedHost {
    fn write(&mut self, fd: u32, bytes: &[u8]) -> Result<(), Errno> {
        self.output.write(fd, bytes)
    }

    fn read(&mut self, buffer: &mut [u8]) -> Result<usize, Errno> {
        Ok(self.input.read(buffer))
    }

    fn clock(&mut self, id: u32) -> Result<u64, Errno> {
        self.output.clock(id)
    }

    fn random(&mut self, buffer: &mut [u8]) -> Result<(), Errno> {
        self.output.random(buffer)
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

/// The world as a program in the page finds it: output goes to the page, input comes from it.
#[derive(Clone)]
struct PageHost {
    /// The request that is being answered.
    id: Rc<Cell<RequestId>>,
    outlet: Rc<RefCell<Outlet>>,
    input: Rc<RefCell<Input>>,
}

impl PageHost {
    fn print(&mut self, fd: u32, bytes: &[u8]) {
        let stream = if fd == 2 { Stream::Stderr } else { Stream::Stdout };
        let id = self.id.get();
        self.outlet.borrow_mut().print(stream, bytes, now(), &mut |parcel| send(id, parcel));
    }

    fn finish(&self) {
        self.outlet.borrow_mut().finish(&mut |parcel| send(self.id.get(), parcel));
    }

    fn flush(&self) {
        self.outlet.borrow_mut().flush(&mut |parcel| send(self.id.get(), parcel));
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

    fn read(&mut self, buffer: &mut [u8]) -> Result<usize, Errno> {
        Ok(self.input.borrow_mut().read(buffer))
    }

    fn clock(&mut self, id: u32) -> Result<u64, Errno> {
        WORLD.clock(id)
    }

    fn random(&mut self, buffer: &mut [u8]) -> Result<(), Errno> {
        WORLD.fill(buffer);
        Ok(())
    }
}

fn time(compiler: &Compiler, id: RequestId, program: &Program, input: &Input, engines: &[Engine], budget: f64) {
    // The compiler, too, is faster once the browser has warmed to it; this keeps the first engine from paying for all.
    for &engine in engines {
        if let Err(Failure::Rejected) = compile(compiler, program, engine) {
            return answer(&RunAnswer::Rejected { id });
        }
    }
    let resolution = timing::resolution(&mut now);
    for &engine in engines {
        answer(&RunAnswer::Progress { id, engine, part: 0.0 });
        let timing = time_engine(compiler, id, (program, input), engine, resolution, budget);
        answer(&RunAnswer::Timed { id, engine, timing });
    }
    answer(&RunAnswer::TimingDone { id, resolution });
}

fn time_engine(
    compiler: &Compiler,
    id: RequestId,
    (program, input): (&Program, &Input),
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
    let mut subject = EngineSubject::new(compiled, input)?;
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
    Tree(Box<TreeRunner>, Input),
    Vm(VmRunner, Input),
    Wasm { module: Module, writer: Writer, input: Input, ready: Vec<Instance> },
}

impl EngineSubject {
    fn new(compiled: Compiled, input: &Input) -> Result<Self, String> {
        let input = input.clone();
        Ok(match compiled {
            Compiled::Tree(runner) => Self::Tree(runner, input),
            Compiled::Vm(runner) => Self::Vm(runner, input),
            Compiled::Wasm(bytes) => {
                let module = Module::new(&bytes)?;
                let writer = Writer::discard();
                let ready = vec![module.instantiate(&writer, input.bytes())?];
                Self::Wasm { module, writer, input, ready }
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
        let Self::Wasm { module, writer, input, ready } = self else { return Ok(runs) };
        let wanted = runs.clamp(1, INSTANCES) as usize;
        while ready.len() < wanted {
            ready.push(module.instantiate(writer, input.bytes())?);
        }
        Ok(wanted as u32)
    }

    fn run(&mut self) -> Result<(), String> {
        match self {
            Self::Tree(runner, input) => {
                over(runner.run(&mut QuietHost::new(WORLD, input.clone()), RunLimits::default()))
            }
            Self::Vm(runner, input) => {
                over(runner.run(&mut QuietHost::new(WORLD, input.clone()), RunLimits::default()))
            }
            Self::Wasm { writer, ready, .. } => match ready.pop() {
                Some(instance) => instance.run(writer).map(|_| ()),
                None => Err("no instance was ready".to_owned()),
            },
        }
    }
}
