//! Recorded runs: every moment is gone to as stepping gets there, and searches find what looking at each moment finds.

use stair::bytecode::program::Program;
use stair::history::{Direction, Found, History, MAX_CHECKPOINT_BYTES, Search, starts, writers};
use stair::host::MemoryHost;
use stair::vm::{Limits, Stops, Vm};
use stair::{Compiler, Profile, Session, VmRunner};
use std::sync::Arc;

const PROGRAM: &str = r#"
use std::io::BufRead;
#[derive(Clone, Debug)]
struct Point { x: i64, y: i64 }
fn fib(n: u32) -> u64 { if n < 2 { u64::from(n) } else { fib(n - 1) + fib(n - 2) } }
fn fill(points: &mut Vec<Point>, n: i64) {
    for i in 0..n {
        points.push(Point { x: i, y: i * i % 97 });
    }
}
fn main() {
    let mut points = Vec::new();
    fill(&mut points, 60);
    for line in std::io::stdin().lock().lines() {
        let n: u32 = line.unwrap().trim().parse().unwrap();
        println!("fib({n}) = {}", fib(n));
    }
    let far = points.iter().max_by_key(|p| p.y).cloned();
    println!("{far:?}");
    let sum: i64 = points.iter().map(|p| p.x).sum();
    let index = sum as usize;
    eprintln!("now at {index}");
    println!("{:?}", points[index]);
}
"#;

fn runner(profile: Profile, text: &str) -> VmRunner {
    let session = Session::new(&Compiler::new(), "main.rs", text, profile);
    assert!(session.diagnostics().is_empty(), "{}", session.render_diagnostics(false));
    session.vm_runner().expect("compiles")
}

fn world() -> MemoryHost {
    MemoryHost { stdin: b"9\n12\n".to_vec(), ..MemoryHost::default() }
}

fn unrecorded(runner: &VmRunner) -> History {
    History::new(Arc::clone(runner.start().expect("memory").code()), Limits::default()).expect("memory")
}

fn recorded(runner: &VmRunner) -> History {
    let mut history = unrecorded(runner);
    history.record(&mut world(), u64::MAX);
    history
}

/// Whether all that can be seen of two machines is the same.
fn same(a: &Vm, b: &Vm) -> bool {
    let look = |vm: &Vm| (vm.steps(), vm.position(), vm.status(), vm.frames(usize::MAX));
    look(a) == look(b) && a.memory() == b.memory()
}

/// Numbers that look random.
fn numbers(mut seed: u64) -> impl FnMut() -> u64 {
    move || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        seed >> 33
    }
}

#[test]
fn any_moment_is_what_it_was() {
    for profile in [Profile::Debug, Profile::Release] {
        let runner = runner(profile, PROGRAM);
        let mut history = recorded(&runner);
        let end = history.recorded();
        assert_eq!(end.exit_code, Some(101));
        let output = String::from_utf8_lossy(history.stdout());
        assert!(output.starts_with("fib(9) = 34\nfib(12) = 144\nSome(Point { x: "), "{output}");
        let errors = String::from_utf8_lossy(history.stderr());
        assert!(errors.starts_with("now at 1770\n\nthread 'main' panicked at main.rs:23:"), "{errors}");

        let mut number = numbers(1);
        let mut moments: Vec<u64> = (0..40).map(|_| number() % (end.steps + 1)).collect();
        moments.extend([0, 1, end.steps - 1, end.steps]);
        moments.extend((0..20).map(|back| end.steps / 2 - back));
        for moment in moments {
            history.seek(moment);
            let (mut fresh, mut host) = (runner.start().expect("memory"), world());
            fresh.run(&mut host, moment);
            assert!(same(history.vm(), &fresh), "at {moment} of {}", end.steps);
            let printed = [host.stdout.len() as u64, host.stderr.len() as u64];
            assert_eq!(history.printed(), printed, "at {moment}");
        }
        history.seek(u64::MAX);
        assert_eq!(history.printed(), history.printed_in_all());
    }
}

