//! What a book says about its live programs: the table `[preprocessor.staircase]` of its `book.toml`.

use serde_json::{Map, Value};
use stair_embed::Options;

/// The settings of a book.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Settings {
    /// Where the site is: an address, or a folder in the finished book.
    pub(crate) site: String,
    /// Which blocks are to be live.
    pub(crate) blocks: Blocks,
    /// Where the compiled programs are.
    pub(crate) programs: Programs,
    /// Whether what programs print is recorded and shown.
    pub(crate) output: bool,
    /// Whether blocks that cannot be live say why.
    pub(crate) notes: bool,
    /// Whether each block that cannot be live is listed when the book is built.
    pub(crate) list: bool,
    /// How many instructions of a program are executed when the book is built.
    pub(crate) max_steps: u64,
    /// What holds of embeds that say nothing else.
    pub(crate) options: Options,
}

/// Which blocks are to be live.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Blocks {
    /// All that can be.
    All,
    /// Those that are marked with `staircase`.
    Marked,
}

/// Where the compiled programs of a book are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Programs {
    /// Each in a file of its own, which is fetched when the program comes into view.
    Files,
    /// In the pages.
    Inline,
    /// Nowhere: the reader's browser compiles them.
    None,
}

/// The folder of the site, where nothing else is said.
pub(crate) const DEFAULT_SITE: &str = "staircase";

/// Where the settings are.
pub(crate) const TABLE: &str = "preprocessor.staircase";

/// Keys of every preprocessor, which mdBook reads.
const MDBOOK_KEYS: [&str; 5] = ["command", "before", "after", "renderers", "optional"];

/// Keys of this preprocessor besides the options.
const KEYS: [&str; 7] = ["site", "blocks", "programs", "output", "notes", "list", "max-steps"];

/// Options of embeds that make sense for a whole book.
const OPTIONS: [&str; 8] = ["pane", "layer", "step", "theme", "height", "editable", "autorun", "profile"];

impl Default for Settings {
    fn default() -> Self {
        Self {
            site: DEFAULT_SITE.to_owned(),
            blocks: Blocks::All,
            programs: Programs::Files,
            output: true,
            notes: true,
            list: false,
            max_steps: 50_000_000,
            options: Options::default(),
        }
    }
}

impl Settings {
    /// Reads the table.
    ///
    /// # Errors
    /// If a key is not known or a value means nothing to it, in words.
    pub(crate) fn read(table: &Map<String, Value>) -> Result<Self, String> {
        let mut settings = Self::default();
        for (key, value) in table {
            let wrong = |expected: &str| Err(format!("`{key}` in [{TABLE}] is {value}: {expected}"));
            let key = key.as_str();
            match (key, value) {
                _ if MDBOOK_KEYS.contains(&key) => {}
                ("site", Value::String(site)) if !site.is_empty() => site.clone_into(&mut settings.site),
                ("site", _) => return wrong("an address or the name of a folder is expected"),
                ("blocks", Value::String(blocks)) if blocks == "all" => settings.blocks = Blocks::All,
                ("blocks", Value::String(blocks)) if blocks == "marked" => settings.blocks = Blocks::Marked,
                ("blocks", _) => return wrong("there are \"all\" and \"marked\""),
                ("programs", Value::String(programs)) => match programs.as_str() {
                    "files" => settings.programs = Programs::Files,
                    "inline" => settings.programs = Programs::Inline,
                    "none" => settings.programs = Programs::None,
                    _ => return wrong("there are \"files\", \"inline\" and \"none\""),
                },
                ("programs", _) => return wrong("there are \"files\", \"inline\" and \"none\""),
                ("output", Value::Bool(on)) => settings.output = *on,
                ("notes", Value::Bool(on)) => settings.notes = *on,
                ("list", Value::Bool(on)) => settings.list = *on,
                ("output" | "notes" | "list", _) => return wrong("true or false is expected"),
                ("max-steps", value) => match value.as_u64().filter(|steps| *steps > 0) {
                    Some(steps) => settings.max_steps = steps,
                    None => return wrong("a number of instructions is expected"),
                },
                _ if OPTIONS.contains(&key) => {
                    let text = match value {
                        Value::String(text) => text.clone(),
                        Value::Bool(_) | Value::Number(_) => value.to_string(),
                        _ => return wrong("text, a number, or true or false is expected"),
                    };
                    let set = settings.options.set(key, Some(&text));
                    set.map_err(|error| format!("in [{TABLE}]: {error}"))?;
                }
                _ => {
                    let known: Vec<&str> = KEYS.into_iter().chain(OPTIONS).collect();
                    return Err(format!("there is no key `{key}` in [{TABLE}]; there are {}", known.join(", ")));
                }
            }
        }
        Ok(settings)
    }
}

