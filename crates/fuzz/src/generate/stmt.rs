//! Statements.

use super::types::{INTS, Ty};
use super::{Function, Generator, Label, Pass, Var};
use crate::tree::Node;

impl Generator {
    /// About `count` statements of a function; its variables stay for the value at its end.
    pub(super) fn body(&mut self, count: usize) -> Vec<Node> {
        let mut out = Vec::new();
        self.statements(count, 3, &mut out);
        out
    }

    pub(super) fn scope(&mut self, depth: usize) -> Vec<Node> {
        let vars = self.vars.len();
        let mut out = Vec::new();
        let count = self.rng.within(1, 4);
        self.statements(count, depth, &mut out);
        self.vars.truncate(vars);
        out
    }

    fn statements(&mut self, count: usize, depth: usize, out: &mut Vec<Node>) {
        for _ in 0..count {
            self.cost += self.times;
            self.statement(depth, out);
        }
    }

    fn statement(&mut self, depth: usize, out: &mut Vec<Node>) {
        if depth == 0 {
            return match self.rng.below(3) {
                0 => self.declare(out),
                1 => self.assign(out),
                _ => out.push(Node::line(self.print())),
            };
        }
        match self.rng.below(44) {
            0..=4 => self.declare(out),
            5 => self.destructure(out),
            6..=9 => self.assign(out),
            10..=12 => {
                let print = self.print();
                out.push(Node::line(print));
            }
            13 | 14 => self.branch(depth, out),
            15 => self.if_let(depth, out),
            16 | 17 => self.match_statement(depth, out),
            18 | 19 => self.for_loop(depth, out),
            20 => self.while_loop(depth, out),
            21 => self.value_loop(depth, out),
            22 | 23 => self.borrow(depth, out),
            24 | 25 => self.mutating_call(out),
            26 => self.leave(out),
            27..=29 => self.change_in_place(out),
            30 | 31 => self.for_each(depth, out),
            32 => self.closure(out),
            33..=35 => self.collection(out),
            36..=38 => self.chain_statement(out),
            39..=42 => self.scene(out),
            _ => self.odd(depth, out),
        }
    }

    fn declare(&mut self, out: &mut Vec<Node>) {
        let ty = self.types.any(&mut self.rng, 2);
        let value = self.value(&ty, 3);
        let simplest = self.simplest(&ty);
        self.bind(ty, &value, &simplest, out);
    }

    fn bind(&mut self, ty: Ty, value: &str, simplest: &str, out: &mut Vec<Node>) {
        let mutable = self.rng.chance(60);
        // Sometimes an earlier variable is shadowed.
        let old: Vec<usize> = (0..self.vars.len())
            .filter(|&i| self.vars[i].place.starts_with('v') && !self.vars[i].hidden && !self.vars[i].frozen)
            .collect();
        let name = if !old.is_empty() && self.rng.chance(8) {
            let i = *self.rng.pick(&old);
            let name = self.vars[i].place.clone();
            for var in &mut self.vars {
                var.hidden |= var.place == name;
            }
            name
        } else {
            self.name("v")
        };
        let keyword = if mutable { "let mut" } else { "let" };
        let annotated = format!("{keyword} {name}: {}", self.types.name(&ty));
        out.push(Node::Line {
            text: format!("{annotated} = {value};"),
            simpler: Some(format!("{annotated} = {simplest};")),
        });
        if self.rng.chance(30) {
            out.push(Node::line(self.print_variable(&name, &ty)));
        }
        self.vars.push(Var::new(name, ty, mutable));
    }

    fn destructure(&mut self, out: &mut Vec<Node>) {
        let ty = self.types.any(&mut self.rng, 2);
        let value = self.value(&ty, 2);
        if self.rng.chance(25) && self.result.is_some() {
            let result = self.result.clone().unwrap_or(Ty::Bool);
            let (pattern, bindings) = self.refutable(&ty);
            let other = self.value(&result, 1);
            out.push(Node::Block {
                head: format!("let {pattern} = {value} else"),
                body: vec![Node::line(format!("return {other};"))],
                tail: ";",
            });
            self.vars.extend(bindings);
            return;
        }
        let (pattern, bindings) = self.irrefutable(&ty);
        out.push(Node::line(format!("let {pattern}: {} = {value};", self.types.name(&ty))));
        self.vars.extend(bindings);
    }

