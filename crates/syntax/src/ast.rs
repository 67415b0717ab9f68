//! The syntax tree: data only. One file declares it; the parser (`grammar/`) builds it; nothing here computes.
//!
//! The tree is complete for Rust as the parser knows it, also for constructs that the checker refuses: a refusal needs
//! a name and a span. Text that does not parse leaves [`ExprKind::Error`], [`PatKind::Error`] and so on, each behind a
//! reported diagnostic.

#![allow(missing_docs, reason = "a variant's comment says what its fields mean; every item has its own")]

use crate::token::{Delim, SyntaxContext, Token};
use smol_str::SmolStr;
use stair_source::{Diagnostic, Span};

/// Identifies one node of the syntax tree of one file, or a node made by expansion; unique within a session's program.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct NodeId(pub u32);

/// Hands out [`NodeId`]s: one for the user's file, the library's files and expansion together.
#[derive(Clone, Debug, Default)]
pub struct NodeIds {
    next: u32,
}

impl NodeIds {
    /// An id that was not given before.
    pub fn fresh(&mut self) -> NodeId {
        let id = NodeId(self.next);
        self.next += 1;
        id
    }

    /// How many were given: ids are `0..count`.
    #[must_use]
    pub fn count(&self) -> usize {
        self.next as usize
    }
}

/// A name and where it is written.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Ident {
    /// The text; a raw identifier without its `r#`. Names that expansion makes begin with `$` and cannot be written.
    pub name: SmolStr,
    /// Where.
    pub span: Span,
    /// Which macro expansion made it: matters to variables and labels alone.
    pub ctxt: SyntaxContext,
}

impl Ident {
    /// A name that no macro of the program made.
    #[must_use]
    pub fn new(name: impl Into<SmolStr>, span: Span) -> Self {
        Self { name: name.into(), span, ctxt: SyntaxContext::ROOT }
    }
}

/// The first segment of a path that begins with the `$crate` of a program's own macro: the program's root.
pub const OWN_CRATE: &str = "$root";

/// One file.
#[derive(Clone, Debug, Default)]
pub struct File {
    /// `#![…]` attributes.
    pub attrs: Vec<Attr>,
    /// Items in the order of the text.
    pub items: Vec<Item>,
    /// Numbers with a wrong suffix, and the like: no error where the code around them is configured out.
    pub literal_errors: Vec<Diagnostic>,
}

/// `#[path tokens]`.
#[derive(Clone, Debug)]
pub struct Attr {
    /// From `#` to `]`.
    pub span: Span,
    /// `derive`, `allow`, `cfg`, …; segments joined by `::`.
    pub path: SmolStr,
    /// What follows the path: the tokens within the delimiters, or after `=`.
    pub tokens: Vec<Token>,
    /// How they are written.
    pub input: AttrInput,
    /// A doc comment (`///`), kept as the attribute that it stands for; `tokens` is empty.
    pub is_doc: bool,
}

/// What follows the path of an attribute.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AttrInput {
    /// Nothing: `#[cold]`.
    Word,
    /// Tokens within delimiters: `#[inline(always)]`.
    List,
    /// `=` and a value: `#[must_use = "…"]`.
    Value,
}

/// How far a name can be seen.
#[derive(Clone, Debug)]
pub enum Visibility {
    /// Nothing written.
    Inherited,
    /// `pub`.
    Public(Span),
    /// `pub(crate)`, `pub(super)`, `pub(self)`, `pub(in path)`: the path.
    Restricted(Span, Box<Path>),
}

/// An item.
#[derive(Clone, Debug)]
pub struct Item {
    /// This node.
    pub id: NodeId,
    /// The whole item, without its outer attributes.
    pub span: Span,
    /// Outer attributes.
    pub attrs: Vec<Attr>,
    /// Visibility.
    pub vis: Visibility,
    /// The name; empty for `impl` and `use`.
    pub name: Ident,
    /// What it is.
    pub kind: ItemKind,
}

