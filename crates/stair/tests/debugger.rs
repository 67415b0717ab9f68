//! The step debugger: where steps end, what a moment shows, and what stops a run.

use expect_test::{Expect, expect};
use stair::debugger::{BreakAt, Breakpoint, Calls, Debugger, Layer, Pane, Progress, Travel, Unit};
use stair::history::Direction::{self, Back, Forward};
use stair::host::MemoryHost;
use stair::vm::{Limits, Vm};
use stair::{Compiler, Profile, Session};
use std::sync::Arc;

fn debugger(profile: Profile, text: &str) -> Debugger {
    let session = Session::new(&Compiler::new(), "main.rs", text, profile);
    assert!(session.diagnostics().is_empty(), "{}", session.render_diagnostics(false));
    let mut debugger = session.debugger().expect("compiles");
    debugger.record(&mut MemoryHost::default(), u64::MAX);
    go(&mut debugger, &Travel::ToBeginning);
    debugger
}

/// Goes there, and says what was remarked.
fn go(debugger: &mut Debugger, travel: &Travel) -> String {
    debugger.go(travel);
    arrive(debugger)
}

/// Carries on with the journey, in small spells, and says what was remarked.
fn arrive(debugger: &mut Debugger) -> String {
    loop {
        if let Progress::Arrived(remark) = debugger.advance(5000) {
            return remark;
        }
    }
}

/// `2: total += i` — the line and the expression that runs, with how deep the calls are.
fn place(debugger: &mut Debugger) -> String {
    let moment = debugger.moment();
    let text = &debugger.source().text;
    match (moment.line, moment.span) {
        (Some(line), Some(span)) => {
            let piece = text[span.lo as usize..span.hi as usize].lines().next().unwrap_or("");
            format!("{}{line}: {piece}", "  ".repeat(moment.depth.saturating_sub(1).min(8)))
        }
        _ => moment.narration,
    }
}

/// The places of all steps of a kind to the end; stepping back leads through the same ones.
fn walk(debugger: &mut Debugger, unit: Unit, calls: Calls) -> String {
    let mut text = String::new();
    let mut moments = vec![debugger.at()];
    for _ in 0..60 {
        text.push_str(&format!("{}\n", place(debugger)));
        let remark = go(debugger, &Travel::Step(unit, calls, Forward));
        if !remark.is_empty() {
            text.push_str(&format!("{remark}\n"));
            break;
        }
        moments.push(debugger.at());
    }
    if calls == Calls::Into {
        for &moment in moments.iter().rev() {
            if debugger.at() != moment {
                go(debugger, &Travel::Step(unit, calls, Back));
                assert_eq!(debugger.at(), moment, "back");
            }
        }
    }
    text
}

fn check(actual: &str, expected: &Expect) {
    expected.assert_eq(actual);
}

const SUM: &str = "fn square(n: u32) -> u32 {
    let result = n * n;
    result
}

