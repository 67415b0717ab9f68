//! The façade: a session that turns a program into every stage as plain data, and runs it on every engine.
//!
//! ```
//! use stair::{Compiler, Outcome, Profile, RunLimits, Session};
//! use stair::host::MemoryHost;
//!
//! let compiler = Compiler::new();
//! let session = Session::new(&compiler, "main.rs", "fn main() { println!(\"{}\", 6 * 7); }", Profile::Debug);
//! assert!(session.diagnostics().is_empty());
//! let mut host = MemoryHost::default();
//! let outcome = session.vm_runner()?.run(&mut host, RunLimits::default())?;
//! assert_eq!(outcome, Outcome::Exited(0));
//! assert_eq!(host.stdout, b"42\n");
//! # Ok::<(), stair::Failure>(())
//! ```

pub mod compare;
mod debug_info;
mod engine;
mod failure;
mod hover;
mod kept;
pub mod picture;
mod session;
mod size;
pub mod view;

pub use engine::{Counted, Outcome, RunLimits, TreeRunner, VmRunner};
pub use failure::Failure;
pub use hover::Hover;
pub use session::{BEFORE_PASSES, Profile, Session};
pub use size::{Share, Size};

pub use stair_bytecode as bytecode;
pub use stair_debugger as debugger;
pub use stair_history as history;
pub use stair_host as host;
pub use stair_inspect as inspect;
pub use stair_inspect::HeapLeft;
pub use stair_ir as ir;
pub use stair_opt as opt;
pub use stair_sema as sema;
pub use stair_source as source;
pub use stair_syntax as syntax;
pub use stair_vm as vm;
pub use stair_wasm as wasm;

use kept::Kept;
use stair_source::{SourceFile, SourceMap};
use std::cell::{RefCell, RefMut};
use std::rc::Rc;

/// The compiler: the library, parsed once and shared by all sessions, and what one session keeps for the next.
#[derive(Clone)]
pub struct Compiler {
    library: Rc<stair_sema::Library>,
    library_files: Rc<[Rc<SourceFile>]>,
    kept: Rc<[RefCell<Kept>; 2]>,
}

impl Compiler {
    /// Parse the library.
    #[must_use]
    pub fn new() -> Self {
        let files = stair_sema::library::FILES.iter();
        Self {
            library: Rc::new(stair_sema::Library::new()),
            library_files: files.map(|f| Rc::new(SourceFile::new(format!("library/{}", f.path), f.text))).collect(),
            kept: Rc::default(),
        }
    }

    /// The files of a compilation: the program's, and behind it the library's.
    pub(crate) fn sources(&self, file: SourceFile) -> SourceMap {
        let mut sources = SourceMap::default();
        sources.add(file);
        for file in &*self.library_files {
            sources.add(Rc::clone(file));
        }
        sources
    }

    pub(crate) fn kept(&self, profile: Profile) -> RefMut<'_, Kept> {
        self.kept[profile as usize].borrow_mut()
    }

    pub(crate) fn library(&self) -> &stair_sema::Library {
        &self.library
    }
}

impl Default for Compiler {
    fn default() -> Self {
        Self::new()
    }
}
