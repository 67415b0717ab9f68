//! Two programs side by side.

use expect_test::{Expect, expect};
use stair::compare::{Form, Row, compare};
use stair::host::MemoryHost;
use stair::view::Doc;
use stair::{Compiler, Profile, RunLimits, Session};
use std::fmt::Write as _;

const LOOP: &str = "fn sum(values: &[u32]) -> u32 {
    let mut total = 0;
    for i in 0..values.len() {
        total += values[i];
    }
    total
}
fn main() {
    sum(&[1, 2]);
}
";

fn session(source: &str, profile: Profile) -> Session {
    let session = Session::new(&Compiler::new(), "main.rs", source, profile);
    assert!(session.diagnostics().is_empty(), "{}", session.render_diagnostics(false));
    session
}

/// The document's function of that name only.
fn function(doc: Doc, name: &str) -> Doc {
    let function = doc.functions.iter().find(|function| function.name == name).expect("the function");
    let lines = doc.lines[function.lines.start as usize..function.lines.end as usize].to_vec();
    let mut functions = vec![function.clone()];
    functions[0].lines = 0..lines.len() as u32;
    Doc { lines, functions, ..Doc::default() }
}

/// Rows as text: a sign, and both lines with what differs in braces.
fn rows(docs: [&Doc; 2], rows: &[Row]) -> String {
    let mut out = String::new();
    for row in rows {
        let sign = match row.lines {
            _ if row.is_same() => '=',
            [Some(_), Some(_)] => '|',
            [Some(_), None] => '<',
            _ => '>',
        };
        let line = |side: usize| {
            let Some(index) = row.lines[side] else { return String::new() };
            let mut text = docs[side].lines[index as usize].text.clone();
            for range in row.differs[side].iter().rev() {
                text.insert(range.end as usize, '}');
                text.insert(range.start as usize, '{');
            }
            text
        };
        let _ = writeln!(out, "{}", format!("{sign} {:<36} {}", line(0), line(1)).trim_end());
    }
    out
}

fn check(form: Form, docs: [&Doc; 2], expected: Expect) {
    expected.assert_eq(&rows(docs, &compare(form, docs)));
}

