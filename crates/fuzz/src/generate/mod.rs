//! Generates well-typed programs that end by themselves.
//!
//! What keeps them acceptable to `rustc`: expressions are made for a wanted type; a variable that is borrowed is left alone
//! while the borrow lives; values that are not `Copy` are cloned; and no operation that `rustc` would compute at compile
//! time can fail, because literals go through functions (`o_i32(5)`) unless the other operand is unknown anyway.
//! What makes them end: every loop has a small bound, recursion counts down, and calls are made only while the
//! estimated work stays below [`MAX_COST`].

mod chain;
mod closure;
mod collections;
mod expr;
mod format;
mod generic;
mod heap;
mod items;
mod pattern;
mod prelude;
mod scene;
mod stmt;
mod support;
mod template;
mod types;

use crate::rng::Rng;
use crate::tree::{Node, print};
use types::{Ty, Types};

/// The most work that a function may do, in statements, loops and calls multiplied out.
const MAX_COST: u64 = 20_000;

/// A variable, or what a reference refers to.
#[derive(Clone, Debug)]
struct Var {
    /// How it is read and written: `x` or `(*r)`.
    place: String,
    ty: Ty,
    mutable: bool,
    /// Something refers to it: it may be read but not changed.
    frozen: bool,
    /// Something refers to it mutably: it may not be touched.
    hidden: bool,
}

impl Var {
    /// A variable that nothing refers to.
    fn new(place: impl Into<String>, ty: Ty, mutable: bool) -> Self {
        Self { place: place.into(), ty, mutable, frozen: false, hidden: false }
    }
}

/// How a function takes a parameter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Pass {
    Value,
    Shared,
    Mutable,
}

/// A function or method that can be called.
#[derive(Clone, Debug)]
struct Function {
    name: String,
    /// For a method, its type and how it takes `self`.
    receiver: Option<(Ty, Pass)>,
    params: Vec<(Ty, Pass)>,
    result: Ty,
    cost: u64,
}

/// A loop or block that can be left.
#[derive(Clone, Debug)]
struct Label {
    name: Option<String>,
    /// `continue` is possible.
    is_loop: bool,
    /// The type that `break` carries.
    value: Option<Ty>,
}

struct Generator {
    rng: Rng,
    types: Types,
    functions: Vec<Function>,
    /// Names and types of constants and statics; whether `rustc` knows the value.
    constants: Vec<(String, Ty, bool)>,
    vars: Vec<Var>,
    labels: Vec<Label>,
    /// What the current function returns; nothing in `main`.
    result: Option<Ty>,
    names: usize,
    cost: u64,
    /// How often the current place runs.
    times: u64,
    /// Statements may stand in expressions.
    effects: bool,
    /// Types for which a function that hides literals is needed.
    opaque: Vec<Ty>,
    size: usize,
}

/// A program of about `size` statements (10 is small, 60 large). The same arguments give the same program.
#[must_use]
pub fn program(seed: u64, size: usize) -> Vec<Node> {
    let mut g = Generator {
        rng: Rng::new(seed),
        types: Types::default(),
        functions: Vec::new(),
        constants: Vec::new(),
        vars: Vec::new(),
        labels: Vec::new(),
        result: None,
        names: 0,
        cost: 0,
        times: 1,
        effects: true,
        opaque: Vec::new(),
        size,
    };
    g.program()
}

impl Generator {
    fn program(&mut self) -> Vec<Node> {
        let mut items = Vec::new();
        for number in 0..self.rng.within(0, 2 + self.size / 12) {
            items.extend(self.types.declare(&mut self.rng, number).into_iter().map(Node::line));
        }
        for number in 0..self.rng.below(3) {
            items.push(self.module(number));
        }
        for number in 0..self.rng.below(4) {
            items.push(self.constant(number));
        }
        for number in 0..self.rng.below(2 + self.size / 8) {
            let node = match self.rng.below(10) {
                0 => self.recursive(number),
                1..=3 if !self.types.structs.is_empty() => self.methods(number),
                _ => self.function(number, None),
            };
            items.push(node);
        }
        self.begin(None);
        let body = self.body(self.size);
        items.push(Node::block("pub fn main()", body));
        let program = print(&items);
        let own = |lines: &str| -> Vec<String> { lines.lines().skip(1).map(str::to_owned).collect() };
        let macros = own(items::MACROS);
        let mut rest = self.support();
        rest.extend(own(items::ITEMS));
        let [macros, rest] = prelude::used([&macros, &rest], &program);
        items.splice(0..0, macros);
        items.extend(rest);
        for ty in std::mem::take(&mut self.opaque) {
            let name = self.types.name(&ty);
            items.push(Node::line(format!("fn o_{name}(x: {name}) -> {name} {{ x }}")));
        }
        items
    }

