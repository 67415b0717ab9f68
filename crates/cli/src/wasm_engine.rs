//! Running a WebAssembly module natively, with Wasmtime.
//!
//! The module may import WASI preview 1's five calls of [`HostCall`] and nothing else; they go to a [`Host`]. Where
//! Wasmtime's stack for compiled code is exhausted, the program ends as one does whose own stack overflows.

#![allow(
    clippy::disallowed_methods,
    reason = "the command line measures time and runs programs on threads of their own"
)]

use stair::HeapLeft;
use stair_host::{Flow, Host, HostCall};
use std::fmt;
use std::time::{Duration, Instant};
use wasmtime::{
    Caller, Config, Engine, Extern, ExternType, FuncType, Linker, Module, OptLevel, Store, StoreLimits,
    StoreLimitsBuilder, Strategy, Trap, Val, ValType,
};

/// How much of the thread's stack compiled code may use. A small function's frame takes some 50 bytes, so that a million
/// calls fit; rustc's main thread has 8 MiB and larger frames.
const WASM_STACK: usize = 64 << 20;

/// What host functions and Wasmtime itself may use besides.
const HOST_STACK: usize = 4 << 20;

/// How large a program's memory may grow, in bytes.
const MAX_MEMORY: usize = 2 << 30;

/// What a program that overflowed its stack says on stderr, and its exit code.
const STACK_OVERFLOW: &str =
    "\nthread 'main' has overflowed its stack\nfatal runtime error: stack overflow, aborting\n";
const STACK_OVERFLOW_EXIT: i32 = 134;

/// Compiles modules.
pub(crate) struct WasmEngine {
    engine: Engine,
    max_steps: Option<u64>,
}

/// A module as native code.
pub(crate) struct Compiled {
    module: Module,
    linker: Linker<State>,
    max_steps: Option<u64>,
    /// How long compiling took.
    pub(crate) compile_time: Duration,
}

/// How a run went.
pub(crate) struct Run {
    /// The host that was given, back.
    pub(crate) host: Box<dyn Host + Send>,
    /// The exit code; an error if the program was stopped (the limit of steps) or did what no correct program does (a
    /// trap that is no panic).
    pub(crate) exit: Result<i32, String>,
    /// Whether the program was stopped at the limit of steps.
    pub(crate) out_of_steps: bool,
    /// How long it took to make the instance: memory, static data.
    pub(crate) instantiate_time: Duration,
    /// How long the program ran.
    pub(crate) run_time: Duration,
    /// What was on the heap in the end.
    pub(crate) left: HeapLeft,
}

/// What host functions find in the store.
struct State {
    limits: StoreLimits,
    host: Box<dyn Host + Send>,
}

/// `proc_exit`, on its way out of the program.
#[derive(Debug)]
struct Exit(i32);

impl fmt::Display for Exit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the program exited with code {}", self.0)
    }
}

impl std::error::Error for Exit {}

impl WasmEngine {
    /// An engine whose programs are stopped after about `max_steps` Wasm instructions. Counting them makes programs slower,
    /// so it is done only where there is a limit. `strategy` says which of Wasmtime's compilers is used.
    ///
    /// # Errors
    /// If Wasmtime does not support this machine, or was built without that compiler.
    pub(crate) fn new(max_steps: Option<u64>, strategy: Strategy) -> Result<Self, String> {
        let mut config = Config::new();
        // A program that is watched so closely is not run for its speed.
        let opt_level = if max_steps.is_some() { OptLevel::None } else { OptLevel::Speed };
        config
            .strategy(strategy)
            .cranelift_opt_level(opt_level)
            .max_wasm_stack(WASM_STACK)
            .async_stack_size(WASM_STACK + HOST_STACK)
            .wasm_backtrace_max_frames(None)
            .consume_fuel(max_steps.is_some());
        let engine = Engine::new(&config).map_err(|error| error.to_string())?;
        Ok(Self { engine, max_steps })
    }

    /// Compile a module to native code.
    ///
    /// # Errors
    /// If it is not valid, or imports what no host has.
    pub(crate) fn compile(&self, bytes: &[u8]) -> Result<Compiled, String> {
        let start = Instant::now();
        let module = Module::new(&self.engine, bytes).map_err(|error| format!("{error:#}"))?;
        let compile_time = start.elapsed();
        let mut linker = Linker::new(&self.engine);
        for import in module.imports() {
            let call = HostCall::parse(import.name()).filter(|_| import.module() == HostCall::MODULE);
            let (Some(call), ExternType::Func(ty)) = (call, import.ty()) else {
                return Err(format!("the module imports `{}` of `{}`", import.name(), import.module()));
            };
            if !has_signature_of(call, &ty) {
                return Err(format!("the module imports `{}` with another signature", import.name()));
            }
            linker
                .func_new(import.module(), import.name(), ty, move |caller, args, results| {
                    host_call(caller, call, args, results)
                })
                .map_err(|error| error.to_string())?;
        }
        Ok(Compiled { module, linker, max_steps: self.max_steps, compile_time })
    }
}

