//! Conditions of breakpoints: expressions of the user's variables, evaluated on what lies in memory.
//!
//! They are Rust, but only what needs no code of the program's: variables, literals, fields, elements, references followed,
//! arithmetic, comparisons, logic, and a few methods that ask how long or of which variant something is. Integers are
//! computed as if they were as wide as they need.

use crate::Debugger;
use crate::variables::{Picture, State};
use stair_inspect::{Value, ValueKind};
use stair_source::FileId;
use stair_syntax::NodeIds;
use stair_syntax::ast::{BinOp, Expr, ExprKind, ItemKind, Lit, UnOp};
use stair_vm::Frame;
use std::ops::{Add, Div, Mul, Rem, Sub};
use std::rc::Rc;

/// The methods that a condition may call.
const METHODS: [&str; 6] = ["len", "is_empty", "is_some", "is_none", "is_ok", "is_err"];
/// How many references are followed on the way to a field.
const MAX_REFERENCES: usize = 16;

/// A condition that can be evaluated.
#[derive(Clone, Debug)]
pub(super) struct Condition {
    expr: Expr,
    /// The variables that it names.
    pub(super) names: Vec<String>,
}

/// What a part of a condition comes to.
#[derive(Clone, Debug)]
enum Term {
    Int(i128),
    Float(f64),
    /// An `f32`. A literal beside it is one too.
    Single(f32),
    Bool(bool),
    /// A text or a character, as `Debug` prints it.
    Text(String),
    /// A value that is none of these.
    Other,
}

impl Condition {
    /// Read a condition.
    ///
    /// # Errors
    /// What is wrong with it, in words.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let whole = format!("fn condition() {{ ({text}\n) }}");
        let (file, errors) = stair_syntax::parse_file(FileId::USER, &whole, &mut NodeIds::default());
        if let Some(error) = errors.first().or(file.literal_errors.first()) {
            return Err(format!("this is not an expression: {}", error.message));
        }
        let expr = match file.items.as_slice() {
            [item] => match &item.kind {
                ItemKind::Fn(function) => function.body.as_ref().and_then(|body| match body.stmts.as_slice() {
                    [] => body.tail.as_deref().cloned(),
                    _ => None,
                }),
                _ => None,
            },
            _ => None,
        };
        let expr = expr.ok_or("this is not one expression")?;
        let mut names = Vec::new();
        check(&expr, &mut names)?;
        Ok(Self { expr, names })
    }

    /// Whether it holds for the variables of the innermost frame; `None` where that cannot be told.
    pub(super) fn holds(&self, picture: &Picture) -> Option<bool> {
        match (Scope { picture }).eval(&self.expr)? {
            Term::Bool(holds) => Some(holds),
            _ => None,
        }
    }
}

impl Debugger {
    /// What an expression of the user's variables comes to at the moment that is looked at: numbers and truth values as they are
    /// printed, texts and characters as `Debug` prints them. The variables are those of the innermost of the user's own functions.
    /// What an expression can be is what a breakpoint's condition can be.
    ///
    /// # Errors
    /// In words, if it is not such an expression, or if its value cannot be told there.
    pub fn evaluate(&mut self, text: &str) -> Result<String, String> {
        let condition = Condition::parse(text).map_err(|error| error.replace("a condition", "an expression"))?;
        let variables = Rc::clone(self.variables().ok_or("the program has too many variables to be told")?);
        let at = self.at;
        let term = self.look(at, |debugger, vm, frames| {
            let is_own = |frame: &Frame| debugger.program().funcs[frame.func as usize].is_user;
            let own = frames.iter().position(is_own)?;
            let mut picture = variables.picture(frames, vm.memory());
            picture.frames.drain(..own.min(picture.frames.len()));
            Scope { picture: &picture }.eval(&condition.expr)
        });
        match term {
            Some(Term::Int(value)) => Ok(value.to_string()),
            Some(Term::Float(value)) => Ok(format!("{value:?}")),
            Some(Term::Single(value)) => Ok(format!("{value:?}")),
            Some(Term::Bool(value)) => Ok(value.to_string()),
            Some(Term::Text(text)) => Ok(text),
            Some(Term::Other) => Err(format!("`{text}` is not a number, a truth value, a character or a text")),
            None => Err(format!("the value of `{text}` cannot be told there")),
        }
    }
}

