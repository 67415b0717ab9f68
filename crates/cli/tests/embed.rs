//! `staircase embed`: what the author of a document gets, and what is refused.

#![allow(clippy::disallowed_methods, reason = "a test starts the command and reads what it writes")]

use expect_test::{Expect, expect};
use stair::debugger::Bundle;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

const PROGRAM: &str = "fn main() {\n    println!(\"{}\", 1 < 2);\n}\n";

fn embed(args: &[&str], source: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_staircase"))
        .arg("embed")
        .args(args)
        .arg("-")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    // Where the command refuses its arguments it reads nothing, and the pipe is closed.
    let _ = child.stdin.take().expect("a pipe").write_all(source.as_bytes());
    child.wait_with_output().expect("the command ends")
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn check(args: &[&str], source: &str, expected: &Expect) {
    let output = embed(args, source);
    assert_eq!(output.status.code(), Some(0), "{args:?}\n{}", stderr(&output));
    expected.assert_eq(&stdout(&output));
}

#[test]
fn a_program_and_what_it_printed() {
    check(
        &["--program", "none", "--site", "https://example.org/s"],
        PROGRAM,
        &expect![[r#"
        <script type="module" src="https://example.org/s/embed.js"></script>
        <pre><code class="language-rust" data-staircase>fn main() {
            println!("{}", 1 &lt; 2);
        }
        </code></pre>
        <pre class="staircase-output"><samp>true
        </samp></pre>
    "#]],
    );
    check(
        &["--program", "none", "--element", "--pane", "ir bytecode", "--step", "end", "--editable"],
        PROGRAM,
        &expect![[r#"
            <stair-case pane="ir bytecode" step="end" editable>
            <pre><code class="language-rust">fn main() {
                println!("{}", 1 &lt; 2);
            }
            </code></pre>
            <pre class="staircase-output"><samp>true
            </samp></pre>
            </stair-case>
        "#]],
    );
    check(
        &["--program", "none", "--no-output", "--hide", "1 3"],
        PROGRAM,
        &expect![[r#"
        <pre><code class="language-rust" data-staircase data-hide="1 3"><span hidden>fn main() {
        </span>    println!("{}", 1 &lt; 2);
        <span hidden>}
        </span></code></pre>
    "#]],
    );
    check(
        &["--mdbook", "--hide", "1 3", "--highlight", "2"],
        PROGRAM,
        &expect![[r#"
        ```rust {.staircase highlight=2}
        # fn main() {
            println!("{}", 1 < 2);
        # }
        ```
    "#]],
    );
}

#[test]
fn ends_that_are_not_good_are_said() {
    let panics = "fn main() {\n    print!(\"a\");\n    panic!(\"<b>\");\n}\n";
    check(
        &["--program", "none"],
        panics,
        &expect![[r#"
        <pre><code class="language-rust" data-staircase>fn main() {
            print!("a");
            panic!("&lt;b&gt;");
        }
        </code></pre>
        <pre class="staircase-output"><samp><span class="staircase-stderr">
        thread 'main' panicked at main.rs:3:5:
        &lt;b&gt;
        note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace
        </span>a</samp>
        <em class="staircase-end">exit code 101</em></pre>
    "#]],
    );
    let endless = "fn main() {\n    loop {}\n}\n";
    check(
        &["--program", "none", "--max-steps", "1000"],
        endless,
        &expect![[r#"
        <pre><code class="language-rust" data-staircase>fn main() {
            loop {}
        }
        </code></pre>
        <pre class="staircase-output"><samp></samp><em class="staircase-end">stopped after 1000 instructions</em></pre>
    "#]],
    );
    let output = embed(&["--program", "none", "--max-steps", "1000"], endless);
    assert_eq!(stderr(&output), "note: - was stopped after 1000 instructions; the document will say so\n");
}

#[test]
fn the_compiled_program_is_inline_or_in_a_file() {
    let html = stdout(&embed(&[], PROGRAM));
    assert!(html.contains(" data-program=\"U1REQg"), "a bundle begins with STDB: {html}");
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("embed.stdb");
    let path = file.to_str().expect("UTF-8");
    let html = stdout(&embed(&["--program", path, "--pane", "types"], PROGRAM));
    assert!(html.contains(&format!(" data-program=\"{path}\"")), "{html}");
    let bundle = Bundle::load(&fs::read(&file).expect("was written")).expect("is a bundle");
    assert_eq!(&*bundle.source().text, PROGRAM);
}

#[test]
fn what_cannot_be_is_refused() {
    let refused = |args: &[&str], source: &str, code: i32, expected: &str| {
        let output = embed(args, source);
        assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(code), ""), "{args:?}");
        assert!(stderr(&output).contains(expected), "{args:?}: {}", stderr(&output));
    };
    refused(&[], "fn main() { missing(); }", 2, "error[E0425]");
    refused(&[], "async fn f() {}\nfn main() {}", 2, "error[S");
    refused(&["--pane", "asm"], PROGRAM, 64, "error: `pane` is \"asm\": there are output, ");
    refused(&["--mdbook", "--site", "x"], PROGRAM, 64, "cannot be used with");
    refused(&["--program", "one.stdb", "another.rs"], PROGRAM, 64, "cannot stand for several programs");
    refused(&["missing.rs"], PROGRAM, 66, "cannot read missing.rs");
}
