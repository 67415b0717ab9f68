//! Limits, errors, the host, and what a step shows.

use stair_bytecode::asm::assemble;
use stair_bytecode::verify::verify;
use stair_host::{HostCall, MemoryHost};
use stair_ir::inst::{TrapKind, Type};
use stair_vm::{Code, Event, Limits, LocalWrite, Status, TypedCell, Vm};

const OVERFLOW: &str = "\nthread 'main' has overflowed its stack\nfatal runtime error: stack overflow, aborting\n";

/// The head that most programs have: 64 KiB of memory, of which 4 KiB are stack.
const HEAD: &str = "stbc 1\nmemory 2048 2048 6144 65536\nentry main\n";

fn vm(text: &str) -> Vm {
    let program = assemble(&format!("{HEAD}{text}")).unwrap_or_else(|e| panic!("{e}"));
    let code = Code::new(verify(program).unwrap_or_else(|e| panic!("{e}"))).unwrap_or_else(|e| panic!("{e}"));
    Vm::new(code, Limits::default()).expect("memory")
}

/// Run to the end, in the fast loop and by stepping, and compare.
fn run(text: &str) -> (Vm, MemoryHost) {
    let (mut host, mut other) = (MemoryHost::default(), MemoryHost::default());
    let mut fast = vm(text);
    let mut stepped = fast.clone();
    while fast.run(&mut host, 1_000_000) == Status::Paused {}
    while stepped.step(&mut other).is_some() {}
    assert_eq!(fast.status(), stepped.status());
    assert_eq!(fast.steps(), stepped.steps());
    assert_eq!(fast.frames(5), stepped.frames(5));
    assert_eq!((&host.stdout, &host.stderr), (&other.stdout, &other.stderr));
    (fast, host)
}

fn function(name: &str, sig: &str, body: &str) -> String {
    format!("func \"{name}\" user 0:0..0 {sig}\n{}\nend\n", body.replace(" / ", "\n"))
}

/// Calls itself `n` times.
fn recursion(n: u32) -> String {
    format!(
        "const I32 {n}\n{}{}",
        function("main", "() -> ()", "stack 1 / CONST_I32 k0 / CALL down / DROP / RETURN"),
        function(
            "down",
            "(I32) -> (I32)",
            "local \"n\" I32 0:0..0 / stack 3 / LOAD_LOCAL n / PUSH_I32 0 / EQ_I32 / JUMP_IF_TRUE L0 / LOAD_LOCAL n / \
             LOAD_LOCAL n / PUSH_I32 1 / SUB_WRAP_I32 / CALL down / ADD_WRAP_I32 / RETURN / L0: / PUSH_I32 0 / RETURN"
        )
    )
}

#[test]
fn deep_recursion_works_and_endless_recursion_ends() {
    let (vm, host) = run(&recursion(100_000));
    assert_eq!((vm.status(), host.stderr.len()), (Status::Exited(0), 0));
    let (vm, host) = run(&recursion(u32::MAX));
    assert_eq!(vm.status(), Status::Exited(134));
    assert_eq!(String::from_utf8_lossy(&host.stderr), OVERFLOW);
    assert!(vm.depth() >= 200_000);
}

#[test]
fn memory_stack_overflow_ends() {
    let body = "slot \"s\" \"[u8; 512]\" 0 512 0:0..0 / frame 512 / stack 1 / CALL f / RETURN";
    let (vm, host) = run(&(function("main", "() -> ()", "CALL f / RETURN") + &function("f", "() -> ()", body)));
    assert_eq!((vm.status(), vm.depth()), (Status::Exited(134), 10));
    assert_eq!(String::from_utf8_lossy(&host.stderr), OVERFLOW);
    // The entry's own frame may be too large.
    let (vm, _) = run(&function("main", "() -> ()", "frame 8192 / RETURN"));
    assert_eq!(vm.status(), Status::Exited(134));
}

#[test]
fn wild_accesses_end_with_a_message() {
    let bodies = [
        "PUSH_I64 -4 / LOAD_I32 / DROP / RETURN",
        "PUSH_I64 -4 / LOAD_I64 +2 / DROP / RETURN",
        "PUSH_I64 0 / LOAD_I8 +65536 / DROP / RETURN",
        "PUSH_I64 0 / PUSH_I16 1 / STORE_I16 +65535 / RETURN",
        "PUSH_I64 0 / PUSH_I64 1 / PUSH_I64 -1 / MEM_COPY / RETURN",
        "PUSH_I64 0 / PUSH_I8 1 / PUSH_I64 -1 / MEM_FILL / RETURN",
    ];
    for body in bodies {
        let (vm, host) = run(&function("main", "() -> ()", &format!("stack 3 / {body}")));
        assert_eq!(vm.status(), Status::Exited(139), "{body}");
        let message = String::from_utf8_lossy(&host.stderr).into_owned();
        assert!(message.contains("memory access out of range"), "{body}: {message}");
    }
    // At the very end it is still fine, and addresses wrap.
    let fine = "stack 3 / PUSH_I64 0 / LOAD_I8 +65535 / DROP / PUSH_I64 -1 / LOAD_I64 +1 / DROP / RETURN";
    assert_eq!(run(&function("main", "() -> ()", fine)).0.status(), Status::Exited(0));
    let (vm, _) = run(&("signature (I32) -> ()\n".to_owned()
        + &function("main", "() -> ()", "stack 2 / PUSH_I32 1 / FUNC_ADDR main / CALL_INDIRECT s0 / RETURN")));
    assert_eq!(vm.status(), Status::Exited(139));
    let (vm, _) = run(&function("main", "() -> ()", "UNREACHABLE"));
    assert_eq!((vm.status(), vm.error()), (Status::Exited(132), Some("error: entered unreachable code in `main`")));
}

