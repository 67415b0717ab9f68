//! What of each moment is in view, and telling the debug worker of it: what is not in view is not made.

use std::rc::Rc;

use stair_protocol::{DebugRequest, Moment, RequestId, Stretch, View};

use super::{Effect, Session, State};

/// Adds elements to those that are shown, and joins what touches.
fn open(stretches: &mut Vec<Stretch>, mut new: Stretch) {
    let holds = |known: &Stretch| known.way == new.way && known.from <= new.from && new.to <= known.to;
    if stretches.iter().any(holds) {
        return;
    }
    stretches.retain(|known| {
        let touches = known.way == new.way && known.from <= new.to && new.from <= known.to;
        if touches {
            (new.from, new.to) = (new.from.min(known.from), new.to.max(known.to));
        }
        !touches
    });
    stretches.push(new);
}

impl State {
    /// What of a moment the columns show.
    pub(super) fn in_view(&self) -> View {
        let panes = self.columns.iter().filter(|column| column.run.is_none() && column.after.is_none());
        let panes = panes.map(|column| (column.stage, column.library)).collect();
        let stretches = self.debugger.session.as_ref().map(|session| session.stretches.clone()).unwrap_or_default();
        View { panes, stretches }
    }

    /// Tells the worker what is in view, if it does not make that already.
    pub(super) fn look(&mut self, effects: &mut Vec<Effect>) {
        if self.moment().is_none() {
            return;
        }
        let view = self.in_view();
        let is_known = |session: &Session| {
            let known = &session.view;
            view.panes.iter().all(|pane| known.panes.contains(pane)) && view.stretches == known.stretches
        };
        if self.debugger.session.as_ref().is_none_or(is_known) {
            return;
        }
        let id = self.next_id();
        if let Some(session) = &mut self.debugger.session {
            session.view = view.clone();
            session.view_request = Some(id);
        }
        self.to_debugger(DebugRequest::Look { id, view }, effects);
    }

    /// Takes the moment that was shown already, with what is in view now.
    pub(super) fn looked(&mut self, id: RequestId, moment: Moment) {
        if let Some(session) = self.debugger.session.as_mut().filter(|session| session.view_request == Some(id)) {
            session.view_request = None;
            session.moment = Some(Rc::new(moment));
        }
    }

    /// Shows these elements from now on, too.
    pub(super) fn open_stretch(&mut self, stretch: Stretch) {
        if let Some(session) = &mut self.debugger.session {
            open(&mut session.stretches, stretch);
        }
    }

    /// Shows only the first elements of what is come to by this way.
    pub(super) fn close_stretches(&mut self, way: &str) {
        if let Some(session) = &mut self.debugger.session {
            session.stretches.retain(|stretch| stretch.way != way);
        }
    }
}