    fn begin(&mut self, result: Option<Ty>) {
        self.vars.clear();
        self.labels.clear();
        self.result = result;
        self.cost = 0;
        self.times = 1;
        self.effects = true;
    }

    fn name(&mut self, prefix: &str) -> String {
        self.names += 1;
        format!("{prefix}{}", self.names)
    }

    /// A module with another inside: a constant function, and constants that are computed with it.
    fn module(&mut self, number: usize) -> Node {
        let integer = |g: &mut Self| Ty::Int(g.rng.below(types::INTS.len()));
        let (a, b, result) = (integer(self), integer(self), integer(self));
        let shown = self.types.name(&result);
        let step = |g: &mut Self| {
            let method =
                *g.rng.pick(&["wrapping_add", "wrapping_mul", "wrapping_sub", "rotate_left", "saturating_add"]);
            match method {
                "rotate_left" => format!("x = x.rotate_left({});", g.rng.below(9)),
                _ => format!("x = x.{method}({});", g.rng.pick(&["b as _", "3", "i", "x / 2"])),
            }
        };
        let rounds = self.rng.below(6);
        let body = vec![
            Node::line(format!("let mut x = a as {shown};")),
            Node::line(format!("let mut i: {shown} = 0;")),
            Node::block(
                format!("while i < {rounds}"),
                vec![Node::line(step(self)), Node::line("i += 1;"), Node::line(step(self))],
            ),
            Node::block(
                "match x",
                vec![
                    Node::line(format!("{}..={} => LOW", self.rng.below(5), self.rng.within(5, 100)) + ","),
                    Node::line("_ => x,"),
                ],
            ),
        ];
        let (path, name) = (format!("n{number}"), format!("k{number}"));
        let head =
            format!("pub(super) const fn inner(a: {}, b: {}) -> {shown}", self.types.name(&a), self.types.name(&b));
        let inner = vec![Node::line("use super::LOW;"), Node::block(head, body)];
        let (first, second) = (self.rng.below(100), self.rng.below(100));
        let outer = vec![
            Node::line(format!("const LOW: {shown} = {};", self.rng.below(50))),
            Node::block("mod deep", inner),
            Node::line(format!(
                "pub(crate) const fn {name}(a: {}, b: {}) -> {shown} {{ deep::inner(a, b) }}",
                self.types.name(&a),
                self.types.name(&b)
            )),
            Node::line(format!("pub static TABLE: [{shown}; 2] = [self::{name}({first}, {second}), LOW];")),
        ];
        self.functions.push(Function {
            name: format!("{path}::{name}"),
            receiver: None,
            params: vec![(a, Pass::Value), (b, Pass::Value)],
            result: result.clone(),
            cost: 10,
        });
        self.constants.push((format!("{path}::TABLE"), Ty::Array(Box::new(result), 2), false));
        Node::block(format!("mod {path}"), outer)
    }

    /// `const` or `static`, with a value that is small enough for arithmetic on it to be harmless.
    fn constant(&mut self, number: usize) -> Node {
        let is_static = self.rng.chance(30);
        let ty = match self.rng.below(4) {
            0 => Ty::Array(Box::new(self.types.scalar(&mut self.rng)), self.rng.within(1, 6)),
            1 => Ty::Tuple(vec![self.types.scalar(&mut self.rng), self.types.scalar(&mut self.rng)]),
            _ => self.types.scalar(&mut self.rng),
        };
        let value = self.constant_value(&ty);
        let name = format!("C{number}");
        let keyword = if is_static { "static" } else { "const" };
        let text = format!("{keyword} {name}: {} = {value};", self.types.name(&ty));
        self.constants.push((name, ty, !is_static));
        Node::line(text)
    }

    fn constant_value(&mut self, ty: &Ty) -> String {
        match ty {
            Ty::Tuple(parts) => {
                let values: Vec<String> = parts.iter().map(|t| self.constant_value(t)).collect();
                format!("({})", values.join(", "))
            }
            Ty::Array(element, len) if self.rng.chance(30) => {
                let value = self.constant_value(element);
                format!("[{value}; {len}]")
            }
            Ty::Array(element, len) => {
                let values: Vec<String> = (0..*len).map(|_| self.constant_value(element)).collect();
                format!("[{}]", values.join(", "))
            }
            Ty::Int(_) => {
                let (a, b, c) = (self.rng.within(5, 9), self.rng.below(5), self.rng.below(3));
                match self.rng.below(4) {
                    0 => format!("{a} * {b} + {c}"),
                    1 => format!("({a} - {b}) << {c}"),
                    2 => format!("{a} % {} | {b}", c + 1),
                    _ => a.to_string(),
                }
            }
            _ => self.literal(ty),
        }
    }