#[test]
fn bytecode_that_differs_in_one_operation() {
    let other = LOOP.replace("total += values[i]", "acc ^= values[i]").replace("total", "acc");
    let docs = [LOOP, &other].map(|text| function(session(text, Profile::Debug).bytecode_doc(false).unwrap(), "sum"));
    check(
        Form::Bytecode,
        [&docs[0], &docs[1]],
        expect![[r#"
            = fn sum                               fn sum
            = local values.ptr: I64                local values.ptr: I64
            = local values.len: I64                local values.len: I64
            = local total: I32                     local acc: I32
            = local i: I64                         local i: I64
            = local $end: I64                      local $end: I64
            = local $5: I64                        local $5: I64
            =    0  PUSH_I32         0                0  PUSH_I32         0
            =    4  STORE_LOCAL      total            4  STORE_LOCAL      acc
            =    7  LOAD_LOCAL       values.ptr       7  LOAD_LOCAL       values.ptr
            =   10  LOAD_LOCAL       values.len      10  LOAD_LOCAL       values.len
            =   13  CALL             <[u32]>::len    13  CALL             <[u32]>::len
            =   18  STORE_LOCAL      $end            18  STORE_LOCAL      $end
            =   21  PUSH_I64         0               21  PUSH_I64         0
            =   25  STORE_LOCAL      i               25  STORE_LOCAL      i
            = L0:                                  L0:
            =   28  LOAD_LOCAL       i               28  LOAD_LOCAL       i
            =   31  LOAD_LOCAL       $end            31  LOAD_LOCAL       $end
            =   34  LT_U64                           34  LT_U64
            =   36  JUMP_IF_FALSE    L1              36  JUMP_IF_FALSE    L1
            =   41  LOAD_LOCAL       i               41  LOAD_LOCAL       i
            =   44  STORE_LOCAL      $5              44  STORE_LOCAL      $5
            =   47  LOAD_LOCAL       $5              47  LOAD_LOCAL       $5
            =   50  LOAD_LOCAL       values.len      50  LOAD_LOCAL       values.len
            =   53  BOUNDS_CHECK       ; panics: bounds   53  BOUNDS_CHECK       ; panics: bounds
            =   54  LOAD_LOCAL       total           54  LOAD_LOCAL       acc
            =   57  LOAD_LOCAL       values.ptr      57  LOAD_LOCAL       values.ptr
            =   60  LOAD_LOCAL       $5              60  LOAD_LOCAL       $5
            =   63  PUSH_I64         4               63  PUSH_I64         4
            =   67  MUL_WRAP_I64                     67  MUL_WRAP_I64
            =   69  ADD_WRAP_I64                     69  ADD_WRAP_I64
            =   71  LOAD_I32                         71  LOAD_I32
            <   77  ADD_U32            ; panics: add_overflow
            >                                        77  XOR_I32
            =   79  STORE_LOCAL      total           79  STORE_LOCAL      acc
            =   82  LOAD_LOCAL       i               82  LOAD_LOCAL       i
            =   85  PUSH_I64         1               85  PUSH_I64         1
            =   89  ADD_WRAP_I64                     89  ADD_WRAP_I64
            =   91  STORE_LOCAL      i               91  STORE_LOCAL      i
            =   94  JUMP             L0              94  JUMP             L0
            = L1:                                  L1:
            =   99  LOAD_LOCAL       total           99  LOAD_LOCAL       acc
            =  102  RETURN                          102  RETURN
        "#]],
    );
}

#[test]
fn a_program_is_the_same_as_itself_with_other_names() {
    let other = LOOP.replace("total", "t").replace("values", "v").replace("sum", "add_up");
    for profile in [Profile::Debug, Profile::Release] {
        let [left, right] = [LOOP, &other].map(|text| session(text, profile));
        let pairs = [
            (Form::Ir, left.ir_doc(None, false).unwrap(), right.ir_doc(None, false).unwrap()),
            (Form::Bytecode, left.bytecode_doc(false).unwrap(), right.bytecode_doc(false).unwrap()),
            (Form::Wat, left.wat_doc(false).unwrap(), right.wat_doc(false).unwrap()),
        ];
        for (form, left, right) in pairs {
            for row in compare(form, [&left, &right]) {
                let texts =
                    [(0, &left), (1, &right)].map(|(side, doc)| &doc.lines[row.lines[side].unwrap() as usize].text);
                // The function's own name, and where it says that it panics, are not given by chance.
                let named = texts[0].contains("sum") || texts[0].contains("location") || texts[0].contains("(data");
                assert!(row.is_same() || named, "{form:?}: {texts:?}");
            }
        }
    }
}

#[test]
fn what_a_name_stands_for_is_kept() {
    let doc = |lines: &[&str]| {
        let lines = lines.iter().map(|text| stair::view::Line::new(0, *text)).collect();
        Doc { lines, ..Doc::default() }
    };
    let left = doc(&["v2 = add.i32 v0, v1", "v3 = sub.i32 v2, v0", "return v3"]);
    let right = doc(&["v5 = add.i32 v0, v1", "v6 = sub.i32 v5, v1", "return v6"]);
    check(
        Form::Ir,
        [&left, &right],
        expect![[r#"
            = v2 = add.i32 v0, v1                  v5 = add.i32 v0, v1
            | v3 = sub.i32 v2, {v0}                v6 = sub.i32 v5, {v1}
            = return v3                            return v6
        "#]],
    );
}

#[test]
fn functions_are_paired_by_name_and_by_what_they_do() {
    let left = "fn first() { print!(\"a\"); }\nfn by_loop(n: u32) -> u32 { let mut t = 0; let mut i = 0; while i < n { t += i; i += 1; } t }\nfn main() { first(); by_loop(3); }";
    let right = "fn by_while(n: u32) -> u32 { let mut t = 1; let mut i = 0; while i < n { t *= i; i += 1; } t }\nfn last() { println!(); }\nfn first() { print!(\"a\"); }\nfn main() { first(); last(); by_while(3); }";
    let docs = [left, right].map(|text| session(text, Profile::Debug).bytecode_doc(false).unwrap());
    let names = |row: &Row| {
        [0, 1].map(|side| {
            let text = row.lines[side].map(|line| docs[side].lines[line as usize].text.clone());
            text.filter(|text| text.starts_with("fn "))
        })
    };
    let rows = compare(Form::Bytecode, [&docs[0], &docs[1]]);
    let pairs: Vec<String> = rows
        .iter()
        .map(names)
        .filter(|names| names.iter().any(Option::is_some))
        .map(|names| names.map(|name| name.unwrap_or_default()).join(" – "))
        .collect();
    expect![[r#"
        fn main – fn main
        fn first – fn first
         – fn last
        fn by_loop – fn by_while"#]]
    .assert_eq(&pairs.join("\n"));
}

/// Whatever is compared, every line is in one row, and those of the left are in order.
#[test]
fn every_line_is_there_once() {
    let texts = [
        "fn main() {}",
        LOOP,
        "fn main() { println!(\"{}\", [1, 2].len()); }",
        "fn a() {} fn b() {} fn main() { b(); a(); }",
    ];
    let sessions = texts.map(|text| session(text, Profile::Release));
    for left in &sessions {
        for right in &sessions {
            let pairs = [
                (Form::Text, left.source_doc(), right.source_doc()),
                (Form::Text, left.types_doc().clone(), right.types_doc().clone()),
                (Form::Ir, left.ir_doc(None, true).unwrap(), right.ir_doc(None, true).unwrap()),
                (Form::Wat, left.wat_doc(false).unwrap(), right.wat_doc(false).unwrap()),
                (Form::Bytes, left.wasm_doc(true).unwrap(), right.wasm_doc(true).unwrap()),
            ];
            for (form, left, right) in pairs {
                let rows = compare(form, [&left, &right]);
                for (side, doc) in [&left, &right].into_iter().enumerate() {
                    let mut lines: Vec<u32> = rows.iter().filter_map(|row| row.lines[side]).collect();
                    assert!(side == 1 || lines.is_sorted());
                    lines.sort_unstable();
                    assert_eq!(lines, (0..doc.lines.len() as u32).collect::<Vec<_>>(), "{form:?}");
                }
            }
        }
    }
}

#[test]
fn what_runs_take_and_how_large_programs_are() {
    let of = |text: &str, profile: Profile| {
        let session = session(text, profile);
        let counted =
            session.vm_runner().unwrap().run_counted(&mut MemoryHost::default(), RunLimits::default()).unwrap();
        (session.size().unwrap(), counted)
    };
    let (small, none) = of("fn main() {}", Profile::Release);
    assert_eq!((none.heap.allocations, none.heap.blocks), (0, 0));
    let (large, some) =
        of("fn main() { let v = vec![1u64]; std::mem::forget(v); let _b = Box::new(2); }", Profile::Debug);
    assert_eq!((some.heap.allocations, some.heap.blocks, some.heap.bytes), (2, 1, 8));
    assert!(some.steps > none.steps && large.wasm > small.wasm);
    assert!(large.ir.own < large.ir.all && large.bytecode.own < large.bytecode.all);
    // Nothing gives a block back here: the counter of that is not part of the program.
    let (_, leaked) = of("fn main() { Box::leak(Box::new(5u8)); }", Profile::Release);
    assert_eq!((leaked.heap.allocations, leaked.heap.blocks, leaked.heap.bytes), (1, 1, 1));
}
