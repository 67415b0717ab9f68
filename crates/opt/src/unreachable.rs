//! Drops blocks that the entry does not reach.

use crate::edit;
use stair_ir::cfg::Cfg;
use stair_ir::function::Function;

pub(crate) fn run(func: &mut Function) -> bool {
    if func.layout.len() == 1 {
        return false;
    }
    let cfg = Cfg::compute(func);
    edit::retain_reachable(func, &cfg)
}
