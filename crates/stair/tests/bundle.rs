//! Compiled programs with what a debugger has to be told of them: the compiler is not missed.

use stair::debugger::{Bundle, BundleError, Calls, Debugger, Layer, Pane, Progress, Travel, Unit};
use stair::history::Direction::{Back, Forward};
use stair::host::MemoryHost;
use stair::{Compiler, Profile, Session};

/// A program with variables of many kinds, some of them moved or dropped on some ways only, closures, a panic, and input.
const PROGRAM: &str = r#"
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

#[derive(Clone, Debug)]
enum Shape { Circle { radius: f64 }, Named(String, Option<Box<Shape>>), Nothing }

struct Loud(&'static str);
impl Drop for Loud {
    fn drop(&mut self) { println!("drop {}", self.0); }
}

trait Speak { fn speak(&self) -> String; }
impl Speak for Loud { fn speak(&self) -> String { self.0.to_uppercase() } }

fn maybe(flag: bool, loud: Loud, text: String) -> usize {
    let kept = if flag { drop(loud); text.clone() } else { String::from("kept") };
    let pair = (kept, text);
    let (first, _) = pair;
    first.len()
}

fn main() {
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).unwrap();
    let shapes = vec![
        Shape::Circle { radius: 1.5 },
        Shape::Named(line, Some(Box::new(Shape::Nothing))),
    ];
    let shared = Rc::new(shapes.clone());
    let other = Rc::clone(&shared);
    let mut words: HashMap<String, i32> = HashMap::new();
    let mut sorted = BTreeMap::new();
    for i in 0..5 {
        *words.entry(format!("w{}", i % 2)).or_insert(0) += i;
        sorted.insert(i * 7 % 5, i);
    }
    let mut total = 0u128;
    let mut add = |n: u128| total += n;
    add(3);
    let speaker: Box<dyn Speak> = Box::new(Loud("boxed"));
    println!("{} {}", speaker.speak(), maybe(true, Loud("a"), "x".into()) + maybe(false, Loud("b"), "yy".into()));
    println!("{} {:?} {:?}", total, sorted, other.len());
    let index = words.len() + 3;
    println!("{:?}", shapes[index]);
}
"#;

fn session(text: &str, profile: Profile) -> Session {
    let session = Session::new(&Compiler::new(), "main.rs", text, profile);
    assert!(session.diagnostics().is_empty(), "{}", session.render_diagnostics(false));
    session
}

fn recorded(mut debugger: Debugger) -> (Debugger, MemoryHost) {
    let mut host = MemoryHost { stdin: b"round\n".to_vec(), ..MemoryHost::default() };
    debugger.record(&mut host, u64::MAX);
    (debugger, host)
}

fn go(debugger: &mut Debugger, travel: &Travel) -> String {
    debugger.go(travel);
    loop {
        if let Progress::Arrived(remark) = debugger.advance(u64::MAX) {
            return remark;
        }
    }
}

/// All that there is to see of the moment that is looked at.
fn seen(debugger: &mut Debugger, panes: &[Pane]) -> String {
    let at = debugger.at();
    let picture = debugger
        .look(at, |debugger, vm, frames| debugger.variables().map(|variables| variables.picture(frames, vm.memory())));
    let lines = debugger.lines(panes);
    format!("{:?}\n{picture:?}\n{lines:?}", debugger.moment())
}

