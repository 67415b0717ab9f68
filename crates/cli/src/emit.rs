//! `staircase emit`.

use crate::args::{EmitArgs, Stage};
use crate::report::{self, Exit, fail};
use std::io::Write;

/// Print a program at a stage.
pub(crate) fn emit(args: &EmitArgs) -> Result<Exit, Exit> {
    if args.after.is_some() && args.stage != Stage::Ir {
        return Err(fail(Exit::USAGE, "--after names a pass over the IR: use it with --stage ir"));
    }
    if let Stage::X86_64 | Stage::Aarch64 | Stage::Riscv64 | Stage::Object | Stage::Executable = args.stage {
        let message =
            "this stage is not in this version; there are tokens, ast, types, ownership, ir, bytecode, wat and wasm";
        return Err(fail(Exit::USAGE, message));
    }
    // Tokens and tree are there for a program with errors too, which are reported beside them.
    let early = matches!(args.stage, Stage::Tokens | Stage::Ast);
    let session = if early {
        report::session(&args.file, args.profile.into())?
    } else {
        report::accepted(&args.file, args.profile.into())?
    };
    let failed = |failure| report::failed(&session, &failure);
    let bytes = match args.stage {
        Stage::Tokens => session.tokens_doc().text().into_bytes(),
        Stage::Ast => session.tree_doc().text().into_bytes(),
        Stage::Types => session.types_doc().text().into_bytes(),
        Stage::Ownership => session.ownership_doc().map_err(failed)?.text().into_bytes(),
        Stage::Ir => match args.after.as_deref() {
            None => stair::ir::text::print(session.optimised().map_err(failed)?),
            Some(stair::BEFORE_PASSES) => stair::ir::text::print(session.lowered().map_err(failed)?),
            Some(pass) => {
                if stair::opt::find_pass(pass).is_none() {
                    let names: Vec<&str> = session.passes().iter().map(|pass| pass.name).collect();
                    let message = format!("no pass is called `{pass}`; there are lower, {}", names.join(", "));
                    return Err(fail(Exit::USAGE, message));
                }
                stair::ir::text::print(&session.ir_after(Some(pass)).map_err(failed)?)
            }
        }
        .into_bytes(),
        Stage::Bytecode => {
            let program = session.bytecode().map_err(failed)?.program();
            match args.output {
                Some(_) => stair::bytecode::file::write_file(program),
                None => stair::bytecode::disasm::disassemble(program).into_bytes(),
            }
        }
        Stage::Wat => session.wat_doc(true).map_err(failed)?.text().into_bytes(),
        _ => session.wasm().map_err(failed)?.bytes.clone(),
    };
    let written = match &args.output {
        Some(path) => std::fs::write(path, &bytes),
        None => std::io::stdout().lock().write_all(&bytes),
    };
    report::written(written)?;
    if early && !session.diagnostics().is_empty() {
        return Err(report::rejected(&session));
    }
    Ok(Exit::OK)
}
