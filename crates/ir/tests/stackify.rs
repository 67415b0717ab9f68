//! Stack plans, written out.

use expect_test::{Expect, expect};
use stair_ir::cfg::Cfg;
use stair_ir::entities::Value;
use stair_ir::function::{Function, ValueDef};
use stair_ir::inst::{Inst, Terminator};
use stair_ir::stackify::{Placement, StackPlan};
use stair_ir::text;

fn tree(func: &Function, plan: &StackPlan, value: Value) -> String {
    match (plan.placement(value), func.values[value.index()].def) {
        (Placement::Local(local), _) => format!("${local}"),
        (_, ValueDef::Result(id, _)) => instruction(func, plan, &func.inst(id).inst),
        _ => "?".into(),
    }
}

fn instruction(func: &Function, plan: &StackPlan, inst: &Inst) -> String {
    let mut operands = Vec::new();
    inst.for_each_operand(|v| operands.push(tree(func, plan, v)));
    let name = match inst {
        Inst::Const { bits, .. } => return bits.to_string(),
        Inst::VarGet { var } => return format!("${}", plan.var_locals[var.index()]),
        Inst::VarSet { var, .. } => return format!("${} = {}", plan.var_locals[var.index()], operands[0]),
        Inst::Binary { op, .. } => op.as_str().to_owned(),
        Inst::Checked { op, .. } => format!("checked.{}", op.as_str()),
        Inst::Compare { cc, .. } => cc.as_str().to_owned(),
        Inst::Call { func, .. } => func.to_string(),
        Inst::Load { .. } => "load".to_owned(),
        Inst::Store { .. } => "store".to_owned(),
        other => format!("{other:?}"),
    };
    format!("{name}({})", operands.join(", "))
}

fn check(text: &str, expected: &Expect) {
    let module = text::parse(text).expect("parses");
    assert_eq!(stair_ir::verify::verify(&module), Ok(()));
    let func = &module.funcs[0];
    let cfg = Cfg::compute(func);
    let plan = StackPlan::compute(func, &cfg);
    let mut out = String::new();
    for (from, to) in &plan.entry_moves {
        out += &format!("${to} = ${from}\n");
    }
    for &block in cfg.rpo() {
        out += &format!("{block}\n");
        for &id in plan.statements(block) {
            let results: Vec<_> = func
                .inst(id)
                .results
                .iter()
                .map(|&r| match plan.placement(r) {
                    Placement::Local(local) => format!("${local}"),
                    _ => "_".into(),
                })
                .collect();
            let tree = instruction(func, &plan, &func.inst(id).inst);
            out += &if results.is_empty() {
                format!("  {tree}\n")
            } else {
                format!("  {} = {tree}\n", results.join(", "))
            };
        }
        let terminator = &func.block(block).terminator;
        let mut own = Vec::new();
        terminator.for_each_own_operand(|v| own.push(tree(func, &plan, v)));
        let name = match terminator {
            Terminator::Jump(_) => "jump",
            Terminator::Branch { .. } => "branch",
            Terminator::Switch { .. } => "switch",
            Terminator::Return(_) => "return",
            Terminator::Unreachable => "unreachable",
        };
        out += &format!("  {name} {}", own.join(", "));
        for to in terminator.targets() {
            let moves = plan.edge_moves(func, to);
            let moves: Vec<_> = moves.iter().map(|&(v, l)| format!("${l} = {}", tree(func, &plan, v))).collect();
            out += &format!("→ {} [{}] ", to.block, moves.join(", "));
        }
        out = out.trim_end().to_owned() + "\n";
    }
    expected.assert_eq(&out);
}

/// The example of the module's documentation.
#[test]
fn example() {
    check(
        "fn0 \"f\" (i32, i32) -> i32 {
block0(v0: i32, v1: i32):
    v2 = mul.i32 v0, v1
    v3 = const.i32 1
    v4 = add.i32 v2, v3
    v5 = call fn1(v4)
    v6 = sub.i32 v5, v2
    return v6
}
fn1 \"g\" (i32) -> i32 {
block0(v0: i32):
    return v0
}",
        &expect![[r#"
            block0
              $0 = mul($0, $1)
              return sub(fn1(add($0, 1)), $0)
        "#]],
    );
}

#[test]
fn a_rotated_loop_updates_in_place() {
    check(
        "fn0 \"sum\" (i32) -> i32 {
block0(v0: i32):
    v1 = const.i32 0
    jump block1(v1, v1)
block1(v2: i32, v3: i32):
    v4 = const.i32 1
    v5 = add.i32 v2, v4
    v6 = mul.i32 v2, v2
    v7 = add.i32 v3, v6
    v8 = compare.lts.i32 v5, v0
    branch v8, block1(v5, v7), block2()
block2():
    return v7
}",
        &expect![[r#"
            block0
              jump → block1 [$1 = 0, $2 = 0]
            block1
              $2 = add($2, mul($1, $1))
              $1 = add($1, 1)
              branch lts($1, $0)→ block1 [] → block2 []
            block2
              return $2
        "#]],
    );
}

#[test]
fn swapped_parameters_and_two_results() {
    check(
        "fn0 \"f\" (i64, i64, i8) -> i64, i64 {
block0(v0: i64, v1: i64, v2: i8):
    jump block1(v0, v1)
block1(v3: i64, v4: i64):
    branch v2, block1(v4, v3), block2()
block2():
    v5, v6 = call fn1(v3, v4)
    v7, v8 = call fn1(v5, v6)
    return v7, v6
}
fn1 \"g\" (i64, i64) -> i64, i64 {
block0(v0: i64, v1: i64):
    return v1, v0
}",
        &expect![[r#"
            block0
              jump → block1 []
            block1
              branch $2→ block1 [$0 = $1, $1 = $0] → block2 []
            block2
              $0, $1 = fn1($0, $1)
              $0, _ = fn1($0, $1)
              return $0, $1
        "#]],
    );
}

/// `let c = a + b; a = 1; c * a`, and a panic that must come before a write.
#[test]
fn variables_keep_their_order() {
    check(
        "handler add_overflow fn1
data0 \"location\" const align 8 at 0 = zero 24
fn0 \"f\" (i32, i64) -> i32 {
    var0 \"a\" i32 param 0
    var1 \"c\" i32
block0(v0: i32, v1: i64):
    v2 = get var0
    v3 = get var0
    v4 = checked.adds.i32 v2, v3 !add_overflow data0
    set var1, v4
    v5 = get var0
    v6 = const.i32 1
    set var0, v6
    v7 = get var1
    v8 = mul.i32 v5, v7
    v9 = checked.adds.i32 v8, v0 !add_overflow data0
    v10 = load.i32 v1
    store.i32 v1, v8
    v11 = add.i32 v9, v10
    return v11
}
fn1 \"panic\" (i64) {
block0(v0: i64):
    unreachable
}",
        &expect![[r#"
            $2 = $0
            block0
              $3 = checked.adds($2, $2)
              $4 = $2
              $2 = 1
              $4 = mul($4, $3)
              $0 = checked.adds($4, $0)
              $5 = load($1)
              store($1, $4)
              return add($0, $5)
        "#]],
    );
}