#[test]
fn memory_grows_to_its_limit() {
    let body = "local \"a\" I64 0:0..0 / local \"b\" I64 0:0..0 / stack 2 / PUSH_I64 2 / MEMORY_GROW / STORE_LOCAL a / \
                MEMORY_SIZE / STORE_LOCAL b / PUSH_I64 32767 / PUSH_I8 7 / STORE_I8 +100000 / PUSH_I64 -1 / MEMORY_GROW / \
                STORE_LOCAL b / UNREACHABLE";
    let (vm, _) = run(&function("main", "() -> ()", body));
    assert_eq!(vm.memory().len(), 3 << 16);
    assert_eq!(vm.frames(1)[0].locals, [1, u64::MAX]);
}

#[test]
fn host_calls_and_panics_reach_the_world() {
    let text = "import \"wasi_snapshot_preview1\" \"fd_write\" (I32 I32 I32 I32) -> (I32)\n\
                import \"wasi_snapshot_preview1\" \"proc_exit\" (I32) -> ()\n\
                handler bounds panic\ndata \"text\" const 1024 0:0..0 \"68690a\"\n\
                data \"iovec\" const 1032 0:0..0 \"0004000003000000\"\n";
    let main = "stack 4 / PUSH_I32 1 / PUSH_I32 1032 / PUSH_I32 1 / PUSH_I32 1040 / CALL_HOST fd_write / DROP / \
                PUSH_I64 9 / PUSH_I64 3 / BOUNDS_CHECK ! bounds 1056 / RETURN";
    let panic = "local \"index\" I64 0:0..0 / local \"len\" I64 0:0..0 / local \"at\" I64 0:0..0 / stack 2 / \
                 LOAD_LOCAL index / LOAD_LOCAL len / ADD_WRAP_I64 / CAST_I64_TO_I32 / CALL_HOST proc_exit / UNREACHABLE";
    let text = text.to_owned() + &function("main", "() -> ()", main) + &function("panic", "(I64 I64 I64) -> ()", panic);
    let (machine, host) = run(&text);
    assert_eq!(machine.status(), Status::Exited(12));
    assert_eq!(host.stdout, b"hi\n");
    let frames = machine.frames(9);
    assert_eq!((frames.len(), frames[0].func, frames[1].pc), (2, 1, 30));
    assert_eq!(frames[0].locals, [9, 3, 1056]);

    // What each step shows.
    let mut host = MemoryHost::default();
    let mut machine = vm(&text);
    let steps: Vec<_> = std::iter::from_fn(|| machine.step(&mut host)).collect();
    assert_eq!(steps[4].event, Some(Event::Host(HostCall::FdWrite)));
    assert_eq!(steps[8].event, Some(Event::Panic(TrapKind::Bounds)));
    assert_eq!(steps[8].popped, [TypedCell { ty: Type::I64, bits: 9 }, TypedCell { ty: Type::I64, bits: 3 }]);
    assert_eq!((steps[11].popped.len(), steps[11].pushed[0].bits), (2, 12));
    assert_eq!(machine.step(&mut host), None);
}

#[test]
fn steps_show_what_they_write() {
    let body = "local \"a\" I32 0:0..0 / slot \"s\" \"i32\" 0 4 0:0..0 / frame 16 / stack 2 / PUSH_I32 -1 / STORE_LOCAL a / \
                SLOT_ADDR s / LOAD_LOCAL a / STORE_I32 / RETURN";
    let mut machine = vm(&function("main", "() -> ()", body));
    let mut host = MemoryHost::default();
    let steps: Vec<_> = (0..5).filter_map(|_| machine.step(&mut host)).collect();
    let minus_one = TypedCell { ty: Type::I32, bits: 0xFFFF_FFFF };
    assert_eq!(steps[0].pushed, [minus_one]);
    assert_eq!(steps[1].local, Some(LocalWrite { local: 0, old: 0, new: 0xFFFF_FFFF }));
    let write = steps[4].memory.clone().expect("a write");
    assert_eq!((write.address, write.old, write.new), (6128, vec![0; 4], vec![255; 4]));
    assert_eq!(machine.frames(1)[0].address, 6128);
}

#[test]
fn deep_operand_stacks_work() {
    let mut body = String::from("local \"a\" I64 0:0..0 / stack 201 / PUSH_I64 5 / STORE_LOCAL a");
    for i in 0..100 {
        body += &format!(" / LOAD_LOCAL a / PUSH_I64 {i}");
    }
    body += " / PUSH_I64 7 / STORE_LOCAL a";
    body += &" / ADD_WRAP_I64".repeat(150);
    body += " / STORE_LOCAL a / UNREACHABLE";
    let (vm, _) = run(&function("main", "() -> ()", &body));
    // Of the 200 values the 151 topmost were summed: 76 numbers and 75 fives.
    assert_eq!(vm.frames(1)[0].locals, [(24..100).sum::<u64>() + 5 * 75]);
}

#[test]
fn an_endless_loop_can_be_interrupted() {
    let mut machine = vm(&function("main", "() -> ()", "L0: / JUMP L0"));
    for round in 1..=3 {
        assert_eq!(machine.run(&mut MemoryHost::default(), 1_000_003), Status::Paused);
        assert_eq!(machine.steps(), round * 1_000_003);
    }
}

#[test]
fn unknown_imports_are_named() {
    let text = format!("{HEAD}import \"env\" \"magic\" () -> ()\n{}", function("main", "() -> ()", "RETURN"));
    let verified = verify(assemble(&text).expect("assembles")).expect("verifies");
    let error = Code::new(verified).expect_err("no such import");
    assert_eq!(error.to_string(), "import `env.magic`: there is no such function");
}
