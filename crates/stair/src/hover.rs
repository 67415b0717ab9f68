//! The type of what stands at a place in the source, for the editor.

use stair_sema::Program;
use stair_sema::ty::{Ty, TyKind};
use stair_sema::typed::{ExprKind, PatKind};
use stair_source::Span;

/// What the editor shows for a place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hover {
    /// The text that it is about.
    pub span: Span,
    /// Its type, and the name if it has one: `count: usize`.
    pub text: String,
}

/// The type of the smallest expression or variable at a byte offset of the user's program.
#[must_use]
pub(crate) fn hover(program: &Program, offset: u32) -> Option<Hover> {
    let mut best: Option<(Span, String)> = None;
    let mut consider = |span: Span, text: &dyn Fn() -> String| {
        let closer = best.as_ref().is_none_or(|(known, _)| span.len() < known.len());
        if span.is_user() && span.lo <= offset && offset < span.hi && closer {
            best = Some((span, text()));
        }
    };
    for id in program.user_fns() {
        let definition = program.fn_def(id);
        consider(definition.name_span, &|| {
            let types = definition.params.iter().map(|&ty| program.type_name(ty)).collect::<Vec<_>>().join(", ");
            match program.types.kind(definition.ret) {
                TyKind::Tuple(list) if program.types.list(list).is_empty() => {
                    format!("fn {}({types})", definition.path)
                }
                _ => format!("fn {}({types}) -> {}", definition.path, program.type_name(definition.ret)),
            }
        });
        let Some(body) = program.body(id) else { continue };
        let named = |name: &str, ty: Ty| format!("{name}: {}", program.type_name(ty));
        for expr in &body.exprs {
            consider(expr.span, &|| match &expr.kind {
                ExprKind::Local(local) => named(&body.locals[local.index()].name, expr.ty),
                ExprKind::NamedConst(id, _) => format!("const {}", named(&program.const_def(*id).path, expr.ty)),
                ExprKind::Static(id) => format!("static {}", named(&program.static_def(*id).path, expr.ty)),
                _ => program.type_name(expr.ty),
            });
        }
        for pat in &body.pats {
            if let PatKind::Binding { local, .. } = pat.kind {
                let local = &body.locals[local.index()];
                consider(local.span, &|| named(&local.name, local.ty));
            }
        }
    }
    best.map(|(span, text)| Hover { span, text })
}
