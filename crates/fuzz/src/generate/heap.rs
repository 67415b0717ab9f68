//! Vectors, strings, and what changes them in place.

use super::types::{INTS, Ty};
use super::{Generator, Label, Var};
use crate::tree::Node;

impl Generator {
    /// A vector of elements of a type.
    pub(super) fn vector(&mut self, element: &Ty, depth: usize) -> String {
        let shown = self.types.name(element);
        match self.rng.below(8) {
            0 => format!("Vec::<{shown}>::new()"),
            1 if self.types.is_copy(element) => format!("vec![{}; {}]", self.value(element, depth), self.rng.below(5)),
            2 | 3 => format!("{}.collect::<Vec<{shown}>>()", self.iterator(element, depth)),
            4 => {
                let len = self.rng.below(4);
                let values: Vec<String> = (0..len).map(|_| self.value(element, depth)).collect();
                let array = format!("[{}]", values.join(", "));
                if len == 0 { format!("Vec::<{shown}>::new()") } else { format!("{array}.to_vec()") }
            }
            _ => {
                let values: Vec<String> = (0..self.rng.within(1, 4)).map(|_| self.value(element, depth)).collect();
                format!("vec![{}]", values.join(", "))
            }
        }
    }

    /// A string.
    pub(super) fn text(&mut self, depth: usize) -> String {
        match self.rng.below(6) {
            0 => "String::new()".into(),
            1 => {
                let ty = self.types.any(&mut self.rng, 1);
                let value = self.quiet(|g| g.value(&ty, depth));
                format!("format!(\"{{:?}}\", {value})")
            }
            2 => {
                let (a, b) = (self.value(&Ty::Str, depth), self.value(&Ty::Str, depth));
                format!("(String::from({a}) + {b})")
            }
            3 => {
                let chars = self.iterator(&Ty::Char, depth);
                format!("{chars}.collect::<String>()")
            }
            _ => {
                let value = self.value(&Ty::Str, depth);
                let method = *self.rng.pick(&["to_string", "to_owned", "to_string"]);
                format!("({value}).{method}()")
            }
        }
    }

    /// Without statements in expressions.
    pub(super) fn quiet<R>(&mut self, work: impl FnOnce(&mut Self) -> R) -> R {
        let effects = std::mem::replace(&mut self.effects, false);
        let result = work(self);
        self.effects = effects;
        result
    }

    /// A value that is taken from a vector or string that is there.
    pub(super) fn from_vector(&mut self, ty: &Ty, depth: usize) -> Option<String> {
        let less = depth - 1;
        if *ty == Ty::USIZE {
            let lists: Vec<String> = self.lists().into_iter().map(|(place, _)| place).collect();
            if !lists.is_empty() && self.rng.chance(40) {
                return Some(format!("{}.len()", self.rng.pick(&lists)));
            }
            let text = self.value(&Ty::Text, less);
            let method = *self.rng.pick(&["len()", "chars().count()", "bytes().count()"]);
            return Some(format!("({text}).{method}"));
        }
        let places: Vec<String> =
            self.lists().into_iter().filter(|(_, element)| element == ty).map(|(place, _)| place).collect();
        if places.is_empty() {
            return None;
        }
        let place = self.rng.pick(&places).clone();
        let other = self.value(ty, less);
        Some(match self.rng.below(5) {
            0 => format!("{place}.get({}).cloned().unwrap_or({other})", self.rng.below(4)),
            1 => format!("{place}.first().cloned().unwrap_or({other})"),
            2 => format!("{place}.last().cloned().unwrap_or_else(|| {})", self.quiet(|g| g.value(ty, less))),
            3 if self.types.is_ord(ty) => {
                let method = *self.rng.pick(&["max", "min"]);
                format!("{place}.iter().{method}().cloned().unwrap_or({other})")
            }
            _ => format!("{place}.iter().rev().nth({}).cloned().unwrap_or({other})", self.rng.below(3)),
        })
    }

    /// The vectors, arrays and slices that can be read, with the types of their elements.
    pub(super) fn lists(&self) -> Vec<(String, Ty)> {
        let one = |v: &Var| match &v.ty {
            Ty::Vec(e) | Ty::Array(e, _) | Ty::Slice(e) if !v.hidden => Some((v.place.clone(), (**e).clone())),
            _ => None,
        };
        self.vars.iter().filter_map(one).collect()
    }