/// Whether a site is given as an address with a scheme, or from the root of the host.
pub(crate) fn is_address(site: &str) -> bool {
    site.starts_with('/') || site.split_once("://").is_some_and(|(scheme, _)| !scheme.contains('/'))
}

#[cfg(test)]
mod tests {
    use super::{Blocks, Programs, Settings};
    use expect_test::expect;
    use serde_json::{Value, json};

    fn read(table: &Value) -> Result<Settings, String> {
        Settings::read(table.as_object().expect("a table"))
    }

    #[test]
    fn every_key_is_read() {
        let table = json!({
            "command": "x", "after": ["links"], "site": "https://example.org/s/", "blocks": "marked", "programs": "inline", "output": false,
            "notes": false, "list": true, "max-steps": 1000, "pane": "ir bytecode", "layer": 2, "step": "end", "theme": "dark",
            "height": 200, "editable": true, "autorun": false, "profile": "release",
        });
        let settings = read(&table).expect("all keys are known");
        assert!(super::is_address(&settings.site) && settings.list && !settings.output && !settings.notes);
        assert_eq!((settings.blocks, settings.programs), (Blocks::Marked, Programs::Inline));
        assert_eq!(settings.max_steps, 1000);
        assert_eq!(settings.options.to_pairs().len(), 7);
        assert_eq!(read(&json!({})), Ok(Settings::default()));
    }

    #[test]
    fn what_means_nothing_is_refused() {
        let wrong = [
            json!({"pains": "ir"}),
            json!({"pane": "asm"}),
            json!({"pane": ["ir"]}),
            json!({"blocks": true}),
            json!({"programs": "elsewhere"}),
            json!({"output": "yes"}),
            json!({"max-steps": 0}),
            json!({"site": ""}),
            json!({"hide": "1"}),
        ];
        let said: Vec<String> = wrong.iter().map(|table| read(table).expect_err("is wrong")).collect();
        expect![[r#"
            there is no key `pains` in [preprocessor.staircase]; there are site, blocks, programs, output, notes, list, max-steps, pane, layer, step, theme, height, editable, autorun, profile
            in [preprocessor.staircase]: `pane` is "asm": there are output, variables, machine, tokens, tree, types, ownership, ir, bytecode, wat and wasm
            `pane` in [preprocessor.staircase] is ["ir"]: text, a number, or true or false is expected
            `blocks` in [preprocessor.staircase] is true: there are "all" and "marked"
            `programs` in [preprocessor.staircase] is "elsewhere": there are "files", "inline" and "none"
            `output` in [preprocessor.staircase] is "yes": true or false is expected
            `max-steps` in [preprocessor.staircase] is 0: a number of instructions is expected
            `site` in [preprocessor.staircase] is "": an address or the name of a folder is expected
            there is no key `hide` in [preprocessor.staircase]; there are site, blocks, programs, output, notes, list, max-steps, pane, layer, step, theme, height, editable, autorun, profile"#]].assert_eq(&said.join("\n"));
    }
}
