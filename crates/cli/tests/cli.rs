//! The command line as a contract: exit codes, streams, stages, and the forms that read back.

#![allow(clippy::disallowed_methods, reason = "a test starts the command and writes files")]

use serde_json::Value;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const HELLO: &str = "fn main() {\n    println!(\"{}\", 6 * 7);\n}\n";
const LOOP: &str = "fn main() {\n    let mut n = 0u64;\n    loop {\n        n = n.wrapping_add(1);\n    }\n}\n";
const PANIC: &str = "fn main() {\n    println!(\"before\");\n    panic!(\"the end\");\n}\n";
const EXIT: &str = "fn main() {\n    eprintln!(\"to stderr\");\n    std::process::exit(7);\n}\n";
const WRONG: &str = "fn main() {\n    let n: i32 = \"text\";\n    println!(\"{} {}\", n, missing);\n}\n";
const OUTSIDE: &str = "async fn later() {}\n\nfn main() {}\n";
/// Enough of the language to fill every stage.
const RICH: &str = "#[derive(Debug, Clone, Copy, PartialEq)]
enum Shape {
    Circle(f64),
    Rect { w: f64, h: f64 },
}

impl Shape {
    fn area(&self) -> f64 {
        match self {
            Shape::Circle(r) => 3.0 * r * r,
            Shape::Rect { w, h } => w * h,
        }
    }
}

static TABLE: [u16; 4] = [1, 10, 100, 1000];

fn sum(values: &[u16]) -> u32 {
    let mut total = 0;
    for i in 0..values.len() {
        total += values[i] as u32;
    }
    total
}