/// Refuse by name what a condition cannot hold.
fn check(expr: &Expr, names: &mut Vec<String>) -> Result<(), String> {
    match &expr.kind {
        ExprKind::Lit(Lit::Int(..) | Lit::Float(..) | Lit::Bool(_) | Lit::Char(_) | Lit::Byte(_) | Lit::Str(_)) => {
            Ok(())
        }
        ExprKind::Path(path) => match path.segments.as_slice() {
            [segment] if segment.args.is_none() && !path.global => {
                names.push(segment.name.name.to_string());
                Ok(())
            }
            _ => Err("a condition can name variables, but no paths".to_owned()),
        },
        ExprKind::Unary(_, inner) | ExprKind::Paren(inner) | ExprKind::Field(inner, _) => check(inner, names),
        ExprKind::Borrow { expr, mutable: false } => check(expr, names),
        ExprKind::Binary { lhs, rhs, .. } | ExprKind::Logical { lhs, rhs, .. } => {
            check(lhs, names)?;
            check(rhs, names)
        }
        ExprKind::Index(base, index) => {
            check(base, names)?;
            check(index, names)
        }
        ExprKind::MethodCall { receiver, method, args } => {
            if !args.is_empty() || !METHODS.contains(&method.name.name.as_str()) {
                return Err(format!("a condition can call {} only", METHODS.join(", ")));
            }
            check(receiver, names)
        }
        ExprKind::Call(..) | ExprKind::Macro(_) => Err("a condition cannot run functions of the program".to_owned()),
        ExprKind::Assign { .. } | ExprKind::AssignOp { .. } => {
            Err("a condition compares with `==` and cannot change anything".to_owned())
        }
        _ => Err("a condition is made of variables, literals, fields, elements, comparisons and logic".to_owned()),
    }
}

/// What can be seen where a condition is evaluated.
struct Scope<'a> {
    picture: &'a Picture,
}

impl<'a> Scope<'a> {
    fn eval(&self, expr: &Expr) -> Option<Term> {
        Some(match &expr.kind {
            ExprKind::Lit(literal) => match literal {
                Lit::Int(value, _) => Term::Int(i128::try_from(*value).ok()?),
                Lit::Float(digits, _) => Term::Float(digits.parse().ok()?),
                Lit::Bool(value) => Term::Bool(*value),
                Lit::Byte(value) => Term::Int(i128::from(*value)),
                Lit::Char(value) => Term::Text(format!("{value:?}")),
                Lit::Str(value) => Term::Text(format!("{value:?}")),
                _ => return None,
            },
            ExprKind::Paren(inner) | ExprKind::Borrow { expr: inner, .. } => self.eval(inner)?,
            ExprKind::Path(_) | ExprKind::Field(..) | ExprKind::Index(..) => self.term(self.place(expr)?),
            ExprKind::Unary(UnOp::Deref, _) => self.term(self.place(expr)?),
            ExprKind::Unary(UnOp::Neg, inner) => match self.eval(inner)? {
                Term::Int(value) => Term::Int(value.checked_neg()?),
                Term::Float(value) => Term::Float(-value),
                Term::Single(value) => Term::Single(-value),
                _ => return None,
            },
            ExprKind::Unary(UnOp::Not, inner) => match self.eval(inner)? {
                Term::Bool(value) => Term::Bool(!value),
                _ => return None,
            },
            ExprKind::Logical { and, lhs, rhs, .. } => match self.eval(lhs)? {
                Term::Bool(value) if value == *and => self.eval(rhs)?,
                Term::Bool(value) => Term::Bool(value),
                _ => return None,
            },
            ExprKind::Binary { op, lhs, rhs, .. } => binary(*op, self.eval(lhs)?, self.eval(rhs)?)?,
            ExprKind::MethodCall { receiver, method, .. } => {
                let mut value = self.place(receiver)?;
                for _ in 0..MAX_REFERENCES {
                    if let Some(answer) = ask(method.name.name.as_str(), value) {
                        return Some(answer);
                    }
                    value = self.target(value)?;
                }
                return None;
            }
            _ => return None,
        })
    }

