//! Closures, and the methods that take them.

use super::types::Ty;
use super::{Generator, Var};
use crate::tree::Node;

impl Generator {
    fn plain(&self, name: &str, ty: &Ty) -> Var {
        Var::new(name, ty.clone(), false)
    }

    /// An expression of a type that a closure computes.
    pub(super) fn through_closure(&mut self, ty: &Ty, depth: usize) -> Option<String> {
        let less = depth - 1;
        let from = self.types.any(&mut self.rng, 1);
        let name = self.name("c");
        let shown = self.types.name(&from);
        let effects = std::mem::replace(&mut self.effects, false);
        let inside = |g: &mut Self, wanted: &Ty, with: &[Var]| {
            let vars = g.vars.len();
            g.vars.extend(with.iter().cloned());
            let value = g.value(wanted, less);
            g.vars.truncate(vars);
            value
        };
        let bound = self.plain(&name, &from);
        let text = match self.rng.below(9) {
            0 => {
                let result = inside(self, ty, &[bound]);
                let argument = self.value(&from, less);
                Some(format!("(|{name}: {shown}| {result})({argument})"))
            }
            1 => {
                let option = self.value(&Ty::Option(Box::new(from.clone())), less);
                let result = inside(self, ty, &[bound]);
                let other = self.value(ty, 0);
                Some(match self.rng.below(3) {
                    0 => format!("({option}).map(|{name}| {result}).unwrap_or({other})"),
                    1 => format!("({option}).map_or({other}, |{name}| {result})"),
                    _ => format!("({option}).map_or_else(|| {other}, |{name}| {result})"),
                })
            }
            2 => {
                let list = self.iterator(&from, less);
                let first = self.value(ty, 0);
                let acc = self.name("a");
                let result = inside(self, ty, &[bound, self.plain(&acc, ty)]);
                Some(format!("{list}.fold({first}, |{acc}, {name}| {result})"))
            }
            3 if *ty == Ty::Bool => {
                let list = self.iterator(&from, less);
                let result = inside(self, &Ty::Bool, &[bound]);
                let method = *self.rng.pick(&["any", "all"]);
                Some(format!("{list}.{method}(|{name}| {result})"))
            }
            3 if *ty == Ty::USIZE => {
                let list = self.iterator(&from, less);
                let result = inside(self, &Ty::Bool, &[bound]);
                Some(format!("{list}.position(|{name}| {result}).unwrap_or(77)"))
            }
            4 => match ty {
                Ty::Option(inner) => {
                    let list = self.iterator(inner, less);
                    let seen = self.reference(&name, inner);
                    let result = inside(self, &Ty::Bool, &[seen]);
                    Some(match self.rng.below(3) {
                        0 => format!("{list}.find(|{name}| {result})"),
                        1 => format!("{list}.last()"),
                        _ => format!("{list}.filter(|{name}| {result}).nth(1)"),
                    })
                }
                _ => None,
            },
            5 => match ty {
                Ty::Option(inner) => {
                    let option = self.value(ty, less);
                    let other = self.value(ty, 0);
                    let result = inside(self, ty, &[self.plain(&name, inner)]);
                    Some(match self.rng.below(3) {
                        0 => format!("({option}).and_then(|{name}| {result})"),
                        1 => format!("({option}).or_else(|| {other})"),
                        _ => {
                            let seen = self.reference(&name, inner);
                            let keep = inside(self, &Ty::Bool, &[seen]);
                            format!("({option}).filter(|{name}| {keep})")
                        }
                    })
                }
                _ => None,
            },
            6 => {
                let argument = self.value(&from, less);
                let result = inside(self, ty, &[bound]);
                Some(format!("apply(|{name}: {shown}| {result}, {argument})"))
            }
            7 => {
                let argument = self.value(ty, less);
                let result = inside(self, ty, &[self.plain(&name, ty)]);
                Some(format!("twice(|{name}| {result}, {argument})"))
            }
            _ => {
                let argument = self.value(ty, less);
                Some(format!("once(|| {argument})"))
            }
        };
        self.effects = effects;
        text
    }

    /// A closure in a variable, called a few times: one that only reads what it captures, or one that counts.
    pub(super) fn closure(&mut self, out: &mut Vec<Node>) {
        let (from, to) = (self.types.any(&mut self.rng, 1), self.types.any(&mut self.rng, 1));
        let (name, param) = (self.name("f"), self.name("c"));
        let shown = self.types.name(&from);
        let effects = std::mem::replace(&mut self.effects, false);
        let vars = self.vars.len();
        let mut body = Vec::new();
        let kind = self.rng.below(3);
        self.vars.push(self.plain(&param, &from));
        let result = self.value(&to, 2);
        self.vars.truncate(vars);
        match kind {
            0 => body.push(Node::line(format!("let {name} = |{param}: {shown}| {result};"))),
            1 => {
                let captured = self.types.any(&mut self.rng, 1);
                let (own, value) = (self.name("v"), self.value(&captured, 1));
                body.push(Node::line(format!("let {own}: {} = {value};", self.types.name(&captured))));
                body.push(Node::block(
                    format!("let {name} = move |{param}: {shown}|"),
                    vec![
                        Node::line(format!("println!(\"{{:?}} {{:?}}\", {own}, {param});")),
                        Node::line(format!("{own}.clone()")),
                    ],
                ));
                body.push(Node::line(";"));
            }
            _ => {
                let (count, kept) = (self.name("v"), self.name("v"));
                body.push(Node::line(format!("let mut {count} = 0usize;")));
                body.push(Node::line(format!("let mut {kept}: Vec<{shown}> = Vec::new();")));
                body.push(Node::block(
                    format!("let mut {name} = |{param}: {shown}|"),
                    vec![
                        Node::line(format!("{count} += 1;")),
                        Node::line(format!("{kept}.push({param}.clone());")),
                        Node::line(format!("({count}, {kept}.len())")),
                    ],
                ));
                body.push(Node::line(";"));
            }
        }
        for _ in 0..self.rng.within(1, 3) {
            let argument = self.value(&from, 1);
            body.push(Node::line(format!("println!(\"{{:?}}\", {name}({argument}));")));
        }
        self.effects = effects;
        out.push(Node::block("", body));
    }
}
