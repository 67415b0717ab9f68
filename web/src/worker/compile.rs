//! The compile worker: from the program's text to diagnostics and panes.

use stair::{BEFORE_PASSES, Compiler, Failure, Session};
use stair_protocol::{
    CompileAnswer, CompileRequest, Hover, PaneContent, PaneRequest, PassStage, Profile, Program, Stage,
};

use crate::interop::{answer, now};
use crate::panes;

/// The compiler and the program that it is at.
#[derive(Default)]
pub(crate) struct Analyst {
    compiler: Compiler,
    session: Option<Session>,
}

/// Reads and checks a program.
pub(crate) fn session(compiler: &Compiler, program: &Program) -> Session {
    let profile = match program.profile {
        Profile::Debug => stair::Profile::Debug,
        Profile::Release => stair::Profile::Release,
    };
    Session::new(compiler, &program.name, &program.source, profile)
}

impl Analyst {
    pub(crate) fn serve(&mut self, request: CompileRequest) {
        match request {
            CompileRequest::Analyse { id, program, panes } => {
                let start = now();
                let session = &*self.session.insert(session(&self.compiler, &program));
                let diagnostics = session.diagnostics().iter().map(panes::diagnostic).collect();
                answer(&CompileAnswer::Diagnostics { id, diagnostics });
                for pane in panes {
                    let content = content(session, &pane);
                    answer(&CompileAnswer::Pane { id, pane, content });
                }
                answer(&CompileAnswer::Analysed { id, milliseconds: now() - start });
            }
            CompileRequest::Hover { id, offset } => {
                let found = self.session.as_ref().and_then(|session| session.hover(offset));
                let hover =
                    found.and_then(|found| Some(Hover { span: panes::user_span(found.span)?, text: found.text }));
                answer(&CompileAnswer::Hover { id, hover });
            }
            CompileRequest::Explain { id, code } => {
                let text = stair::source::Code::parse(&code).map(|code| code.explanation().to_owned());
                answer(&CompileAnswer::Explanation { id, text });
            }
            CompileRequest::Module { id } => {
                let module = self.session.as_ref().and_then(|session| session.wasm().ok());
                answer(&CompileAnswer::Module { id, bytes: module.map(|module| module.bytes.clone()) });
            }
        }
    }
}

fn content(session: &Session, pane: &PaneRequest) -> PaneContent {
    let doc = match pane.stage {
        Stage::Tokens => Ok(session.tokens_doc()),
        Stage::Ast => Ok(session.tree_doc()),
        Stage::Types if session.diagnostics().is_empty() => Ok(session.types_doc().clone()),
        Stage::Types => Err(Failure::Rejected),
        Stage::Ownership => session.ownership_doc(),
        Stage::Ir => session.ir_doc(pane.after.as_deref(), pane.library),
        Stage::Bytecode => session.bytecode_doc(pane.library),
        Stage::Wat => session.wat_doc(pane.library),
        Stage::Wasm => session.wasm_doc(pane.library),
    };
    let passes = if pane.stage == Stage::Ir { passes(session) } else { Ok(Vec::new()) };
    match doc.and_then(|doc| Ok((doc, passes?))) {
        Ok((doc, passes)) => PaneContent::Doc { doc: panes::doc(pane.stage, &doc), passes },
        Err(Failure::Rejected) => PaneContent::Unreachable,
        Err(failure) => PaneContent::Failed(failure.to_string()),
    }
}

/// The stages of the IR that can be looked at, before any pass and after each.
fn passes(session: &Session) -> Result<Vec<PassStage>, Failure> {
    let before = PassStage { name: BEFORE_PASSES.to_owned(), changed: true };
    let after = session.pass_effects()?.iter();
    let after = after.map(|&(pass, changed)| PassStage { name: pass.name.to_owned(), changed });
    Ok(std::iter::once(before).chain(after).collect())
}