    /// A place that may be assigned, with its type.
    fn writable(&mut self) -> Option<(String, Ty)> {
        let vars: Vec<Var> = self.vars.iter().filter(|v| v.mutable && !v.frozen && !v.hidden).cloned().collect();
        if vars.is_empty() {
            return None;
        }
        let var = self.rng.pick(&vars).clone();
        let (mut place, mut ty) = (var.place, var.ty);
        // Walk into it.
        loop {
            let stop = self.rng.chance(30);
            (place, ty) = match ty {
                Ty::Tuple(parts) if !stop => {
                    let i = self.rng.below(parts.len());
                    (format!("{place}.{i}"), parts[i].clone())
                }
                Ty::Array(element, len) if !stop => {
                    let i = self.rng.below(len);
                    (format!("{place}[{i}]"), *element)
                }
                Ty::Slice(element) => {
                    let i = self.rng.below(5);
                    (format!("{place}[{i} % {place}.len()]"), *element)
                }
                Ty::Struct(s) if !stop && !self.types.structs[s].fields.fields.is_empty() => {
                    let (name, ty) = self.rng.pick(&self.types.structs[s].fields.fields).clone();
                    (format!("{place}.{name}"), ty)
                }
                Ty::Boxed(inner) if !stop => (format!("(*{place})"), *inner),
                ty => return Some((place, ty)),
            };
        }
    }

    fn assign(&mut self, out: &mut Vec<Node>) {
        match self.assignment(2) {
            Some(text) => out.push(Node::line(text)),
            None => self.declare(out),
        }
    }

    fn assignment(&mut self, depth: usize) -> Option<String> {
        let (place, ty) = self.writable()?;
        // A slice's length in the place, or an element of it, must not be borrowed when the value is computed.
        let effects = self.effects;
        self.effects &= !place.contains('[');
        let text = match &ty {
            Ty::Int(_) if self.rng.chance(60) => match self.rng.below(10) {
                0..=2 => {
                    let op = *self.rng.pick(&["^", "|", "&"]);
                    format!("{place} {op}= {};", self.value(&ty, depth))
                }
                3 => {
                    let (op, limit) = match self.rng.below(4) {
                        0 if ty.is_signed() => ("-", "% 5"),
                        1 => ("*", "& 1"),
                        _ => ("+", "& 7"),
                    };
                    format!("{place} {op}= {} {limit};", self.value(&ty, depth))
                }
                4 | 5 => {
                    let method = *self.rng.pick(&["wrapping_add", "wrapping_sub", "wrapping_mul"]);
                    format!("{place} = {place}.{method}({});", self.value(&ty, depth))
                }
                6 => format!("{place} /= {};", self.rng.within(1, 9)),
                7 => format!("{place} %= {} | 1;", self.value(&ty, depth)),
                8 => format!("{place} <<= {};", self.rng.below(4)),
                _ => {
                    let distance = Ty::Int(self.types_int());
                    format!("{place} >>= {} & 3;", self.value(&distance, depth))
                }
            },
            Ty::F32 | Ty::F64 if self.rng.chance(50) => {
                let op = *self.rng.pick(&["+", "-", "*", "/", "%"]);
                format!("{place} {op}= {};", self.value(&ty, depth))
            }
            Ty::Bool if self.rng.chance(50) => {
                let op = *self.rng.pick(&["&", "|", "^"]);
                format!("{place} {op}= {};", self.value(&ty, depth))
            }
            _ => format!("{place} = {};", self.value(&ty, depth)),
        };
        self.effects = effects;
        Some(text)
    }

    fn types_int(&mut self) -> usize {
        self.rng.below(INTS.len())
    }

