//! What the code looks like: IR text and the WebAssembly text of its functions. `UPDATE_EXPECT=1` rewrites them.

mod support;

use expect_test::{Expect, expect};
use stair_wasm::{BytePiece, PieceKind, WatLine, byte_view, wat_lines};

/// Compile a module of this function and what surrounds it; compare its text.
fn check(ir: &str, expect: &Expect) {
    let text = format!(
        "memory 1176 2048 65536 65536
entry fn0
handler add_overflow fn1
handler bounds fn2
data0 \"location\" const align 8 at 1024 = \"main.rs\" zero 17
fn0 \"main\" () {{
block0():
    v0 = const.i64 1024
    v1 = const.i64 3
    v2 = call fn3(v0, v1)
    return
}}
fn1 \"overflow\" (i64) {{
block0(v0: i64):
    unreachable
}}
fn2 \"bounds\" (i64, i64, i64) {{
block0(v0: i64, v1: i64, v2: i64):
    unreachable
}}
fn3 user \"f\" (i64, i64) -> i32 {{{ir}}}
"
    );
    let module = stair_ir::text::parse(&text).expect("the test's IR parses");
    stair_ir::verify::verify(&module).expect("the test's IR is valid");
    let output = support::compile_valid(&module);
    expect.assert_eq(&support::wat_of(&output, "f"));

    // The views link everything to the source map, whatever the code.
    let view = byte_view(&output, &|_| true).expect("the module is valid");
    let mut end = 0;
    for piece in &view.pieces {
        assert_eq!(piece.bytes.start, end, "{piece:?}");
        end = piece.bytes.end;
        assert!(piece.kind != PieceKind::Instruction || !piece.label.is_empty(), "{piece:?}");
    }
    assert_eq!(end as usize, output.bytes.len());
    for entry in &output.map {
        let piece = view.pieces.iter().find(|piece| piece.bytes == entry.bytes).expect("an entry is a piece");
        assert_eq!((piece.origin, piece.function), (Some(entry.origin), Some(entry.function)));
    }
    let lines = wat_lines(&output, &|_| true).expect("the module is valid");
    let linked = lines.iter().filter(|line| line.origin.is_some()).count();
    assert!(linked >= output.map.len() - output.functions.len(), "{linked} of {} lines", output.map.len());

    // Folding functions takes their insides away and changes nothing else.
    for (place, kept) in output.functions.iter().enumerate() {
        let inside = |line: &&WatLine| line.function == Some(place as u32) || line.function.is_none();
        let folded = wat_lines(&output, &|function| function == kept).expect("the module is valid");
        assert!(folded.iter().filter(inside).eq(lines.iter().filter(inside)), "{folded:#?}");
        let folded = byte_view(&output, &|function| function == kept).expect("the module is valid");
        let inside = |piece: &&BytePiece| piece.section != "code" || piece.function == Some(place as u32);
        assert!(folded.pieces.iter().filter(inside).eq(view.pieces.iter().filter(inside)), "{folded:#?}");
        assert_eq!(folded.pieces.last().map(|piece| piece.bytes.end as usize), Some(output.bytes.len()));
    }
}

