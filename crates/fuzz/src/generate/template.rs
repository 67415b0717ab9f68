//! Statements made from a template: what is written there literally stays, and each `$` with a letter becomes something
//! random.

use super::types::Ty;
use super::{Generator, Var};

/// What the letters of a template stand for.
#[derive(Clone, Debug)]
pub(super) struct Subject {
    /// `$v`: the variable that the statement is about.
    pub(super) place: String,
    /// The type of `$x`, a value.
    pub(super) element: Ty,
    /// The type of `$k`, another value: a map's key.
    pub(super) key: Ty,
}

impl Generator {
    /// A template, filled: besides `$v`, `$x` and `$k` of [`Subject`],
    /// `$n` is a small number, `$b`, `$i` and `$u` are values of `bool`, `i64` and `u32`, `$z` prints when it is dropped, `$s` a string literal, `$h` a character, `$T` and `$K` the types of `$x` and `$k`, and
    /// `$p`, `$q` and `$m` are closures over a reference to an element, a reference to a key, and a reference to an
    /// element: two that say yes or no, and one that computes something that has an order. `$r` is one that says yes or no
    /// about anything, and prints nothing; `$w` takes an element by value. `$$` is a dollar.
    pub(super) fn fill(&mut self, template: &str, subject: &Subject) -> String {
        let mut out = String::new();
        let mut letters = template.chars();
        while let Some(letter) = letters.next() {
            if letter != '$' {
                out.push(letter);
                continue;
            }
            let text = match letters.next() {
                Some('$') => "$".into(),
                Some('v') => subject.place.clone(),
                Some('x') => self.quiet(|g| g.value(&subject.element, 2)),
                Some('k') => self.quiet(|g| g.value(&subject.key, 1)),
                Some('n') => self.rng.below(5).to_string(),
                Some('s') => self.literal(&Ty::Str),
                Some('h') => self.literal(&Ty::Char),
                Some('b') => self.quiet(|g| g.value(&Ty::Bool, 2)),
                Some('i') => self.quiet(|g| g.value(&Ty::Int(3), 1)),
                Some('u') => self.quiet(|g| g.value(&Ty::U32, 1)),
                Some('z') => format!("Noisy({})", self.rng.below(100)),
                Some('T') => self.types.name(&subject.element),
                Some('K') => self.types.name(&subject.key),
                Some('p') => self.over_reference(&subject.element, &Ty::Bool),
                Some('q') => self.over_reference(&subject.key, &Ty::Bool),
                // Called in the order of a hash table, so that it must not print.
                Some('r') => format!("|e| format!(\"{{e:?}}\").len() % 3 != {}", self.rng.below(3)),
                Some('w') => {
                    let element = subject.element.clone();
                    self.over_value(&element, &Ty::Bool)
                }
                Some('m') => {
                    let to = *self.rng.pick(&[2usize, 5, 9]);
                    self.over_reference(&subject.element, &Ty::Int(to))
                }
                _ => String::new(),
            };
            out.push_str(&text);
        }
        out
    }

    /// A closure with one parameter, a reference.
    fn over_reference(&mut self, from: &Ty, to: &Ty) -> String {
        let name = self.name("c");
        let var = self.reference(&name, from);
        format!("|{name}: &{}| {}", self.types.name(from), self.with(&[var], |g| g.value(to, 2)))
    }

    /// A closure with one parameter, a value.
    pub(super) fn over_value(&mut self, from: &Ty, to: &Ty) -> String {
        let name = self.name("c");
        let var = Var::new(name.clone(), from.clone(), false);
        format!("|{name}: {}| {}", self.types.name(from), self.with(&[var], |g| g.value(to, 2)))
    }

    /// With more variables, and without statements in expressions.
    pub(super) fn with<R>(&mut self, vars: &[Var], work: impl FnOnce(&mut Self) -> R) -> R {
        let before = self.vars.len();
        self.vars.extend(vars.iter().cloned());
        let result = self.quiet(work);
        self.vars.truncate(before);
        result
    }
}
