//! One program on its way down the layers, each stage computed when it is first asked for.

use crate::Compiler;
use crate::failure::Failure;
use crate::hover::{Hover, hover};
use crate::view::{self, Bytecode, Doc, Ir, Types};
use stair_bytecode::compile::compile_kept;
use stair_bytecode::program as bytecode;
use stair_bytecode::verify::{Verified, verify};
use stair_ir::entities::{FuncId, InstId};
use stair_ir::function::Module;
use stair_lower::{LowerError, Lowered};
use stair_opt::{self as pipeline, Effects, PASSES, Pass, Settings};
use stair_sema::Program;
use stair_sema::ids::FnId;
use stair_source::{Diagnostic, FileId, SourceFile, SourceMap};
use stair_syntax::Lexed;
use stair_syntax::ast::File;
use stair_wasm::WasmOutput;
use std::cell::OnceCell;

/// How a program is compiled, in the sense of cargo's profiles.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Profile {
    /// Arithmetic that overflows panics, and every variable can be seen: what `cargo run` does.
    #[default]
    Debug,
    /// Arithmetic wraps, and every pass runs: what `cargo run --release` does.
    Release,
}

impl Profile {
    /// `debug` or `release`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Debug => "debug",
            Self::Release => "release",
        }
    }

    fn lower(self) -> stair_lower::Profile {
        match self {
            Self::Debug => stair_lower::Profile::Debug,
            Self::Release => stair_lower::Profile::Release,
        }
    }

    fn opt(self) -> pipeline::Profile {
        match self {
            Self::Debug => pipeline::Profile::Debug,
            Self::Release => pipeline::Profile::Release,
        }
    }
}

type Stage<T> = OnceCell<Result<T, Failure>>;

/// The IR after all passes of the profile.
struct Optimised {
    module: Module,
    /// Each pass that ran, and whether it changed anything in the user's functions.
    effects: Effects,
}

/// A program at every stage.
pub struct Session {
    profile: Profile,
    sources: SourceMap,
    lexed: Lexed,
    file: File,
    program: Program,
    diagnostics: Vec<Diagnostic>,
    compiler: Compiler,
    lowered: Stage<Lowered>,
    optimised: Stage<Optimised>,
    compiled: Stage<bytecode::Program>,
    bytecode: Stage<Verified>,
    wasm: Stage<WasmOutput>,
    types: OnceCell<Types>,
    /// With the library's functions folded, and with them open.
    ir: [Stage<Ir>; 2],
}

impl Session {
    /// Read and check a program. `name` is what diagnostics and panic messages call the file.
    #[must_use]
    pub fn new(compiler: &Compiler, name: &str, text: &str, profile: Profile) -> Self {
        let library = compiler.library();
        let sources = compiler.sources(SourceFile::new(name, text));
        let lexed = stair_syntax::lex(FileId::USER, text);
        let mut ids = library.node_ids();
        let (file, syntax_errors) = stair_syntax::parse_lexed(&lexed, text, &mut ids);
        let analysis = stair_sema::analyze(library, file.clone(), &mut ids, name, text.len() as u32);
        // What is wrong with names and types behind a syntax error may follow from it.
        let mut diagnostics = if syntax_errors.is_empty() { analysis.diagnostics } else { syntax_errors };
        // Moves make sense only where all types do.
        if diagnostics.is_empty() {
            diagnostics.extend(stair_borrowck::check_program(&analysis.program));
        }
        diagnostics.sort_by_key(|d| (d.span().file, d.span().lo, d.span().hi));
        Self {
            profile,
            sources,
            lexed,
            file,
            program: analysis.program,
            diagnostics,
            compiler: compiler.clone(),
            lowered: OnceCell::new(),
            optimised: OnceCell::new(),
            compiled: OnceCell::new(),
            bytecode: OnceCell::new(),
            wasm: OnceCell::new(),
            types: OnceCell::new(),
            ir: Default::default(),
        }
    }

    /// The same program in a profile; what is made after checking is made anew.
    #[must_use]
    pub fn in_profile(self, profile: Profile) -> Self {
        Self {
            profile,
            lowered: OnceCell::new(),
            optimised: OnceCell::new(),
            compiled: OnceCell::new(),
            bytecode: OnceCell::new(),
            wasm: OnceCell::new(),
            ir: Default::default(),
            ..self
        }
    }

