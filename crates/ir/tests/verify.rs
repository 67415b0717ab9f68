//! Broken modules, each with the rule that it breaks.

use stair_ir::text::parse;
use stair_ir::verify::verify;

/// Verify `text` and find `expected` among the errors; empty for none.
fn check(text: &str, expected: &str) {
    let module = parse(text).unwrap_or_else(|e| panic!("{e}\n{text}"));
    let errors: Vec<_> = verify(&module).err().unwrap_or_default().iter().map(ToString::to_string).collect();
    let fits = if expected.is_empty() { errors.is_empty() } else { errors.iter().any(|e| e.contains(expected)) };
    assert!(fits, "expected `{expected}`, found {errors:#?}\n{text}");
}

/// A function with two parameters, `v0: i32` and `v1: i64`, whose body is given.
fn body(body: &str, expected: &str) {
    let text = format!(
        "handler bounds fn2\nhandler add_overflow fn1\ndata0 \"location\" const align 8 at 0 = zero 24\n\
         fn0 user \"f\" (i32, i64) -> i32 {{\n    var0 \"x\" i32\n    slot0 \"s\" \"T\" size 8 align 8\n{body}\n}}\n\
         fn1 \"panic\" (i64) {{\nblock0(v0: i64):\n    unreachable\n}}\n\
         fn2 \"bounds\" (i64, i64, i64) {{\nblock0(v0: i64, v1: i64, v2: i64):\n    unreachable\n}}\n"
    );
    check(&text, expected);
}

/// One instruction in that function.
fn inst(inst: &str, expected: &str) {
    body(&format!("block0(v0: i32, v1: i64):\n    {inst}\n    return v0"), expected);
}

#[test]
fn types_of_instructions() {
    inst("v2 = add.i32 v0, v0", "");
    inst("v2 = add.i32 v0, v1", "v1 is i64, expected i32");
    inst("v2 = fadd.i32 v0, v0", "v0 is i32, expected a float");
    inst("v2 = clz.i64 v0", "results are not of the types");
    inst("v2 = add.i64 v0, v0", "results are not of the types");
    inst("v2 = compare.flt.i32 v0, v0", "expected a float");
    inst("v2 = convert.sign_extend.i32 v1", "sign_extend does not convert i64 to i32");
    inst("v2 = convert.truncate.i32 v1", "");
    inst("v2 = convert.bitcast.f64 v0", "bitcast does not convert i32 to f64");
    inst("v2 = select.i32 v0, v0, v0", "v0 is i32, expected i8");
    inst("v2 = load.i32 v0", "v0 is i32, expected i64");
    inst("store.i32 v0, v0", "v0 is i32, expected i64");
    inst("mem_fill v1, v0, v1", "v0 is i32, expected i8");
    inst("set var0, v1", "v1 is i64, expected i32");
    inst("set var1, v1", "var1 does not exist");
    inst("v2 = slot_addr slot0+8", "");
    inst("v2 = slot_addr slot0+9", "beyond the end of slot0");
    inst("v2 = data_addr data0+25", "beyond the end of data0");
    inst("v2 = func_addr fn7", "fn7 does not exist");
    inst("call fn1(v0)", "v0 is i32, expected i64");
    inst("call fn1()", "0 arguments, expected 1");
    inst("v2 = call_indirect v0() () -> i32", "v0 is i32, expected i64");
    inst("v2 = add.i32 v0, v9", "reads v9, which is not defined");
}

#[test]
fn traps_have_handlers() {
    inst("v2 = checked.adds.i32 v0, v0 !add_overflow data0", "");
    inst("v2 = checked.adds.i32 v0, v0 !mul_overflow data0", "does not belong to the operation");
    inst("v2 = checked.muls.i32 v0, v0 !mul_overflow data0", "no handler of mul_overflow");
    inst("v2 = checked.divs.i32 v0, v0 !div_zero data0", "no handler of div_overflow");
    inst("bounds_check v1, v1 !bounds data0", "");
    inst("bounds_check v1, v1 !bounds data3", "the location data3 does not exist");
    check("handler bounds fn0\nfn0 \"h\" (i64) {\nblock0(v0: i64):\n    unreachable\n}", "another signature");
}