    /// A statement inside an expression.
    pub(super) fn inline_statement(&mut self, depth: usize) -> String {
        if self.rng.chance(60)
            && let Some(text) = self.assignment(depth.min(2) - 1)
        {
            return text;
        }
        if self.rng.chance(40) {
            return self.print();
        }
        let ty = self.types.scalar(&mut self.rng);
        let value = self.value(&ty, depth - 1);
        let name = self.name("t");
        let text = format!("let {name} = {value};");
        self.vars.push(Var::new(name, ty, false));
        text
    }

    fn branch(&mut self, depth: usize, out: &mut Vec<Node>) {
        let condition = self.value(&Ty::Bool, 2);
        let then = self.scope(depth - 1);
        out.push(Node::block(format!("if {condition}"), then));
        if self.rng.chance(40) {
            let condition = self.value(&Ty::Bool, 2);
            let then = self.scope(depth - 1);
            out.push(Node::block(format!("else if {condition}"), then));
        }
        if self.rng.chance(60) {
            let other = self.scope(depth - 1);
            out.push(Node::block("else", other));
        }
    }

    fn if_let(&mut self, depth: usize, out: &mut Vec<Node>) {
        let ty = self.types.any(&mut self.rng, 2);
        let value = self.value(&ty, 2);
        let (pattern, bindings) = self.refutable(&ty);
        let vars = self.vars.len();
        self.vars.extend(bindings);
        let chain = if self.rng.chance(20) {
            let effects = std::mem::replace(&mut self.effects, false);
            let more = self.value(&Ty::Bool, 1);
            self.effects = effects;
            format!(" && {more}")
        } else {
            String::new()
        };
        let then = self.scope(depth - 1);
        self.vars.truncate(vars);
        out.push(Node::block(format!("if let {pattern} = {value}{chain}"), then));
        if self.rng.chance(50) {
            let other = self.scope(depth - 1);
            out.push(Node::block("else", other));
        }
    }

    fn match_statement(&mut self, depth: usize, out: &mut Vec<Node>) {
        // A variable matched through a reference may not change in the arms.
        let referable: Vec<usize> =
            (0..self.vars.len()).filter(|&i| !self.vars[i].hidden && !self.vars[i].frozen).collect();
        let by_reference = !referable.is_empty() && self.rng.chance(45);
        let (ty, on, frozen) = if by_reference {
            let i = *self.rng.pick(&referable);
            self.vars[i].frozen = true;
            (self.vars[i].ty.clone(), format!("&{}", self.vars[i].place), Some(i))
        } else {
            let ty = self.types.any(&mut self.rng, 2);
            let value = self.value(&ty, 2);
            (ty, value, None)
        };
        let mut arms = Vec::new();
        for arm in self.arms(&ty, by_reference) {
            let vars = self.vars.len();
            self.vars.extend(arm.bindings);
            let body = self.scope(depth - 1);
            self.vars.truncate(vars);
            arms.push(Node::block(format!("{} =>", arm.head), body));
        }
        if let Some(i) = frozen {
            self.vars[i].frozen = false;
        }
        out.push(Node::block(format!("match {on}"), arms));
    }

    fn label(&mut self) -> Option<String> {
        self.rng.chance(40).then(|| self.name("'l"))
    }

    /// A loop's body, which runs up to `rounds` times.
    pub(super) fn rounds(&mut self, rounds: u64, label: Label, depth: usize) -> Vec<Node> {
        let times = self.times;
        self.times *= rounds.max(1);
        self.labels.push(label);
        let body = self.scope(depth - 1);
        self.labels.pop();
        self.times = times;
        body
    }

