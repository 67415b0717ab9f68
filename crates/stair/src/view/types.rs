//! The types pane: the typed tree, with everything spelled out that the source leaves implicit.

use super::{Doc, Line};
use stair_sema::Program;
use stair_sema::ids::{BlockId, ExprId, FieldIdx, FnId, PatId, VariantIdx};
use stair_sema::ty::{Ty, TyKind};
use stair_sema::typed::{BindingMode, Body, Callee, CastKind, Coercion, ConstValue, ExprKind, PatKind, StmtKind, UnOp};
use std::collections::BTreeMap;

/// The typed tree, and which line each expression is on.
pub struct Types {
    /// The lines.
    pub doc: Doc,
    /// The line of each expression of each function.
    pub line_of: BTreeMap<(FnId, ExprId), u32>,
}

/// The typed trees of the user's functions, in the order of the text.
#[must_use]
pub fn types(program: &Program) -> Types {
    let mut types = Types { doc: Doc::default(), line_of: BTreeMap::new() };
    for id in program.user_fns() {
        let Some(body) = program.body(id) else { continue };
        let mut printer = Printer { program, body, id, types: &mut types };
        printer.function();
    }
    types
}

struct Printer<'a> {
    program: &'a Program,
    body: &'a Body,
    id: FnId,
    types: &'a mut Types,
}