fn main() {
    let mut total = 0;
    for i in 0..2 {
        total += square(i + 1);
    }
    println!(\"{total}\");
    let text = total.to_string();
    assert!(text.len() > 3, \"short\");
}
";

#[test]
fn lines() {
    let mut debugger = debugger(Profile::Debug, SUM);
    check(
        &walk(&mut debugger, Unit::Line, Calls::Into),
        &expect![[r#"
              7: mut total
              8: 0
              9: i
                2: n
                3: result
                4: }
              8: for i in 0..2 {
              9: i
                2: n
                3: result
                4: }
              8: for i in 0..2 {
              11: total
              12: total.to_string()
              13: text
            The end of the recording.
        "#]],
    );
}

#[test]
fn lines_over_calls() {
    let mut debugger = debugger(Profile::Debug, SUM);
    check(
        &walk(&mut debugger, Unit::Line, Calls::Over),
        &expect![[r#"
              7: mut total
              8: 0
              9: i
              8: for i in 0..2 {
              9: i
              8: for i in 0..2 {
              11: total
              12: total.to_string()
              13: text
            The end of the recording.
        "#]],
    );
}

/// The lines that steps over calls come to from the beginning of the run, and from its end in the order of the run.
fn over_from_both_ends(text: &str) -> [Vec<Option<u32>>; 2] {
    let mut debugger = debugger(Profile::Debug, text);
    [(0, Forward), (u64::MAX, Back)].map(|(end, direction)| {
        go(&mut debugger, &Travel::To(end));
        let mut lines = Vec::new();
        while go(&mut debugger, &Travel::Step(Unit::Line, Calls::Over, direction)).is_empty() {
            lines.push(debugger.moment().line);
        }
        if direction == Back {
            lines.reverse();
        }
        lines
    })
}

#[test]
fn from_the_ends_of_a_run() {
    let text = "fn f(n: u32) -> u32 {\n    n + 1\n}\nfn main() {\n    let n = f(1);\n    f(n);\n}\n";
    let [forward, back] = over_from_both_ends(text);
    assert_eq!(forward, [Some(5), Some(6), Some(7)]);
    assert_eq!(back, forward);
    // What is dropped at the last brace is dropped by a call, which is stepped over from both sides.
    let text = "struct Noisy(u32);\nimpl Drop for Noisy {\n    fn drop(&mut self) {\n        self.0 += 1;\n    }\n}\nfn main() {\n    let n = Noisy(1);\n    let m = n.0 + 1;\n}\n";
    let [forward, back] = over_from_both_ends(text);
    assert!(forward.iter().all(|&line| line >= Some(7)) && forward.ends_with(&[Some(9), Some(10)]), "{forward:?}");
    assert_eq!(back, forward);
    let mut debugger = debugger(Profile::Debug, text);
    go(&mut debugger, &Travel::To(u64::MAX));
    go(&mut debugger, &Travel::Step(Unit::Line, Calls::Into, Back));
    assert_eq!(debugger.moment().line, Some(5), "a step into calls comes to the destructor's end");
}

#[test]
fn expressions() {
    let mut debugger = debugger(
        Profile::Debug,
        "fn main() {\n    let (a, b, c) = (2, 3, 4);\n    let d = a + b * c;\n    std::process::exit(d)\n}\n",
    );
    check(
        &walk(&mut debugger, Unit::Expression, Calls::Into),
        &expect![[r#"
          2: 2
          2: a
          2: 3
          2: b
          2: 4
          2: c
          3: a
          3: b
          3: c
          3: b * c
          3: a + b * c
          3: d
          4: d
          4: std::process::exit(d)
        The end of the recording.
    "#]],
    );
}

#[test]
fn calls() {
    let mut debugger = debugger(
        Profile::Debug,
        "fn fib(n: u32) -> u32 { if n < 2 { n } else { fib(n - 1) + fib(n - 2) } }\nfn main() {\n    let n = [1, 2].iter().map(|&n| fib(n + 1)).sum::<u32>();\n    std::process::exit(n as i32)\n}\n",
    );
    check(
        &walk(&mut debugger, Unit::Call, Calls::Into),
        &expect![[r#"
          3: [1, 2].iter()
                      3: &n
                        1: n
                        1: n
                        1: n
                      3: &n
                        1: n
                        1: n
                        1: n
                        1: n
                        1: n
        The end of the recording.
    "#]],
    );
}

#[test]
fn out_and_back_out() {
    let mut debugger = debugger(Profile::Debug, SUM);
    let mut seen = String::new();
    let mut go_and_see = |debugger: &mut Debugger, what: &str, travel: Travel| {
        let remark = go(debugger, &travel);
        seen.push_str(&format!("{what}: {} {remark}\n", place(debugger).trim_start()));
    };
    let debugger = &mut debugger;
    go_and_see(debugger, "to line 2", Travel::ToLine(2, Forward));
    go_and_see(debugger, "to line 2 again", Travel::ToLine(2, Forward));
    go_and_see(debugger, "and again", Travel::ToLine(2, Forward));
    let inside = debugger.at();
    go_and_see(debugger, "out", Travel::Step(Unit::Line, Calls::Out, Forward));
    assert!(debugger.at() > inside);
    go_and_see(debugger, "back over", Travel::Step(Unit::Line, Calls::Over, Back));
    assert!(debugger.at() < inside);
    go_and_see(debugger, "there", Travel::To(inside));
    go_and_see(debugger, "back out", Travel::Step(Unit::Line, Calls::Out, Back));
    assert!(debugger.at() < inside);
    go_and_see(debugger, "line 11 before", Travel::ToLine(11, Back));
    go_and_see(debugger, "to the panic", Travel::ToPanic);
    go_and_see(debugger, "far beyond", Travel::To(u64::MAX - 1));
    go_and_see(debugger, "to the last", Travel::To(u64::MAX));
    check(
        &seen,
        &expect![[r#"
        to line 2: 2: n 
        to line 2 again: 2: n 
        and again: 2: n Line 2 does not run later on.
        out: 9: square(i + 1) 
        back over: 9: i 
        there: 2: n 
        back out: 9: square(i + 1) 
        line 11 before: 9: square(i + 1) Line 11 has not run before.
        to the panic: 13: assert!(text.len() > 3, "short") 
        far beyond: 13: assert!(text.len() > 3, "short") The recording has no more moments.
        to the last: 13: assert!(text.len() > 3, "short") 
    "#]],
    );
}

#[test]
fn the_panic_of_a_run_is_found() {
    let panics = [
        ("let v = vec![1, 2, 3]; let i = v.len(); v[i];", "v[i]"),
        ("let x: Option<u8> = None; x.unwrap();", "x.unwrap()"),
        ("let d = String::new().len(); 7 / d;", "7 / d"),
        ("panic!(\"{}\", 5);", "panic!(\"{}\", 5)"),
        (
            "let v: Vec<u8> = Vec::new(); v.iter().map(|b| b + 1).max().expect(\"some\");",
            "v.iter().map(|b| b + 1).max().expect(\"some\")",
        ),
        ("let _ = [3u8, 255].iter().map(|b| b / (b - 3)).max();", "b / (b - 3)"),
        (
            "std::cell::RefCell::new(1).try_borrow_mut().map(|_| ()).unwrap(); \"x\".parse::<u8>().unwrap();",
            "\"x\".parse::<u8>().unwrap()",
        ),
    ];
    for (body, culprit) in panics {
        for profile in [Profile::Debug, Profile::Release] {
            let mut debugger = debugger(
                profile,
                &format!("#[allow(unconditional_panic, arithmetic_overflow)]\nfn main() {{\n    {body}\n}}\n"),
            );
            assert!(debugger.panicked(), "{body}");
            assert_eq!(go(&mut debugger, &Travel::ToPanic), "");
            let place = place(&mut debugger);
            // What was inlined from the library has no place in the program's own text.
            let is_there = place.trim_start() == format!("3: {culprit}");
            assert!(is_there || profile == Profile::Release, "{body}: {place}");
            let moment = debugger.moment();
            let inner = &debugger.program().funcs[moment.frames[0].func as usize];
            assert!(inner.is_user, "{body}: {}", inner.name);
        }
    }
    for body in ["std::process::exit(101);", "println!(\"all is well\");"] {
        let mut debugger = debugger(Profile::Debug, &format!("fn main() {{ {body} }}"));
        assert!(!debugger.panicked(), "{body}");
        assert_eq!(go(&mut debugger, &Travel::ToPanic), "The run did not end by a panic.");
    }
}

#[test]
fn output_is_found_by_its_bytes() {
    let mut debugger = debugger(
        Profile::Debug,
        "fn main() {\n    for i in 0..3 {\n        println!(\"line {i}\");\n        eprintln!(\"also\");\n    }\n}\n",
    );
    let printed = String::from_utf8_lossy(debugger.history().stdout()).into_owned();
    for (index, _) in printed.match_indices("line") {
        assert_eq!(go(&mut debugger, &Travel::ToOutput(0, index as u64)), "");
        let moment = debugger.moment();
        assert_eq!(moment.printed[0], index as u64);
        assert_eq!(moment.line, Some(3));
        go(&mut debugger, &Travel::Step(Unit::Instruction, Calls::Into, Forward));
        let moment = debugger.moment();
        assert!(moment.printed[0] > index as u64);
    }
    assert_eq!(go(&mut debugger, &Travel::ToOutput(0, 1000)), "The program has not printed that.");
}

/// Runs into breakpoints to the end and back to the beginning; the places of the way there.
fn runs(debugger: &mut Debugger, breakpoints: &[BreakAt]) -> String {
    let breakpoints: Vec<Breakpoint> =
        breakpoints.iter().map(|at| Breakpoint { at: at.clone(), condition: String::new(), enabled: true }).collect();
    let mut text = format!("{:?}\n", debugger.set_breakpoints(&breakpoints));
    let mut moments = Vec::new();
    loop {
        let remark = go(debugger, &Travel::Run(Forward));
        if !remark.is_empty() {
            break text.push_str(&format!("{remark}\n"));
        }
        moments.push(debugger.at());
        text.push_str(&format!("{}\n", place(debugger).trim_start()));
    }
    for &moment in moments.iter().rev() {
        assert_eq!(go(debugger, &Travel::Run(Back)), "");
        assert_eq!(debugger.at(), moment, "backwards");
    }
    assert_eq!(go(debugger, &Travel::Run(Back)), "No breakpoint before: this is the beginning.");
    text
}

#[test]
fn breakpoints() {
    let mut debugger = debugger(Profile::Debug, SUM);
    let mut text = String::new();
    for breakpoints in [
        vec![BreakAt::Line(9)],
        vec![BreakAt::Line(5), BreakAt::Line(400)],
        vec![BreakAt::Function("square".to_owned()), BreakAt::Function("cube".to_owned())],
        vec![BreakAt::Instruction("square".to_owned(), 0), BreakAt::Instruction("square".to_owned(), 1)],
        vec![
            BreakAt::Variable("main".to_owned(), "total".to_owned()),
            BreakAt::Variable("main".to_owned(), "x".to_owned()),
        ],
        vec![BreakAt::Variable("square".to_owned(), "result".to_owned())],
    ] {
        text.push_str(&runs(&mut debugger, &breakpoints));
    }
    check(
        &text,
        &expect![[r#"
            [Ok([9])]
            9: i
            9: i
            No breakpoint later on: this is the end.
            [Ok([7]), Err("no code begins on line 400 or below")]
            7: mut total
            No breakpoint later on: this is the end.
            [Ok([2]), Err("there is no function `cube` in the running program")]
            2: n
            2: n
            No breakpoint later on: this is the end.
            [Ok([2]), Err("no instruction of `square` begins at 1")]
            2: n
            2: n
            No breakpoint later on: this is the end.
            [Ok([]), Err("`main` has no variable `x` when it runs")]
            9: total += square(i + 1)
            9: total += square(i + 1)
            No breakpoint later on: this is the end.
            [Ok([])]
            2: result
            2: result
            No breakpoint later on: this is the end.
        "#]],
    );
}

#[test]
fn watched_memory() {
    let mut debugger = debugger(
        Profile::Debug,
        "fn add(n: &mut [u16; 3], i: usize) {\n    n[i] += 1;\n    n[i] += 0;\n}\nfn main() {\n    let mut counts = [0; 3];\n    for i in [1, 0, 1] {\n        add(&mut counts, i);\n    }\n    let copy = counts;\n    println!(\"{copy:?}\");\n}\n",
    );
    go(&mut debugger, &Travel::ToLine(2, Forward));
    let address = debugger.look(debugger.at(), |_, _, frames| frames[0].locals[0]);
    go(&mut debugger, &Travel::ToBeginning);
    let text = runs(&mut debugger, &[BreakAt::Memory(address + 2, 2)]);
    check(
        &text,
        &expect![[r#"
        [Ok([])]
        2: n[i] += 1
        2: n[i] += 1
        No breakpoint later on: this is the end.
    "#]],
    );

    // Who wrote it last, whether or not that changed it?
    let mut seen = Vec::new();
    go(&mut debugger, &Travel::ToLine(11, Forward));
    let write = |debugger: &mut Debugger, direction: Direction| {
        debugger.go_to_write(address + 2, 2, direction);
        arrive(debugger)
    };
    while write(&mut debugger, Back).is_empty() {
        seen.push(place(&mut debugger).trim_start().to_owned());
    }
    check(
        &seen.join("\n"),
        &expect![[r#"
        3: n[i] += 0
        2: n[i] += 1
        3: n[i] += 0
        2: n[i] += 1
        6: [0; 3]"#]],
    );
    assert_eq!(write(&mut debugger, Forward), "");
}

#[test]
fn variables_of_one_call() {
    let mut debugger = debugger(
        Profile::Debug,
        "fn down(n: u32) -> u32 {\n    let mut sum = n;\n    if n > 0 {\n        sum += down(n - 1);\n    }\n    sum\n}\nfn main() {\n    println!(\"{}\", down(3));\n}\n",
    );
    go(&mut debugger, &Travel::ToOutput(0, 0));
    go(&mut debugger, &Travel::ToLine(6, Back));
    let mut seen = String::new();
    for (name, direction) in [("sum", Back), ("sum", Back), ("sum", Back), ("sum", Forward), ("y", Back)] {
        debugger.go_to_change("down", name, direction);
        let remark = arrive(&mut debugger);
        let moment = debugger.moment();
        seen.push_str(&format!("{} — {} {remark}\n", place(&mut debugger).trim_start(), moment.narration));
    }
    check(
        &seen,
        &expect![[r#"
        4: sum += down(n - 1) — Pops 6 into `sum`, which was 3. 
        2: mut sum — Pops 3 into `sum`, which was 0. 
        2: mut sum — Pops 3 into `sum`, which was 0. Nothing has changed `sum` before.
        4: sum += down(n - 1) — Pops 6 into `sum`, which was 3. 
        4: sum += down(n - 1) — Pops 6 into `sum`, which was 3. `y` is not in memory or in a local here.
    "#]],
    );
}

#[test]
fn every_pane_has_the_moment() {
    for profile in [Profile::Debug, Profile::Release] {
        let mut debugger = debugger(profile, SUM);
        go(&mut debugger, &Travel::ToLine(2, Forward));
        let layers = [Layer::Types, Layer::Ir, Layer::Bytecode, Layer::Wat, Layer::Wasm];
        let panes = [false, true].map(|library| layers.map(|layer| Pane { layer, library })).concat();
        let all = debugger.lines(&panes);
        assert_eq!(all.iter().map(|lines| lines.pane).collect::<Vec<_>>(), panes);
        assert_eq!(debugger.lines(&panes[3..4]), all[3..4], "only what is asked for");
        for lines in &all {
            let doc = debugger.info().doc(lines.pane).expect("a pane");
            // What was inlined has no line of its own in the typed tree.
            assert!(!lines.lines.is_empty() || profile == Profile::Release, "{:?}", lines.pane);
            for &line in &lines.lines {
                let line = &doc.lines[line as usize];
                let snippet =
                    line.span.map(|span| debugger.source().text[span.lo as usize..span.hi as usize].to_owned());
                assert!(
                    snippet.as_deref().is_some_and(|s| "let result = n * n;".contains(s)),
                    "{profile:?} {:?}: {line:?}",
                    lines.pane
                );
            }
        }
        // Each of those lines leads back to the moment.
        let here = debugger.at();
        for lines in all {
            go(&mut debugger, &Travel::To(here + 1));
            let Some(&line) = lines.lines.first() else { continue };
            let remark = go(&mut debugger, &Travel::ToPaneLine(lines.pane, line, Back));
            assert_eq!(remark, "", "{profile:?} {:?}", lines.pane);
            let moment = debugger.moment();
            assert!(
                moment.step <= here && debugger.lines(&[lines.pane]) == [lines.clone()],
                "{profile:?} {:?}",
                lines.pane
            );
            assert!(profile == Profile::Release || moment.step == here, "{:?}", lines.pane);
        }
    }
}

#[test]
fn narration() {
    let mut debugger = debugger(
        Profile::Debug,
        "struct P { x: i32, y: u8 }\nfn f(p: &mut P, n: usize) -> i32 {\n    p.x += 3;\n    p.y = [1, 2, 3][n];\n    if p.y == 2 { p.x * 2 } else { -1 }\n}\nfn main() {\n    let mut p = P { x: 4, y: 0 };\n    let r = f(&mut p, 1);\n    std::process::exit(r / (r - 14))\n}\n",
    );
    let mut text = String::new();
    loop {
        let moment = debugger.moment();
        let Some(next) = moment.next else { break };
        if !debugger.program().funcs[next.step.func as usize].is_user {
            break;
        }
        let values = |cells: &[stair::vm::TypedCell]| {
            let texts: Vec<String> = cells.iter().map(|c| stair::bytecode::value_text(c.ty, c.bits)).collect();
            texts.join(" ")
        };
        text.push_str(&format!(
            "{:<28} [{}] → [{}]  {}\n",
            next.text,
            values(&next.before),
            values(&next.after),
            moment.narration
        ));
        go(&mut debugger, &Travel::Step(Unit::Instruction, Calls::Into, Forward));
    }
    check(
        &text,
        &expect![[r#"
            SLOT_ADDR p                  [] → [8400864]  Pushes 0x802fe0, the address of `p` in the frame.
            PUSH_I32 4                   [8400864] → [8400864 4]  Pushes the constant 4.
            STORE_I32                    [8400864 4] → []  Pops 4 and an address and writes 4 bytes at 0x802fe0.
            SLOT_ADDR p                  [] → [8400864]  Pushes 0x802fe0, the address of `p` in the frame.
            PUSH_I8 0                    [8400864] → [8400864 0]  Pushes the constant 0.
            STORE_I8 +4                  [8400864 0] → []  Pops 0 and an address and writes 1 byte at 0x802fe4.
            SLOT_ADDR p                  [] → [8400864]  Pushes 0x802fe0, the address of `p` in the frame.
            PUSH_I64 1                   [8400864] → [8400864 1]  Pushes the constant 1.
            CALL f                       [8400864 1] → []  Pops 8400864 and 1 and calls `f` with them.
            LOAD_LOCAL p                 [] → [8400864]  Pushes 8400864, the value of `p`.
            STORE_LOCAL $2               [8400864] → []  Pops 8400864 into `$2`, which was 0.
            LOAD_LOCAL $2                [] → [8400864]  Pushes 8400864, the value of `$2`.
            LOAD_LOCAL $2                [8400864] → [8400864 8400864]  Pushes 8400864, the value of `$2`.
            LOAD_I32                     [8400864 8400864] → [8400864 4]  Pops an address and pushes 4, the 4 bytes at 0x802fe0.
            PUSH_I32 3                   [8400864 4] → [8400864 4 3]  Pushes the constant 3.
            ADD_I32                      [8400864 4 3] → [8400864 7]  ADD_I32 pops 4 and 3, pushes 7.
            STORE_I32                    [8400864 7] → []  Pops 7 and an address and writes 4 bytes at 0x802fe0.
            SLOT_ADDR $t0                [] → [8400848]  Pushes 0x802fd0, the address of `$t0` in the frame.
            PUSH_I8 1                    [8400848] → [8400848 1]  Pushes the constant 1.
            STORE_I8                     [8400848 1] → []  Pops 1 and an address and writes 1 byte at 0x802fd0.
            SLOT_ADDR $t0                [] → [8400848]  Pushes 0x802fd0, the address of `$t0` in the frame.
            PUSH_I8 2                    [8400848] → [8400848 2]  Pushes the constant 2.
            STORE_I8 +1                  [8400848 2] → []  Pops 2 and an address and writes 1 byte at 0x802fd1.
            SLOT_ADDR $t0                [] → [8400848]  Pushes 0x802fd0, the address of `$t0` in the frame.
            PUSH_I8 3                    [8400848] → [8400848 3]  Pushes the constant 3.
            STORE_I8 +2                  [8400848 3] → []  Pops 3 and an address and writes 1 byte at 0x802fd2.
            LOAD_LOCAL n                 [] → [1]  Pushes 1, the value of `n`.
            STORE_LOCAL $2               [1] → []  Pops 1 into `$2`, which was 8400864.
            LOAD_LOCAL $2                [] → [1]  Pushes 1, the value of `$2`.
            PUSH_I64 3                   [1] → [1 3]  Pushes the constant 3.
            BOUNDS_CHECK                 [1 3] → []  Pops the length 3 and the index 1: it is within bounds.
            LOAD_LOCAL p                 [] → [8400864]  Pushes 8400864, the value of `p`.
            SLOT_ADDR $t0                [8400864] → [8400864 8400848]  Pushes 0x802fd0, the address of `$t0` in the frame.
            LOAD_LOCAL $2                [8400864 8400848] → [8400864 8400848 1]  Pushes 1, the value of `$2`.
            ADD_WRAP_I64                 [8400864 8400848 1] → [8400864 8400849]  ADD_WRAP_I64 pops 8400848 and 1, pushes 8400849.
            LOAD_I8                      [8400864 8400849] → [8400864 2]  Pops an address and pushes 2, the 1 byte at 0x802fd1.
            STORE_I8 +4                  [8400864 2] → []  Pops 2 and an address and writes 1 byte at 0x802fe4.
            LOAD_LOCAL p                 [] → [8400864]  Pushes 8400864, the value of `p`.
            LOAD_I8 +4                   [8400864] → [2]  Pops an address and pushes 2, the 1 byte at 0x802fe4.
            PUSH_I8 2                    [2] → [2 2]  Pushes the constant 2.
            EQ_I8                        [2 2] → [1]  EQ_I8 pops 2 and 2, pushes 1.
            JUMP_IF_FALSE L0             [1] → []  Pops 1 (true) and goes on with the next instruction.
            LOAD_LOCAL p                 [] → [8400864]  Pushes 8400864, the value of `p`.
            LOAD_I32                     [8400864] → [7]  Pops an address and pushes 7, the 4 bytes at 0x802fe0.
            PUSH_I32 2                   [7] → [7 2]  Pushes the constant 2.
            MUL_I32                      [7 2] → [14]  MUL_I32 pops 7 and 2, pushes 14.
            STORE_LOCAL $3               [14] → []  Pops 14 into `$3`, which was 0.
            JUMP L1                      [] → []  Goes on at L1.
            LOAD_LOCAL $3                [] → [14]  Pushes 14, the value of `$3`.
            RETURN                       [14] → [14]  Returns 14 to `main`.
            STORE_LOCAL r                [14] → []  Pops 14 into `r`, which was 0.
            LOAD_LOCAL r                 [] → [14]  Pushes 14, the value of `r`.
            LOAD_LOCAL r                 [14] → [14 14]  Pushes 14, the value of `r`.
            PUSH_I32 14                  [14 14] → [14 14 14]  Pushes the constant 14.
            SUB_I32                      [14 14 14] → [14 0]  SUB_I32 pops 14 and 14, pushes 0.
            DIV_I32                      [14 0] → []  DIV_I32 pops 14 and 0: the divisor is 0, so the program panics.
        "#]],
    );
}

#[test]
fn conditions() {
    let text = "struct P { at: (i32, f64), name: String }
enum E { A(u8), B }
fn f(n: &u32, p: &mut P, v: &[u16], e: E) -> u32 {
    p.at.0 += 1;
    let word = v.len() as u32;
    *n + word
}
fn main() {
    let mut p = P { at: (0, 1.5), name: String::from(\"x\") };
    let mut found: Option<u32> = None;
    for i in 0..4u32 {
        let v: Vec<u16> = (0..i as u16).map(|k| k * 10).collect();
        let n = f(&i, &mut p, &v, if i == 2 { E::B } else { E::A(7) });
        p.name.push('y');
        if n > 4 { found = Some(n); }
        println!(\"{n}\");
    }
    println!(\"{found:?}\");
}
";
    let mut debugger = debugger(Profile::Debug, text);
    // Line 6 runs with i = 0, 1, 2, 3; line 16 after it.
    let mut stops = |line: u32, condition: &str| -> Result<usize, String> {
        let at = BreakAt::Line(line);
        let breakpoint = Breakpoint { at, condition: condition.to_owned(), enabled: true };
        debugger.set_breakpoints(&[breakpoint]).remove(0)?;
        go(&mut debugger, &Travel::ToBeginning);
        let mut count = 0;
        while go(&mut debugger, &Travel::Run(Forward)).is_empty() {
            count += 1;
        }
        Ok(count)
    };
    let holds = [
        (6, "true", 4),
        (6, "*n == 2", 1),
        (6, "*n >= 1 && !(*n == 3)", 2),
        (6, "n % 2 == 1", 2),
        (6, "word * 2 > *n + 1", 2),
        (6, "p.at.0 == 3", 1),
        (6, "p.at.1 * 2.0 == 3.0", 4),
        (6, "p.name == \"xyy\"", 1),
        (6, "p.name.len() > 2 || p.at.0 < 2", 3),
        (6, "v.is_empty()", 1),
        (6, "v[1] == 10", 2),
        (6, "v[2] == 20", 1),
        (16, "found.is_none()", 3),
        (16, "v.len() == 3 && v[2] == 20", 1),
        (16, "n", 0),
    ];
    for (line, condition, count) in holds {
        assert_eq!(stops(line, condition), Ok(count), "{condition}");
    }
    let refused = [
        (6, "x == 1", "no variable `x` can be seen there"),
        (6, "f(1)", "a condition cannot run functions of the program"),
        (6, "n = 1", "a condition compares with `==` and cannot change anything"),
        (6, "v.iter()", "a condition can call len, is_empty, is_some, is_none, is_ok, is_err only"),
        (6, "{ 1; 2 }", "a condition is made of variables, literals, fields, elements, comparisons and logic"),
        (6, "std::f64::consts::PI > 3.0", "a condition can name variables, but no paths"),
    ];
    for (line, condition, reason) in refused {
        assert_eq!(stops(line, condition), Err(reason.to_owned()), "{condition}");
    }
    assert!(stops(6, "n ==").is_err_and(|reason| reason.starts_with("this is not an expression: ")));
    assert!(stops(6, "1) + (2").is_ok_and(|count| count == 0), "brackets that close what is around them");
}

#[test]
fn executions_are_counted() {
    let text = "fn even(n: u32) -> bool {
    n % 2 == 0
}
fn main() {
    let mut found = Vec::new();
    for n in 0..10 {
        if even(n) {
            found.push(n);
        }
    }
    println!(\"{}\", found.len());
}
";
    let mut debugger = debugger(Profile::Debug, text);
    assert!(debugger.hot_functions().is_empty());
    let mut parts = Vec::new();
    while let Some(part) = debugger.count(300) {
        parts.push(part);
    }
    assert!(parts.len() > 3 && parts.is_sorted(), "{parts:?}");
    let lines = debugger.executed_lines();
    assert_eq!(lines, [(2, 10), (3, 10), (5, 1), (6, 11), (7, 10), (8, 5), (11, 1), (12, 1)]);
    let hot = debugger.hot_functions();
    assert_eq!(hot.iter().map(|f| f.steps).sum::<u64>(), debugger.history().recorded().steps);
    let even = hot.iter().find(|f| f.name == "even").expect("it ran");
    assert!((even.calls, even.is_user) == (10, true), "{even:?}");
    // The same by looking at each moment.
    let program = debugger.program().clone();
    let mut places = std::collections::BTreeMap::new();
    let mut vm = Vm::new(Arc::clone(debugger.history().vm().code()), Limits::default()).expect("memory");
    let mut host = MemoryHost::default();
    while let Some(step) = vm.step(&mut host) {
        *places.entry((step.func, step.pc)).or_insert(0u64) += 1;
    }
    let doc = debugger.info().doc(Pane { layer: Layer::Bytecode, library: true }).expect("bytecode");
    let executed = debugger.executed(true);
    let bytecode = executed.iter().find(|e| e.pane.layer == Layer::Bytecode).expect("there");
    assert_eq!(bytecode.lines.len(), program.funcs.iter().map(|f| f.instrs().count()).sum::<usize>());
    assert_eq!(bytecode.lines.iter().map(|l| l.1).sum::<u64>(), places.values().sum::<u64>());
    let call =
        doc.lines.iter().position(|line| line.text.contains("CALL") && line.text.contains("even")).expect("a call");
    assert!(bytecode.lines.contains(&(call as u32, 10)));
    // What was on the heap: nothing at first and nothing at the end, which is where the only spell of the recording ended.
    let heap: Vec<u64> = debugger.heap().iter().map(|(_, left)| left.bytes).collect();
    assert_eq!(heap, [0]);
}

#[test]
fn ownership_stands_beside_the_lines() {
    let text = std::concat!(
        "struct Noisy(u8);\n",
        "impl Drop for Noisy {\n",
        "    fn drop(&mut self) {}\n",
        "}\n",
        "fn take(n: Noisy) -> u8 {\n",
        "    n.0\n",
        "}\n",
        "fn main() {\n",
        "    let a = Noisy(1);\n",
        "    let late;\n",
        "    if a.0 > 0 {\n",
        "        late = take(a);\n",
        "    } else {\n",
        "        late = 3;\n",
        "    }\n",
        "    let mut v = vec![String::new()];\n",
        "    for i in 0..late {\n",
        "        v.push(i.to_string());\n",
        "    }\n",
        "    let w = v;\n",
        "    v = Vec::new();\n",
        "    println!(\"{} {}\", w.len(), v.len());\n",
        "}\n",
    );
    let session = Session::new(&Compiler::new(), "main.rs", text, Profile::Debug);
    let doc = session.ownership_doc().expect("compiles");
    check(
        &doc.text(),
        &expect![[r#"
            ● given its value  ◆ given another  → moved  ? perhaps moved  ○ declared  ✕ dropped  │ owned  ┊ without a value
            fn <Noisy as Drop>::drop
                 3  ●  self initialised
            fn take
                 5  ●  n initialised
                 6  │
                 7  ✕  n dropped
            fn main
                 9  ●          a initialised
                10  │ ○        late declared
                11  │ ┊
                12  → ●        a moved into `take`, late initialised
                13  ┊ │
                14  ┊ ●        late initialised
                15  ┊ │
                16  ┊ │ ●      v initialised
                17  ┊ │ │ ●    i initialised
                18  ┊ │ │ │
                19  ┊ │ │
                20  ┊ │ →   ●  v moved to `w`, w initialised
                21  ┊ │ ◆   │  v reassigned
                22  ┊ │ │   │
                23  ✕ │ ✕   ✕  a dropped, v dropped, w dropped
        "#]],
    );
    // Each line leads to the text that it stands beside.
    for line in &doc.lines {
        let number = line.text.split_whitespace().next().and_then(|word| word.parse::<usize>().ok());
        if let (Some(number), Some(span)) = (number, line.span) {
            assert_eq!(&text[span.lo as usize..span.hi as usize], text.lines().nth(number - 1).expect("a line").trim());
        }
    }
    let empty = Session::new(&Compiler::new(), "main.rs", "fn main() {}", Profile::Debug);
    assert_eq!(empty.ownership_doc().expect("compiles").text(), "no variables\n");
}

#[test]
fn expressions_of_variables_are_evaluated() {
    let text = "struct Point { x: i32, on: bool }
fn main() {
    let point = Point { x: -3, on: true };
    let name = String::from(\"Ada\");
    let all = vec![1.5, 2.0];
    let letter = 'ß';
    let part = 0.1f32;
    println!(\"{part}\");
    println!(\"{}\", name.len() as i32 + point.x + all.len() as i32 + letter as i32);
    drop(name);
    println!(\"{}\", point.on);
}
";
    let mut debugger = debugger(Profile::Debug, text);
    go(&mut debugger, &Travel::ToLine(9, Forward));
    let mut said = String::new();
    let expressions = [
        "point.x * 2",
        "point.on",
        "name",
        "all[1]",
        "all.len() + 1",
        "letter",
        "all",
        "other",
        "f()",
        "all[7]",
        "part",
        "part + 0.2 == 0.3",
        "part * 3.0",
        "1 +",
    ];
    for expression in expressions {
        said.push_str(&format!("{expression}: {:?}\n", debugger.evaluate(expression)));
    }
    // Inside of the library the variables are those of the user's function that called it.
    go(&mut debugger, &Travel::Step(Unit::Instruction, Calls::Into, Forward));
    for _ in 0..200 {
        go(&mut debugger, &Travel::Step(Unit::Instruction, Calls::Into, Forward));
    }
    said.push_str(&format!("depth {}: {:?}\n", debugger.moment().depth, debugger.evaluate("point.x")));
    go(&mut debugger, &Travel::ToLine(11, Forward));
    said.push_str(&format!("moved: {:?}\n", debugger.evaluate("name")));
    check(
        &said,
        &expect![[r#"
            point.x * 2: Ok("-6")
            point.on: Ok("true")
            name: Ok("\"Ada\"")
            all[1]: Ok("2.0")
            all.len() + 1: Ok("3")
            letter: Ok("'ß'")
            all: Err("`all` is not a number, a truth value, a character or a text")
            other: Err("the value of `other` cannot be told there")
            f(): Err("an expression cannot run functions of the program")
            all[7]: Err("the value of `all[7]` cannot be told there")
            part: Ok("0.1")
            part + 0.2 == 0.3: Ok("true")
            part * 3.0: Ok("0.3")
            1 +: Err("this is not an expression: expected expression, found `)`")
            depth 5: Ok("-3")
            moved: Err("the value of `name` cannot be told there")
        "#]],
    );
}
