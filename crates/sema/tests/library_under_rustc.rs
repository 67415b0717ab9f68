//! The library's formatting against std's: `library/fmt` is compiled by the `rustc` of this machine, with stand-ins for
//! the intrinsics, into a program that formats seeded values both ways. Passes without a look where there is no `rustc`.

use std::process::Command;

#[test]
#[allow(clippy::disallowed_methods, reason = "the test runs rustc on the library's files")]
fn formats_as_std_does() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let Ok(library) = std::fs::canonicalize(format!("{root}/library")) else { return };
    let dir = std::env::temp_dir().join(format!("stair-library-{}", std::process::id()));
    std::fs::create_dir_all(&dir).unwrap();
    let program = include_str!("under_rustc/program.rs").replace("LIBRARY", &library.display().to_string());
    let (source, binary) = (dir.join("main.rs"), dir.join("main"));
    std::fs::write(&source, program).unwrap();
    // The never type's implementations need a feature that the library's own compiler does not ask for.
    let rustc = Command::new("rustc")
        .args(["--edition", "2024", "-O", "-Cdebug-assertions=on", "-Awarnings", "-o"])
        .arg(&binary)
        .arg(&source)
        .env("RUSTC_BOOTSTRAP", "1")
        .output();
    let Ok(rustc) = rustc else { return };
    assert!(rustc.status.success(), "{}", String::from_utf8_lossy(&rustc.stderr));
    let output = Command::new(&binary).output().unwrap();
    assert!(
        output.status.success(),
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    std::fs::remove_dir_all(&dir).unwrap();
}