#[test]
fn recording_can_be_taken_up_again() {
    let runner = runner(Profile::Debug, PROGRAM);
    let whole = recorded(&runner);
    let mut parts = unrecorded(&runner);
    let (mut number, mut host) = (numbers(2), world());
    loop {
        let before = parts.recorded().steps;
        let recorded = parts.record(&mut host, 1 + number() % 9000);
        if recorded.exit_code.is_some() {
            break;
        }
        assert!(recorded.steps > before);
        assert_eq!(parts.last(), recorded.steps - 1);
        parts.seek(number() % recorded.steps);
    }
    assert_eq!(parts.recorded(), whole.recorded());
    assert_eq!((parts.stdout(), parts.stderr()), (whole.stdout(), whole.stderr()));
    assert_eq!(parts.printed_pieces(), whole.printed_pieces());
    assert_eq!(whole.printed_pieces(), [(0, whole.stdout().len()), (1, whole.stderr().len())]);
}

/// What each instruction is and does, by looking at every moment of a run.
struct Walked {
    places: Vec<(u32, u32)>,
    depths: Vec<usize>,
    /// What was written, in bytes of memory: found by comparing, so a write that changes nothing is missing.
    changes: Vec<Vec<u64>>,
}

fn walk(runner: &VmRunner, steps: u64) -> Walked {
    let (mut vm, mut host) = (runner.start().expect("memory"), world());
    let mut walked = Walked { places: Vec::new(), depths: Vec::new(), changes: Vec::new() };
    for _ in 0..steps {
        walked.places.push(vm.position());
        walked.depths.push(vm.depth());
        let step = vm.step(&mut host).expect("an instruction");
        let changed = step.memory.map(|write| {
            let bytes = write.old.iter().zip(&write.new).enumerate();
            bytes.filter(|(_, (old, new))| old != new).map(|(i, _)| write.address + i as u64).collect()
        });
        walked.changes.push(changed.unwrap_or_default());
    }
    walked
}

/// Search to the end, in small spells; between long ones the machine is led astray.
fn find(history: &mut History, mut search: Search, budget: u64) -> Option<u64> {
    loop {
        match search.advance(history, budget) {
            Found::At(moment) => return Some(moment),
            Found::Nothing => return None,
            Found::NotYet(part) => assert!((0.0..=1.0).contains(&part), "{part}"),
        }
        if budget > 1_000_000 {
            history.seek(5000);
        }
    }
}

#[test]
fn searches_find_what_looking_finds() {
    for profile in [Profile::Debug, Profile::Release] {
        let runner = runner(profile, PROGRAM);
        let mut history = recorded(&runner);
        let last = history.last();
        let walked = walk(&runner, last);
        let code = Arc::clone(history.vm().code());
        let program: &Program = code.verified().program();
        let mut number = numbers(3);
        let mut hits = 0;
        for round in 0..60 {
            let rarity = 1 + number() % 60;
            let mut wanted = Vec::new();
            for func in &program.funcs {
                wanted.push(match round % 3 {
                    0 if func.is_user => starts(func, |origin| Some(origin.span)),
                    1 if func.name.starts_with("fib") => vec![0],
                    2 => func.instrs().map(|(pc, _)| pc).filter(|_| number().is_multiple_of(rarity)).collect(),
                    _ => Vec::new(),
                });
            }
            let stops = Arc::new(Stops::new(&code, |func| Some(wanted[func as usize].clone())));
            let max_depth = if number().is_multiple_of(2) { usize::MAX } else { 1 + (number() % 12) as usize };
            let odd = number() % 2;
            let from = number() % (last + 1);
            let budget = [700, 1501, 1_000_001][(number() % 3) as usize];
            let is_hit = |moment: u64| {
                let (func, pc) = walked.places[moment as usize];
                let fits = stops.contains(func, pc) && walked.depths[moment as usize] <= max_depth;
                fits && (odd == 0 || moment % 2 == 1)
            };
            let ask = move |vm: &Vm| odd == 0 || vm.steps() % 2 == 1;
            let forward = (from + 1..last).find(|&moment| is_hit(moment));
            let back = (0..from).rev().find(|&moment| is_hit(moment));
            for (direction, expected) in [(Direction::Forward, forward), (Direction::Back, back)] {
                let search = Search::new(from, direction, Arc::clone(&stops), max_depth, Box::new(ask));
                let found = find(&mut history, search, budget);
                assert_eq!(found, expected, "round {round}: from {from} of {last}, {direction:?}, depth {max_depth}");
                hits += usize::from(found.is_some());
            }
        }
        assert!(hits > 60, "{hits}");
    }
}

