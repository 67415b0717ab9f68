//! The lint `overflowing_literals`.

use super::numbers;
use crate::Program;
use crate::ty::{FloatTy, IntTy, TyKind};
use crate::typed::{Body, ConstValue, ExprKind, UnOp};
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
            if value as u128 > int.max() + 1 {
                literal(&mut found, (true, value as u128), int, expr.span);
            }
        }
    }
    for (i, expr) in body.exprs.iter().enumerate() {
        if let ExprKind::Constant(ConstValue::Scalar(value)) = expr.kind
            && let TyKind::Int(int) = program.types.kind(expr.ty)
            && !negated[i]
            && value as u128 > int.max()
        {
            literal(&mut found, (false, value as u128), int, expr.span);
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
    found
}

/// One that is out of range: whether it is negated, and its digits' value.
fn literal(found: &mut Vec<Diagnostic>, (negative, value): (bool, u128), int: IntTy, span: Span) {
    if span.is_user() {
        found.push(out_of_range((negative, value), int, span));
    }
}

/// What is said of a literal that is out of range.
pub(crate) fn out_of_range((negative, value): (bool, u128), int: IntTy, span: Span) -> Diagnostic {
    let name = int.as_str();
    let mut diagnostic = Diagnostic::new(Code::OverflowingLiterals, span, format!("literal out of range for `{name}`"));
    // The text is quoted where its length tells that it is the value in decimal.
    let plain = if negative { format!("-{value}") } else { value.to_string() };
    let text = [plain.clone(), format!("{plain}{name}"), format!("{plain}_{name}")]
        .into_iter()
        .find(|text| text.len() == span.len() as usize)
        .unwrap_or(plain);
    let (min, max) = (int.min(), int.max());
    diagnostic = diagnostic
        .note(format!("the literal `{text}` does not fit into the type `{name}` whose range is `{min}..={max}`"));
    if !negative
        && let Some(wider) = IntTy::ALL
            .into_iter()
            .filter(|wider| wider.is_signed() == int.is_signed() && !matches!(wider, IntTy::Isize | IntTy::Usize))
            .find(|&wider| value <= wider.max())
    {
        diagnostic = diagnostic.help(format!("consider using the type `{}` instead", wider.as_str()));
    }
    diagnostic
}
