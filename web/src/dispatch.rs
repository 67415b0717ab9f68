//! Actions, applied where they arise and one after the other.

use std::cell::{Ref, RefCell, RefMut};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

/// What actions are applied to.
pub trait Apply {
    /// Something that happened.
    type Action;

    /// Applies an action, and does what follows from it. More actions may arise from that.
    fn apply(&mut self, action: Self::Action);
}

/// Applies actions where they arise, not when Yew comes to it: a keystroke's text is on its way to the compiler while the editor
/// still draws it.
pub struct Dispatcher<T: Apply> {
    shown: RefCell<T>,
    /// What arises while another action is being applied waits until that is done.
    waiting: RefCell<VecDeque<T::Action>>,
    redraw: Box<dyn Fn()>,
}

impl<T: Apply + 'static> Dispatcher<T> {
    /// Applies actions to what `make` makes, which is given a way to have actions applied; then calls `redraw`.
    pub fn new(make: impl FnOnce(Box<dyn Fn(T::Action)>) -> T, redraw: impl Fn() + 'static) -> Rc<Self> {
        Rc::new_cyclic(|dispatcher: &Weak<Self>| {
            let dispatcher = dispatcher.clone();
            let act = move |action| {
                if let Some(dispatcher) = dispatcher.upgrade() {
                    dispatcher.act(action);
                }
            };
            let shown = RefCell::new(make(Box::new(act)));
            Self { shown, waiting: RefCell::default(), redraw: Box::new(redraw) }
        })
    }

    /// Applies an action, and all that arise from it.
    pub fn act(&self, action: T::Action) {
        self.waiting.borrow_mut().push_back(action);
        let Ok(mut shown) = self.shown.try_borrow_mut() else { return };
        loop {
            let next = self.waiting.borrow_mut().pop_front();
            let Some(action) = next else { break };
            shown.apply(action);
        }
        drop(shown);
        (self.redraw)();
    }

    /// What actions are applied to.
    ///
    /// # Panics
    /// While an action is being applied.
    pub fn shown(&self) -> Ref<'_, T> {
        self.shown.borrow()
    }

    /// The same; `None` while an action is being applied.
    pub fn try_shown(&self) -> Option<Ref<'_, T>> {
        self.shown.try_borrow().ok()
    }

    /// What actions are applied to, to be changed.
    ///
    /// # Panics
    /// As [`Dispatcher::shown`].
    pub fn shown_mut(&self) -> RefMut<'_, T> {
        self.shown.borrow_mut()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    struct Countdown {
        seen: Vec<u32>,
        act: Box<dyn Fn(u32)>,
    }

    impl Apply for Countdown {
        type Action = u32;

        fn apply(&mut self, action: u32) {
            if action > 0 {
                (self.act)(action - 1);
            }
            self.seen.push(action);
        }
    }

    #[test]
    fn what_arises_while_an_action_is_applied_waits() {
        let drawn = Rc::new(Cell::new(0));
        let count = Rc::clone(&drawn);
        let redraw = move || count.set(count.get() + 1);
        let dispatcher = Dispatcher::new(|act| Countdown { seen: Vec::new(), act }, redraw);
        dispatcher.act(2);
        dispatcher.act(0);
        assert_eq!(dispatcher.shown().seen, [2, 1, 0, 0]);
        assert_eq!(drawn.get(), 2, "once for all that arises from an action");
    }
}