#[test]
fn the_last_write_is_found() {
    let runner = runner(Profile::Debug, PROGRAM);
    let mut history = recorded(&runner);
    let walked = walk(&runner, history.last());
    let code = Arc::clone(history.vm().code());
    let stops = Arc::new(Stops::new(&code, |func| Some(writers(&code.verified().program().funcs[func as usize]))));
    let mut number = numbers(4);
    let mut changes = Vec::new();
    for (moment, bytes) in walked.changes.iter().enumerate() {
        changes.extend(bytes.iter().map(|&byte| (moment as u64, byte)));
    }
    assert!(changes.len() > 1000);
    for _ in 0..60 {
        let (moment, byte) = changes[number() as usize % changes.len()];
        let writes = move |vm: &Vm| stair::history::writes(vm, &(byte..byte + 1));
        let from = moment + 1;
        let search = Search::new(from, Direction::Back, Arc::clone(&stops), usize::MAX, Box::new(writes));
        assert_eq!(find(&mut history, search, 1_000_000), Some(moment), "byte {byte} before {from}");
        let Some(next) = changes.iter().find(|&&(later, other)| later > moment && other == byte) else { continue };
        let search = Search::new(moment, Direction::Forward, Arc::clone(&stops), usize::MAX, Box::new(writes));
        let found = find(&mut history, search, 1_000_000).expect("there is one");
        assert!(moment < found && found <= next.0, "byte {byte} after {moment}: {found}, changed at {}", next.0);
    }
}

#[test]
fn long_runs_keep_to_their_bounds() {
    // Much memory that changes all the time: checkpoints share little.
    let text = "fn main() {
        let mut cells = vec![0u64; 1 << 19];
        let mut state = 1u64;
        for _ in 0..4_000_000 {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            cells[(state >> 45) as usize] ^= state;
        }
        println!(\"{}\", cells.iter().fold(0, |all, cell| all ^ cell));
    }";
    let runner = runner(Profile::Release, text);
    let mut history = recorded(&runner);
    let end = history.recorded();
    assert_eq!(end.exit_code, Some(0));
    let (count, bytes) = history.checkpoints();
    assert!(bytes <= MAX_CHECKPOINT_BYTES && count > 4, "{count} checkpoints, {bytes} bytes");
    for part in [7, 1, 5, 9, 2] {
        let moment = end.steps / 10 * part;
        history.seek(moment);
        let mut fresh = runner.start().expect("memory");
        fresh.run(&mut world(), moment);
        assert!(same(history.vm(), &fresh), "at {moment}");
        let (_, bytes) = history.checkpoints();
        assert!(bytes <= MAX_CHECKPOINT_BYTES, "{bytes} bytes");
    }
}

/// A world that hands its input over line by line.
struct Lines(MemoryHost);

impl stair::host::Host for Lines {
    fn write(&mut self, fd: u32, bytes: &[u8]) -> Result<(), stair::host::Errno> {
        self.0.write(fd, bytes)
    }

    fn read(&mut self, buffer: &mut [u8]) -> Result<usize, stair::host::Errno> {
        let rest = &self.0.stdin[self.0.stdin_read..];
        let line = rest.iter().position(|&byte| byte == b'\n').map_or(rest.len(), |end| end + 1);
        let len = line.min(buffer.len());
        self.0.read(&mut buffer[..len])
    }

    fn clock(&mut self, id: u32) -> Result<u64, stair::host::Errno> {
        self.0.clock(id)
    }

    fn random(&mut self, buffer: &mut [u8]) -> Result<(), stair::host::Errno> {
        self.0.random(buffer)
    }
}

#[test]
fn how_much_is_read_is_known_at_every_moment_and_in_both_directions() {
    let runner = runner(Profile::Debug, PROGRAM);
    let mut history = unrecorded(&runner);
    history.record(&mut Lines(world()), u64::MAX);
    let end = history.recorded().steps;
    assert_eq!(history.read(), 5, "all of it");
    history.seek(0);
    assert_eq!(history.read(), 0);
    let mut read = Vec::new();
    for step in 0..=end {
        history.seek(step);
        if read.last().is_none_or(|&(_, last)| last != history.read()) {
            read.push((step, history.read()));
        }
    }
    let amounts: Vec<u64> = read.iter().map(|&(_, amount)| amount).collect();
    assert_eq!(amounts, [0, 2, 5], "nothing, the first line, and the second");
    for &(step, amount) in read.iter().rev() {
        history.seek(step);
        assert_eq!(history.read(), amount);
        if step > 0 {
            history.seek(step - 1);
            assert!(history.read() < amount, "one instruction before, it was not read");
        }
    }
}
