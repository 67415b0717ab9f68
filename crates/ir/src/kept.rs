//! What was made of each function of a module the last time, for when most of them have not changed since.
//!
//! Work on a function may ask for more than the function itself: the number of a constant in a pool, the address of data. What it
//! asked and was answered is kept with the result, which is taken again only if the function is the same and every question has
//! the same answer. So what comes out never depends on what was kept. These are the *verifying traces* of Mokhov, Mitchell and
//! Peyton Jones, "Build Systems à la Carte" (2018).

use crate::entities::FuncId;
use crate::function::Function;
use std::rc::Rc;

/// Results `T` of work that asks questions `Q`, by function.
#[derive(Debug)]
pub struct Kept<Q, T> {
    entries: Vec<Option<Entry<Q, T>>>,
}

#[derive(Debug)]
struct Entry<Q, T> {
    func: Rc<Function>,
    asked: Vec<(Q, u64)>,
    result: T,
}

impl<Q, T> Default for Kept<Q, T> {
    fn default() -> Self {
        Self { entries: Vec::new() }
    }
}

impl<Q, T: Clone> Kept<Q, T> {
    /// What was made of this function with this number, if that still holds. `answer` is asked what the work asked, in the same
    /// order, until an answer differs.
    pub fn get(&self, id: FuncId, func: &Rc<Function>, mut answer: impl FnMut(&Q) -> u64) -> Option<T> {
        let entry = self.entries.get(id.index())?.as_ref()?;
        let is_same = Rc::ptr_eq(&entry.func, func) || entry.func == *func;
        (is_same && entry.asked.iter().all(|(question, known)| answer(question) == *known))
            .then(|| entry.result.clone())
    }

    /// Keep what was made of a function, and what the work asked for and was answered.
    pub fn set(&mut self, id: FuncId, func: Rc<Function>, asked: Vec<(Q, u64)>, result: T) {
        if self.entries.len() <= id.index() {
            self.entries.resize_with(id.index() + 1, || None);
        }
        self.entries[id.index()] = Some(Entry { func, asked, result });
    }

    /// Forget functions from this number on, which the module no longer has.
    pub fn truncate(&mut self, count: usize) {
        self.entries.truncate(count);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inst::Signature;
    use stair_source::Span;

    #[test]
    fn a_result_holds_as_long_as_function_and_answers_do() {
        let func = |name: &str| Rc::new(Function::new(name, true, Span::default(), Signature::default()));
        let mut kept = Kept::default();
        kept.set(FuncId(1), func("f"), vec![("address", 8), ("index", 3)], "made");
        let answers = |index: u64| move |q: &&str| if *q == "address" { 8 } else { index };
        assert_eq!(kept.get(FuncId(1), &func("f"), answers(3)), Some("made"));
        assert_eq!(kept.get(FuncId(1), &func("f"), answers(4)), None);
        assert_eq!(kept.get(FuncId(1), &func("g"), answers(3)), None);
        assert_eq!(kept.get(FuncId(0), &func("f"), answers(3)), None);
        kept.truncate(1);
        assert_eq!(kept.get(FuncId(1), &func("f"), answers(3)), None);
    }
}