    /// The profile.
    #[must_use]
    pub fn profile(&self) -> Profile {
        self.profile
    }

    /// The user's file and the library's.
    #[must_use]
    pub fn sources(&self) -> &SourceMap {
        &self.sources
    }

    /// Everything that is wrong with the program, in the order of the text. Empty: the program is accepted.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The diagnostics as text for people.
    #[must_use]
    pub fn render_diagnostics(&self, color: bool) -> String {
        stair_source::render(&self.diagnostics, &self.sources, color)
    }

    /// The tokens.
    #[must_use]
    pub fn lexed(&self) -> &Lexed {
        &self.lexed
    }

    /// The syntax tree as it was parsed, before macros are expanded.
    #[must_use]
    pub fn file(&self) -> &File {
        &self.file
    }

    /// The typed program; with errors in it where there are diagnostics.
    #[must_use]
    pub fn program(&self) -> &Program {
        &self.program
    }

    /// The type of what stands at a byte offset of the user's text.
    #[must_use]
    pub fn hover(&self, offset: u32) -> Option<Hover> {
        hover(&self.program, offset)
    }

    /// The IR as it comes from the typed tree, before any pass.
    ///
    /// # Errors
    /// If the program is rejected or exceeds a limit.
    pub fn lowered(&self) -> Result<&Module, Failure> {
        Ok(&self.lowered_with_defs()?.module)
    }

    pub(crate) fn lowered_with_defs(&self) -> Result<&Lowered, Failure> {
        let lower = || {
            if !self.diagnostics.is_empty() {
                return Err(Failure::Rejected);
            }
            let options = stair_lower::Options { profile: self.profile.lower() };
            let kept = &mut self.compiler.kept(self.profile).lowered;
            stair_lower::lower(&self.program, &self.sources, &options, kept).map_err(|error| match error {
                LowerError::Inconsistent { .. } => Failure::internal("lowering", error),
                _ => Failure::limit(error.span(), error.to_string()),
            })
        };
        self.lowered.get_or_init(lower).as_ref().map_err(Clone::clone)
    }

    /// What each function of the IR was made from.
    fn defs(&self) -> Result<&[Option<FnId>], Failure> {
        Ok(&self.lowered_with_defs()?.defs)
    }

    /// The IR after all passes of the profile.
    ///
    /// # Errors
    /// As for [`Session::lowered`].
    pub fn optimised(&self) -> Result<&Module, Failure> {
        Ok(&self.all_passes()?.module)
    }

    fn all_passes(&self) -> Result<&Optimised, Failure> {
        let optimise = || {
            let mut module = self.lowered()?.clone();
            let kept = &mut self.compiler.kept(self.profile).passes;
            let effects = pipeline::run_kept(&mut module, self.profile.opt(), kept)
                .map_err(|e| Failure::internal("the passes", e))?;
            Ok(Optimised { module, effects })
        };
        self.optimised.get_or_init(optimise).as_ref().map_err(Clone::clone)
    }

    /// The IR after the pass with this name, or after all.
    ///
    /// # Errors
    /// As for [`Session::lowered`], or if there is no such pass.
    pub fn ir_after(&self, pass: Option<&str>) -> Result<Module, Failure> {
        let mut module = self.lowered()?.clone();
        let settings = Settings { stop_after: pass, ..Settings::new(self.profile.opt()) };
        pipeline::run(&mut module, &settings, &mut |_| {}).map_err(|e| Failure::internal("the passes", e))?;
        Ok(module)
    }

