//! `docs/bytecode.md` is what the instruction table says. `BLESS=1` rewrites it.

#![allow(clippy::disallowed_methods, reason = "a test reads and writes the repository's files")]

use std::path::Path;

#[test]
fn reference_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/bytecode.md");
    let wanted = stair_bytecode::docs::reference();
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &wanted).expect("the page can be written");
    }
    let found = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == wanted, "docs/bytecode.md differs from the table; BLESS=1 rewrites it");
}
