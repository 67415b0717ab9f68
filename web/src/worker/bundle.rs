//! The compiler that embedded programs share.

use stair::debugger::Layer;
use stair::{Compiler, Failure, Session};
use stair_protocol::{BundleAnswer, BundleRequest, Bundled, Stage};
use stair_web::recorder::layer;

use crate::compile::session;
use crate::interop::answer;
use crate::panes;

/// Compiles programs to bundles.
#[derive(Default)]
pub(crate) struct Bundler {
    compiler: Compiler,
}

impl Bundler {
    pub(crate) fn serve(&mut self, BundleRequest { id, program, panes }: BundleRequest) {
        let bundled = bundled(&session(&self.compiler, &program), &panes);
        answer(&BundleAnswer::Bundled { id, bundled });
    }
}

fn bundled(session: &Session, panes: &[Stage]) -> Bundled {
    let layers: Vec<Layer> = panes.iter().map(|&stage| layer(stage)).collect();
    match session.bundle(&layers) {
        Ok(file) => Bundled::Done(file),
        Err(Failure::Rejected) => Bundled::Rejected(session.diagnostics().iter().map(panes::diagnostic).collect()),
        Err(failure) => Bundled::Failed(failure.to_string()),
    }
}
