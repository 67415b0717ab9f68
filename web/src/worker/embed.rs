//! A program as it is put into a document, live.

use stair::{Compiler, Failure};
use stair_embed::{Embed, Form, Program as Compiled, script};
use stair_protocol::{EmbedForm, Program};

use crate::compile::session;

/// How many instructions are executed to record what a program prints: a moment, as the compile worker runs it, which cannot be ended
/// without the loss of what it keeps.
const RECORDED_STEPS: u64 = 20_000_000;

/// The text for a document; or why it cannot be had, in a sentence without its end.
pub(crate) fn embed(
    compiler: &Compiler,
    program: &Program,
    form: EmbedForm,
    site: &str,
    options: &[(String, String)],
) -> Result<String, String> {
    let session = session(compiler, program);
    let mut embed = Embed::new(program.source.as_str());
    for (name, value) in options {
        embed.options.set(name, Some(value)).map_err(|error| error.to_string())?;
    }
    let failed = |failure: Failure| match failure {
        Failure::Rejected => "it has errors".to_owned(),
        failure => failure.to_string(),
    };
    embed.program = Some(Compiled::Inline(stair_live::bundle(&session, &embed.options).map_err(failed)?));
    let text = match form {
        EmbedForm::MdBook => embed.to_markdown(),
        EmbedForm::Html => {
            let stdin = embed.options.stdin.clone();
            embed.output = Some(stair_live::record(&session, &stdin, RECORDED_STEPS).map_err(failed)?);
            embed.to_html(Form::Code).map(|html| format!("{}\n{html}", script(site)))
        }
    };
    text.map_err(|error| error.to_string())
}
