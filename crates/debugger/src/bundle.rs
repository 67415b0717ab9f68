//! The file format `.stdb`: a compiled program with all that a debugger has to be told of it.
//!
//! ```text
//! "STDB"  version: u16 little-endian  body
//! ```
//!
//! The body is a raw DEFLATE stream (RFC 1951) of the fields of [`Contents`] as postcard writes them, among them a whole `.stbc`
//! file, which is verified as any other. What else is in it can make a debugger show nonsense, and nothing worse.

use crate::Debugger;
use crate::doc::Doc;
use crate::info::DebugInfo;
use crate::listing::{Bytecode, bytecode};
use crate::panes::{Layer, Pane};
use crate::variables::Variables;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use serde::{Deserialize, Serialize};
use stair_bytecode::file::{LoadError, load_file, write_file};
use stair_bytecode::program::{Function, Program, hash_source};
use stair_source::SourceFile;
use stair_vm::{Code, LinkError, OutOfMemory};
use std::borrow::Cow;
use std::fmt;
use std::rc::Rc;
use std::sync::Arc;

/// The first bytes of every file.
const MAGIC: [u8; 4] = *b"STDB";
/// The version that is written, and the only one that is read.
const VERSION: u16 = 1;
/// How many bytes the body may come to: a few bytes of DEFLATE can stand for gigabytes.
pub const MAX_BUNDLE_BYTES: usize = 32 << 20;
/// As small as it gets: a bundle is made once and fetched often.
const COMPRESSION_LEVEL: u8 = 10;

/// A compiled program with what a debugger has to be told of it, and without its compiler.
#[derive(Debug)]
pub struct Bundle {
    code: Arc<Code>,
    source: SourceFile,
    heap_counts: [Option<u64>; 3],
    panics: Vec<u32>,
    variables: Option<Rc<Variables>>,
    docs: Vec<(Layer, Doc)>,
    ir_of_bytecode: Vec<Option<u32>>,
}

/// What is in the file.
#[derive(Serialize, Deserialize)]
struct Contents {
    /// The name of the user's file, and its text.
    source: (String, String),
    /// A `.stbc` file.
    bytecode: Vec<u8>,
    heap_counts: [Option<u64>; 3],
    /// The functions that are part of what a panic does.
    panics: Vec<u32>,
    variables: Option<Variables>,
    /// Panes besides the bytecode, the library's part left out.
    docs: Vec<(Layer, Doc)>,
    /// For the lines of the bytecode those of the IR, if that is among the panes.
    ir_of_bytecode: Vec<Option<u32>>,
}

/// Why a bundle cannot be loaded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum BundleError {
    /// It does not begin with `STDB`.
    NotABundle,
    /// It was written for another version.
    Version(u16),
    /// It does not hold what it should, or more than [`MAX_BUNDLE_BYTES`].
    Damaged,
    /// The bytecode in it cannot be loaded.
    Bytecode(LoadError),
    /// The bytecode in it cannot be linked.
    Link(LinkError),
    /// It was compiled from another text.
    OtherSource,
}

impl fmt::Display for BundleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotABundle => f.write_str("not a compiled program: it does not begin with `STDB`"),
            Self::Version(found) => {
                write!(f, "the compiled program has version {found}, and this is a reader of version {VERSION}")
            }
            Self::Damaged => f.write_str("the compiled program is damaged or too large"),
            Self::Bytecode(error) => error.fmt(f),
            Self::Link(error) => error.fmt(f),
            Self::OtherSource => f.write_str("the compiled program was made from another text"),
        }
    }
}

impl std::error::Error for BundleError {}