    /// The value that a place expression names.
    fn place(&self, expr: &Expr) -> Option<&'a Value> {
        match &expr.kind {
            ExprKind::Paren(inner) | ExprKind::Borrow { expr: inner, .. } => self.place(inner),
            ExprKind::Path(path) => {
                let name = &path.segments.first()?.name.name;
                // The last one declared hides those before it.
                let variables = self.picture.frames.first()?;
                let variable = variables.iter().rev().find(|variable| variable.name == *name)?;
                matches!(variable.state, State::Live | State::PartlyMoved).then_some(&variable.value)
            }
            ExprKind::Unary(UnOp::Deref, inner) => self.target(self.place(inner)?),
            ExprKind::Field(base, name) => {
                let mut value = self.place(base)?;
                for _ in 0..MAX_REFERENCES {
                    let is_owner = matches!(value.kind, ValueKind::Owner | ValueKind::SharedOwner);
                    if let Some(part) = value.parts.iter().find(|part| part.label == name.name && !is_owner) {
                        return Some(part);
                    }
                    value = self.target(value)?;
                }
                None
            }
            ExprKind::Index(base, index) => {
                let Term::Int(index) = self.eval(index)? else { return None };
                let mut value = self.place(base)?;
                for _ in 0..MAX_REFERENCES {
                    if value.kind == ValueKind::Array {
                        return value.parts.get(usize::try_from(index).ok()?);
                    }
                    value = self.target(value)?;
                }
                None
            }
            _ => None,
        }
    }

    /// What a value points to.
    fn target(&self, value: &Value) -> Option<&'a Value> {
        let address = value.target?;
        let pointee = value.ty.strip_prefix("&mut ").or_else(|| value.ty.strip_prefix('&'));
        let blocks = self.picture.blocks.blocks.iter().map(|block| &block.value);
        let variables = self.picture.frames.iter().flatten().map(|variable| &variable.value);
        let mut all = variables.chain(blocks);
        match pointee {
            Some(ty) => all.find_map(|root| find(root, address, Some(ty))),
            None => all.find_map(|root| find(root, address, None)),
        }
    }

    fn term(&self, mut value: &'a Value) -> Term {
        for _ in 0..MAX_REFERENCES {
            match scalar(value) {
                Some(term) => return term,
                None => match self.target(value) {
                    Some(target) => value = target,
                    None => break,
                },
            }
        }
        Term::Other
    }
}

/// The value at an address within another, of a type if that is given.
fn find<'a>(root: &'a Value, address: u64, ty: Option<&str>) -> Option<&'a Value> {
    let start = root.address?;
    if start == address && ty.is_none_or(|ty| ty == root.ty) {
        return Some(root);
    }
    let is_within = start <= address && address < start.saturating_add(root.size.max(1));
    if is_within { root.parts.iter().find_map(|part| find(part, address, ty)) } else { None }
}

fn scalar(value: &Value) -> Option<Term> {
    let text = value.text.as_str();
    match text {
        "true" => return Some(Term::Bool(true)),
        "false" => return Some(Term::Bool(false)),
        _ => {}
    }
    if text.starts_with(['"', '\'']) {
        // Of a long text only the beginning is there.
        return (!text.ends_with('…')).then(|| Term::Text(text.to_owned()));
    }
    if value.kind != ValueKind::Scalar {
        return None;
    }
    match value.ty.as_str() {
        "f32" => text.parse().ok().map(Term::Single),
        "f64" => text.parse().ok().map(Term::Float),
        _ => text.parse().ok().map(Term::Int),
    }
}