impl Printer<'_> {
    fn function(&mut self) {
        let definition = self.program.fn_def(self.id);
        let params: Vec<String> = definition.params.iter().map(|&ty| self.ty(ty)).collect();
        let head = format!("fn {}({}) -> {}", definition.path, params.join(", "), self.ty(definition.ret));
        let start = self.types.doc.lines.len();
        self.types.doc.lines.push(Line::new(0, head).at(definition.span));
        for &param in &self.body.params {
            self.pat(1, "param", param);
        }
        self.expr(1, "", self.body.value);
        self.types.doc.end_function(definition.path.as_str(), start);
    }

    fn ty(&self, ty: Ty) -> String {
        self.program.type_name(ty)
    }

    fn local(&self, local: stair_sema::ids::LocalId) -> &str {
        &self.body.locals[local.index()].name
    }

    /// A node and those below it. `role` says what the node is to the one above.
    fn expr(&mut self, depth: usize, role: &str, id: ExprId) {
        let body = self.body;
        let expr = &body.exprs[id.index()];
        let role = if role.is_empty() { String::new() } else { format!("{role}: ") };
        let head = format!("{role}{} : {}", self.head(id), self.ty(expr.ty));
        let line = self.types.doc.lines.len() as u32;
        self.types.line_of.insert((self.id, id), line);
        self.types.doc.lines.push(Line::new(depth, head).at(expr.span));
        self.children(depth + 1, id);
    }

    fn exprs(&mut self, depth: usize, ids: &[ExprId]) {
        for &id in ids {
            self.expr(depth, "", id);
        }
    }

    fn head(&self, id: ExprId) -> String {
        let expr = &self.body.exprs[id.index()];
        match &expr.kind {
            ExprKind::Constant(value) => format!("Constant {}", self.constant(expr.ty, value)),
            ExprKind::NamedConst(id, _) => format!("Constant {}", self.program.const_def(*id).path),
            ExprKind::Local(local) => format!("Local {}", self.local(*local)),
            ExprKind::Static(id) => format!("Static {}", self.program.static_def(*id).path),
            ExprKind::FnItem => "FnItem".into(),
            ExprKind::Field { base, field } => {
                format!("Field .{}", self.field_name(self.body.exprs[base.index()].ty, VariantIdx(0), *field))
            }
            ExprKind::Index { .. } => "Index".into(),
            ExprKind::Deref(_) => "Deref".into(),
            ExprKind::Borrow { mutable, .. } => if *mutable { "Borrow &mut" } else { "Borrow &" }.into(),
            ExprKind::Unary(UnOp::Neg, _) => "Unary -".into(),
            ExprKind::Unary(UnOp::Not, _) => "Unary !".into(),
            ExprKind::Binary(op, ..) => format!("Binary {}", op.as_str()),
            ExprKind::And(..) => "And".into(),
            ExprKind::Or(..) => "Or".into(),
            ExprKind::Assign { .. } => "Assign".into(),
            ExprKind::AssignOp { op, .. } => format!("AssignOp {}=", op.as_str()),
            ExprKind::Cast(kind, _) => format!("Cast {}", cast_name(*kind)),
            ExprKind::Coerce(coercion, _) => format!("Coerce {}", self.coercion_name(*coercion, expr.ty)),
            ExprKind::Call { callee: Callee::Fn(def, args), .. } => {
                let path = &self.program.fn_def(*def).path;
                let args: Vec<String> = self.program.types.list(*args).iter().map(|&ty| self.ty(ty)).collect();
                if args.is_empty() { format!("Call {path}") } else { format!("Call {path}<{}>", args.join(", ")) }
            }
            ExprKind::Call { callee: Callee::Value(callee), .. } => {
                let ty = self.body.exprs[callee.index()].ty;
                match self.program.types.kind(ty) {
                    TyKind::FnPtr(_) => "Call through a pointer".into(),
                    _ => "Call of a value".into(),
                }
            }
            ExprKind::Adt { adt, variant, .. } => {
                let definition = self.program.adt_def(*adt);
                if definition.is_enum {
                    format!("Variant {}::{}", definition.name, definition.variants[variant.0 as usize].name)
                } else {
                    format!("Struct {}", definition.name)
                }
            }
            ExprKind::Closure { def, .. } => {
                let kind = self.program.fn_def(*def).closure.as_ref().map_or("", |c| c.kind.trait_name());
                format!("Closure {} {kind}", self.program.fn_def(*def).path)
            }
            ExprKind::Tuple(_) => "Tuple".into(),
            ExprKind::Array(_) => "Array".into(),
            ExprKind::Repeat(_) => "Repeat".into(),
            ExprKind::Block { label, .. } => if label.is_some() { "Block with a label" } else { "Block" }.into(),
            ExprKind::If { .. } => "If".into(),
            ExprKind::Let { .. } => "Let".into(),
            ExprKind::Match { .. } => "Match".into(),
            ExprKind::Loop { .. } => "Loop".into(),
            ExprKind::While { .. } => "While".into(),
            ExprKind::ForRange { inclusive, .. } => if *inclusive { "For ..=" } else { "For .." }.into(),
            ExprKind::Break { .. } => "Break".into(),
            ExprKind::Continue { .. } => "Continue".into(),
            ExprKind::Return(_) => "Return".into(),
            ExprKind::Error => "Error".into(),
        }
    }

    fn children(&mut self, depth: usize, id: ExprId) {
        let body = self.body;
        match &body.exprs[id.index()].kind {
            ExprKind::Constant(_)
            | ExprKind::NamedConst(..)
            | ExprKind::Local(_)
            | ExprKind::Static(_)
            | ExprKind::FnItem
            | ExprKind::Continue { .. }
            | ExprKind::Error => {}
            ExprKind::Field { base: a, .. }
            | ExprKind::Deref(a)
            | ExprKind::Borrow { place: a, .. }
            | ExprKind::Unary(_, a)
            | ExprKind::Cast(_, a)
            | ExprKind::Coerce(_, a)
            | ExprKind::Repeat(a) => self.expr(depth, "", *a),
            ExprKind::Index { base, index } => {
                self.expr(depth, "", *base);
                self.expr(depth, "index", *index);
            }
            ExprKind::Binary(_, a, b) | ExprKind::And(a, b) | ExprKind::Or(a, b) => self.exprs(depth, &[*a, *b]),
            ExprKind::Assign { place, value } | ExprKind::AssignOp { place, value, .. } => {
                self.expr(depth, "place", *place);
                self.expr(depth, "value", *value);
            }
            ExprKind::Call { callee, args } => {
                if let Callee::Value(callee) = callee {
                    self.expr(depth, "callee", *callee);
                }
                self.exprs(depth, args);
            }
            ExprKind::Adt { adt, variant, fields, base } => {
                for &(field, value) in fields {
                    let variant = &self.program.adt_def(*adt).variants[variant.0 as usize];
                    let name = variant.fields[field.0 as usize].name.clone();
                    self.expr(depth, &name, value);
                }
                if let Some(base) = *base {
                    self.expr(depth, "..", base);
                }
            }
            ExprKind::Closure { def, captures } => {
                let closure = self.program.fn_def(*def).closure.clone();
                for (i, &captured) in captures.iter().enumerate() {
                    let name = closure.as_ref().and_then(|c| c.captures.get(i)).map(|c| format!("captures {}", c.name));
                    self.expr(depth, &name.unwrap_or_default(), captured);
                }
            }
            ExprKind::Tuple(elements) | ExprKind::Array(elements) => self.exprs(depth, elements),
            ExprKind::Block { block, .. } => self.block(depth, *block),
            ExprKind::If { cond, then, els } => {
                self.expr(depth, "if", *cond);
                self.expr(depth, "then", *then);
                if let Some(els) = *els {
                    self.expr(depth, "else", els);
                }
            }
            ExprKind::Let { pat, place } => {
                self.pat(depth, "pattern", *pat);
                self.expr(depth, "", *place);
            }
            ExprKind::Match { place, arms } => {
                self.expr(depth, "", *place);
                for arm in arms {
                    self.pat(depth, "arm", arm.pat);
                    if let Some(guard) = arm.guard {
                        self.expr(depth + 1, "guard", guard);
                    }
                    self.expr(depth + 1, "", arm.body);
                }
            }
            ExprKind::Loop { body, .. } => self.block(depth, *body),
            ExprKind::While { cond, body, .. } => {
                self.expr(depth, "while", *cond);
                self.block(depth, *body);
            }
            ExprKind::ForRange { pat, start, end, body, .. } => {
                self.pat(depth, "pattern", *pat);
                self.expr(depth, "start", *start);
                self.expr(depth, "end", *end);
                self.block(depth, *body);
            }
            ExprKind::Break { value, .. } | ExprKind::Return(value) => {
                if let Some(value) = *value {
                    self.expr(depth, "", value);
                }
            }
        }
    }

    fn block(&mut self, depth: usize, id: BlockId) {
        let body = self.body;
        let block = &body.blocks[id.index()];
        for stmt in &block.stmts {
            match stmt.kind {
                StmtKind::Expr(expr) => self.expr(depth, "", expr),
                StmtKind::Let { pat, init, els } => {
                    self.pat(depth, "let", pat);
                    if let Some(init) = init {
                        self.expr(depth + 1, "", init);
                    }
                    if let Some(els) = els {
                        self.types.doc.lines.push(Line::new(depth + 1, "else").at(body.blocks[els.index()].span));
                        self.block(depth + 2, els);
                    }
                }
            }
        }
        if let Some(tail) = block.tail {
            self.expr(depth, "value", tail);
        }
    }

    fn pat(&mut self, depth: usize, role: &str, id: PatId) {
        let pat = &self.body.pats[id.index()];
        let head = format!("{role} {} : {}", self.pat_text(id), self.ty(pat.ty));
        self.types.doc.lines.push(Line::new(depth, head).at(pat.span));
    }

    /// A pattern on one line, with binding modes and dereferences spelled out.
    fn pat_text(&self, id: PatId) -> String {
        let pat = &self.body.pats[id.index()];
        let list = |ids: &[PatId]| ids.iter().map(|&p| self.pat_text(p)).collect::<Vec<_>>();
        let fields = |variant: VariantIdx, fields: &[(FieldIdx, PatId)]| {
            let texts =
                fields.iter().map(|&(f, p)| format!("{}: {}", self.field_name(pat.ty, variant, f), self.pat_text(p)));
            texts.collect::<Vec<_>>().join(", ")
        };
        match &pat.kind {
            PatKind::Wild => "_".into(),
            PatKind::Binding { local, mode, sub } => {
                let mode = match mode {
                    BindingMode::Value => "",
                    BindingMode::Ref => "ref ",
                    BindingMode::RefMut => "ref mut ",
                };
                let sub = sub.map_or_else(String::new, |sub| format!(" @ {}", self.pat_text(sub)));
                format!("{mode}{}{sub}", self.local(*local))
            }
            PatKind::Constant(value) => self.constant(pat.ty, value),
            PatKind::Range { lo, hi, inclusive } => {
                let end = |v: &Option<ConstValue>| v.as_ref().map_or_else(String::new, |v| self.constant(pat.ty, v));
                format!("{}{}{}", end(lo), if *inclusive { "..=" } else { ".." }, end(hi))
            }
            PatKind::Fields(f) => format!("{{ {} }}", fields(VariantIdx(0), f)),
            PatKind::Variant { adt, variant, fields: f } => {
                let name = &self.program.adt_def(*adt).variants[variant.0 as usize].name;
                if f.is_empty() { name.to_string() } else { format!("{name} {{ {} }}", fields(*variant, f)) }
            }
            PatKind::Deref(inner) => format!("&{}", self.pat_text(*inner)),
            PatKind::Slice { prefix, rest, suffix } => {
                let mut parts = list(prefix);
                if let Some(rest) = rest {
                    parts.push(rest.map_or_else(|| "..".into(), |p| format!("{} @ ..", self.pat_text(p))));
                }
                parts.extend(list(suffix));
                format!("[{}]", parts.join(", "))
            }
            PatKind::Or(alternatives) => list(alternatives).join(" | "),
            PatKind::Error => "error".into(),
        }
    }

    fn field_name(&self, ty: Ty, variant: VariantIdx, field: FieldIdx) -> String {
        match self.program.types.kind(ty) {
            TyKind::Adt(adt, _) => {
                let variant = self.program.adt_def(adt).variants.get(variant.0 as usize);
                let field = variant.and_then(|v| v.fields.get(field.0 as usize));
                field.map_or_else(String::new, |f| f.name.to_string())
            }
            TyKind::Closure(def, _) => {
                let closure = self.program.fn_def(def).closure.clone();
                let captured = closure.as_ref().and_then(|c| c.captures.get(field.0 as usize));
                captured.map_or_else(String::new, |c| c.name.to_string())
            }
            _ => field.0.to_string(),
        }
    }

    /// What a coercion to the type `to` does.
    fn coercion_name(&self, coercion: Coercion, to: Ty) -> &'static str {
        match coercion {
            Coercion::Unsize if self.points_to_object(to) => "to trait object",
            Coercion::Unsize => "array to slice",
            Coercion::NeverToAny => "never to any type",
            Coercion::ReifyFn => "function to pointer",
        }
    }

    /// Whether a type is a reference to a trait object, or a box or other pointer with one.
    fn points_to_object(&self, pointer: Ty) -> bool {
        let is_object = |ty: Ty| matches!(self.program.types.kind(ty), TyKind::Dyn(..));
        match self.program.types.kind(pointer) {
            TyKind::Ref(pointee, _) => is_object(pointee),
            TyKind::Adt(_, args) => self.program.types.list(args).first().is_some_and(|&ty| is_object(ty)),
            _ => false,
        }
    }

    fn constant(&self, ty: Ty, value: &ConstValue) -> String {
        match (value, self.program.types.kind(ty)) {
            (ConstValue::Scalar(value), TyKind::Bool) => (*value != 0).to_string(),
            (ConstValue::Scalar(value), TyKind::Char) => {
                char::from_u32(*value as u32).map_or_else(|| value.to_string(), |c| format!("{c:?}"))
            }
            (ConstValue::Scalar(value), TyKind::Float(stair_sema::ty::FloatTy::F64)) => {
                format!("{:?}", f64::from_bits(*value as u64))
            }
            (ConstValue::Scalar(value), TyKind::Float(stair_sema::ty::FloatTy::F32)) => {
                format!("{:?}", f32::from_bits(*value as u32))
            }
            (ConstValue::Scalar(value), _) => value.to_string(),
            (ConstValue::Str(text), _) => format!("{text:?}"),
            (ConstValue::Bytes(bytes), _) => format!("b\"{}\"", bytes.escape_ascii()),
            (ConstValue::Location(_), _) => "the location of this place".into(),
            (ConstValue::Fn(def, _), _) => self.program.fn_def(*def).path.to_string(),
            (ConstValue::StaticRef(id), _) => format!("&{}", self.program.static_def(*id).path),
            (ConstValue::Ref(value, inner) | ConstValue::Object(value, inner, _), _) => {
                format!("&{}", self.constant(*inner, value))
            }
            (ConstValue::Repeat(value, count), TyKind::Array(element, _)) => {
                format!("[{}; {count}]", self.constant(element, value))
            }
            (ConstValue::Aggregate(parts), TyKind::Array(element, _)) => {
                let parts: Vec<String> = parts.iter().map(|p| self.constant(element, p)).collect();
                format!("[{}]", parts.join(", "))
            }
            (ConstValue::Aggregate(parts), TyKind::Tuple(list)) => {
                let types = self.program.types.list(list);
                let parts: Vec<String> = parts.iter().zip(types.iter()).map(|(p, &t)| self.constant(t, p)).collect();
                format!("({})", parts.join(", "))
            }
            (ConstValue::Variant(variant, _), TyKind::Adt(adt, _)) => {
                let definition = self.program.adt_def(adt);
                format!("{}::{}", definition.name, definition.variants[variant.0 as usize].name)
            }
            (ConstValue::Aggregate(_) | ConstValue::Repeat(..) | ConstValue::Variant(..), _) => self.ty(ty),
        }
    }
}

fn cast_name(kind: CastKind) -> &'static str {
    match kind {
        CastKind::IntToInt => "integer to integer",
        CastKind::FloatToInt => "float to integer",
        CastKind::IntToFloat => "integer to float",
        CastKind::FloatToFloat => "float to float",
        CastKind::EnumToInt => "discriminant to integer",
        CastKind::Pointer => "pointer to pointer",
    }
}
