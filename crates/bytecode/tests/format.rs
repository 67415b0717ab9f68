//! Instructions, text, files and the verifier.

use expect_test::expect;
use stair_bytecode::asm::assemble;
use stair_bytecode::code::Instr;
use stair_bytecode::compile::compile;
use stair_bytecode::disasm::disassemble;
use stair_bytecode::file::{LoadError, VERSION, load_file, write_file};
use stair_bytecode::op::{Operand, Suffix, TABLE};
use stair_bytecode::scalar::Scalar;
use stair_bytecode::verify::verify;

/// A program as a debug build has it: variables stay variables.
const MULADD: &str = r#"
memory 2048 2048 65536 65536
entry fn1
handler add_overflow fn2
handler mul_overflow fn2
data0 "location.main.2:5" const align 8 at 1024 = zero 24
data1 "result" mut align 8 at 1048 = zero 8

fn0 user "muladd" (i32, i32, i32) -> i32 {
    var0 "a" i32 param 0
    var1 "b" i32 param 1
    var2 "c" i32 param 2
block0(v0: i32, v1: i32, v2: i32):
    v3 = get var0
    v4 = get var1
    v5 = get var2
    v6 = checked.muls.i32 v4, v5 !mul_overflow data0
    v7 = checked.adds.i32 v3, v6 !add_overflow data0
    return v7
}

fn1 user "main" () {
    var0 "n" i32
    slot0 "pair" "(i32, i32)" size 8 align 4
block0():
    v0 = const.i32 3
    set var0, v0
    jump block1()
block1():
    v1 = get var0
    v2 = const.i32 100000
    v3 = compare.lts.i32 v1, v2
    branch v3, block2(), block3()
block2():
    v4 = get var0
    v5 = get var0
    v6 = const.i32 -7
    v7 = call fn0(v4, v5, v6)
    set var0, v7
    v8 = slot_addr slot0+4
    store.i32 v8, v7
    switch v7, 3 => block1(), 18446744073709551615 => block3(), else block1()
block3():
    return
}

fn2 "panic" (i64) {
block0(v0: i64):
    unreachable
}
"#;

fn muladd() -> stair_bytecode::verify::Verified {
    compile(&stair_ir::text::parse(MULADD).expect("parses"), 0xFEED).expect("compiles")
}