    /// The list of passes.
    #[must_use]
    pub fn passes(&self) -> &'static [Pass] {
        PASSES
    }

    /// For each pass that runs in this profile its name and whether it changed anything in the user's functions.
    ///
    /// # Errors
    /// As for [`Session::lowered`].
    pub fn pass_effects(&self) -> Result<&[(&'static Pass, bool)], Failure> {
        Ok(&self.all_passes()?.effects)
    }

    /// The bytecode, which is verified when it is asked for to be run.
    fn compiled(&self) -> Result<&bytecode::Program, Failure> {
        let compile = || {
            let hash = bytecode::hash_source(&self.sources.file(FileId::USER).text);
            let module = self.optimised()?;
            let kept = &mut self.compiler.kept(self.profile).bytecode;
            compile_kept(module, hash, kept).map_err(|e| Failure::internal("the bytecode compiler", e))
        };
        self.compiled.get_or_init(compile).as_ref().map_err(Clone::clone)
    }

    /// The verified bytecode.
    ///
    /// # Errors
    /// As for [`Session::lowered`].
    pub fn bytecode(&self) -> Result<&Verified, Failure> {
        let check =
            || verify(self.compiled()?.clone()).map_err(|error| Failure::internal("the bytecode compiler", error));
        self.bytecode.get_or_init(check).as_ref().map_err(Clone::clone)
    }

    /// The Wasm module.
    ///
    /// # Errors
    /// As for [`Session::lowered`].
    pub fn wasm(&self) -> Result<&WasmOutput, Failure> {
        let compile = || {
            let module = self.optimised()?;
            let kept = &mut self.compiler.kept(self.profile).wasm;
            stair_wasm::compile_kept(module, kept).map_err(|e| Failure::internal("the Wasm compiler", e))
        };
        self.wasm.get_or_init(compile).as_ref().map_err(Clone::clone)
    }

    /// The program's text as lines.
    #[must_use]
    pub fn source_doc(&self) -> Doc {
        view::source(self.sources.file(FileId::USER))
    }

    /// The tokens as lines.
    #[must_use]
    pub fn tokens_doc(&self) -> Doc {
        view::tokens(&self.lexed, self.sources.file(FileId::USER))
    }

    /// The syntax tree as lines.
    #[must_use]
    pub fn tree_doc(&self) -> Doc {
        view::tree(&self.file)
    }

    /// The typed tree as lines.
    #[must_use]
    pub fn types_doc(&self) -> &Doc {
        &self.types().doc
    }

    fn types(&self) -> &Types {
        self.types.get_or_init(|| view::types(&self.program))
    }

    /// What becomes of the user's variables, as lines: one for each line of the functions that have some.
    ///
    /// # Errors
    /// As for [`Session::lowered`].
    pub fn ownership_doc(&self) -> Result<Doc, Failure> {
        Ok(view::ownership(&self.ownership()?, self.sources.file(FileId::USER)))
    }

    /// The IR as lines, after all passes or after the one with this name; `Some("lower")` is the IR before any pass. The
    /// library's functions are among them if `library` says so; so it is with the layers below.
    ///
    /// # Errors
    /// As for [`Session::ir_after`].
    pub fn ir_doc(&self, pass: Option<&str>, library: bool) -> Result<Doc, Failure> {
        Ok(match pass {
            None => self.ir(library)?.doc.clone(),
            Some(BEFORE_PASSES) => view::ir(self.defs()?, self.lowered()?, self.types(), library).doc,
            Some(pass) => view::ir(self.defs()?, &self.ir_after(Some(pass))?, self.types(), library).doc,
        })
    }

    fn ir(&self, library: bool) -> Result<&Ir, Failure> {
        let make = || Ok(view::ir(self.defs()?, self.optimised()?, self.types(), library));
        self.ir[usize::from(library)].get_or_init(make).as_ref().map_err(Clone::clone)
    }

    /// The bytecode as lines.
    ///
    /// # Errors
    /// As for [`Session::bytecode`].
    pub fn bytecode_doc(&self, library: bool) -> Result<Doc, Failure> {
        Ok(self.bytecode_listing(library)?.doc)
    }

    pub(crate) fn bytecode_listing(&self, library: bool) -> Result<Bytecode, Failure> {
        let ir = self.ir(library)?;
        let line = |func, inst| ir.line_of.get(&(FuncId(func), InstId(inst))).copied();
        Ok(view::bytecode(self.compiled()?, line, library))
    }

    /// The Wasm module's text form as lines.
    ///
    /// # Errors
    /// As for [`Session::wasm`].
    pub fn wat_doc(&self, library: bool) -> Result<Doc, Failure> {
        view::wat(self.wasm()?, self.optimised()?, self.ir(library)?, library)
            .map_err(|e| Failure::internal("the Wasm printer", e))
    }

    /// The Wasm module's bytes as lines.
    ///
    /// # Errors
    /// As for [`Session::wasm`].
    pub fn wasm_doc(&self, library: bool) -> Result<Doc, Failure> {
        view::bytes(self.wasm()?, self.optimised()?, self.ir(library)?, library)
            .map_err(|e| Failure::internal("the Wasm printer", e))
    }
}

/// The name under which [`Session::ir_doc`] knows the IR before any pass.
pub const BEFORE_PASSES: &str = "lower";
