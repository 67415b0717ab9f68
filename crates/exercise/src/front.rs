//! Front matter: from TOML to what it says.

use crate::exercise::{Ask, Check, Construct, Engine, Limit, Measure, Moment, Named, Question, Run};
use crate::fields::Fields;
use crate::{DEFAULT_MAX_STEPS, MAX_PARTS, MAX_STEPS, moment, operation, syntax};
use stair::Profile;

const PROFILES: [(&str, Profile); 2] = [("debug", Profile::Debug), ("release", Profile::Release)];
const ENGINES: [(&str, Engine); 2] = [("vm", Engine::Vm), ("tree", Engine::Tree)];

/// What front matter says.
#[derive(Default)]
pub(crate) struct Front {
    pub(crate) id: Option<Named>,
    pub(crate) title: String,
    pub(crate) profile: Profile,
    pub(crate) engine: Engine,
    pub(crate) max_steps: u64,
    pub(crate) starter_fails: bool,
    pub(crate) starter_passes: bool,
    pub(crate) runs: Vec<Run>,
    pub(crate) checks: Vec<Check>,
    pub(crate) questions: Vec<Question>,
}

/// Read an exercise's front matter.
pub(crate) fn front(fields: &mut Fields<'_>) -> Front {
    let title = fields.required("title").map(|title| title.text).unwrap_or_default();
    let id = fields.words("id");
    if let Some(id) = id.as_ref().filter(|id| !is_id(&id.text)) {
        fields.problem(&id.at, "an `id` is made of letters, digits and hyphens");
    }
    let profile = fields.choice("profile", &PROFILES).unwrap_or_default();
    let engine = fields.choice("engine", &ENGINES).unwrap_or_default();
    let max_steps = fields.number("max_steps").unwrap_or(DEFAULT_MAX_STEPS);
    if max_steps > MAX_STEPS {
        let at = fields.place("max_steps");
        fields.problem(&at, format!("`max_steps` is at most {MAX_STEPS}"));
    }
    let starter_fails = fields.flag("starter_fails");
    let starter_passes = fields.flag("starter_passes");
    Front {
        id,
        title,
        profile,
        engine,
        max_steps: max_steps.min(MAX_STEPS),
        starter_fails,
        starter_passes,
        runs: fields.tables("run", "a run", MAX_PARTS, run),
        checks: fields.tables("check", "a check", MAX_PARTS, |fields| check(fields, profile)),
        questions: fields.tables("question", "a question", MAX_PARTS, |fields| question(fields, profile)),
    }
}