#[test]
fn a_bundle_tells_what_its_session_tells() {
    for profile in [Profile::Debug, Profile::Release] {
        let session = session(PROGRAM, profile);
        let file = session.bundle(&[Layer::Ir, Layer::Types, Layer::Wat]).expect("compiles");
        let bundle = Bundle::load(&file).expect("what was written can be read");
        assert_eq!(bundle.source().text, PROGRAM);
        let (mut of_bundle, first) = recorded(bundle.debugger().expect("memory"));
        let (mut of_session, second) = recorded(session.debugger().expect("compiles"));
        assert_eq!((&first.stdout, &first.stderr), (&second.stdout, &second.stderr));
        assert!(String::from_utf8_lossy(&first.stderr).contains("index out of bounds"), "it ends by a panic");
        assert_eq!(of_bundle.panicked(), of_session.panicked());
        let panes = [Layer::Types, Layer::Ir, Layer::Bytecode, Layer::Wat].map(|layer| Pane { layer, library: false });
        for &pane in &panes {
            let docs = [&of_bundle, &of_session].map(|d| d.info().doc(pane).expect("a pane").into_owned());
            assert!(docs[0] == docs[1], "{pane:?}");
        }
        let steps = [Travel::ToBeginning, Travel::ToPanic, Travel::ToOutput(0, 3), Travel::ToLine(38, Back)];
        for travel in &steps {
            assert_eq!(go(&mut of_bundle, travel), go(&mut of_session, travel), "{travel:?}");
            assert_eq!(seen(&mut of_bundle, &panes), seen(&mut of_session, &panes), "{travel:?}");
        }
        for (unit, direction) in [(Unit::Expression, Back), (Unit::Line, Forward), (Unit::Instruction, Forward)] {
            go(&mut of_bundle, &Travel::ToPanic);
            go(&mut of_session, &Travel::ToPanic);
            for _ in 0..60 {
                let travel = Travel::Step(unit, Calls::Into, direction);
                assert_eq!(go(&mut of_bundle, &travel), go(&mut of_session, &travel));
                let (found, expected) = (seen(&mut of_bundle, &panes), seen(&mut of_session, &panes));
                assert!(found == expected, "{profile:?} {travel:?} at {}:\n{found}\n{expected}", of_session.at());
            }
        }
    }
}

#[test]
fn panes_that_were_not_put_in_are_not_known() {
    let file = session("fn main() { println!(\"{}\", 6 * 7); }", Profile::Debug).bundle(&[]).expect("compiles");
    let (debugger, host) = recorded(Bundle::load(&file).expect("readable").debugger().expect("memory"));
    assert_eq!(host.stdout, b"42\n");
    assert!(debugger.info().doc(Pane { layer: Layer::Ir, library: false }).is_none());
    assert!(debugger.info().doc(Pane { layer: Layer::Bytecode, library: true }).is_some());
}

#[test]
fn damage_is_an_error_and_never_a_panic() {
    let file = session(PROGRAM, Profile::Debug).bundle(&[Layer::Ir]).expect("compiles");
    assert_eq!(Bundle::load(b"").err(), Some(BundleError::NotABundle));
    assert_eq!(Bundle::load(b"STDB\x02\x00").err(), Some(BundleError::Version(2)));
    assert_eq!(Bundle::load(&file[..file.len() / 2]).err(), Some(BundleError::Damaged));
    // A body that stands for more than may be.
    let mut bomb = file[..6].to_vec();
    bomb.extend(miniz_oxide::deflate::compress_to_vec(&vec![0; (32 << 20) + 1], 6));
    assert_eq!(Bundle::load(&bomb).err(), Some(BundleError::Damaged));

    // Whatever the fields say, looking at moments ends and does not panic. The numbers look random and are the same each time.
    let body = miniz_oxide::inflate::decompress_to_vec(&file[6..]).expect("a stream");
    let mut state = 0x9E37_79B9_u32;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state as usize % below
    };
    let mut opened = 0;
    for _ in 0..150 {
        let mut changed = body.clone();
        for _ in 0..1 + next(6) {
            let at = next(changed.len());
            changed[at] = [0, 1, 0x7F, 0x80, 0xFF, next(256) as u8][next(6)];
        }
        let mut file = file[..6].to_vec();
        file.extend(miniz_oxide::deflate::compress_to_vec(&changed, 1));
        let Ok(bundle) = Bundle::load(&file) else { continue };
        opened += 1;
        let mut debugger = bundle.debugger().expect("memory");
        debugger.record(&mut MemoryHost::default(), 50_000);
        let panes = [Layer::Ir, Layer::Bytecode].map(|layer| Pane { layer, library: false });
        for travel in [Travel::ToBeginning, Travel::To(40_000), Travel::ToLine(38, Forward), Travel::ToPanic] {
            go(&mut debugger, &travel);
            seen(&mut debugger, &panes);
        }
    }
    assert!(opened > 20, "some of the damage gets as far as the debugger: {opened}");
}