    /// A function with parameters of all kinds; a method if there is a receiver.
    fn function(&mut self, number: usize, receiver: Option<(Ty, Pass)>) -> Node {
        let result = self.types.any(&mut self.rng, 2);
        self.begin(Some(result.clone()));
        let mut listed = Vec::new();
        if let Some((ty, pass)) = &receiver {
            listed.push(["self", "&self", "&mut self"][*pass as usize].to_string());
            let place = "self".to_string();
            // `self` by value is only read; fields of a referred one are reached without `*`.
            let var = Var::new(place, ty.clone(), *pass == Pass::Mutable);
            self.vars.push(if *pass == Pass::Value { var } else { Var { place: "(*self)".into(), ..var } });
        }
        let mut params = Vec::new();
        for _ in 0..self.rng.below(4) {
            let name = self.name("p");
            let pass = *self.rng.pick(&[Pass::Value, Pass::Value, Pass::Shared, Pass::Mutable]);
            let slice = pass != Pass::Value && self.rng.chance(40);
            let ty = self.types.any(&mut self.rng, 2);
            let ty = if slice { Ty::Slice(Box::new(ty)) } else { ty };
            let shown = self.types.name(&ty);
            let mutable = pass == Pass::Value && self.rng.chance(50);
            listed.push(match pass {
                Pass::Value => format!("{}{name}: {shown}", if mutable { "mut " } else { "" }),
                Pass::Shared => format!("{name}: &{shown}"),
                Pass::Mutable => format!("{name}: &mut {shown}"),
            });
            let place = if pass == Pass::Value { name } else { format!("(*{name})") };
            self.vars.push(Var::new(place, ty.clone(), mutable || pass == Pass::Mutable));
            params.push((ty, pass));
        }
        let statements = self.rng.within(1, 2 + self.size / 6);
        let mut body = self.body(statements);
        self.effects = true;
        let value = self.value(&result, 2);
        body.push(Node::Line { text: value, simpler: Some(self.simplest(&result)) });
        let name = if receiver.is_some() { format!("m{number}") } else { format!("g{number}") };
        let head = format!("fn {name}({}) -> {}", listed.join(", "), self.types.name(&result));
        self.functions.push(Function { name, receiver, params, result, cost: self.cost + 1 });
        Node::block(head, body)
    }

    /// An `impl` block.
    fn methods(&mut self, number: usize) -> Node {
        let ty = Ty::Struct(self.rng.below(self.types.structs.len()));
        let name = self.types.name(&ty);
        let count = self.rng.within(1, 3);
        let mut body = Vec::new();
        if self.rng.chance(40) {
            let of = self.types.scalar(&mut self.rng);
            let value = self.constant_value(&of);
            body.push(Node::line(format!("const K{number}: {} = {value};", self.types.name(&of))));
            self.constants.push((format!("{name}::K{number}"), of, true));
        }
        for i in 0..count {
            let pass = *self.rng.pick(&[Pass::Value, Pass::Shared, Pass::Shared, Pass::Mutable]);
            body.push(self.function(number * 10 + i, Some((ty.clone(), pass))));
        }
        Node::block(format!("impl {name}"), body)
    }

    /// A function that calls itself with one less.
    fn recursive(&mut self, number: usize) -> Node {
        let result = self.types.scalar(&mut self.rng);
        self.begin(Some(result.clone()));
        let shown = self.types.name(&result);
        let var = |place: &str, ty: &Ty| Var::new(place, ty.clone(), false);
        self.vars.push(var("acc", &result));
        self.vars.push(var("left", &Ty::U32));
        let end = self.value(&result, 2);
        let mut body = vec![Node::block("if left == 0", vec![Node::line(format!("return {end};"))])];
        self.times = 8;
        body.extend(self.body(2));
        let next = self.value(&result, 2);
        body.push(Node::Line { text: format!("r{number}(left - 1, {next})"), simpler: Some("acc".into()) });
        let cost = self.cost + 8;
        self.functions.push(Function {
            name: format!("r{number}"),
            receiver: None,
            params: vec![(Ty::U32, Pass::Value), (result.clone(), Pass::Value)],
            result,
            cost,
        });
        Node::block(format!("fn r{number}(left: u32, acc: {shown}) -> {shown}"), body)
    }
}