/// Whether a word can be an id.
pub(crate) fn is_id(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

fn run(fields: &mut Fields<'_>) -> Option<Run> {
    let name = fields.required("name");
    let run = Run {
        name: name.clone().unwrap_or_default(),
        stdin: fields.text("stdin").map(|text| text.text).unwrap_or_default(),
        stdout: fields.text("stdout").map(|text| text.text),
        stderr: fields.text("stderr").map(|text| text.text),
        exit: fields.exit_code("exit"),
        panic: fields.text("panic").map(|text| text.text),
    };
    let asks = run.stdout.is_some() || run.stderr.is_some() || run.exit.is_some() || run.panic.is_some();
    if !asks {
        let at = fields.at.clone();
        let help = "give `stdout`, `stderr`, `exit` or `panic`";
        fields.problem_with_help(&at, "this run asks for nothing", help);
    }
    if run.panic.is_some() && (run.exit.is_some() || run.stderr.is_some()) {
        let at = fields.place("panic");
        fields.problem(&at, "a run with `panic` has neither `exit` nor `stderr`: a panic decides both");
    }
    name.map(|_| run)
}

/// The kinds of check.
#[derive(Clone, Copy)]
enum Kind {
    Bytecode,
    Executed,
    Allocations,
    Ir,
    BoundsChecks,
    Panics,
    Uses,
    Avoids,
    Wasm,
    SizeOf,
}

const KINDS: [(&str, Kind); 10] = [
    ("bytecode", Kind::Bytecode),
    ("executed", Kind::Executed),
    ("allocations", Kind::Allocations),
    ("ir", Kind::Ir),
    ("bounds-checks", Kind::BoundsChecks),
    ("panics", Kind::Panics),
    ("uses", Kind::Uses),
    ("avoids", Kind::Avoids),
    ("wasm", Kind::Wasm),
    ("size-of", Kind::SizeOf),
];

fn check(fields: &mut Fields<'_>, profile: Profile) -> Option<Check> {
    let at = fields.at.clone();
    let say = fields.words("say").map(|say| say.text).unwrap_or_default();
    let kind = kind(fields, &KINDS)?;
    let text = |named: Named| named.text;
    let measure = match kind {
        Kind::Bytecode => {
            let function = fields.required("function").map(text);
            let limit = limit(fields);
            Some(Measure::Bytecode(function?, limit?))
        }
        Kind::Executed => {
            let function = fields.words("function").map(text);
            limit(fields).map(|limit| Measure::Executed(function, limit))
        }
        Kind::Allocations => limit(fields).map(Measure::Allocations),
        Kind::Ir => ir(fields),
        Kind::BoundsChecks => {
            let function = fields.required("function").map(text);
            let in_loops = fields.flag("in_loops");
            let limit = limit(fields);
            Some(Measure::BoundsChecks(function?, in_loops, limit?))
        }
        Kind::Panics => {
            let function = fields.required("function").map(text);
            let limit = limit(fields);
            Some(Measure::Panics(function?, limit?))
        }
        Kind::Uses | Kind::Avoids => {
            let function = fields.words("function").map(text);
            let wanted = matches!(kind, Kind::Uses);
            construct(fields).map(|construct| Measure::Syntax { function, construct, wanted })
        }
        Kind::Wasm => {
            let function = fields.words("function").map(text);
            limit(fields).map(|limit| Measure::Wasm(function, limit))
        }
        Kind::SizeOf => {
            let ty = fields.required("type").map(text);
            let limit = limit(fields);
            Some(Measure::SizeOf(ty?, limit?))
        }
    };
    // What stands in the text, what a type takes and what is allocated is the same in both profiles; bounds checks are looked for
    // where the library is inlined.
    let has_profile =
        !matches!(kind, Kind::Uses | Kind::Avoids | Kind::SizeOf | Kind::Allocations | Kind::BoundsChecks);
    let profile = match has_profile {
        true => fields.choice("profile", &PROFILES).unwrap_or(profile),
        false => Profile::Debug,
    };
    let has_program = !matches!(kind, Kind::Uses | Kind::Avoids | Kind::SizeOf);
    let test = if has_program { fields.words("test") } else { None };
    let runs = matches!(kind, Kind::Executed | Kind::Allocations);
    let stdin = if runs { fields.text("stdin").map(text).unwrap_or_default() } else { String::new() };
    Some(Check { say, measure: measure?, profile, test, stdin, at })
}

/// The value of `kind`. Where it is not known which other keys there are, nothing is said of them.
fn kind<T: Copy>(fields: &mut Fields<'_>, all: &[(&str, T)]) -> Option<T> {
    let is_there = fields.has("kind") || fields.required("kind").is_some();
    let kind = if is_there { fields.choice("kind", all) } else { None };
    if kind.is_none() {
        fields.forgive();
    }
    kind
}

fn limit(fields: &mut Fields<'_>) -> Option<Limit> {
    let (at_least, at_most) = (fields.number("at_least"), fields.number("at_most"));
    let exactly = fields.number("exactly");
    let at = fields.at.clone();
    let limit = match (at_least, at_most, exactly) {
        (None, None, Some(exactly)) => Limit { at_least: Some(exactly), at_most: Some(exactly) },
        (_, _, Some(_)) => {
            fields.problem(&at, "`exactly` leaves no room for `at_least` and `at_most`");
            return None;
        }
        (None, None, None) => {
            let is_wrong = ["at_least", "at_most", "exactly"].iter().any(|key| fields.has(key));
            if !is_wrong {
                fields.problem(&at, "this check needs `at_most`, `at_least` or `exactly`");
            }
            return None;
        }
        (at_least, at_most, None) => Limit { at_least, at_most },
    };
    if limit.at_least > limit.at_most && limit.at_most.is_some() {
        fields.problem(&at, "no number is at least `at_least` and at most `at_most`");
        return None;
    }
    Some(limit)
}

fn ir(fields: &mut Fields<'_>) -> Option<Measure> {
    let function = fields.required("function").map(|name| name.text);
    let (has, lacks) = (fields.words("has"), fields.words("lacks"));
    let (operation, wanted) = match (has, lacks) {
        (Some(operation), None) => (operation, true),
        (None, Some(operation)) => (operation, false),
        _ => {
            let at = fields.at.clone();
            fields.problem(&at, "a check of the IR has either `has` or `lacks`");
            return None;
        }
    };
    if !operation::is_known(&operation.text) {
        let message = format!("the IR has no operation `{}`", operation.text);
        fields.problem_with_help(
            &operation.at,
            message,
            "the pane IR shows how operations are spelt, as `mul` or `load`",
        );
        return None;
    }
    Some(Measure::Ir { function: function?, operation: operation.text, wanted })
}

fn construct(fields: &mut Fields<'_>) -> Option<Construct> {
    let at = fields.at.clone();
    let keyword = fields.words("construct");
    let others = [
        ("method", Construct::Method as fn(String) -> Construct),
        ("macro", Construct::Macro),
        ("path", Construct::Path),
    ];
    let mut found = Vec::new();
    for (key, make) in others {
        if let Some(name) = fields.words(key) {
            found.push(make(name.text));
        }
    }
    if let Some(word) = keyword {
        match syntax::KEYWORDS.iter().find(|known| **known == word.text) {
            Some(known) => found.push(Construct::Keyword(known)),
            None => {
                let message = format!("there is no construct `{}`", word.text);
                let help = format!("there are {}", crate::fields::list(&syntax::KEYWORDS));
                fields.problem_with_help(&word.at, message, help);
                return None;
            }
        }
    }
    if found.len() != 1 {
        fields.problem(&at, "this check has one of `construct`, `method`, `macro` and `path`");
        return None;
    }
    found.pop()
}

/// The kinds of question.
#[derive(Clone, Copy)]
enum About {
    StackTop,
    Value,
    Printed,
    Line,
    NextLine,
    NextOperation,
    Times,
    Instructions,
    SizeOf,
    Accepted,
    Code,
    Ends,
}

const ABOUT: [(&str, About); 12] = [
    ("stack-top", About::StackTop),
    ("value", About::Value),
    ("printed", About::Printed),
    ("line", About::Line),
    ("next-line", About::NextLine),
    ("next-operation", About::NextOperation),
    ("times", About::Times),
    ("instructions", About::Instructions),
    ("size-of", About::SizeOf),
    ("accepted", About::Accepted),
    ("code", About::Code),
    ("ends", About::Ends),
];

fn question(fields: &mut Fields<'_>, profile: Profile) -> Option<Question> {
    let at = fields.at.clone();
    let id = fields.required("id");
    if let Some(id) = id.as_ref().filter(|id| !is_id(&id.text)) {
        fields.problem(&id.at, "an `id` is made of letters, digits and hyphens");
    }
    let text = fields.required("ask");
    let about = kind(fields, &ABOUT)?;
    let ask = match about {
        About::StackTop => moment(fields, None).map(Ask::StackTop),
        About::Value => {
            let value = fields.required("value");
            let moment = moment(fields, None);
            Some(Ask::Value(value?.text, moment?))
        }
        About::Printed => moment(fields, Some(Moment::End)).map(Ask::Printed),
        About::Line => moment(fields, None).map(Ask::Line),
        About::NextLine => moment(fields, None).map(Ask::NextLine),
        About::NextOperation => moment(fields, None).map(Ask::NextOperation),
        About::Times => {
            let line = fields.number("line").and_then(|line| u32::try_from(line).ok());
            if line.is_none() {
                fields.problem(&at, "this question needs `line`, a line's number");
            }
            line.map(Ask::Times)
        }
        About::Instructions => fields.required("function").map(|name| Ask::Instructions(name.text)),
        About::SizeOf => fields.required("type").map(|ty| Ask::SizeOf(ty.text)),
        About::Accepted => Some(Ask::Accepted),
        About::Code => Some(Ask::Code),
        About::Ends => Some(Ask::Ends),
    };
    let program = fields.words("program").unwrap_or_default();
    let profile = fields.choice("profile", &PROFILES).unwrap_or(profile);
    let stdin = fields.text("stdin").map(|text| text.text).unwrap_or_default();
    let choices = fields.texts("choices");
    if fields.has("choices") && choices.len() < 2 {
        let at = fields.place("choices");
        fields.problem(&at, "there are fewer than two `choices`");
    }
    let expect = fields.plain("expect");
    let explain = fields.words("explain").map(|text| text.text).unwrap_or_default();
    Some(Question { id: id?, text: text?.text, program, profile, stdin, ask: ask?, choices, expect, explain, at })
}

/// The moment under `at`, with `nth`.
fn moment(fields: &mut Fields<'_>, default: Option<Moment>) -> Option<Moment> {
    let nth = fields.number("nth");
    if nth == Some(0) {
        let at = fields.place("nth");
        fields.problem(&at, "`nth` counts from 1");
    }
    let at = match default {
        Some(_) => fields.words("at"),
        None => fields.required("at"),
    };
    let Some(words) = at else { return default };
    let parsed = moment::parse(&words.text, nth.unwrap_or(1).max(1));
    if parsed.is_none() {
        let help = "a moment is `line 5`, `step 12`, `before 3 of f`, `after 3 of f` or `end`";
        fields.problem_with_help(&words.at, format!("`{}` is no moment", words.text), help);
    }
    parsed
}
