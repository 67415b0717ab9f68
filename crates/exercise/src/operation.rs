//! The names of the IR's operations, as checks spell them and as the IR's text does.

use stair::ir::inst::{BinaryOp, CheckedOp, Cond, ConvertOp, Inst, Terminator, UnaryOp};

/// Operations whose name is not in a table of the IR.
const OTHERS: [&str; 19] = [
    "const",
    "data_addr",
    "slot_addr",
    "func_addr",
    "get",
    "set",
    "bounds_check",
    "select",
    "load",
    "store",
    "mem_copy",
    "mem_fill",
    "call",
    "call_indirect",
    "memory_size",
    "memory_grow",
    "checked",
    "compare",
    "convert",
];

/// How blocks end.
const ENDS: [&str; 5] = ["jump", "branch", "switch", "return", "unreachable"];

/// Whether there is such an operation: `mul`, `checked` for all checked ones, `checked.adds` for one of them.
pub(crate) fn is_known(name: &str) -> bool {
    OTHERS.contains(&name)
        || ENDS.contains(&name)
        || UnaryOp::parse(name).is_some()
        || BinaryOp::parse(name).is_some()
        || match name.split_once('.') {
            Some(("checked", op)) => CheckedOp::parse(op).is_some(),
            Some(("compare", cc)) => Cond::parse(cc).is_some(),
            Some(("convert", op)) => ConvertOp::parse(op).is_some(),
            _ => false,
        }
}

/// Whether an instruction is what a name means.
pub(crate) fn is_meant(name: &str, inst: &Inst) -> bool {
    let (family, member) = match inst {
        Inst::Const { .. } => ("const", ""),
        Inst::DataAddr { .. } => ("data_addr", ""),
        Inst::SlotAddr { .. } => ("slot_addr", ""),
        Inst::FuncAddr { .. } => ("func_addr", ""),
        Inst::VarGet { .. } => ("get", ""),
        Inst::VarSet { .. } => ("set", ""),
        Inst::Unary { op, .. } => (op.as_str(), ""),
        Inst::Binary { op, .. } => (op.as_str(), ""),
        Inst::Checked { op, .. } => ("checked", op.as_str()),
        Inst::BoundsCheck { .. } => ("bounds_check", ""),
        Inst::Compare { cc, .. } => ("compare", cc.as_str()),
        Inst::Convert { op, .. } => ("convert", op.as_str()),
        Inst::Select { .. } => ("select", ""),
        Inst::Load { .. } => ("load", ""),
        Inst::Store { .. } => ("store", ""),
        Inst::MemCopy { .. } => ("mem_copy", ""),
        Inst::MemFill { .. } => ("mem_fill", ""),
        Inst::Call { .. } | Inst::CallImport { .. } => ("call", ""),
        Inst::CallIndirect { .. } => ("call_indirect", ""),
        Inst::MemorySize => ("memory_size", ""),
        Inst::MemoryGrow { .. } => ("memory_grow", ""),
    };
    name == family || name.split_once('.') == Some((family, member))
}

/// Whether the end of a block is what a name means.
pub(crate) fn is_meant_end(name: &str, end: &Terminator) -> bool {
    name == match end {
        Terminator::Jump(_) => "jump",
        Terminator::Branch { .. } => "branch",
        Terminator::Switch { .. } => "switch",
        Terminator::Return(_) => "return",
        Terminator::Unreachable => "unreachable",
    }
}

#[cfg(test)]
mod tests {
    use super::is_known;
    use stair::{Compiler, Profile, Session};

    #[test]
    fn every_operation_of_the_text_form_is_known() {
        let text = "fn main() {
            let mut v = vec![1.5, 2.0]; v.sort_by(|a: &f64, b| a.total_cmp(b));
            println!(\"{:?} {} {}\", v, v[0] as u8, i32::MAX.wrapping_mul(3) >> 2);
        }";
        let session = Session::new(&Compiler::new(), "main.rs", text, Profile::Debug);
        let mut seen = 0;
        for line in session.ir_doc(None, true).expect("compiles").lines {
            let mnemonic = line.text.split_once(" = ").map_or(line.text.as_str(), |(_, right)| right);
            let mnemonic = mnemonic.split([' ', '(']).next().unwrap_or("");
            // What declares something and heads of blocks are no operations.
            if line.depth == 0 || mnemonic.starts_with("var") || mnemonic.starts_with("slot") && mnemonic != "slot_addr"
            {
                continue;
            }
            let mut parts = mnemonic.split('.');
            let family = parts.next().unwrap_or("");
            let member = parts.next().map(|member| format!("{family}.{member}")).unwrap_or_default();
            assert!(is_known(family) || is_known(&member), "{}", line.text);
            seen += 1;
        }
        assert!(seen > 100, "{seen}");
        for unknown in ["", "mull", "checked.", "checked.mul3", "bounds-check", "load.i32"] {
            assert!(!is_known(unknown), "{unknown}");
        }
    }
}