fn main() {
    let shapes = [Shape::Circle(1.5), Shape::Rect { w: 2.0, h: 4.0 }];
    println!(\"{:?} {:.2}\", shapes[0], shapes[0].area() + shapes[1].area());
    println!(\"{:>8}\", sum(&TABLE));
    let mut x = 27u64;
    let mut steps = 0;
    while x != 1 {
        x = if x % 2 == 0 { x / 2 } else { 3 * x + 1 };
        steps += 1;
    }
    println!(\"{steps}\");
}
";

/// The command with arguments, and something on its standard input.
fn staircase(args: &[&str], stdin: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_staircase"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    // Where the command refuses its arguments it reads nothing, and the pipe is closed.
    let _ = child.stdin.take().expect("a pipe").write_all(stdin.as_bytes());
    child.wait_with_output().expect("the command ends")
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Assert how the command ended.
fn ended(args: &[&str], stdin: &str, code: i32) -> Output {
    let output = staircase(args, stdin);
    assert_eq!(output.status.code(), Some(code), "staircase {args:?}\n{}{}", stdout(&output), stderr(&output));
    output
}

/// A file of this test's own.
fn file(name: &str, text: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli");
    fs::create_dir_all(&folder).expect("a folder in target");
    let path = folder.join(name);
    fs::write(&path, text).expect("a writable folder");
    path
}

fn json_lines(output: &Output) -> Vec<Value> {
    stdout(output).lines().map(|line| serde_json::from_str(line).expect("a JSON object on each line")).collect()
}

#[test]
fn a_run_has_the_programs_output_and_exit_code() {
    for engine in ["tree", "vm", "wasm"] {
        for profile in ["debug", "release"] {
            let args = ["run", "--engine", engine, "--profile", profile, "-"];
            let output = ended(&args, HELLO, 0);
            assert_eq!((stdout(&output).as_str(), stderr(&output).as_str()), ("42\n", ""), "{engine} {profile}");
            let output = ended(&args, EXIT, 7);
            assert_eq!((stdout(&output).as_str(), stderr(&output).as_str()), ("", "to stderr\n"), "{engine} {profile}");
            let output = ended(&args, PANIC, 101);
            assert_eq!(stdout(&output), "before\n", "{engine} {profile}");
            let expected = "\nthread 'main' panicked at main.rs:3:5:\nthe end\nnote: run with `RUST_BACKTRACE=1` \
                            environment variable to display a backtrace\n";
            assert_eq!(stderr(&output), expected, "{engine} {profile}");
        }
    }
}

#[test]
fn what_is_never_given_back_is_counted_on_every_engine() {
    let kept = "fn main() { std::mem::forget(vec![1_u64, 2, 3]); println!(\"{}\", Box::new(5)); }";
    let dropped = "fn main() { let v = vec![1_u64, 2, 3]; println!(\"{}\", v.len()); }";
    let exits = "fn main() { let _b = Box::new(7_u8); std::process::exit(3) }";
    for engine in ["tree", "vm", "wasm"] {
        for (program, code, said) in [
            (kept, 0, "heap: 1 block with 24 bytes never given back\n"),
            (dropped, 0, "heap: everything was given back\n"),
            (exits, 3, "heap: 1 block with 1 byte never given back\n"),
            ("fn main() {}", 0, "heap: everything was given back\n"),
        ] {
            let output = ended(&["run", "--leaks", "--engine", engine, "-"], program, code);
            assert_eq!(stderr(&output), said, "{engine}: {program}");
        }
    }
}

#[test]
fn a_file_is_named_as_it_was_given() {
    let path = file("named.rs", PANIC);
    let output = ended(&["run", path.to_str().expect("a path in UTF-8")], "", 101);
    assert!(stderr(&output).contains(&format!("panicked at {}:3:5:", path.display())), "{}", stderr(&output));
}

#[test]
fn a_rejected_program_exits_2_and_says_why_on_stderr() {
    let engines = ["tree", "vm", "wasm"].map(|engine| vec!["run", "--engine", engine, "-"]);
    let others = [vec!["check", "-"], vec!["emit", "--stage", "ir", "-"], vec!["time", "-"], vec!["trace", "-"]];
    for args in engines.into_iter().chain(others) {
        let output = ended(&args, WRONG, 2);
        assert_eq!(stdout(&output), "", "{args:?}");
        let text = stderr(&output);
        assert!(text.contains("error[E0308]: mismatched types\n --> main.rs:2:18\n"), "{args:?}\n{text}");
        assert!(text.contains("error[E0425]"), "{args:?}\n{text}");
    }
    let text = stderr(&ended(&["check", "-"], OUTSIDE, 2));
    assert!(text.contains("error[S0009]") && text.contains("this is valid Rust"), "{text}");
    let output = ended(&["check", "-"], HELLO, 0);
    assert_eq!((stdout(&output).as_str(), stderr(&output).as_str()), ("", ""));
}

#[test]
fn check_gives_json() {
    let diagnostics = json_lines(&ended(&["check", "--json", "-"], WRONG, 2));
    let codes: Vec<&str> = diagnostics.iter().filter_map(|d| d["code"].as_str()).collect();
    assert_eq!(codes, ["E0308", "E0425"]);
    let first = &diagnostics[0];
    assert_eq!(first["kind"], "invalid-rust");
    assert_eq!(first["message"], "mismatched types");
    let span = &first["spans"][0];
    assert_eq!(span["file"], "main.rs");
    assert_eq!(span["primary"], true);
    assert_eq!((span["line"].as_u64(), span["column"].as_u64()), (Some(2), Some(18)));
    let (start, end) = (span["start"].as_u64().expect("an offset"), span["end"].as_u64().expect("an offset"));
    assert_eq!(&WRONG[start as usize..end as usize], "\"text\"");
    let outside = json_lines(&ended(&["check", "--json", "-"], OUTSIDE, 2));
    assert_eq!(outside[0]["kind"], "outside-subset");
    assert!(json_lines(&ended(&["check", "--json", "-"], HELLO, 0)).is_empty());
}

#[test]
fn what_there_is_not_is_a_usage_error() {
    let cases: &[&[&str]] = &[
        &[],
        &["walk", "-"],
        &["run"],
        &["run", "--engine", "native", "-"],
        &["run", "--engine", "jit", "-"],
        &["run", "--profile", "fast", "-"],
        &["run", "--max-steps", "many", "-"],
        &["run", "-", "-"],
        &["time", "--engine", "native", "-"],
        &["time", "--runs", "0", "-"],
        &["emit", "-"],
        &["emit", "--stage", "ast", "--after", "ssa", "-"],
        &["emit", "--stage", "ir", "--after", "wishful-thinking", "-"],
        &["emit", "--stage", "hir", "-"],
        &["explain", "E9999"],
    ];
    for args in cases {
        let output = ended(args, HELLO, 64);
        assert_eq!(stdout(&output), "", "{args:?}");
        assert!(!stderr(&output).is_empty(), "{args:?}");
    }
    for stage in ["x86-64", "aarch64", "riscv64", "object", "executable"] {
        let text = stderr(&ended(&["emit", "--stage", stage, "-"], HELLO, 64));
        assert!(text.contains("not in this version"), "{stage}: {text}");
    }
    for args in [&["--help"][..], &["--version"], &["run", "--help"]] {
        assert!(!stdout(&ended(args, "", 0)).is_empty(), "{args:?}");
    }
}

#[test]
fn a_file_that_cannot_be_read_exits_66() {
    for args in [
        &["run", "no/such/file.rs"][..],
        &["check", "no/such/file.rs"],
        &["emit", "--stage", "tokens", "no/such/file.rs"],
        &["check", "."],
        &["run", "--stdin", "no/such/input", "-"],
        &["emit", "--stage", "wasm", "-o", "no/such/folder/x.wasm", "-"],
    ] {
        assert!(stderr(&ended(args, HELLO, 66)).starts_with("error: "), "{args:?}");
    }
    // It is there, but it is no text.
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("not-text.rs");
    fs::write(&path, [b'f', b'n', 0xff, 0xfe]).expect("a writable folder");
    ended(&["check", path.to_str().expect("a path in UTF-8")], "", 2);
}

#[test]
fn every_stage_prints() {
    for profile in ["debug", "release"] {
        for (stage, expected) in [
            ("tokens", "println"),
            ("ast", "Shape"),
            ("types", "Shape"),
            ("ir", "block0("),
            ("bytecode", "main"),
            ("wat", "(module"),
        ] {
            let output = ended(&["emit", "--stage", stage, "--profile", profile, "-"], RICH, 0);
            let text = stdout(&output);
            assert!(text.contains(expected), "{stage}, {profile}:\n{text}");
            assert_eq!(
                text,
                stdout(&ended(&["emit", "--stage", stage, "--profile", profile, "-"], RICH, 0)),
                "{stage} twice"
            );
        }
    }
    // Tokens and tree are there for a broken program too.
    for stage in ["tokens", "ast"] {
        let output = ended(&["emit", "--stage", stage, "-"], "fn main() { let = ; }", 2);
        assert!(!stdout(&output).is_empty() && !stderr(&output).is_empty(), "{stage}");
    }
}

#[test]
fn ir_reads_back_after_every_pass() {
    let stages = [vec!["--profile", "debug"], vec!["--profile", "release"], vec!["--after", "lower"]];
    let passes = stair::opt::PASSES.iter().map(|pass| vec!["--profile", "release", "--after", pass.name]);
    for more in stages.into_iter().chain(passes) {
        let args = [vec!["emit", "--stage", "ir"], more, vec!["-"]].concat();
        let text = stdout(&ended(&args, RICH, 0));
        let module = stair::ir::text::parse(&text).unwrap_or_else(|error| panic!("{args:?}: {error}"));
        assert!(stair::ir::verify::verify(&module).is_ok(), "{args:?}");
        assert_eq!(stair::ir::text::print(&module), text, "{args:?}");
    }
}

#[test]
fn bytecode_assembles_back_byte_for_byte() {
    for profile in ["debug", "release"] {
        let text = stdout(&ended(&["emit", "--stage", "bytecode", "--profile", profile, "-"], RICH, 0));
        let path = file(&format!("{profile}.stbc"), "");
        let out = path.to_str().expect("a path in UTF-8");
        ended(&["emit", "--stage", "bytecode", "--profile", profile, "-o", out, "-"], RICH, 0);
        let bytes = fs::read(&path).expect("the file was written");
        let assembled = stair::bytecode::asm::assemble(&text).expect("the disassembler's text assembles");
        assert_eq!(stair::bytecode::file::write_file(&assembled), bytes, "{profile}");
        let loaded = stair::bytecode::file::load_file(&bytes).expect("the file loads");
        assert_eq!(stair::bytecode::disasm::disassemble(loaded.program()), text, "{profile}");
    }
}

#[test]
fn wasm_is_valid_and_imports_wasi_only() {
    let engine = wasmtime::Engine::default();
    for profile in ["debug", "release"] {
        let bytes = ended(&["emit", "--stage", "wasm", "--profile", profile, "-"], RICH, 0).stdout;
        let module = wasmtime::Module::new(&engine, &bytes).expect("a valid module");
        assert!(module.imports().all(|import| import.module() == "wasi_snapshot_preview1"), "{profile}");
        let exports: Vec<&str> = module.exports().map(|export| export.name()).collect();
        assert!(exports.contains(&"memory") && exports.contains(&"_start"), "{exports:?}");
    }
}

#[test]
fn explain_prints_the_page_of_every_code() {
    for code in stair::source::Code::ALL {
        let text = stdout(&ended(&["explain", code.as_str()], "", 0));
        assert!(text.starts_with(&format!("{code}: ")) && text.contains(code.explanation().trim_end()), "{code}");
    }
    ended(&["explain", "e0382"], "", 0);
}

#[test]
fn time_lists_every_run() {
    let times = json_lines(&ended(&["time", "--json", "--runs", "3", "-"], HELLO, 0));
    let engines: Vec<&str> = times.iter().filter_map(|t| t["engine"].as_str()).collect();
    assert_eq!(engines, ["tree", "vm", "wasm"]);
    for t in &times {
        assert_eq!(t["profile"], "release");
        assert_eq!(t["exit_code"], 0);
        let runs: Vec<u64> = t["runs_ns"].as_array().expect("a list").iter().filter_map(Value::as_u64).collect();
        assert_eq!(runs.len(), 3);
        assert_eq!(t["min_ns"].as_u64(), runs.iter().min().copied());
        assert_eq!(t["max_ns"].as_u64(), runs.iter().max().copied());
        let mut sorted = runs;
        sorted.sort_unstable();
        assert_eq!(t["median_ns"].as_u64(), Some(sorted[1]));
        assert!(t["compile_ns"].is_u64() && t["warm_up_ns"].is_u64());
    }
    let one =
        json_lines(&ended(&["time", "--json", "--runs", "1", "--engine", "vm", "--profile", "debug", "-"], HELLO, 0));
    assert_eq!((one.len(), one[0]["engine"].as_str(), one[0]["profile"].as_str()), (1, Some("vm"), Some("debug")));
    assert!(stdout(&ended(&["time", "--runs", "2", "-"], HELLO, 0)).contains("median"));
}

/// Two files in a folder of this test's own.
fn two_files(name: &str, left: &str, right: &str) -> [String; 2] {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).expect("a folder");
    [("left.rs", left), ("right.rs", right)].map(|(file, text)| {
        let path = folder.join(file);
        fs::write(&path, text).expect("a file");
        path.to_string_lossy().into_owned()
    })
}

#[test]
fn compare_sets_two_programs_side_by_side() {
    let other = RICH.replace("total += values[i] as u32", "total ^= values[i] as u32").replace("total", "bits");
    let [left, right] = two_files("compare", RICH, &other);
    let row = |stage: &str, wanted: &str| -> Value {
        let rows =
            json_lines(&ended(&["compare", "--stage", stage, "--profile", "debug", "--json", &left, &right], "", 0));
        let is_wanted = |row: &&Value| {
            ["left", "right"].iter().any(|side| row[side]["text"].as_str().is_some_and(|text| text.contains(wanted)))
        };
        rows.iter().find(is_wanted).unwrap_or_else(|| panic!("{stage}: no row with {wanted}")).clone()
    };
    assert_eq!(row("source", "fn sum")["same"], true);
    let changed = row("source", "^=");
    assert_eq!((&changed["same"], &changed["left"]), (&Value::Bool(false), &Value::Null));
    for (stage, wanted) in [("bytecode", "XOR_I32"), ("ir", "xor.i32"), ("wat", "i32.xor")] {
        let xor = row(stage, wanted);
        assert!(xor["left"].is_null() && xor["same"] == false, "{stage}: {xor}");
    }
    assert_eq!(row("bytecode", "LOAD_LOCAL       bits")["same"], true, "a name is given by chance");
    for stage in ["ast", "types", "wasm"] {
        assert!(
            stdout(&ended(&["compare", "--stage", stage, &left, &right], "", 0)).contains("lines the same"),
            "{stage}"
        );
    }
    ended(&["compare", "--stage", "ir", "--after", "lower", "--library", &left, &right], "", 0);
}

#[test]
fn compare_counts_and_times_both() {
    let [left, right] =
        two_files("numbers", HELLO, "fn main() {\n    let n = Box::new(42);\n    println!(\"{n}\");\n}\n");
    let found = &json_lines(&ended(&["compare", "--runs", "2", "--json", &left, &right], "", 0))[0];
    assert_eq!((&found["same_output"], &found["profile"]), (&Value::Bool(true), &Value::from("release")));
    let allocations = |index: usize| found["programs"][index]["allocations"].as_u64();
    assert_eq!([allocations(0), allocations(1)], [Some(0), Some(1)]);
    assert!(found["programs"][0]["steps"].as_u64() < found["programs"][1]["steps"].as_u64());
    assert_eq!(found["programs"][1]["times"].as_array().map(Vec::len), Some(3));
    let text = stdout(&ended(&["compare", "--engine", "vm", "--runs", "1", &left, &right], "", 0));
    assert!(
        text.contains("both print the same") && text.contains("time on vm") && !text.contains("time on tree"),
        "{text}"
    );
    let [left, right] = two_files("endless", LOOP, EXIT);
    let text = stdout(&ended(&["compare", "--max-steps", "1000", &left, &right], "", 0));
    assert!(
        text.contains("was still running") && text.contains("exit code 7") && text.contains("do not print the same"),
        "{text}"
    );
    assert!(!text.contains("time on"), "what does not end is not timed: {text}");
}

#[test]
fn compared_and_timed_programs_read_the_same_input() {
    let echo = |text: &str| {
        format!(
            "fn main() {{\n    let mut line = String::new();\n    std::io::stdin().read_line(&mut line).unwrap();\n    {text}\n}}\n"
        )
    };
    let [left, right] = two_files(
        "input",
        &echo("println!(\"{}\", line.trim());"),
        &echo("if line.trim() == \"Ada\" { println!(\"Ada\"); } else { std::process::exit(3); }"),
    );
    let [input, other] = two_files("input-text", "Ada\n", "Bob\n");
    let same = |input: &str| -> Value {
        json_lines(&ended(&["compare", "--json", "--runs", "1", "--stdin", input, &left, &right], "", 0))[0].clone()
    };
    let found = same(&input);
    assert_eq!((&found["same_output"], &found["programs"][1]["exit_code"]), (&Value::Bool(true), &Value::from(0)));
    for times in found["programs"][1]["times"].as_array().expect("times") {
        assert_eq!(times["exit_code"], 0, "every engine reads it, and each run from the start: {times}");
    }
    let found = same(&other);
    assert_eq!((&found["same_output"], &found["programs"][1]["exit_code"]), (&Value::Bool(false), &Value::from(3)));
    for times in json_lines(&ended(&["time", "--json", "--runs", "2", "--stdin", &other, &right], "", 0)) {
        assert_eq!(times["exit_code"], 3, "{times}");
    }
    ended(&["compare", "--stdin", "there-is-no-such-file", &left, &right], "", 66);
}

#[test]
fn compare_refuses_what_it_cannot_compare() {
    let [left, wrong] = two_files("wrong", HELLO, WRONG);
    assert!(stderr(&ended(&["compare", &left, &wrong], "", 2)).contains("E0308"));
    ended(&["compare", &left], "", 64);
    ended(&["compare", "--stage", "wat", "--after", "lower", &left, &left], "", 64);
    ended(&["compare", "--stage", "tokens", &left, &left], "", 64);
    ended(&["compare", "--engine", "native", &left, &left], "", 64);
    ended(&["compare", &left, "missing.rs"], "", 66);
}

/// `staircase trace … | head`: the reader goes before everything is printed.
#[test]
fn a_reader_may_go_before_the_end() {
    let [program, _] = two_files("pipe", LOOP, LOOP);
    let commands: [&[&str]; 3] = [
        &["trace", "--max-steps", "100000", "--steps", "100000", &program],
        &["trace", "--counts", "--max-steps", "1000", &program],
        &["compare", "--stage", "wat", "--library", &program, &program],
    ];
    for args in commands {
        let mut child = Command::new(env!("CARGO_BIN_EXE_staircase"))
            .args(args)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command starts");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("the command ends");
        assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(0), ""), "{args:?}");
    }
}

#[test]
fn trace_shows_steps_and_continues_where_it_is_told() {
    let all = json_lines(&ended(&["trace", "--json", "--steps", "100000", "-"], HELLO, 0));
    assert!(all.len() > 10);
    for (i, step) in all.iter().enumerate() {
        assert_eq!(step["step"].as_u64(), Some(i as u64));
        assert!(step["instruction"].is_string() && step["stack"].is_array() && step["locals"].is_array(), "{step}");
    }
    let written: String = all.iter().filter_map(|step| step["stdout"].as_str()).collect();
    assert_eq!(written, "42\n");
    assert!(all.iter().any(|step| step["line"] == 2), "a step belongs to line 2");
    let part = json_lines(&ended(&["trace", "--json", "--from", "5", "--steps", "4", "-"], HELLO, 0));
    assert_eq!(part, all[5..9]);
    assert_eq!(
        stdout(&ended(&["trace", "--steps", "7", "-"], HELLO, 0)).lines().filter(|l| l.contains('[')).count(),
        7
    );
}

#[test]
fn trace_walks_a_run_in_both_directions() {
    let program = "fn twice(n: i32) -> i32 {\n    n * 2\n}\nfn main() {\n    let mut sum = 0;\n    for i in 0..3 {\n        \
                   sum += twice(i);\n    }\n    println!(\"{sum}\");\n    let list = [1, 2, 3];\n    println!(\"{}\", list[sum as usize]);\n}\n";
    let lines = |args: &[&str]| {
        let args: Vec<&str> = ["trace", "--json"].iter().chain(args).chain(&["-"]).copied().collect();
        json_lines(&ended(&args, program, 0)).iter().map(|step| step["line"].as_u64()).collect::<Vec<_>>()
    };
    let some = |lines: &[u64]| lines.iter().copied().map(Some).collect::<Vec<_>>();
    assert_eq!(lines(&["--unit", "line", "--from", "main", "--over", "--steps", "6"]), some(&[5, 6, 7, 6, 7, 6]));
    assert_eq!(
        lines(&["--unit", "line", "--from", "panic", "--back", "--over", "--steps", "4"]),
        some(&[11, 11, 10, 9])
    );
    assert_eq!(lines(&["--unit", "call", "--from", "main"]), some(&[5, 2, 2, 2]));
    assert_eq!(lines(&["--break", "2", "--from", "panic", "--back", "--steps", "3"]), some(&[11, 2, 2]));
    assert_eq!(lines(&["--break", "main.sum", "--from", "main", "--steps", "3"]), some(&[5, 7, 7]));
    let panic = stdout(&ended(&["trace", "--from", "panic", "--steps", "1", "-"], program, 0));
    assert!(panic.contains("line 11") && panic.contains("so the program panics."), "{panic}");
    let none = stderr(&ended(&["trace", "--from", "panic", "-"], HELLO, 64));
    assert_eq!(none, "error: The run did not end by a panic.\n");
    assert!(stderr(&ended(&["trace", "--break", "cube", "-"], HELLO, 64)).contains("no function `cube`"));
    // A program that never ends can be looked at, too.
    assert_eq!(json_lines(&ended(&["trace", "--json", "--from", "1000000", "--steps", "3", "-"], LOOP, 0)).len(), 3);
    let cost = json_lines(&ended(&["trace", "--measure", "5", "--max-steps", "3000000", "--json", "-"], LOOP, 0));
    assert_eq!((cost[0]["steps"].as_u64(), cost[0]["seek_ns"].as_array().map(Vec::len)), (Some(3_000_000), Some(5)));
}

#[test]
fn a_limit_of_steps_stops_every_engine() {
    for engine in ["tree", "vm", "wasm"] {
        let output = ended(&["run", "--engine", engine, "--max-steps", "100000", "-"], LOOP, 124);
        assert!(stderr(&output).contains("after 100000 steps"), "{engine}: {}", stderr(&output));
        ended(&["run", "--engine", engine, "--max-steps", "100000000", "-"], HELLO, 0);
    }
}

#[test]
fn hostile_input_is_answered() {
    let deep = format!("fn main() {{ let x = {}1{}; }}", "(".repeat(20_000), ")".repeat(20_000));
    let unary = format!("fn main() {{ let x = {}1; }}", "-".repeat(50_000));
    let blocks = format!("fn main() {}{}", "{".repeat(20_000), "}".repeat(20_000));
    let types = format!("fn f(x: {}i32) {{}} fn main() {{}}", "&".repeat(50_000));
    for text in [&*deep, &*unary, &*blocks, &*types, "\u{0}", "\u{feff}fn main() {", "'", "r#\"", "fn", "{", "#!["] {
        let output = staircase(&["check", "-"], text);
        let code = output.status.code();
        assert!(matches!(code, Some(0 | 2)), "{code:?} for {:?}…\n{}", &text[..text.len().min(40)], stderr(&output));
    }
    ended(&["check", "-"], "", 2);
}
