//! The compile worker: from the program's text to diagnostics and panes.

use stair::compare::Form;
use stair::source::FileId;
use stair::view::Doc;
use stair::{BEFORE_PASSES, Compiler, Failure, Session};
use stair_protocol::{
    Artifact, CompareRequest, Compared, ComparedRow, CompileAnswer, CompileRequest, Hover, PaneContent, PaneRequest,
    PassStage, Profile, Program, Side, Stage,
};

use stair_web::panes::{doc as doc_of, user_span};

use crate::embed::embed;
use crate::interop::{answer, now};
use crate::{panes, reader};

/// The compiler and the program that it is at.
#[derive(Default)]
pub(crate) struct Analyst {
    compiler: Compiler,
    session: Option<Session>,
    /// The program that it is set beside: it stays the same while the other one is being typed.
    other: Option<(Program, Session)>,
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
            CompileRequest::Analyse { id, program, panes, beside } => {
                let start = now();
                let session = &*self.session.insert(session(&self.compiler, &program));
                let diagnostics = session.diagnostics().iter().map(panes::diagnostic).collect();
                answer(&CompileAnswer::Diagnostics { id, diagnostics });
                for pane in panes {
                    let content = content(session, &pane);
                    answer(&CompileAnswer::Pane { id, pane, content });
                }
                match beside {
                    None => self.other = None,
                    Some(beside) => {
                        let compared = compared(&self.compiler, session, &mut self.other, *beside);
                        answer(&CompileAnswer::Compared { id, compared });
                    }
                }
                answer(&CompileAnswer::Analysed { id, milliseconds: now() - start });
            }
            CompileRequest::Hover { id, offset } => {
                let found = self.session.as_ref().and_then(|session| session.hover(offset));
                let hover = found.and_then(|found| Some(Hover { span: user_span(found.span)?, text: found.text }));
                answer(&CompileAnswer::Hover { id, hover });
            }
            CompileRequest::Explain { id, code } => {
                let text = stair::source::Code::parse(&code).map(|code| code.explanation().to_owned());
                answer(&CompileAnswer::Explanation { id, text });
            }
            CompileRequest::File { id, artifact } => {
                let session = self.session.as_ref();
                let bytes = session.and_then(|session| file(session, artifact).ok());
                answer(&CompileAnswer::File { id, bytes });
            }
            CompileRequest::Embed { id, program, form, site, options } => {
                let text = embed(&self.compiler, &program, form, &site, &options);
                answer(&CompileAnswer::Embed { id, text });
            }
            CompileRequest::Learn { id, request } => {
                let served = reader::serve(request);
                answer(&CompileAnswer::Learn { id, answer: served });
            }
        }
    }
}

fn file(session: &Session, artifact: Artifact) -> Result<Vec<u8>, Failure> {
    Ok(match artifact {
        Artifact::Source => session.sources().file(FileId::USER).text.as_bytes().to_vec(),
        Artifact::Wasm => session.wasm()?.bytes.clone(),
        Artifact::Bytecode => stair::bytecode::file::write_file(session.bytecode()?.program()),
    })
}

fn doc(session: &Session, pane: &PaneRequest) -> Result<Doc, Failure> {
    match pane.stage {
        Stage::Tokens => Ok(session.tokens_doc()),
        Stage::Ast => Ok(session.tree_doc()),
        Stage::Types if session.diagnostics().is_empty() => Ok(session.types_doc().clone()),
        Stage::Types => Err(Failure::Rejected),
        Stage::Ownership => session.ownership_doc(),
        Stage::Ir => session.ir_doc(pane.after.as_deref(), pane.library),
        Stage::Bytecode => session.bytecode_doc(pane.library),
        Stage::Wat => session.wat_doc(pane.library),
        Stage::Wasm => session.wasm_doc(pane.library),
    }
}

fn content(session: &Session, pane: &PaneRequest) -> PaneContent {
    let passes = || if pane.stage == Stage::Ir { passes(session) } else { Ok(Vec::new()) };
    match doc(session, pane).and_then(|doc| Ok((doc, passes()?))) {
        Ok((doc, passes)) => PaneContent::Doc { doc: doc_of(pane.stage, &doc), passes },
        Err(Failure::Rejected) => PaneContent::Unreachable,
        Err(failure) => PaneContent::Failed(failure.to_string()),
    }
}

/// A program beside another one, which is read again only if it is not the one of last time.
fn compared(
    compiler: &Compiler,
    current: &Session,
    kept: &mut Option<(Program, Session)>,
    beside: CompareRequest,
) -> Compared {
    let is_kept = kept.as_ref().is_some_and(|(program, _)| *program == beside.other);
    if !is_kept {
        let read = session(compiler, &beside.other);
        *kept = Some((beside.other, read));
    }
    let Some((_, other)) = kept else { return Compared::Failed("there is no other program".to_owned()) };
    let sessions = match beside.side {
        Side::Left => [current, other],
        Side::Right => [other, current],
    };
    let form = beside.pane.as_ref().map_or(Form::Text, |pane| match pane.stage {
        Stage::Tokens | Stage::Ast | Stage::Types | Stage::Ownership => Form::Text,
        Stage::Ir => Form::Ir,
        Stage::Bytecode => Form::Bytecode,
        Stage::Wat => Form::Wat,
        Stage::Wasm => Form::Bytes,
    });
    let made = |session: &Session| match &beside.pane {
        Some(pane) => doc(session, pane),
        None => Ok(session.source_doc()),
    };
    let [left, right] = match sessions.map(made) {
        [Ok(left), Ok(right)] => [left, right],
        made => {
            let failures = made.map(Result::err);
            let other_failure = failures.iter().flatten().find(|failure| **failure != Failure::Rejected);
            return match other_failure {
                Some(failure) => Compared::Failed(failure.to_string()),
                None => Compared::Unreachable(failures.map(|failure| failure.is_some())),
            };
        }
    };
    let passes = if form == Form::Ir { both_passes(sessions) } else { Ok(Vec::new()) };
    let passes = match passes {
        Ok(passes) => passes,
        Err(failure) => return Compared::Failed(failure.to_string()),
    };
    let rows = stair::compare::compare(form, [&left, &right]).into_iter().map(|row| ComparedRow {
        lines: row.lines,
        differs: row.differs.map(|ranges| ranges.into_iter().map(|range| (range.start, range.end)).collect()),
    });
    let shown = |session: &Session, doc: &Doc| match &beside.pane {
        Some(pane) => doc_of(pane.stage, doc),
        None => panes::source(session),
    };
    let docs = [shown(sessions[0], &left), shown(sessions[1], &right)];
    Compared::Rows { docs: Box::new(docs), rows: rows.collect(), passes }
}

/// The stages of the IR of two programs, and whether a pass changed either of them.
fn both_passes(sessions: [&Session; 2]) -> Result<Vec<PassStage>, Failure> {
    let mut stages = passes(sessions[0])?;
    for (stage, other) in stages.iter_mut().zip(passes(sessions[1])?) {
        stage.changed |= other.changed;
    }
    Ok(stages)
}

/// The stages of the IR that can be looked at, before any pass and after each.
fn passes(session: &Session) -> Result<Vec<PassStage>, Failure> {
    let before = PassStage { name: BEFORE_PASSES.to_owned(), changed: true };
    let after = session.pass_effects()?.iter();
    let after = after.map(|&(pass, changed)| PassStage { name: pass.name.to_owned(), changed });
    Ok(std::iter::once(before).chain(after).collect())
}
