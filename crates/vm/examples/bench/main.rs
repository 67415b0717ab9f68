//! A small benchmark of the fast loop: programs in IR text, the best of several runs each.
//!
//! `cargo run --release -p stair-vm --example bench [NAME…]`; with `--listing` it prints the register code instead.

#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "an example measures and prints")]

use stair_bytecode::compile::compile;
use stair_host::MemoryHost;
use stair_vm::{Code, Limits, Status, Vm};
use std::sync::Arc;
use std::time::Instant;

const PROGRAMS: [(&str, &str); 3] =
    [("fib", include_str!("fib.ir")), ("sieve", include_str!("sieve.ir")), ("matmul", include_str!("matmul.ir"))];

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let names: Vec<&String> = args.iter().filter(|a| !a.starts_with("--")).collect();
    for (name, text) in PROGRAMS {
        if !names.is_empty() && !names.iter().any(|n| *n == name) {
            continue;
        }
        let module = stair_ir::text::parse(text).expect("the program parses");
        let verified = compile(&module, 0).expect("the program compiles");
        let code = Code::new(verified).expect("the program links");
        if args.iter().any(|a| a == "--listing") {
            println!("{}", stair_bytecode::disasm::disassemble(code.verified().program()));
            println!(
                "{}",
                (0..code.verified().program().funcs.len() as u32).map(|f| code.register_listing(f)).collect::<String>()
            );
            continue;
        }
        let mut best = f64::INFINITY;
        let mut steps = 0;
        let mut result = 0;
        for _ in 0..40 {
            let mut vm = Vm::new(Arc::clone(&code), Limits::default()).expect("there is memory");
            let start = Instant::now();
            while vm.run(&mut MemoryHost::default(), 10_000_000) == Status::Paused {}
            best = best.min(start.elapsed().as_secs_f64());
            steps = vm.steps();
            result = u64::from_le_bytes(vm.memory()[1024..1032].try_into().expect("eight bytes"));
        }
        println!(
            "{name:8} {:8.1} ms  {steps} steps  {:.0} M/s  result {result:x}",
            best * 1e3,
            steps as f64 / best / 1e6
        );
    }
}
