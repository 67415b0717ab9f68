//! A function's code to bytes, and where each instruction comes from.

use crate::code::{Code, Label, Op};
use stair_source::Origin;
use std::borrow::Cow;
use wasm_encoder::{BlockType, Encode, Instruction as I, ValType};

/// A function's bytes, without its length before them.
#[derive(Debug)]
pub(crate) struct Body {
    /// Local declarations and instructions.
    pub(crate) bytes: Vec<u8>,
    /// For each instruction the first byte after it, and where it comes from. The first entry is the declarations' end.
    pub(crate) ends: Vec<(u32, Origin)>,
}

/// Encode a function.
pub(crate) fn body(code: &Code) -> Body {
    let mut bytes = Vec::new();
    let mut runs: Vec<(u32, ValType)> = Vec::new();
    for local in &code.locals[code.params as usize..] {
        match runs.last_mut() {
            Some((count, ty)) if *ty == local.ty => *count += 1,
            _ => runs.push((1, local.ty)),
        }
    }
    (runs.len() as u32).encode(&mut bytes);
    for (count, ty) in runs {
        count.encode(&mut bytes);
        ty.encode(&mut bytes);
    }
    let mut ends = Vec::with_capacity(code.ops.len() + 2);
    ends.push((bytes.len() as u32, code.origin));

    // The nesting depth at which each label is open.
    let mut depth_of = vec![0_u32; code.labels as usize];
    let mut depth = 0;
    for (op, origin) in &code.ops {
        let to = |label: &Label| depth - depth_of[label.index()];
        let instruction = match op {
            Op::Plain(instruction) => instruction.clone(),
            Op::Get(local) => I::LocalGet(local.0),
            Op::Set(local) => I::LocalSet(local.0),
            Op::Tee(local) => I::LocalTee(local.0),
            Op::Block(label) | Op::Loop(label) | Op::If(label) => {
                depth += 1;
                depth_of[label.index()] = depth;
                match op {
                    Op::Block(_) => I::Block(BlockType::Empty),
                    Op::Loop(_) => I::Loop(BlockType::Empty),
                    _ => I::If(BlockType::Empty),
                }
            }
            Op::Else(_) => I::Else,
            Op::End(_) => {
                depth -= 1;
                I::End
            }
            Op::Br(label) => I::Br(to(label)),
            Op::BrIf(label) => I::BrIf(to(label)),
            Op::BrTable(labels, default) => I::BrTable(Cow::Owned(labels.iter().map(to).collect()), to(default)),
        };
        instruction.encode(&mut bytes);
        ends.push((bytes.len() as u32, *origin));
    }
    I::End.encode(&mut bytes);
    ends.push((bytes.len() as u32, code.origin));
    Body { bytes, ends }
}