#[test]
fn a_loop_over_a_slice() {
    check(
        "
block0(v0: i64, v1: i64):
    v2 = const.i64 0
    v3 = const.i32 0
    jump block1(v2, v3)
block1(v4: i64, v5: i32):
    v6 = compare.ltu.i64 v4, v1
    branch v6, block2(), block3()
block2():
    v7 = const.i64 2
    v8 = shl.i64 v4, v7
    v9 = add.i64 v0, v8
    v10 = load.i32 v9
    v11 = add.i32 v5, v10
    v12 = const.i64 1
    v13 = add.i64 v4, v12
    jump block1(v13, v11)
block3():
    return v5
",
        &expect![[r#"
            (func $f (;0;) (type 0) (param i64 i64) (result i32)
              (local i32 i64)
              i64.const 0
              local.set 3
              i32.const 0
              local.set 2
              loop ;; label = @1
                local.get 3
                local.get 1
                i64.lt_u
                if ;; label = @2
                  local.get 2
                  local.get 0
                  local.get 3
                  i64.const 2
                  i64.shl
                  i64.add
                  i32.wrap_i64
                  i32.load
                  i32.add
                  local.set 2
                  local.get 3
                  i64.const 1
                  i64.add
                  local.set 3
                  br 1 (;@1;)
                end
              end
              local.get 2
            )
        "#]],
    );
}

#[test]
fn a_rotated_loop_ends_in_br_if() {
    check(
        "
block0(v0: i64, v1: i64):
    v2 = const.i64 0
    v3 = const.i32 1
    v4 = compare.eq.i64 v1, v2
    branch v4, block2(v3), block1(v2, v3)
block1(v5: i64, v6: i32):
    v7 = const.i32 31
    v8 = mul.i32 v6, v7
    v9 = const.i64 1
    v10 = add.i64 v5, v9
    v11 = compare.ne.i64 v10, v1
    branch v11, block1(v10, v8), block2(v8)
block2(v12: i32):
    return v12
",
        &expect![[r#"
            (func $f (;0;) (type 0) (param i64 i64) (result i32)
              (local i32 i64)
              local.get 1
              i64.const 0
              i64.ne
              if ;; label = @1
                i64.const 0
                local.set 3
                i32.const 1
                local.set 2
                loop ;; label = @2
                  local.get 2
                  i32.const 31
                  i32.mul
                  local.set 2
                  local.get 3
                  i64.const 1
                  i64.add
                  local.tee 3
                  local.get 1
                  i64.ne
                  br_if 0 (;@2;)
                end
              else
                i32.const 1
                local.set 2
              end
              local.get 2
            )
        "#]],
    );
}

#[test]
fn variables_checks_and_an_array_in_the_frame() {
    check(
        "
    var0 \"n\" i64 param 0
    var1 \"sum\" i32
    slot0 \"table\" \"[i32; 4]\" size 16 align 4
block0(v0: i64, v1: i64):
    v2 = const.i32 7
    set var1, v2
    v3 = get var0
    v4 = const.i64 4
    bounds_check v3, v4 !bounds data0
    v5 = slot_addr slot0
    v6 = const.i64 2
    v7 = shl.i64 v3, v6
    v8 = add.i64 v5, v7
    v9 = get var1
    store.i32 v8, v9
    v10 = get var1
    v11 = const.i32 1
    v12 = checked.adds.i32 v10, v11 !add_overflow data0
    set var1, v12
    v13 = get var1
    return v13
",
        &expect![[r#"
            (func $f (;2;) (type 2) (param $n i64) (param i64) (result i32)
              (local $sum i32) (local i32)
              global.get $stack_pointer
              i32.const 16
              i32.sub
              local.tee 3
              i32.const 2048
              i32.lt_u
              if ;; label = @1
                call $runtime::stack_overflow
                unreachable
              end
              i32.const 7
              local.set $sum
              local.get $n
              i64.const 4
              i64.ge_u
              if ;; label = @1
                local.get $n
                i64.const 4
                i64.const 1024
                call $bounds
                unreachable
              end
              local.get 3
              local.get $n
              i32.wrap_i64
              i32.const 2
              i32.shl
              i32.add
              local.get $sum
              i32.store
              local.get $sum
              i32.const 1
              i32.add
              local.tee 3
              local.get $sum
              i32.lt_s
              if ;; label = @1
                i64.const 1024
                call $overflow
                unreachable
              end
              local.get 3
            )
        "#]],
    );
}

#[test]
fn a_match_with_values() {
    check(
        "
block0(v0: i64, v1: i64):
    v2 = convert.truncate.i8 v0
    v3 = const.i32 10
    v4 = const.i32 20
    switch v2, 0 => block1(v3), 1 => block1(v4), 2 => block2(), 3 => block1(v3), else block3()
block2():
    v5 = convert.truncate.i32 v1
    jump block1(v5)
block3():
    unreachable
block1(v6: i32):
    return v6
",
        &expect![[r#"
            (func $f (;0;) (type 0) (param i64 i64) (result i32)
              (local i32)
              block ;; label = @1
                block ;; label = @2
                  block ;; label = @3
                    block ;; label = @4
                      block ;; label = @5
                        local.get 0
                        i32.wrap_i64
                        i32.const 255
                        i32.and
                        br_table 0 (;@5;) 1 (;@4;) 2 (;@3;) 0 (;@5;) 4 (;@1;)
                      end
                      i32.const 10
                      local.set 2
                      br 2 (;@2;)
                    end
                    i32.const 20
                    local.set 2
                    br 1 (;@2;)
                  end
                  local.get 1
                  i32.wrap_i64
                  local.set 2
                end
                local.get 2
                return
              end
              unreachable
            )
        "#]],
    );
}

#[test]
fn short_circuit_and_early_exit_from_a_loop() {
    check(
        "
block0(v0: i64, v1: i64):
    jump block1(v0)
block1(v2: i64):
    v3 = load.i8 v2
    v4 = const.i8 10
    v5 = compare.eq.i8 v3, v4
    branch v5, block4(), block2()
block2():
    v6 = const.i8 128
    v7 = compare.lts.i8 v3, v6
    branch v7, block3(), block5()
block3():
    v8 = load.i8 v2+1
    v9 = const.i8 0
    v10 = compare.ne.i8 v8, v9
    branch v10, block5(), block6()
block5():
    v11 = const.i64 1
    v12 = add.i64 v2, v11
    v13 = compare.ltu.i64 v12, v1
    branch v13, block1(v12), block6()
block6():
    v14 = const.i32 0
    return v14
block4():
    v15 = sub.i64 v2, v0
    v16 = convert.truncate.i32 v15
    return v16
",
        &expect![[r#"
            (func $f (;0;) (type 0) (param i64 i64) (result i32)
              (local i32 i64)
              local.get 0
              local.set 3
              block ;; label = @1
                loop ;; label = @2
                  local.get 3
                  i32.wrap_i64
                  i32.load8_u
                  local.tee 2
                  i32.const 10
                  i32.ne
                  if ;; label = @3
                    local.get 2
                    i32.extend8_s
                    i32.const -128
                    i32.lt_s
                    if ;; label = @4
                      local.get 3
                      i32.wrap_i64
                      i32.load8_u offset=1
                      i32.eqz
                      br_if 3 (;@1;)
                    end
                    local.get 3
                    i64.const 1
                    i64.add
                    local.tee 3
                    local.get 1
                    i64.lt_u
                    br_if 1 (;@2;)
                    br 2 (;@1;)
                  end
                end
                local.get 3
                local.get 0
                i64.sub
                i32.wrap_i64
                return
              end
              i32.const 0
            )
        "#]],
    );
}