/// The kinds of item, also those inside `impl`, `trait` and blocks.
#[derive(Clone, Debug)]
pub enum ItemKind {
    /// `fn`.
    Fn(Box<Fn>),
    /// `struct`.
    Struct(Generics, VariantData),
    /// `enum`.
    Enum(Generics, Vec<Variant>),
    /// `union`; refused by the checker.
    Union(Generics, VariantData),
    /// `impl`.
    Impl(Box<Impl>),
    /// `trait`.
    Trait(Box<Trait>),
    /// `type Name<…>: Bounds = Ty;` alone, in a trait or in an impl.
    TypeAlias(Generics, Vec<Bound>, Option<Ty>),
    /// `const NAME: Ty = expr;` in a trait the value may be missing.
    Const(Ty, Option<Expr>),
    /// `static [mut] NAME: Ty = expr;`
    Static { mutable: bool, ty: Ty, value: Option<Expr> },
    /// `mod name { … }`; `None` for `mod name;`.
    Mod(Option<Vec<Item>>),
    /// `use tree;`
    Use(UseTree),
    /// `macro_rules! name { … }`.
    MacroRules(Vec<Token>),
    /// `name! { … }` in the place of an item.
    MacroCall(MacroCall),
    /// `extern crate name;`
    ExternCrate,
    /// `extern "C" { … }`
    ForeignMod,
    /// Text that is no item.
    Error,
}

/// A function.
#[derive(Clone, Debug)]
pub struct Fn {
    /// From `fn` (or its first qualifier) to the end of the return type: what diagnostics underline.
    pub sig_span: Span,
    /// `const fn`.
    pub is_const: bool,
    /// `async fn`.
    pub is_async: bool,
    /// `unsafe fn`.
    pub is_unsafe: bool,
    /// `extern "ABI" fn`.
    pub is_extern: bool,
    /// Generic parameters and where clause.
    pub generics: Generics,
    /// `self`, `&self`, `&mut self`, `self: Ty`.
    pub self_param: Option<SelfParam>,
    /// The other parameters.
    pub params: Vec<Param>,
    /// The return type; `None` stands for `()`.
    pub ret: Option<Ty>,
    /// The body; `None` in a trait for a required method.
    pub body: Option<Block>,
}

/// The receiver of a method.
#[derive(Clone, Debug)]
pub struct SelfParam {
    /// This node.
    pub id: NodeId,
    /// All of it.
    pub span: Span,
    /// By reference: `&self` or `&'a self`.
    pub is_ref: bool,
    /// `mut self` or `&mut self`.
    pub is_mut: bool,
    /// The `'a` of `&'a self`.
    pub lifetime: Option<Ident>,
    /// The type of `self: Ty`.
    pub ty: Option<Ty>,
    /// Which macro expansion made the word `self`.
    pub ctxt: SyntaxContext,
}

/// One parameter.
#[derive(Clone, Debug)]
pub struct Param {
    /// All of it.
    pub span: Span,
    /// Outer attributes.
    pub attrs: Vec<Attr>,
    /// The pattern.
    pub pat: Pat,
    /// The type.
    pub ty: Ty,
}

/// `<…>` and `where …`.
#[derive(Clone, Debug, Default)]
pub struct Generics {
    /// From `<` to `>`; empty where nothing is written.
    pub span: Option<Span>,
    /// Parameters in order.
    pub params: Vec<GenericParam>,
    /// Where clauses.
    pub wheres: Vec<WherePredicate>,
}

/// One generic parameter.
#[derive(Clone, Debug)]
pub struct GenericParam {
    /// This node.
    pub id: NodeId,
    /// Outer attributes.
    pub attrs: Vec<Attr>,
    /// The name; a lifetime's includes its `'`.
    pub name: Ident,
    /// What kind.
    pub kind: GenericParamKind,
}

/// The kinds of generic parameter.
#[derive(Clone, Debug)]
pub enum GenericParamKind {
    /// `'a: 'b + 'c`.
    Lifetime(Vec<Ident>),
    /// `T: Bounds = Default`.
    Type(Vec<Bound>, Option<Ty>),
    /// `const N: Ty = default`.
    Const(Ty, Option<Expr>),
}

/// `Ty: Bounds` in a where clause, or `'a: 'b`.
#[derive(Clone, Debug)]
pub struct WherePredicate {
    /// All of it.
    pub span: Span,
    /// The lifetimes of a `for<…>` in front.
    pub binder: Vec<Ident>,
    /// The bounded type; `None` for a lifetime predicate.
    pub ty: Option<Ty>,
    /// The bounded lifetime of a lifetime predicate.
    pub lifetime: Option<Ident>,
    /// What it must satisfy.
    pub bounds: Vec<Bound>,
}