    /// A method that changes a vector, string or box.
    pub(super) fn change_in_place(&mut self, out: &mut Vec<Node>) {
        let changes =
            |v: &Var| v.mutable && !v.frozen && !v.hidden && matches!(v.ty, Ty::Vec(_) | Ty::Text | Ty::Option(_));
        let fits: Vec<usize> = (0..self.vars.len()).filter(|&i| changes(&self.vars[i])).collect();
        if fits.is_empty() {
            let element = self.types.any(&mut self.rng, 1);
            let ty = if self.rng.chance(70) { Ty::Vec(Box::new(element)) } else { Ty::Text };
            let value = self.value(&ty, 2);
            let name = self.name("v");
            out.push(Node::Line {
                text: format!("let mut {name}: {} = {value};", self.types.name(&ty)),
                simpler: Some(format!("let mut {name}: {} = {};", self.types.name(&ty), self.simplest(&ty))),
            });
            self.vars.push(Var::new(name, ty, true));
            return;
        }
        let i = *self.rng.pick(&fits);
        let var = self.vars[i].clone();
        let place = &var.place;
        self.vars[i].hidden = true;
        let effects = std::mem::replace(&mut self.effects, false);
        let text = match &var.ty {
            Ty::Vec(element) => {
                let value = self.value(element, 2);
                match self.rng.below(14) {
                    0..=3 => format!("{place}.push({value});"),
                    4 => format!("println!(\"{{:?}}\", {place}.pop());"),
                    5 => format!("{place}.insert(0, {value});"),
                    6 => format!("{place}.extend(vec![{value}]);"),
                    7 => format!("{place}.truncate({});", self.rng.below(4)),
                    8 if self.types.is_ord(element) => {
                        let method =
                            *self.rng.pick(&["sort()", "sort_unstable()", "sort_by(|a, b| b.cmp(a))", "dedup()"]);
                        format!("{place}.{method};")
                    }
                    9 => format!("{place}.reverse();"),
                    10 => {
                        let name = self.name("c");
                        let vars = self.vars.len();
                        self.vars.push(self.reference(&name, element));
                        let keep = self.value(&Ty::Bool, 1);
                        self.vars.truncate(vars);
                        format!("{place}.retain(|{name}| {keep} || {});", self.rng.chance(50))
                    }
                    11 => format!("if {place}.len() > 1 {{ {place}.swap(0, 1); }}"),
                    12 => format!("if !{place}.is_empty() {{ println!(\"{{:?}}\", {place}.remove(0)); }}"),
                    _ => format!("if let Some(last) = {place}.last_mut() {{ *last = {value}; }}"),
                }
            }
            Ty::Option(inner) => {
                let value = self.value(inner, 1);
                match self.rng.below(4) {
                    0 => format!("println!(\"{{:?}}\", {place}.take());"),
                    1 => format!("println!(\"{{:?}}\", {place}.replace({value}));"),
                    2 => format!("{place}.get_or_insert({value});"),
                    _ => format!("if let Some(inner) = &mut {place} {{ *inner = {value}; }}"),
                }
            }
            _ => match self.rng.below(6) {
                0 | 1 => format!("{place}.push_str({});", self.value(&Ty::Str, 1)),
                2 => format!("{place}.push({});", self.value(&Ty::Char, 1)),
                3 => format!("println!(\"{{:?}}\", {place}.pop());"),
                4 => format!("{place}.insert(0, {});", self.value(&Ty::Char, 1)),
                _ => format!("{place} += {};", self.value(&Ty::Str, 1)),
            },
        };
        self.effects = effects;
        self.vars[i].hidden = false;
        out.push(Node::line(text));
        if self.rng.chance(40) {
            out.push(Node::line(format!("println!(\"{{:?}}\", {});", var.place)));
        }
    }

    /// A variable that holds a reference.
    pub(super) fn reference(&self, name: &str, ty: &Ty) -> Var {
        Var::new(format!("(*{name})"), ty.clone(), false)
    }