/// What a method says of a value; `None` if it is not one to ask.
fn ask(method: &str, value: &Value) -> Option<Term> {
    let variant = |name: &str| {
        let is_enum = value.kind == ValueKind::Enum;
        is_enum.then(|| Term::Bool(value.text.split(|c: char| !c.is_alphanumeric()).next() == Some(name)))
    };
    let len = || {
        let part = value.parts.iter().find(|part| part.label == "length").and_then(|part| part.text.parse().ok());
        let elements = || (value.kind == ValueKind::Array).then(|| value.shown() as i128 + i128::from(value.more()));
        // A reference to a slice says how many it refers to.
        let slice = || value.text.split_once(" element").and_then(|(count, _)| count.parse().ok());
        part.or_else(elements).or_else(slice)
    };
    match method {
        "len" => len().map(Term::Int),
        "is_empty" => len().map(|len| Term::Bool(len == 0)),
        "is_some" => variant("Some"),
        "is_none" => variant("None"),
        "is_ok" => variant("Ok"),
        _ => variant("Err"),
    }
}

fn binary(op: BinOp, lhs: Term, rhs: Term) -> Option<Term> {
    let (lhs, rhs) = match (lhs, rhs) {
        (Term::Single(a), Term::Float(b)) => (Term::Single(a), Term::Single(b as f32)),
        (Term::Float(a), Term::Single(b)) => (Term::Single(a as f32), Term::Single(b)),
        same => same,
    };
    if let (Term::Text(a), Term::Text(b)) = (&lhs, &rhs) {
        return match op {
            BinOp::Eq => Some(Term::Bool(a == b)),
            BinOp::Ne => Some(Term::Bool(a != b)),
            _ => None,
        };
    }
    let compared = match (&lhs, &rhs) {
        (Term::Int(a), Term::Int(b)) => a.partial_cmp(b),
        (Term::Float(a), Term::Float(b)) => a.partial_cmp(b),
        (Term::Single(a), Term::Single(b)) => a.partial_cmp(b),
        (Term::Bool(a), Term::Bool(b)) => a.partial_cmp(b),
        _ => return None,
    };
    let holds = match op {
        BinOp::Eq => compared.is_some_and(std::cmp::Ordering::is_eq),
        BinOp::Ne => compared.is_none_or(std::cmp::Ordering::is_ne),
        BinOp::Lt => compared.is_some_and(std::cmp::Ordering::is_lt),
        BinOp::Le => compared.is_some_and(std::cmp::Ordering::is_le),
        BinOp::Gt => compared.is_some_and(std::cmp::Ordering::is_gt),
        BinOp::Ge => compared.is_some_and(std::cmp::Ordering::is_ge),
        _ => return arithmetic(op, &lhs, &rhs),
    };
    Some(Term::Bool(holds))
}

/// Arithmetic of floating-point numbers, of either width in its own precision.
fn real<T>(op: BinOp, a: T, b: T) -> Option<T>
where
    T: Add<Output = T> + Sub<Output = T> + Mul<Output = T> + Div<Output = T> + Rem<Output = T>,
{
    Some(match op {
        BinOp::Add => a + b,
        BinOp::Sub => a - b,
        BinOp::Mul => a * b,
        BinOp::Div => a / b,
        BinOp::Rem => a % b,
        _ => return None,
    })
}

fn arithmetic(op: BinOp, lhs: &Term, rhs: &Term) -> Option<Term> {
    Some(match (lhs, rhs) {
        (&Term::Int(a), &Term::Int(b)) => Term::Int(match op {
            BinOp::Add => a.checked_add(b)?,
            BinOp::Sub => a.checked_sub(b)?,
            BinOp::Mul => a.checked_mul(b)?,
            BinOp::Div => a.checked_div(b)?,
            BinOp::Rem => a.checked_rem(b)?,
            BinOp::BitAnd => a & b,
            BinOp::BitOr => a | b,
            BinOp::BitXor => a ^ b,
            BinOp::Shl => a.checked_shl(u32::try_from(b).ok()?)?,
            BinOp::Shr => a.checked_shr(u32::try_from(b).ok()?)?,
            _ => return None,
        }),
        (&Term::Float(a), &Term::Float(b)) => Term::Float(real(op, a, b)?),
        (&Term::Single(a), &Term::Single(b)) => Term::Single(real(op, a, b)?),
        (&Term::Bool(a), &Term::Bool(b)) => Term::Bool(match op {
            BinOp::BitAnd => a & b,
            BinOp::BitOr => a | b,
            BinOp::BitXor => a ^ b,
            _ => return None,
        }),
        _ => return None,
    })
}
