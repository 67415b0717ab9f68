//! Random modules keep their meaning under every pass, one after the other.

use stair_ir::entities::FuncId;
use stair_ir::function::Module;
use stair_ir::interp::{Interp, Stop, Trace};
use stair_ir::linearise::linearise;
use stair_ir::{random, text};
use stair_opt::{PASSES, Profile, Settings, run};

const SEEDS: std::ops::Range<u64> = 0..250;
const ARGS: [[u64; 2]; 4] = [[0, 0], [1, 2], [0xFFFF_FFFF, 3], [100, 0x8000_0000]];
const DATA: std::ops::Range<usize> = 1024..1176;

type Seen = (Result<Vec<u64>, Stop>, Trace, Vec<u8>);

/// What can be seen of a run; `None` where it takes too long, or leaves memory.
fn observe(module: &Module, args: [u64; 2], steps: u64) -> Option<Seen> {
    let mut interp = Interp::new(module, steps);
    let result = interp.call(FuncId(0), &args);
    if matches!(result, Err(Stop::Limit)) {
        return None;
    }
    Some((result, interp.trace, interp.memory[DATA].to_vec()))
}

fn check(seed: u64, size: u32) -> [u32; 2] {
    let module = random::module(seed, size);
    let before = ARGS.map(|args| observe(&module, args, 20_000));
    let mut optimised = module.clone();
    let mut previous = module.clone();
    let mut settings = Settings::new(Profile::Release);
    settings.verify = true;
    let result = run(&mut optimised, &settings, &mut |after| {
        for (args, before) in ARGS.iter().zip(&before) {
            let Some(before) = before else { continue };
            let now = observe(after.module, *args, 2_000_000);
            assert!(
                now.as_ref() == Some(before),
                "seed {seed} {args:?}: {} changed\n{:?}\nto\n{:?}\n{}\n=====>\n{}",
                after.pass.name,
                before,
                now,
                text::print(&previous),
                text::print(after.module),
            );
        }
        previous = after.module.clone();
    });
    if let Err(error) = result {
        panic!("seed {seed}: {error}\n{}", text::print(&optimised));
    }
    // What the back ends make of it.
    let planned = linearise(&optimised);
    for (args, before) in ARGS.iter().zip(&before) {
        if let Some(before) = before {
            let now = observe(&planned, *args, 4_000_000);
            assert!(now.as_ref() == Some(before), "seed {seed}: the stack plan differs\n{}", text::print(&optimised));
        }
    }
    let returned = before.iter().flatten().filter(|(r, ..)| r.is_ok()).count();
    [returned as u32, before.len() as u32]
}

#[test]
fn every_pass_keeps_the_meaning() {
    let mut returned = [0, 0];
    for seed in SEEDS {
        let [ok, all] = check(seed, 10 + (seed % 40) as u32);
        returned = [returned[0] + ok, returned[1] + all];
    }
    // Runs that stop at once would test little.
    assert!(returned[0] * 3 > returned[1], "{} of {} runs return", returned[0], returned[1]);
}

#[test]
fn passes_can_be_left_out_and_stopped_after() {
    let module = random::module(7, 40);
    for pass in PASSES {
        let mut one = module.clone();
        let skip = [pass.name];
        let settings = Settings { skip: &skip, ..Settings::new(Profile::Release) };
        run(&mut one, &settings, &mut |after| assert_ne!(after.pass.name, pass.name)).expect("valid");
        let mut last = None;
        let settings = Settings { stop_after: Some(pass.name), ..Settings::new(Profile::Release) };
        run(&mut module.clone(), &settings, &mut |after| last = Some(after.pass.name)).expect("valid");
        assert_eq!(last, Some(pass.name));
    }
    let settings = Settings { stop_after: Some("nothing"), ..Settings::new(Profile::Debug) };
    assert!(run(&mut module.clone(), &settings, &mut |_| {}).is_err());
}
