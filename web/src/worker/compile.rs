//! The compile worker: from the program's text to diagnostics and panes.

use stair_protocol::{CompileAnswer, CompileRequest, PaneContent, Program, Stage};
use stair_source::{Code, FileId};
use stair_syntax::{NodeIds, lex, parse_lexed};

use crate::interop::{answer, now};
use crate::panes;

#[derive(Default)]
pub(crate) struct Compiler {
    program: Program,
}

impl Compiler {
    pub(crate) fn serve(&mut self, request: CompileRequest) {
        match request {
            CompileRequest::Analyse { id, program, panes } => {
                let start = now();
                self.program = program;
                let text = self.program.source.as_str();
                let lexed = lex(FileId::USER, text);
                let (file, diagnostics) = parse_lexed(&lexed, text, &mut NodeIds::default());
                answer(&CompileAnswer::Diagnostics { id, diagnostics: diagnostics.iter().map(panes::diagnostic).collect() });
                for pane in panes {
                    let content = match pane.stage {
                        Stage::Tokens => PaneContent::Doc { doc: panes::tokens(&lexed, text), passes: Vec::new() },
                        Stage::Ast => PaneContent::Doc { doc: panes::tree(&stair_syntax::dump(&file)), passes: Vec::new() },
                        _ => PaneContent::Unreachable,
                    };
                    answer(&CompileAnswer::Pane { id, pane, content });
                }
                answer(&CompileAnswer::Analysed { id, milliseconds: now() - start });
            }
            CompileRequest::Hover { id, .. } => answer(&CompileAnswer::Hover { id, hover: None }),
            CompileRequest::Explain { id, code } => {
                let text = Code::parse(&code).map(|code| code.explanation().to_owned());
                answer(&CompileAnswer::Explanation { id, text });
            }
            CompileRequest::Module { id } => answer(&CompileAnswer::Module { id, bytes: None }),
        }
    }
}