    fn for_loop(&mut self, depth: usize, out: &mut Vec<Node>) {
        let index = self.types_int();
        let ty = Ty::Int(index);
        let low = self.rng.below(6);
        let rounds = self.rng.below(5);
        let (range, rounds) = if self.rng.chance(15) {
            (format!("{}..={}", ["'a'", "'x'"][low % 2], ["'d'", "'z'"][low % 2]), 4)
        } else if ty.is_signed() && self.rng.chance(30) {
            (format!("-{low}{0}..{1}{0}", INTS[index], rounds), low + rounds)
        } else if self.rng.chance(50) {
            (format!("{low}{}..={}", INTS[index], low + rounds), rounds + 1)
        } else {
            (format!("{low}..{}{}", low + rounds, INTS[index]), rounds)
        };
        let ty = if range.contains('\'') { Ty::Char } else { ty };
        let label = self.label();
        let name = self.name("i");
        let prefix = label.as_ref().map_or_else(String::new, |l| format!("{l}: "));
        let vars = self.vars.len();
        self.vars.push(Var::new(name.clone(), ty, false));
        let body = self.rounds(rounds as u64, Label { name: label, is_loop: true, value: None }, depth);
        self.vars.truncate(vars);
        out.push(Node::block(format!("{prefix}for {name} in {range}"), body));
    }

    fn while_loop(&mut self, depth: usize, out: &mut Vec<Node>) {
        let fuel = self.name("fuel");
        let rounds = self.rng.within(1, 5);
        let label = self.label();
        let prefix = label.as_ref().map_or_else(String::new, |l| format!("{l}: "));
        out.push(Node::line(format!("let mut {fuel} = {rounds};")));
        let effects = std::mem::replace(&mut self.effects, false);
        let condition = self.value(&Ty::Bool, 2);
        self.effects = effects;
        let mut body = vec![Node::line(format!("{fuel} -= 1;"))];
        body.extend(self.rounds(rounds as u64, Label { name: label, is_loop: true, value: None }, depth));
        out.push(Node::block(format!("{prefix}while {fuel} > 0 && {condition}"), body));
    }

    /// `let x = loop { … break value … };` or a labelled block with a value.
    fn value_loop(&mut self, depth: usize, out: &mut Vec<Node>) {
        let ty = self.types.scalar(&mut self.rng);
        let name = self.name("v");
        let shown = self.types.name(&ty);
        let label = self.name("'l");
        if self.rng.chance(40) {
            let mut body =
                self.rounds(1, Label { name: Some(label.clone()), is_loop: false, value: Some(ty.clone()) }, depth);
            body.push(Node::line(self.value(&ty, 1)));
            out.push(Node::Block { head: format!("let {name}: {shown} = {label}:"), body, tail: ";" });
        } else {
            let fuel = self.name("fuel");
            let rounds = self.rng.within(1, 4);
            out.push(Node::line(format!("let mut {fuel} = {rounds};")));
            let end = self.value(&ty, 1);
            let mut body = vec![
                Node::block(format!("if {fuel} == 0"), vec![Node::line(format!("break {end};"))]),
                Node::line(format!("{fuel} -= 1;")),
            ];
            let inner = Label { name: Some(label.clone()), is_loop: true, value: Some(ty.clone()) };
            body.extend(self.rounds(rounds as u64, inner, depth));
            out.push(Node::Block { head: format!("let {name}: {shown} = {label}: loop"), body, tail: ";" });
        }
        self.vars.push(Var::new(name, ty, false));
    }

    /// `break`, `continue` or `return`, under a condition.
    fn leave(&mut self, out: &mut Vec<Node>) {
        let condition = self.value(&Ty::Bool, 2);
        let text = if !self.labels.is_empty() && self.rng.chance(80) {
            let last = self.labels.len() - 1;
            let i = if self.rng.chance(60) { last } else { self.rng.below(self.labels.len()) };
            let label = self.labels[i].clone();
            let innermost = i == last && label.is_loop;
            let to = match &label.name {
                Some(name) => format!(" {name}"),
                None if innermost => String::new(),
                None => return,
            };
            match label.value {
                _ if label.is_loop && self.rng.chance(40) => format!("continue{to};"),
                Some(ty) => format!("break{to} {};", self.value(&ty, 1)),
                None => format!("break{to};"),
            }
        } else {
            match self.result.clone() {
                Some(ty) => format!("return {};", self.value(&ty, 1)),
                None if self.rng.chance(30) => "return;".into(),
                None if self.rng.chance(20) => {
                    let code = self.value(&Ty::U8, 1);
                    format!("std::process::exit(({code}) as i32);")
                }
                None => return,
            }
        };
        out.push(Node::block(format!("if {condition}"), vec![Node::line(text)]));
    }

