//! The lint `overflowing_literals`.

use super::numbers;
use crate::Program;
use crate::ty::{FloatTy, IntTy, TyKind};
use crate::typed::{Body, ConstValue, ExprKind, PatKind, UnOp};
use stair_source::{Code, Diagnostic, Span};

/// Literals that do not fit their types.
pub(super) fn literals(program: &Program, body: &Body) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut negated = vec![false; body.exprs.len()];
    for expr in &body.exprs {
        if let ExprKind::Unary(UnOp::Neg, operand) = expr.kind
            && let ExprKind::Constant(ConstValue::Scalar(value)) = body.exprs[operand.index()].kind
            && let TyKind::Int(int) = program.types.kind(expr.ty)
            && int.is_signed()
        {
            negated[operand.index()] = true;
            if value > int.max() + 1 {
                literal(&mut found, -value, int, expr.span);
            }
        }
    }
    for (i, expr) in body.exprs.iter().enumerate() {
        if let ExprKind::Constant(ConstValue::Scalar(value)) = expr.kind
            && let TyKind::Int(int) = program.types.kind(expr.ty)
            && !negated[i]
            && value > int.max()
        {
            literal(&mut found, value, int, expr.span);
        }
    }
    for expr in &body.exprs {
        if let ExprKind::Constant(ConstValue::Scalar(bits)) = expr.kind
            && let TyKind::Float(float) = program.types.kind(expr.ty)
            && expr.span.is_user()
            && numbers::to_f64(bits, float).is_infinite()
        {
            let name = if float == FloatTy::F32 { "f32" } else { "f64" };
            let message = format!("literal out of range for `{name}`");
            let note =
                format!("the literal does not fit into the type `{name}` and will be converted to `{name}::INFINITY`");
            found.push(Diagnostic::new(Code::OverflowingLiterals, expr.span, message).note(note));
        }
    }
    for pat in &body.pats {
        let TyKind::Int(int) = program.types.kind(pat.ty) else { continue };
        let ends = match &pat.kind {
            PatKind::Constant(value) => [Some(value), None],
            PatKind::Range { lo, hi, .. } => [lo.as_ref(), hi.as_ref()],
            _ => continue,
        };
        for end in ends.into_iter().flatten() {
            if let ConstValue::Scalar(value) = end
                && (*value > int.max() || *value < int.min())
            {
                literal(&mut found, *value, int, pat.span);
            }
        }
    }
    found
}

/// One that is out of range.
fn literal(found: &mut Vec<Diagnostic>, value: i128, int: IntTy, span: Span) {
    if !span.is_user() {
        return;
    }
    let name = int.as_str();
    let mut diagnostic = Diagnostic::new(Code::OverflowingLiterals, span, format!("literal out of range for `{name}`"));
    // The text is quoted where its length tells that it is the value in decimal.
    let plain = value.to_string();
    let text = [plain.clone(), format!("{plain}{name}"), format!("{plain}_{name}")]
        .into_iter()
        .find(|text| text.len() == span.len() as usize)
        .unwrap_or(plain);
    let (min, max) = (int.min(), int.max());
    diagnostic = diagnostic
        .note(format!("the literal `{text}` does not fit into the type `{name}` whose range is `{min}..={max}`"));
    if value >= 0
        && let Some(wider) = [IntTy::I16, IntTy::I32, IntTy::I64, IntTy::U8, IntTy::U16, IntTy::U32, IntTy::U64]
            .into_iter()
            .filter(|wider| wider.is_signed() == int.is_signed())
            .find(|&wider| value <= wider.max())
    {
        diagnostic = diagnostic.help(format!("consider using the type `{}` instead", wider.as_str()));
    }
    found.push(diagnostic);
}