/// A bound: a trait or a lifetime.
#[derive(Clone, Debug)]
pub enum Bound {
    /// `Trait`, `?Trait` or `for<'a> Trait`; `binder` has the lifetimes of the `for<…>`.
    Trait { binder: Vec<Ident>, path: Path, maybe: bool, span: Span },
    /// `'a`.
    Lifetime(Ident),
    /// `use<'a, T>`: which parameters a hidden type may mention.
    Captures(Vec<Ident>),
}

/// The fields of a struct or variant.
#[derive(Clone, Debug)]
pub enum VariantData {
    /// `{ a: A, b: B }`.
    Named(Vec<Field>),
    /// `(A, B)`; the names are `0`, `1`, ….
    Tuple(Vec<Field>),
    /// Nothing.
    Unit,
}

/// A field's declaration.
#[derive(Clone, Debug)]
pub struct Field {
    /// All of it.
    pub span: Span,
    /// Attributes.
    pub attrs: Vec<Attr>,
    /// Visibility.
    pub vis: Visibility,
    /// Its name, or its number as text.
    pub name: Ident,
    /// Its type.
    pub ty: Ty,
}

/// One variant of an enum.
#[derive(Clone, Debug)]
pub struct Variant {
    /// This node.
    pub id: NodeId,
    /// All of it.
    pub span: Span,
    /// Attributes.
    pub attrs: Vec<Attr>,
    /// A visibility, which is an error.
    pub vis: Visibility,
    /// Its name.
    pub name: Ident,
    /// Its fields.
    pub data: VariantData,
    /// `= expr`.
    pub discriminant: Option<Expr>,
}

/// An implementation.
#[derive(Clone, Debug)]
pub struct Impl {
    /// Generic parameters and where clause.
    pub generics: Generics,
    /// `impl !Trait for T`.
    pub negative: bool,
    /// `unsafe impl`.
    pub is_unsafe: bool,
    /// The trait, if any.
    pub of_trait: Option<Path>,
    /// The type.
    pub self_ty: Ty,
    /// Functions, constants and types.
    pub items: Vec<Item>,
    /// The span of the `derive` attribute's entry that made it.
    pub derived: Option<Span>,
}

/// A trait.
#[derive(Clone, Debug)]
pub struct Trait {
    /// Generic parameters and where clause.
    pub generics: Generics,
    /// `unsafe trait`.
    pub is_unsafe: bool,
    /// `auto trait`.
    pub is_auto: bool,
    /// Supertraits.
    pub bounds: Vec<Bound>,
    /// Functions, constants and types.
    pub items: Vec<Item>,
}

/// A `use` tree.
#[derive(Clone, Debug)]
pub struct UseTree {
    /// This node.
    pub id: NodeId,
    /// All of it.
    pub span: Span,
    /// The prefix; empty for `use {a, b}` and `use *`.
    pub prefix: Path,
    /// What follows it.
    pub kind: UseTreeKind,
}

/// What stands at the end of a `use` tree.
#[derive(Clone, Debug)]
pub enum UseTreeKind {
    /// `path` or `path as name`; `as _` has the name `_`.
    Simple(Option<Ident>),
    /// `path::{…}`.
    Nested(Vec<UseTree>),
    /// `path::*`.
    Glob,
}

/// A path: `a::b::<T>::c`, `::std::x`, `<T as Trait>::f`.
#[derive(Clone, Debug)]
pub struct Path {
    /// All of it.
    pub span: Span,
    /// A leading `::`.
    pub global: bool,
    /// `<T>` or `<T as Trait>` in front.
    pub qself: Option<Box<QSelf>>,
    /// The segments. `crate`, `self`, `super`, `Self` and `$crate` (the library's root, made by expansion) are names here.
    /// With `<T as a::Trait>::f`, the trait is in [`QSelf::trait_path`] and only `f` is here.
    pub segments: Vec<PathSegment>,
}

/// `<ty as trait_path>`.
#[derive(Clone, Debug)]
pub struct QSelf {
    /// The type.
    pub ty: Ty,
    /// The trait, if written.
    pub trait_path: Option<Path>,
}

/// One segment of a path.
#[derive(Clone, Debug)]
pub struct PathSegment {
    /// Its name.
    pub name: Ident,
    /// Its generic arguments.
    pub args: Option<Box<GenericArgs>>,
}

/// Generic arguments.
#[derive(Clone, Debug)]
pub struct GenericArgs {
    /// From `<` to `>` (or of the parentheses).
    pub span: Span,
    /// In order.
    pub args: Vec<GenericArg>,
    /// `Fn(A, B) -> C`: inputs are `args`, and this is the output.
    pub parenthesized: Option<Option<Ty>>,
}

