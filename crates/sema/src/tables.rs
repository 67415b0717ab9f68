//! Every definition by id, and what is worked out on demand and remembered.

use crate::defs::{AdtDef, ConstDef, FnDef, ImplDef, Instance, LangFn, StaticDef, TraitDef};
use crate::ids::{AdtId, ConstId, FnId, ImplId, StaticId, TraitId};
use crate::typed::Body;
use std::rc::Rc;

/// Definitions, bodies and instances.
#[derive(Default)]
pub(crate) struct Tables {
    fns: Vec<FnDef>,
    adts: Vec<AdtDef>,
    traits: Vec<TraitDef>,
    impls: Vec<ImplDef>,
    consts: Vec<ConstDef>,
    statics: Vec<StaticDef>,
    bodies: Vec<Option<Rc<Body>>>,
    instances: Vec<Instance>,
    lang: Vec<(LangFn, FnId)>,
}

impl Tables {
    pub(crate) fn fn_def(&self, id: FnId) -> &FnDef {
        &self.fns[id.index()]
    }

    pub(crate) fn adt_def(&self, id: AdtId) -> &AdtDef {
        &self.adts[id.index()]
    }

    pub(crate) fn trait_def(&self, id: TraitId) -> &TraitDef {
        &self.traits[id.index()]
    }

    pub(crate) fn impl_def(&self, id: ImplId) -> &ImplDef {
        &self.impls[id.index()]
    }

    pub(crate) fn const_def(&self, id: ConstId) -> &ConstDef {
        &self.consts[id.index()]
    }

    pub(crate) fn static_def(&self, id: StaticId) -> &StaticDef {
        &self.statics[id.index()]
    }

    pub(crate) fn body(&self, id: FnId) -> Option<&Rc<Body>> {
        self.bodies.get(id.index())?.as_ref()
    }

    pub(crate) fn user_fns(&self) -> impl Iterator<Item = FnId> + '_ {
        self.fns.iter().enumerate().filter(|(_, f)| f.is_user).map(|(i, _)| FnId(i as u32))
    }

    pub(crate) fn instances(&self) -> &[Instance] {
        &self.instances
    }

    pub(crate) fn lang(&self, which: LangFn) -> Option<FnId> {
        self.lang.iter().find(|(l, _)| *l == which).map(|&(_, id)| id)
    }
}
