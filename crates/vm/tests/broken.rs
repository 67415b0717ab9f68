//! Broken files: refused, or run without a panic, and then alike by stepping and in the fast loop.

use stair_bytecode::compile::compile;
use stair_bytecode::file::{load_file, write_file};
use stair_host::MemoryHost;
use stair_ir::entities::FuncId;
use stair_ir::inst::Signature;
use stair_ir::random::{Rng, module};
use stair_vm::{Code, Limits, Status, Vm};

const LIMITS: Limits = Limits { max_depth: 100, max_cells: 1 << 17, max_pages: 8 };

/// The bytes of a program whose entry calls function 0.
fn file(seed: u64) -> Vec<u8> {
    let mut module = module(seed, 15);
    module.imports.iter_mut().zip(["proc_exit", "random_get"]).for_each(|(i, name)| {
        i.module = "wasi_snapshot_preview1".into();
        i.name = name.into();
    });
    let span = stair_source::Span::default();
    let mut b = stair_ir::builder::FunctionBuilder::new("entry", true, span, Signature::default());
    let args = vec![b.iconst(stair_ir::inst::Type::I32, 1), b.iconst(stair_ir::inst::Type::I32, 2)];
    b.call(FuncId(0), args, &[stair_ir::inst::Type::I64]);
    b.ret(Vec::new());
    module.entry = Some(FuncId(module.funcs.len() as u32));
    module.funcs.push(b.finish().into());
    write_file(compile(&module, 0).expect("compiles").program())
}

fn mutate(rng: &mut Rng, bytes: &mut Vec<u8>) {
    for _ in 0..1 + rng.below(3) {
        // The header is refused by itself; the code is where it gets interesting.
        let at = 6 + rng.below(bytes.len() - 6);
        match rng.below(8) {
            0 => bytes.truncate(at),
            1 => bytes.insert(at, rng.bits() as u8),
            2 => drop(bytes.remove(at)),
            3 => bytes[at] ^= 1 << rng.below(8),
            4 => bytes[at] = rng.pick(&[0, 1, 0x7F, 0x80, 0xFF]),
            5 => bytes[at] = bytes[at].wrapping_add(1),
            6 => bytes[at] = bytes[at].wrapping_sub(1),
            _ => {
                let from = 6 + rng.below(bytes.len() - 6);
                bytes[at] = bytes[from];
            }
        }
        if bytes.len() < 8 {
            return;
        }
    }
}

#[test]
fn broken_files_are_refused_or_run() {
    let (mut refused, mut ran) = (0, 0);
    for seed in 0..24 {
        let whole = file(seed);
        let mut rng = Rng::new(seed);
        for _ in 0..250 {
            let mut bytes = whole.clone();
            mutate(&mut rng, &mut bytes);
            // Modules whose import lost its name, or memory its size, are refused later.
            let vm = load_file(&bytes).ok().and_then(|v| Code::new(v).ok()).and_then(|c| Vm::new(c, LIMITS).ok());
            let Some(mut fast) = vm else {
                refused += 1;
                continue;
            };
            ran += 1;
            let mut stepped = fast.clone();
            let mut host = MemoryHost::default();
            fast.run(&mut host, 3000);
            while stepped.steps() < 3000 && stepped.step(&mut MemoryHost::default()).is_some() {}
            assert_eq!(fast.status(), stepped.status(), "{:?} {:?}", fast.error(), stepped.error());
            assert_eq!((fast.steps(), fast.position()), (stepped.steps(), stepped.position()));
            assert_eq!(fast.frames(200), stepped.frames(200));
            assert!(fast.memory() == stepped.memory());
            fast.run(&mut host, 100_000);
            assert!(fast.steps() <= 103_000 || matches!(fast.status(), Status::Exited(_)));
        }
    }
    assert!(refused > 1000 && ran > 500, "{refused} refused, {ran} ran");
}