/// One generic argument.
#[derive(Clone, Debug)]
pub enum GenericArg {
    /// `'a`.
    Lifetime(Ident),
    /// A type. A lone path that turns out to be a constant is a type here too; the checker decides.
    Type(Ty),
    /// A literal, `-literal` or `{ block }`.
    Const(Expr),
    /// `Item = Ty` or `Item<'a> = Ty`.
    Binding(Ident, Option<Box<GenericArgs>>, Ty),
    /// `Item: Bounds`.
    Bound(Ident, Vec<Bound>),
}

/// A type.
#[derive(Clone, Debug)]
pub struct Ty {
    /// This node.
    pub id: NodeId,
    /// All of it.
    pub span: Span,
    /// What it is.
    pub kind: TyKind,
}

/// The kinds of type.
#[derive(Clone, Debug)]
pub enum TyKind {
    /// A path.
    Path(Path),
    /// `&'a mut T`.
    Ref { lifetime: Option<Ident>, mutable: bool, inner: Box<Ty> },
    /// `*const T`, `*mut T`.
    Ptr { mutable: bool, inner: Box<Ty> },
    /// `(A, B)`, and `()`.
    Tuple(Vec<Ty>),
    /// `[T; n]`.
    Array(Box<Ty>, Box<Expr>),
    /// `[T]`.
    Slice(Box<Ty>),
    /// `fn(A, B) -> C`.
    Fn { binder: Vec<Ident>, params: Vec<Ty>, ret: Option<Box<Ty>>, is_unsafe: bool, is_extern: bool },
    /// `impl Bounds`.
    ImplTrait(Vec<Bound>),
    /// `dyn Bounds`.
    DynTrait(Vec<Bound>),
    /// `!`.
    Never,
    /// `_`.
    Infer,
    /// `(T)`.
    Paren(Box<Ty>),
    /// `name!(…)`.
    Macro(MacroCall),
    /// Text that is no type.
    Error,
}

/// A pattern.
#[derive(Clone, Debug)]
pub struct Pat {
    /// This node.
    pub id: NodeId,
    /// All of it.
    pub span: Span,
    /// What it is.
    pub kind: PatKind,
}

/// The kinds of pattern.
#[derive(Clone, Debug)]
pub enum PatKind {
    /// `_`.
    Wild,
    /// `..` inside a tuple or slice pattern.
    Rest,
    /// `ref mut name @ sub`. A lone name may turn out to be a constant or a unit struct; the checker decides.
    Ident { by_ref: bool, mutable: bool, name: Ident, sub: Option<Box<Pat>> },
    /// A literal or `-literal`.
    Lit(Box<Expr>),
    /// `a..=b`, `a..b`, `a..`, `..=b`: ends are literals or paths.
    Range { lo: Option<Box<Expr>>, hi: Option<Box<Expr>>, inclusive: bool },
    /// A path: a constant, a unit struct or a unit variant.
    Path(Path),
    /// `Path(a, b, ..)`.
    TupleStruct(Path, Vec<Pat>),
    /// `Path { a, b: pat, .. }`.
    Struct { path: Path, fields: Vec<FieldPat>, rest: bool },
    /// `(a, b, ..)`.
    Tuple(Vec<Pat>),
    /// `[a, b, ..]`.
    Slice(Vec<Pat>),
    /// `&pat`, `&mut pat`.
    Ref { mutable: bool, inner: Box<Pat> },
    /// `a | b`.
    Or(Vec<Pat>),
    /// `(pat)`.
    Paren(Box<Pat>),
    /// `name!(…)`.
    Macro(MacroCall),
    /// Text that is no pattern.
    Error,
}

/// A field of a struct pattern.
#[derive(Clone, Debug)]
pub struct FieldPat {
    /// All of it.
    pub span: Span,
    /// Outer attributes.
    pub attrs: Vec<Attr>,
    /// The field's name.
    pub name: Ident,
    /// The pattern; for the shorthand `ref mut name` an [`PatKind::Ident`] with that name.
    pub pat: Pat,
    /// Whether the shorthand is written.
    pub shorthand: bool,
}

/// `{ … }`.
#[derive(Clone, Debug)]
pub struct Block {
    /// This node.
    pub id: NodeId,
    /// From `{` to `}`.
    pub span: Span,
    /// Statements in order.
    pub stmts: Vec<Stmt>,
    /// The expression at the end, without `;`, whose value is the block's.
    pub tail: Option<Box<Expr>>,
}