    /// `for` over a list: by reference, by mutable reference or by value.
    pub(super) fn for_each(&mut self, depth: usize, out: &mut Vec<Node>) {
        let fits: Vec<usize> = (0..self.vars.len())
            .filter(|&i| matches!(self.vars[i].ty, Ty::Vec(_) | Ty::Array(..)) && !self.vars[i].hidden)
            .collect();
        let name = self.name("e");
        let vars = self.vars.len();
        if fits.is_empty() || self.rng.chance(30) {
            let element = self.types.any(&mut self.rng, 1);
            let iterator = self.quiet(|g| g.iterator(&element, 2));
            self.vars.push(Var::new(name.clone(), element, false));
            // The closures in the iterator refer to variables as long as the loop goes on, unless it is collected first.
            let collected = self.rng.chance(50);
            let frozen: Vec<bool> = self.vars.iter().map(|v| v.frozen).collect();
            if !collected {
                self.vars[..vars].iter_mut().for_each(|v| v.frozen = true);
            }
            let body = self.turns(depth);
            self.vars.truncate(vars);
            for (var, frozen) in self.vars.iter_mut().zip(frozen) {
                var.frozen = frozen;
            }
            let iterator = if collected { format!("{iterator}.collect::<Vec<_>>()") } else { iterator };
            out.push(Node::block(format!("for {name} in {iterator}"), body));
            return;
        }
        let i = *self.rng.pick(&fits);
        let var = self.vars[i].clone();
        let (Ty::Vec(element) | Ty::Array(element, _)) = var.ty.clone() else { return };
        let mutable = var.mutable && !var.frozen && self.rng.chance(50);
        let list = match (mutable, self.rng.chance(50)) {
            (true, true) => format!("{}.iter_mut()", var.place),
            (true, false) => format!("&mut {}", var.place),
            (false, true) => format!("&{}", var.place),
            (false, false) => format!("{}.iter()", var.place),
        };
        self.vars[i].hidden |= mutable;
        self.vars[i].frozen = true;
        let element = Var { mutable, ..self.reference(&name, &element) };
        self.vars.push(element);
        let body = self.turns(depth);
        self.vars.truncate(vars);
        self.vars[i].hidden = var.hidden;
        self.vars[i].frozen = var.frozen;
        out.push(Node::block(format!("for {name} in {list}"), body));
    }

    /// The body of a loop over a short list.
    fn turns(&mut self, depth: usize) -> Vec<Node> {
        self.rounds(4, Label { name: None, is_loop: true, value: None }, depth)
    }

    /// An iterator of values.
    pub(super) fn iterator(&mut self, element: &Ty, depth: usize) -> String {
        let effects = std::mem::replace(&mut self.effects, false);
        let less = depth.saturating_sub(1);
        let places: Vec<String> =
            self.lists().into_iter().filter(|(_, e)| e == element).map(|(place, _)| place).collect();
        let mut text = if !places.is_empty() && self.rng.chance(50) {
            let place = self.rng.pick(&places).clone();
            format!("{place}.iter().cloned()")
        } else {
            let index = Ty::Int(self.rng.below(INTS.len()));
            let (name, rounds) = (self.name("c"), self.rng.below(5));
            let vars = self.vars.len();
            self.vars.push(Var::new(name.clone(), index.clone(), false));
            let value = self.value(element, less);
            self.vars.truncate(vars);
            format!("(0..{rounds}{}).map(|{name}| {value})", self.types.name(&index))
        };
        for _ in 0..self.rng.below(3) {
            let name = self.name("c");
            let vars = self.vars.len();
            let adapter = match self.rng.below(8) {
                0 => "rev()".into(),
                1 => format!("skip({})", self.rng.below(3)),
                2 => format!("take({})", self.rng.below(5)),
                3 | 4 => {
                    self.vars.push(self.reference(&name, element));
                    let method = *self.rng.pick(&["filter", "filter", "take_while", "skip_while"]);
                    format!("{method}(|{name}| {})", self.value(&Ty::Bool, less))
                }
                5 => {
                    self.vars.push(Var::new(name.clone(), element.clone(), false));
                    format!("map(|{name}| {})", self.value(element, less))
                }
                6 => {
                    let other = self.value(element, less);
                    format!("chain(std::iter::once({other}))")
                }
                _ => format!("zip(0..{}).map(|({name}, _)| {name})", self.rng.below(6)),
            };
            self.vars.truncate(vars);
            // Only what knows its end from both sides can be reversed.
            if adapter == "rev()" && ["skip", "take", "chain", "zip"].iter().any(|part| text.contains(part)) {
                continue;
            }
            text = format!("{text}.{adapter}");
        }
        self.effects = effects;
        text
    }
}