#[test]
fn code_reads_as_a_book_prints_it() {
    let verified = muladd();
    let text = disassemble(verified.program());
    let code: Vec<&str> = text.lines().filter(|l| !l.trim_start().starts_with(".at")).collect();
    expect![[r#"
        stbc 1
        source 0x000000000000feed
        memory 2048 2048 65536 65536
        entry main
        handler add_overflow panic
        handler mul_overflow panic
        const I32 0x186a0    ; k0 = 100000
        data "location.main.2:5" const 1024 0:0..0 "000000000000000000000000000000000000000000000000"
        data "result" static 1048 0:0..0 "0000000000000000"

        func "muladd" user 0:0..0 (I32 I32 I32) -> (I32)
          local "a" I32 0:0..0
          local "b" I32 0:0..0
          local "c" I32 0:0..0
          frame 0
          stack 3
          0000  LOAD_LOCAL a
          0003  LOAD_LOCAL b
          0006  LOAD_LOCAL c
          0009  MUL_I32                  ! mul_overflow 1024
          0011  ADD_I32                  ! add_overflow 1024
          0013  RETURN
        end

        func "main" user 0:0..0 () -> ()
          local "n" I32 0:0..0
          local "$1" I32 0:0..0
          slot "pair" "(i32, i32)" 0 8 0:0..0
          frame 16
          stack 3
          table 0x3 L0 0xffffffff L1 else L0    ; t0
          0000  PUSH_I32 3
          0004  STORE_LOCAL n
        L0:
          0007  LOAD_LOCAL n
          0010  CONST_I32 k0             ; 100000
          0016  LT_I32
          0018  JUMP_IF_FALSE L1
          0023  LOAD_LOCAL n
          0026  LOAD_LOCAL n
          0029  PUSH_I32 -7
          0033  CALL muladd
          0038  STORE_LOCAL $1
          0041  LOAD_LOCAL $1
          0044  STORE_LOCAL n
          0047  SLOT_ADDR pair +4
          0056  LOAD_LOCAL $1
          0059  STORE_I32
          0065  LOAD_LOCAL $1
          0068  SWITCH_I32 t0            ; 3 → L0, -1 → L1, _ → L0
        L1:
          0074  RETURN
        end

        func "panic" library 0:0..0 (I64) -> ()
          local "$0" I64 0:0..0
          frame 0
          stack 0
          0000  UNREACHABLE
        end
    "#]]
    .assert_eq(&(code.join("\n") + "\n"));
}

#[test]
fn text_and_file_read_back() {
    let verified = muladd();
    let mut program = verified.program().clone();
    // Names that are not unique, not plain, or look like something else.
    let first = std::sync::Arc::make_mut(&mut program.funcs[0]);
    for (local, name) in first.locals.iter_mut().zip(["x", "x", "#1"]) {
        local.name = name.into();
    }
    first.name = "<T as \"A; B\">::f(\n)".into();
    assert_eq!(assemble(&disassemble(&program)).expect("assembles"), program);
    let bytes = write_file(&program);
    let loaded = load_file(&bytes).expect("loads");
    assert_eq!(loaded.program(), &program);
    assert_eq!(write_file(&assemble(&disassemble(&program)).expect("assembles")), bytes);
}

#[test]
fn every_instruction_reads_back() {
    let mut seen = std::collections::BTreeSet::new();
    for row in TABLE {
        assert!(seen.insert(row.op as u8), "{:?} shares its byte", row.op);
        let types: Vec<Option<Scalar>> = match row.suffix {
            Suffix::None => vec![None],
            suffix => suffix.types().iter().map(|&t| Some(t)).collect(),
        };
        for ty in types {
            let a = if row.operands.first() == Some(&Operand::To) { Scalar::F64 as u32 } else { 0 };
            let instr = Instr { op: row.op, ty, a, b: 0 };
            let mut bytes = Vec::new();
            instr.encode(&mut bytes);
            assert_eq!(bytes.len(), instr.encoded_len());
            assert_eq!(Instr::decode(&bytes, 0), Ok((instr, bytes.len())));
            assert_eq!(Instr::from_mnemonic(&instr.mnemonic().to_string()), Some(instr));
            for len in 0..bytes.len() {
                assert!(Instr::decode(&bytes[..len], 0).is_err());
            }
        }
    }
}

#[test]
fn other_files_are_refused() {
    let bytes = write_file(muladd().program());
    assert_eq!(load_file(b"\0asm\x01\0\0\0").map(drop), Err(LoadError::NotBytecode));
    let mut newer = bytes.clone();
    newer[4] = VERSION as u8 + 1;
    let error = load_file(&newer).expect_err("another version");
    assert_eq!(error, LoadError::Version(VERSION + 1));
    expect!["the bytecode file has version 2, but this program reads version 1 only; compile the source again"]
        .assert_eq(&error.to_string());
    for len in 0..bytes.len() {
        assert!(load_file(&bytes[..len]).is_err(), "cut to {len} bytes");
    }
    let longer = [&bytes[..], &[0]].concat();
    assert_eq!(load_file(&longer).map(drop), Err(LoadError::TrailingBytes(bytes.len())));
    // A list of two to the 60th functions.
    let mut huge = bytes[..6].to_vec();
    huge.extend([0x80; 8].iter().chain(&[0x10]));
    assert!(load_file(&huge).is_err());
}

/// The message for a program whose only function has this body.
fn refusal(body: &str) -> String {
    let text = format!(
        "stbc 1\nmemory 1024 1024 65536 65536\nentry main\nimport \"m\" \"f\" (I32) -> (I32)\nconst I64 0x5\n\
         func \"main\" user 0:0..0 () -> ()\nlocal \"a\" I32 0:0..0\nlocal \"x\" F64 0:0..0\nslot \"s\" \"T\" 0 8 0:0..0\n\
         frame 16\nstack 3\n{}\nend\n",
        body.replace(" / ", "\n")
    );
    match assemble(&text) {
        Err(error) => error.to_string(),
        Ok(program) => verify(program).map_or_else(|e| e.to_string(), |_| "accepted".to_owned()),
    }
}

#[test]
fn rules_are_checked() {
    let bodies = [
        "RETURN",
        "ADD_WRAP_I32 / RETURN",
        "PUSH_I32 1 / PUSH_I64 1 / ADD_WRAP_I32 / DROP / RETURN",
        "PUSH_I32 1 / STORE_LOCAL x / RETURN",
        "PUSH_I32 1 / RETURN",
        "PUSH_I32 1 / PUSH_I32 1 / PUSH_I32 1 / PUSH_I32 1 / DROP / DROP / DROP / DROP / RETURN",
        "PUSH_I32 1 / DROP",
        "PUSH_I8 1 / JUMP_IF_TRUE L0 / PUSH_I32 1 / L0: / DROP / RETURN",
        "PUSH_I8 1 / JUMP_IF_TRUE L0 / PUSH_I32 1 / JUMP L1 / L0: / PUSH_F64 1 / L1: / DROP / RETURN",
        "PUSH_I8 1 / JUMP_IF_TRUE L0 / PUSH_I32 1 / JUMP L1 / L0: / PUSH_I64 1 / L1: / DROP / RETURN",
        "CONST_I32 k0 / DROP / RETURN",
        "CONST_I64 k1 / DROP / RETURN",
        "LOAD_LOCAL #7 / DROP / RETURN",
        "CALL #9 / RETURN",
        "PUSH_I64 1 / CALL_HOST f / DROP / RETURN",
        "PUSH_I32 1 / PUSH_I32 1 / ADD_I32 / DROP / RETURN",
        "PUSH_I32 1 / DROP ! bounds 0 / RETURN",
        "PUSH_I32 1 / PUSH_F64 / RETURN",
        "PUSH_I64 1 / BITCAST_I64_TO_F32 / DROP / RETURN",
        "PUSH_I64 1 / LOAD_LOCAL a / PUSH_I8 1 / SELECT / DROP / RETURN",
        "SWITCH_I8 t0 / RETURN",
        "JUMP L9 / RETURN",
        "UNREACHABLE / ADD_WRAP_I8 / RETURN",
    ];
    let found: Vec<String> = bodies.iter().map(|body| format!("{body}\n    {}", refusal(body))).collect();
    expect![[r#"
        RETURN
            accepted
        ADD_WRAP_I32 / RETURN
            function 0 `main`: at 0000: too few values on the stack
        PUSH_I32 1 / PUSH_I64 1 / ADD_WRAP_I32 / DROP / RETURN
            function 0 `main`: at 0008: I64 on the stack where I32 is needed
        PUSH_I32 1 / STORE_LOCAL x / RETURN
            function 0 `main`: at 0004: I32 on the stack where F64 is needed
        PUSH_I32 1 / RETURN
            function 0 `main`: at 0004: RETURN finds (I32) on the stack, but the results are ()
        PUSH_I32 1 / PUSH_I32 1 / PUSH_I32 1 / PUSH_I32 1 / DROP / DROP / DROP / DROP / RETURN
            function 0 `main`: at 0012: more than 3 values on the stack
        PUSH_I32 1 / DROP
            function 0 `main`: the code runs on past its end
        PUSH_I8 1 / JUMP_IF_TRUE L0 / PUSH_I32 1 / L0: / DROP / RETURN
            function 0 `main`: at 0009: control comes to 0013 with (I32) on the stack, elsewhere with ()
        PUSH_I8 1 / JUMP_IF_TRUE L0 / PUSH_I32 1 / JUMP L1 / L0: / PUSH_F64 1 / L1: / DROP / RETURN
            line 17: `PUSH_F64` is no instruction
        PUSH_I8 1 / JUMP_IF_TRUE L0 / PUSH_I32 1 / JUMP L1 / L0: / PUSH_I64 1 / L1: / DROP / RETURN
            function 0 `main`: at 0018: control comes to 0022 with (I64) on the stack, elsewhere with (I32)
        CONST_I32 k0 / DROP / RETURN
            function 0 `main`: at 0000: constant 0 is no I32
        CONST_I64 k1 / DROP / RETURN
            function 0 `main`: at 0000: there is no constant 1
        LOAD_LOCAL #7 / DROP / RETURN
            function 0 `main`: at 0000: there is no local 7
        CALL #9 / RETURN
            function 0 `main`: at 0000: there is no function 9
        PUSH_I64 1 / CALL_HOST f / DROP / RETURN
            function 0 `main`: at 0004: I64 on the stack where I32 is needed
        PUSH_I32 1 / PUSH_I32 1 / ADD_I32 / DROP / RETURN
            function 0 `main`: at 0008: entry in the trap table missing, or without reason
        PUSH_I32 1 / DROP ! bounds 0 / RETURN
            function 0 `main`: at 0004: entry in the trap table missing, or without reason
        PUSH_I32 1 / PUSH_F64 / RETURN
            line 13: `PUSH_F64` is no instruction
        PUSH_I64 1 / BITCAST_I64_TO_F32 / DROP / RETURN
            function 0 `main`: at 0004: a bit cast between I64 and F32, which differ in width
        PUSH_I64 1 / LOAD_LOCAL a / PUSH_I8 1 / SELECT / DROP / RETURN
            function 0 `main`: at 0011: I64 on the stack where I32 is needed
        SWITCH_I8 t0 / RETURN
            function 0 `main`: at 0000: there is no table 0
        JUMP L9 / RETURN
            line 12: there is no label `L9`
        UNREACHABLE / ADD_WRAP_I8 / RETURN
            accepted
    "#]]
    .assert_eq(&(found.join("\n") + "\n"));
}