    /// A reference to a variable or a part of it, in a scope in which the variable is left alone.
    fn borrow(&mut self, depth: usize, out: &mut Vec<Node>) {
        let mutable = self.rng.chance(60);
        let vars: Vec<usize> = (0..self.vars.len())
            .filter(|&i| {
                let v = &self.vars[i];
                !v.hidden && !v.frozen && (v.mutable || !mutable)
            })
            .collect();
        if vars.is_empty() {
            return self.declare(out);
        }
        let i = *self.rng.pick(&vars);
        let var = self.vars[i].clone();
        let name = self.name("r");
        let (mut place, mut ty) = (var.place.clone(), var.ty.clone());
        if self.rng.chance(50) {
            (place, ty) = match ty {
                Ty::Tuple(parts) => (format!("{place}.0"), parts[0].clone()),
                Ty::Array(element, _) => (format!("{place}[0]"), *element),
                Ty::Struct(s) if !self.types.structs[s].fields.fields.is_empty() => {
                    let (name, ty) = self.rng.pick(&self.types.structs[s].fields.fields).clone();
                    (format!("{place}.{name}"), ty)
                }
                ty => (place, ty),
            };
        }
        let shown = self.types.name(&ty);
        let written = if mutable { "&mut " } else { "&" };
        let vars = self.vars.len();
        self.vars[i].hidden |= mutable;
        self.vars[i].frozen |= !mutable;
        self.vars.push(Var::new(format!("(*{name})"), ty, mutable));
        let mut body = vec![Node::line(format!("let {name}: {written}{shown} = {written}{place};"))];
        body.extend(self.scope(depth - 1));
        self.vars.truncate(vars);
        self.vars[i].hidden = var.hidden;
        self.vars[i].frozen = var.frozen;
        out.push(Node::block("", body));
        if matches!(var.ty, Ty::Slice(_)) {
            return;
        }
        out.push(Node::line(format!("println!(\"{{:?}}\", {});", var.place)));
    }

    /// A call that changes variables through references.
    fn mutating_call(&mut self, out: &mut Vec<Node>) {
        let known: Vec<Function> = self.functions.iter().filter(|f| self.affordable(f)).cloned().collect();
        if known.is_empty() {
            return self.assign(out);
        }
        let function = self.rng.pick(&known).clone();
        // Variables for the mutable references, each used once.
        let saved: Vec<(bool, bool)> = self.vars.iter().map(|v| (v.hidden, v.frozen)).collect();
        let taken = |g: &mut Self, ty: &Ty| -> Option<String> {
            let fits: Vec<usize> = (0..g.vars.len())
                .filter(|&i| {
                    let v = &g.vars[i];
                    let same = match (ty, &v.ty) {
                        (Ty::Slice(a), Ty::Array(b, _) | Ty::Vec(b)) => a == b,
                        (a, b) => a == b,
                    };
                    same && v.mutable && !v.hidden && !v.frozen
                })
                .collect();
            if fits.is_empty() {
                return None;
            }
            let i = *g.rng.pick(&fits);
            g.vars[i].hidden = true;
            Some(g.vars[i].place.clone())
        };
        let mut places = Vec::new();
        for (ty, pass) in function.receiver.iter().chain(&function.params) {
            if *pass != Pass::Mutable {
                places.push(None);
                continue;
            }
            match taken(self, ty) {
                Some(place) => places.push(Some(place)),
                // There is none: make one.
                None => {
                    let sized = match ty {
                        Ty::Slice(element) => Ty::Array(element.clone(), self.rng.within(1, 4)),
                        ty => ty.clone(),
                    };
                    let value = self.value(&sized, 1);
                    let name = self.name("v");
                    out.push(Node::Line {
                        text: format!("let mut {name}: {} = {value};", self.types.name(&sized)),
                        simpler: Some(format!(
                            "let mut {name}: {} = {};",
                            self.types.name(&sized),
                            self.simplest(&sized)
                        )),
                    });
                    self.vars.push(Var { place: name.clone(), ty: sized, mutable: true, frozen: false, hidden: true });
                    places.push(Some(name));
                }
            }
        }
        self.cost += self.times * function.cost;
        let effects = std::mem::replace(&mut self.effects, false);
        let mut places = places.into_iter();
        let receiver = match &function.receiver {
            None => None,
            Some((ty, pass)) => {
                let place = places.next().flatten();
                Some(match (place, pass) {
                    (Some(place), _) => place,
                    (None, Pass::Value) => self.value(ty, 1),
                    (None, _) => self.readable(ty).map_or_else(|| self.value(ty, 1), |(place, _)| place),
                })
            }
        };
        let mut args = Vec::new();
        for ((ty, pass), place) in function.params.iter().zip(places) {
            args.push(match (place, pass) {
                (Some(place), _) => format!("&mut {place}"),
                (None, Pass::Value) if function.name.starts_with('r') && args.is_empty() => {
                    format!("{} % 8", self.value(ty, 1))
                }
                (None, Pass::Value) => self.value(ty, 1),
                (None, _) => self.shared(ty, 1),
            });
        }
        self.effects = effects;
        for (i, var) in self.vars.iter_mut().enumerate() {
            (var.hidden, var.frozen) = saved.get(i).copied().unwrap_or((false, false));
        }
        let receiver =
            receiver.map_or_else(String::new, |r| if r.starts_with('(') { format!("{r}.") } else { format!("({r}).") });
        let name = self.name("v");
        let text = format!("let {name} = {receiver}{}({});", function.name, args.join(", "));
        out.push(Node::line(text));
        out.push(Node::line(format!("println!(\"{{:?}}\", {name});")));
        let ty = function.result.clone();
        self.vars.push(Var::new(name, ty, false));
    }