impl Bundle {
    /// The file of a program, with the lines of these panes; `program` must be what `info` tells of.
    #[must_use]
    pub fn write(program: &Program, info: &dyn DebugInfo, layers: &[Layer]) -> Vec<u8> {
        let doc = |&layer: &Layer| Some((layer, info.doc(Pane { layer, library: false })?.into_owned()));
        let source = info.source();
        let has_ir = layers.contains(&Layer::Ir);
        let listing = info.listing(false).filter(|_| has_ir).unwrap_or_default();
        let contents = Contents {
            source: (source.name.to_string(), source.text.clone()),
            bytecode: write_file(&without_library_lines(program)),
            heap_counts: info.heap_counts(),
            panics: (0..program.funcs.len() as u32).filter(|&func| info.handles_panics(func)).collect(),
            variables: info.variables().map(|variables| (*variables).clone()),
            docs: layers.iter().filter(|layer| **layer != Layer::Bytecode).filter_map(doc).collect(),
            ir_of_bytecode: listing.doc.lines.iter().map(|line| line.from).collect(),
        };
        let mut file = MAGIC.to_vec();
        file.extend(VERSION.to_le_bytes());
        // Contents are numbers, texts and lists of them, which always have an encoding.
        let body = postcard::to_allocvec(&contents).unwrap_or_default();
        file.extend(compress_to_vec(&body, COMPRESSION_LEVEL));
        file
    }

    /// Load a file, and verify the program in it.
    ///
    /// # Errors
    /// If it is not a file of this version, or holds a program that breaks a rule.
    pub fn load(file: &[u8]) -> Result<Self, BundleError> {
        let rest = file.strip_prefix(&MAGIC).ok_or(BundleError::NotABundle)?;
        let (version, body) = rest.split_first_chunk::<2>().ok_or(BundleError::Damaged)?;
        let version = u16::from_le_bytes(*version);
        if version != VERSION {
            return Err(BundleError::Version(version));
        }
        let inflated = decompress_to_vec_with_limit(body, MAX_BUNDLE_BYTES).or_else(|error| match error.status {
            // Whatever follows the stream's end means nothing.
            TINFLStatus::Done => Ok(error.output),
            _ => Err(BundleError::Damaged),
        })?;
        let contents: Contents = postcard::from_bytes(&inflated).map_err(|_| BundleError::Damaged)?;
        let Contents { source: (name, text), bytecode, heap_counts, panics, variables, docs, ir_of_bytecode } =
            contents;
        let verified = load_file(&bytecode).map_err(BundleError::Bytecode)?;
        if verified.program().source_hash != hash_source(&text) {
            return Err(BundleError::OtherSource);
        }
        let code = Code::new(verified).map_err(BundleError::Link)?;
        let (source, variables) = (SourceFile::new(name, text), variables.map(Rc::new));
        Ok(Self { code, source, heap_counts, panics, variables, docs, ir_of_bytecode })
    }

    /// The text that it was made from.
    #[must_use]
    pub fn source(&self) -> &SourceFile {
        &self.source
    }

    /// A debugger of the program.
    ///
    /// # Errors
    /// If there is not enough memory.
    pub fn debugger(self) -> Result<Debugger, OutOfMemory> {
        let code = Arc::clone(&self.code);
        Debugger::new(&code, Box::new(self))
    }
}

/// The program without what it knows of where the library's code comes from: a third of its size, and never shown.
fn without_library_lines(program: &Program) -> Program {
    let slim = |func: &Arc<Function>| {
        if func.is_user {
            return Arc::clone(func);
        }
        let mut func = Function::clone(func);
        func.lines.clear();
        for local in &mut func.locals {
            local.span = func.span;
        }
        Arc::new(func)
    };
    Program { funcs: program.funcs.iter().map(slim).collect(), ..program.clone() }
}

impl DebugInfo for Bundle {
    fn source(&self) -> &SourceFile {
        &self.source
    }

    fn heap_counts(&self) -> [Option<u64>; 3] {
        self.heap_counts
    }

    fn handles_panics(&self, func: u32) -> bool {
        self.panics.contains(&func)
    }

    fn variables(&self) -> Option<Rc<Variables>> {
        self.variables.clone()
    }

    fn listing(&self, library: bool) -> Option<Bytecode> {
        let mut listing = bytecode(self.code.verified().program(), |_, _| None, library);
        if !library {
            for (line, &from) in listing.doc.lines.iter_mut().zip(&self.ir_of_bytecode) {
                line.from = from;
            }
        }
        Some(listing)
    }

    fn doc(&self, pane: Pane) -> Option<Cow<'_, Doc>> {
        if pane.layer == Layer::Bytecode {
            return self.listing(pane.library).map(|listing| Cow::Owned(listing.doc));
        }
        let found = self.docs.iter().find(|(layer, _)| *layer == pane.layer && !pane.library);
        found.map(|(_, doc)| Cow::Borrowed(doc))
    }
}