/// A statement.
#[derive(Clone, Debug)]
pub struct Stmt {
    /// This node.
    pub id: NodeId,
    /// All of it, `;` included.
    pub span: Span,
    /// Outer attributes of a `let`; those of an item or expression are with it.
    pub attrs: Vec<Attr>,
    /// What it is.
    pub kind: StmtKind,
}

/// The kinds of statement.
#[derive(Clone, Debug)]
#[expect(clippy::large_enum_variant, reason = "most statements are `let`s, so boxing them would save nothing")]
pub enum StmtKind {
    /// `let pat: ty = init else { … };`
    Let { pat: Pat, ty: Option<Ty>, init: Option<Expr>, els: Option<Block> },
    /// An item.
    Item(Box<Item>),
    /// An expression, with or without `;` (without only where it is block-like).
    Expr { expr: Expr, semi: bool },
    /// A lone `;`.
    Empty,
}

/// An expression.
#[derive(Clone, Debug)]
pub struct Expr {
    /// This node.
    pub id: NodeId,
    /// All of it.
    pub span: Span,
    /// Outer attributes.
    pub attrs: Vec<Attr>,
    /// What it is.
    pub kind: ExprKind,
}

/// The kinds of expression.
#[derive(Clone, Debug)]
pub enum ExprKind {
    /// A literal.
    Lit(Lit),
    /// A path: a variable, constant, function, variant or unit struct.
    Path(Path),
    /// `-x`, `!x`, `*x`.
    Unary(UnOp, Box<Expr>),
    /// `a + b` and so on; `&&` and `||` are [`ExprKind::Logical`].
    Binary { op: BinOp, op_span: Span, lhs: Box<Expr>, rhs: Box<Expr> },
    /// `a && b` (`and`), `a || b`.
    Logical { and: bool, op_span: Span, lhs: Box<Expr>, rhs: Box<Expr> },
    /// `a = b`.
    Assign { lhs: Box<Expr>, rhs: Box<Expr>, op_span: Span },
    /// `a += b`.
    AssignOp { op: BinOp, op_span: Span, lhs: Box<Expr>, rhs: Box<Expr> },
    /// `&x`, `&mut x`.
    Borrow { mutable: bool, expr: Box<Expr> },
    /// `&raw const x`, `&raw mut x`.
    RawBorrow { mutable: bool, expr: Box<Expr> },
    /// `x as T`.
    Cast(Box<Expr>, Box<Ty>),
    /// `f(a, b)`.
    Call(Box<Expr>, Vec<Expr>),
    /// `x.m::<T>(a, b)`.
    MethodCall { receiver: Box<Expr>, method: PathSegment, args: Vec<Expr> },
    /// `x.name` or `x.0`.
    Field(Box<Expr>, Ident),
    /// `x[i]`.
    Index(Box<Expr>, Box<Expr>),
    /// `a..b` and its kin.
    Range { lo: Option<Box<Expr>>, hi: Option<Box<Expr>>, inclusive: bool },
    /// `()`, `(a,)`, `(a, b)`.
    Tuple(Vec<Expr>),
    /// `[a, b]`.
    Array(Vec<Expr>),
    /// `[x; n]`.
    Repeat(Box<Expr>, Box<Expr>),
    /// `Path { a: x, b, ..base }`.
    Struct { path: Path, fields: Vec<FieldExpr>, base: Option<Box<Expr>> },
    /// `{ … }`, `'label: { … }`.
    Block(Block, Option<Ident>),
    /// `unsafe { … }`.
    Unsafe(Block),
    /// `const { … }`.
    ConstBlock(Block),
    /// `async { … }`.
    Async(Block),
    /// `if cond { … } else …`; the condition may contain [`ExprKind::Let`] under `&&`.
    If { cond: Box<Expr>, then: Block, els: Option<Box<Expr>> },
    /// `let pat = expr` in a condition.
    Let(Box<Pat>, Box<Expr>),
    /// `match x { … }`.
    Match { scrutinee: Box<Expr>, arms: Vec<Arm> },
    /// `'label: loop { … }`.
    Loop(Block, Option<Ident>),
    /// `'label: while cond { … }`.
    While { cond: Box<Expr>, body: Block, label: Option<Ident> },
    /// `'label: for pat in iter { … }`.
    For { pat: Box<Pat>, iter: Box<Expr>, body: Block, label: Option<Ident> },
    /// `break 'label value`.
    Break(Option<Ident>, Option<Box<Expr>>),
    /// `continue 'label`.
    Continue(Option<Ident>),
    /// `return value`.
    Return(Option<Box<Expr>>),
    /// `move |a, b: T| -> R body`.
    Closure(Box<Closure>),
    /// `x?`.
    Try(Box<Expr>),
    /// `x.await`.
    Await(Box<Expr>),
    /// `(x)`.
    Paren(Box<Expr>),
    /// `_` on the left of an assignment.
    Underscore,
    /// `name!(…)`.
    Macro(MacroCall),
    /// Made by expansion only: a `&'static Location` of this expression's span, for a panic message.
    Location,
    /// Text that is no expression.
    Error,
}