    /// What is rare.
    fn odd(&mut self, depth: usize, out: &mut Vec<Node>) {
        match self.rng.below(6) {
            0 if self.rng.chance(40) => {
                let ty = self.types.any(&mut self.rng, 1);
                let (a, b) = (self.value(&ty, 1), self.value(&ty, 1));
                let name = *self.rng.pick(&["assert_eq", "assert_ne"]);
                let condition = self.value(&Ty::Bool, 1);
                out.push(Node::block(format!("if {condition}"), vec![Node::line(format!("{name}!({a}, {b});"))]));
            }
            1 => {
                let condition = self.value(&Ty::Bool, 2);
                out.push(Node::line(format!("assert!({condition} || true, \"never\");")));
            }
            2 => {
                let index = self.types_int();
                let ty = Ty::Int(index);
                let (name, value) = (self.name("v"), self.value(&ty, 2));
                let condition = self.value(&Ty::Bool, 2);
                let other = self.value(&ty, 1);
                // Declared first, given a value on each way.
                out.push(Node::line(format!("let {name}: {};", INTS[index])));
                out.push(Node::block(format!("if {condition}"), vec![Node::line(format!("{name} = {value};"))]));
                out.push(Node::block("else", vec![Node::line(format!("{name} = {other};"))]));
                self.vars.push(Var::new(name, ty, false));
            }
            3 => {
                let body = self.scope(depth - 1);
                out.push(Node::block("", body));
            }
            4 => {
                let ty = self.types.scalar(&mut self.rng);
                let name = self.name("K");
                let value = self.constant_value(&ty);
                out.push(Node::line(format!("const {name}: {} = {value};", self.types.name(&ty))));
                out.push(Node::line(format!("println!(\"{{:?}}\", {name});")));
            }
            _ => {
                let condition = self.value(&Ty::Bool, 2);
                if self.rng.chance(30) {
                    let value = self.value(&Ty::I32, 1);
                    out.push(Node::block(
                        format!("if {condition}"),
                        vec![Node::line(format!("panic!(\"given up at {{}}\", {value});"))],
                    ));
                } else {
                    let print = self.print();
                    out.push(Node::block(format!("if {condition}"), vec![Node::line(print)]));
                }
            }
        }
    }
}