impl Compiled {
    /// Run the program from a fresh start, on a thread with a stack that is large enough. `heap_counts` is
    /// [`stair::Session::heap_counts`].
    ///
    /// # Errors
    /// If the thread cannot be made. How the program ended is in [`Run::exit`].
    pub(crate) fn run(&self, host: Box<dyn Host + Send>, heap_counts: [Option<u64>; 3]) -> Result<Run, String> {
        std::thread::scope(|scope| {
            std::thread::Builder::new()
                .name("main".into())
                .stack_size(WASM_STACK + HOST_STACK)
                .spawn_scoped(scope, || self.run_here(host, heap_counts))
                .map_err(|error| format!("no thread for the program: {error}"))?
                .join()
                .map_err(|_| "the engine panicked".to_string())
        })
    }

    fn run_here(&self, host: Box<dyn Host + Send>, heap_counts: [Option<u64>; 3]) -> Run {
        let limits = StoreLimitsBuilder::new().memory_size(MAX_MEMORY).build();
        let mut store = Store::new(self.module.engine(), State { limits, host });
        store.limiter(|state| &mut state.limits);
        let start = Instant::now();
        let mut run_time = Duration::ZERO;
        let mut instantiate_time = Duration::ZERO;
        let mut left = HeapLeft::default();
        let result = (|| {
            if let Some(steps) = self.max_steps {
                store.set_fuel(steps)?;
            }
            let instance = self.linker.instantiate(&mut store, &self.module)?;
            let entry = instance.get_typed_func::<(), ()>(&mut store, "_start")?;
            instantiate_time = start.elapsed();
            let start = Instant::now();
            let result = entry.call(&mut store, ());
            run_time = start.elapsed();
            if let Some(memory) = instance.get_memory(&mut store, "memory") {
                left = HeapLeft::read(heap_counts, memory.data(&store));
            }
            result
        })();
        let mut host = store.into_data().host;
        let mut out_of_steps = false;
        let exit = match result {
            Ok(()) => Ok(0),
            Err(error) => match (error.downcast_ref::<Exit>(), error.downcast_ref::<Trap>()) {
                (Some(Exit(code)), _) => Ok(*code),
                (None, Some(Trap::StackOverflow)) => {
                    // Where stderr is closed there is nobody to tell.
                    let _ = host.write(2, STACK_OVERFLOW.as_bytes());
                    Ok(STACK_OVERFLOW_EXIT)
                }
                (None, Some(Trap::OutOfFuel)) => {
                    out_of_steps = true;
                    Err("the limit of steps is reached".to_string())
                }
                (None, Some(trap)) => Err(format!("the program did what it must not: {trap}")),
                (None, None) => Err(format!("{error:#}")),
            },
        };
        Run { host, exit, out_of_steps, instantiate_time, run_time, left }
    }
}

/// Whether an import has the types that WASI gives the call: all are `i32`, but for the clock's precision.
fn has_signature_of(call: HostCall, ty: &FuncType) -> bool {
    let results = usize::from(call != HostCall::ProcExit);
    let is_right = |(place, ty): (usize, ValType)| {
        if call == HostCall::ClockTimeGet && place == 1 { ty.is_i64() } else { ty.is_i32() }
    };
    ty.params().len() == call.arity()
        && ty.params().enumerate().all(is_right)
        && ty.results().len() == results
        && ty.results().all(|ty| ty.is_i32())
}

fn host_call(mut caller: Caller<'_, State>, call: HostCall, args: &[Val], results: &mut [Val]) -> wasmtime::Result<()> {
    let args: Vec<u64> = args
        .iter()
        .map(|arg| match arg {
            Val::I32(bits) => u64::from(*bits as u32),
            Val::I64(bits) => *bits as u64,
            _ => 0,
        })
        .collect();
    let Some(Extern::Memory(memory)) = caller.get_export("memory") else {
        return Err(wasmtime::Error::msg("the module exports no memory"));
    };
    let (memory, state) = memory.data_and_store_mut(&mut caller);
    match stair_host::call(&mut *state.host, memory, call, &args) {
        Flow::Continue(value) => {
            if let Some(result) = results.first_mut() {
                *result = Val::I32(value as u32 as i32);
            }
            Ok(())
        }
        Flow::Exit(code) => Err(wasmtime::Error::new(Exit(code))),
    }
}
