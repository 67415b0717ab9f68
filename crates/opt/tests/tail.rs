//! Functions that call themselves last return the same when they go back to their start instead. Random modules hardly ever
//! hold one.

#![allow(clippy::disallowed_methods, reason = "the test reads its module from a file")]

use stair_ir::entities::FuncId;
use stair_ir::function::Module;
use stair_ir::inst::Inst;
use stair_ir::interp::{Interp, Stop};
use stair_ir::text;
use stair_opt::{Profile, Settings, run};

fn call(module: &Module, func: u32, args: &[u64]) -> Result<Vec<u64>, Stop> {
    Interp::new(module, 1_000_000).call(FuncId(func), args)
}

fn own_calls(module: &Module, func: u32) -> usize {
    let f = &module.funcs[func as usize];
    let insts = f.layout.iter().flat_map(|&b| &f.block(b).insts);
    insts.filter(|id| matches!(&f.inst(**id).inst, Inst::Call { func: callee, .. } if callee.0 == func)).count()
}

#[test]
fn loops_return_what_calls_did() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/opt/tail.ir");
    let before = text::parse(&std::fs::read_to_string(path).expect("the file exists")).expect("it parses");
    let mut after = before.clone();
    let skip = ["inline", "empty-uncalled"];
    let settings = Settings { skip: &skip, ..Settings::new(Profile::Release) };
    run(&mut after, &settings, &mut |_| {}).expect("the passes run");
    assert_eq!([1, 2, 3, 4].map(|func| own_calls(&before, func)), [2, 1, 1, 1]);
    assert_eq!([1, 2, 3, 4].map(|func| own_calls(&after, func)), [1, 0, 0, 1]);
    for n in 0..15 {
        for func in [1, 3, 4] {
            let expected = call(&before, func, &[n]).expect("it returns");
            assert_eq!(call(&after, func, &[n]).as_ref(), Ok(&expected), "function {func} of {n}");
        }
        let args = [n * 12, 90 - n];
        assert_eq!(call(&after, 2, &args).ok(), call(&before, 2, &args).ok(), "{args:?}");
    }
    assert_eq!(call(&after, 1, &[14]), Ok(vec![377]));
    assert_eq!(call(&after, 3, &[10]), Ok(vec![3_628_800]));
}