#[test]
fn blocks_and_dominance() {
    body("block0(v0: i32, v1: i64):\n    jump block1(v0)\nblock1(v2: i32):\n    return v2", "");
    body("block0(v0: i32, v1: i64):\n    jump block1(v1)\nblock1(v2: i32):\n    return v2", "v1 is i64, expected i32");
    body("block0(v0: i32, v1: i64):\n    jump block1()\nblock1(v2: i32):\n    return v2", "0 arguments of a jump");
    body("block0(v0: i32, v1: i64):\n    jump block0(v0, v1)", "jumps to the entry");
    body("block0(v0: i32, v1: i64):\n    jump block7()", "block7, which is not in the layout");
    body("block0(v0: i32):\n    return v0", "the entry block's parameters");
    body("block0(v0: i32, v1: i64):\n    return v1", "v1 is i64, expected i32");
    body("block0(v0: i32, v1: i64):\n    branch v0, block1(), block1()\nblock1():\n    unreachable", "expected i8");
    body(
        "block0(v0: i32, v1: i64):\n    v2 = add.i32 v3, v0\n    v3 = add.i32 v0, v0\n    return v2",
        "does not dominate",
    );
    body(
        "block0(v0: i32, v1: i64):\n    switch v0, 1 => block1(), 1 => block1(), else block2()\nblock1():\n    \
         unreachable\nblock2():\n    return v0",
        "a pattern twice",
    );
    body(
        "block0(v0: i32, v1: i64):\n    switch v0, 1 => block1(), else block2()\nblock1():\n    v2 = add.i32 v0, v0\n    \
         jump block3()\nblock2():\n    jump block3()\nblock3():\n    return v2",
        "reads v2 where its definition does not dominate",
    );
    // Where nothing reaches, nothing dominates; but what is read must be defined.
    body("block0(v0: i32, v1: i64):\n    return v0\nblock1():\n    v2 = add.i32 v0, v0\n    return v2", "");
    body("block0(v0: i32, v1: i64):\n    return v0\nblock1():\n    return v9", "reads v9, which is not defined");
}

#[test]
fn modules() {
    check("entry fn0", "the entry fn0 does not exist");
    check("entry fn0\nfn0 \"f\" (i32) {\nblock0(v0: i32):\n    return\n}", "takes or returns something");
    check("memory 8 16 32 65536\ndata0 \"d\" const align 4 at 4 = \"abcdefgh\"", "beyond the end of data");
    check("memory 64 64 64 65536\ndata0 \"d\" const align 4 at 6 = \"ab\"", "null or not aligned");
    check(
        "memory 64 64 64 65536\ndata0 \"d\" const align 4 at 4 = \"abcdefgh\"\ndata1 \"e\" mut align 4 at 8 = \"x\"",
        "data0 and data1 overlap",
    );
    check("memory 64 64 64 65537", "out of order or not aligned");
    check("data0 \"d\" const align 8 at 0 = zero 8 reloc 4 data0", "the relocation at 4");
}

#[test]
fn text_errors_name_the_line() {
    let error = |text: &str| parse(text).expect_err("broken").to_string();
    let cases = [
        ("fn0 \"f\" () {\nblock0():\n    v0 = frob.i32 v1\n}", "line 3: `frob.i32` is no instruction"),
        ("fn0 \"f\" () {\nblock0():\n    v0 = const.i8 300\n}", "line 3: a constant that does not fit i8"),
        ("fn0 \"f\" () {\nblock0():\n    jump block0(", "line 3: expected `}`"),
        ("fn1 \"f\" () {\n}", "line 1: expected `fn0`: ids come in order"),
        ("fn0 \"f\" () {\nblock0():\n    return\nblock0():\n    return\n}", "line 4: block0 appears twice"),
        ("data0 \"d", "line 1: a string that ends"),
        ("entry fn99999999999", "line 1: expected an id such as `fn0`"),
    ];
    for (text, expected) in cases {
        let found = error(text);
        assert!(found.starts_with(expected), "{text}\n{found}");
    }
}
