//! `staircase embed`: a program as HTML for a document, or as a block for a book.

use crate::args::{EmbedArgs, File};
use crate::report::{self, Exit, fail, written};
use stair::{Compiler, Session};
use stair_embed::{Embed, End, Form, Options, Program, script};
use std::io::Write;
use std::path::Path;

/// Print what stands for programs in a document.
pub(crate) fn embed(args: &EmbedArgs) -> Result<Exit, Exit> {
    let options = options(args)?;
    if args.files.len() > 1 && !matches!(args.program.as_str(), INLINE | NONE) {
        return Err(fail(Exit::USAGE, "one file of a compiled program cannot stand for several programs"));
    }
    let compiler = Compiler::new();
    let mut text = args.site.as_ref().map(|site| script(site) + "\n").unwrap_or_default();
    for path in &args.files {
        text += &one(path, &options, args, &compiler)?;
    }
    written(std::io::stdout().lock().write_all(text.as_bytes()))?;
    Ok(Exit::OK)
}

/// The value of `--program` for one in the HTML itself.
const INLINE: &str = "inline";
/// The value of `--program` for none.
const NONE: &str = "none";

fn one(path: &Path, options: &Options, args: &EmbedArgs, compiler: &Compiler) -> Result<String, Exit> {
    let source = report::read(&File { path: path.to_owned() })?;
    let session = Session::new(compiler, stair_live::NAME, &source, stair_live::profile(options));
    if !session.diagnostics().is_empty() {
        return Err(report::rejected(&session));
    }
    let failed = |failure| report::failed(&session, &failure);
    let mut embed = Embed { options: options.clone(), ..Embed::new(source.as_str()) };
    let refused = |error| fail(Exit::REJECTED, format!("{}: {error}", path.display()));
    if args.mdbook {
        return embed.to_markdown().map_err(refused);
    }
    if !args.no_output {
        let recorded = stair_live::record(&session, &options.stdin, args.max_steps).map_err(failed)?;
        if let End::Stopped(steps) = recorded.end {
            eprintln!("note: {} was stopped after {steps} instructions; the document will say so", path.display());
        }
        embed.output = Some(recorded);
    }
    embed.program = match args.program.as_str() {
        NONE => None,
        INLINE => Some(Program::Inline(stair_live::bundle(&session, options).map_err(failed)?)),
        file => {
            let bundle = stair_live::bundle(&session, options).map_err(failed)?;
            std::fs::write(file, bundle)
                .map_err(|error| fail(Exit::NO_INPUT, format!("cannot write {file}: {error}")))?;
            Some(Program::At(file.to_owned()))
        }
    };
    let form = if args.element { Form::Element } else { Form::Code };
    embed.to_html(form).map_err(refused)
}

/// The options as they are named on the command line.
fn options(args: &EmbedArgs) -> Result<Options, Exit> {
    let stdin = match &args.stdin {
        None => None,
        Some(path) => Some(report::read(&File { path: path.clone() })?),
    };
    let values = [
        ("pane", &args.pane),
        ("layer", &args.layer),
        ("step", &args.step),
        ("theme", &args.theme),
        ("height", &args.height),
        ("hide", &args.hide),
        ("highlight", &args.highlight),
        ("profile", &args.profile),
        ("title", &args.title),
        ("stdin", &stdin),
    ];
    let mut options = Options { editable: args.editable, autorun: args.autorun, ..Options::default() };
    for (name, value) in values {
        if let Some(value) = value {
            options.set(name, Some(value)).map_err(|error| fail(Exit::USAGE, error))?;
        }
    }
    Ok(options)
}