/// A field of a struct expression.
#[derive(Clone, Debug)]
pub struct FieldExpr {
    /// All of it.
    pub span: Span,
    /// Outer attributes.
    pub attrs: Vec<Attr>,
    /// The field's name.
    pub name: Ident,
    /// Its value; for the shorthand, the path of that name.
    pub expr: Expr,
    /// Whether the shorthand is written.
    pub shorthand: bool,
}

/// An arm of a `match`.
#[derive(Clone, Debug)]
pub struct Arm {
    /// All of it.
    pub span: Span,
    /// Outer attributes.
    pub attrs: Vec<Attr>,
    /// The pattern.
    pub pat: Pat,
    /// `if guard`.
    pub guard: Option<Expr>,
    /// What it evaluates.
    pub body: Expr,
}

/// A closure.
#[derive(Clone, Debug)]
pub struct Closure {
    /// `move`.
    pub is_move: bool,
    /// `async`.
    pub is_async: bool,
    /// Parameters, with their types where written.
    pub params: Vec<(Pat, Option<Ty>)>,
    /// The return type, if written.
    pub ret: Option<Ty>,
    /// The body.
    pub body: Expr,
}

/// A macro call: the tokens are kept, expansion parses them.
#[derive(Clone, Debug)]
pub struct MacroCall {
    /// All of it.
    pub span: Span,
    /// The macro's path.
    pub path: Path,
    /// Which delimiters.
    pub delim: Delim,
    /// The tokens between the delimiters.
    pub tokens: Vec<Token>,
}

/// A literal's value.
#[derive(Clone, PartialEq, Debug)]
pub enum Lit {
    /// An integer, with its suffix; a value over `u128::MAX` was reported.
    Int(u128, Option<SmolStr>),
    /// A float: its digits without `_` and suffix, and the suffix.
    Float(SmolStr, Option<SmolStr>),
    /// `true`, `false`.
    Bool(bool),
    /// `'c'`.
    Char(char),
    /// `b'c'`.
    Byte(u8),
    /// `"…"`, `r"…"`, unescaped.
    Str(SmolStr),
    /// `b"…"`, unescaped.
    ByteStr(Vec<u8>),
    /// `c"…"`; refused by the checker.
    CStr(Vec<u8>),
}

/// Unary operators.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum UnOp {
    /// `-`
    Neg,
    /// `!`
    Not,
    /// `*`
    Deref,
}

/// Binary operators with operands of any type.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum BinOp {
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
    /// `/`
    Div,
    /// `%`
    Rem,
    /// `&`
    BitAnd,
    /// `|`
    BitOr,
    /// `^`
    BitXor,
    /// `<<`
    Shl,
    /// `>>`
    Shr,
    /// `==`
    Eq,
    /// `!=`
    Ne,
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
}

impl BinOp {
    /// The operator as it is written.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Sub => "-",
            Self::Mul => "*",
            Self::Div => "/",
            Self::Rem => "%",
            Self::BitAnd => "&",
            Self::BitOr => "|",
            Self::BitXor => "^",
            Self::Shl => "<<",
            Self::Shr => ">>",
            Self::Eq => "==",
            Self::Ne => "!=",
            Self::Lt => "<",
            Self::Le => "<=",
            Self::Gt => ">",
            Self::Ge => ">=",
        }
    }

    /// Whether it compares, and so yields `bool`.
    #[must_use]
    pub fn is_comparison(self) -> bool {
        matches!(self, Self::Eq | Self::Ne | Self::Lt | Self::Le | Self::Gt | Self::Ge)
    }

    /// Whether it shifts, and so has operands of independent types.
    #[must_use]
    pub fn is_shift(self) -> bool {
        matches!(self, Self::Shl | Self::Shr)
    }
}
