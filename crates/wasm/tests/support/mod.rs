//! What the tests share: validation, and Node as an independent engine.

#![allow(clippy::disallowed_methods, reason = "tests write modules to files for Node")]
#![allow(clippy::print_stderr, reason = "a test that cannot run says so")]
#![allow(dead_code, reason = "not every test file uses all of it")]

use stair_ir::function::Module;
use stair_wasm::{WasmOutput, compile};
use std::path::PathBuf;
use std::process::Command;
use wasmparser::{Validator, WasmFeatures};

/// What the engines of 2022 had, and nothing later.
const FEATURES: WasmFeatures = WasmFeatures::WASM2;

/// Compile and validate.
pub(crate) fn compile_valid(module: &Module) -> WasmOutput {
    let output = compile(module).unwrap_or_else(|error| panic!("{error}"));
    if let Err(error) = Validator::new_with_features(FEATURES).validate_all(&output.bytes) {
        let offset = error.offset();
        let text = stair_wasm::wat_lines(&output, &|_| true).map_or_else(
            |error| error.to_string(),
            |lines| {
                let mark = |l: &stair_wasm::WatLine| if l.bytes.contains(&(offset as u32)) { "  <<<<" } else { "" };
                lines.iter().map(|l| format!("{}{}\n", l.text, mark(l))).collect()
            },
        );
        panic!("not valid: {error}\n{text}\n{}", stair_ir::text::print(module));
    }
    output
}

/// The text format without indentation of the function with this name.
pub(crate) fn wat_of(output: &WasmOutput, name: &str) -> String {
    let function = output.functions.iter().find(|f| f.name == name).expect("the function is in the module").index;
    let lines = stair_wasm::wat_lines(output, &|_| true).expect("the module is valid");
    let lines = lines.iter().filter(|l| l.function == Some(function) && !l.bytes.is_empty());
    lines.map(|l| format!("{}\n", l.text.strip_prefix("  ").unwrap_or(&l.text))).collect()
}

/// Run a script of this folder under Node with modules as files; its stdout's lines. `None`, and a word about it, where
/// there is no Node.
pub(crate) fn node(script: &str, name: &str, modules: &[Vec<u8>]) -> Option<Vec<String>> {
    node_with(script, name, modules, "")
}

/// The same, with a file `cases.txt`.
pub(crate) fn node_with(script: &str, name: &str, modules: &[Vec<u8>], cases: &str) -> Option<Vec<String>> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).expect("the target folder is writable");
    std::fs::write(folder.join("cases.txt"), cases).expect("the target folder is writable");
    let mut command = Command::new("node");
    command.arg(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/support").join(script));
    command.arg(&folder).arg(modules.len().to_string());
    for (i, module) in modules.iter().enumerate() {
        std::fs::write(folder.join(format!("{i}.wasm")), module).expect("the target folder is writable");
    }
    match command.output() {
        Ok(output) => {
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            Some(String::from_utf8_lossy(&output.stdout).lines().map(str::to_string).collect())
        }
        Err(error) => {
            eprintln!("SKIPPED: the modules were validated but not run, because Node is not here ({error})");
            None
        }
    }
}
