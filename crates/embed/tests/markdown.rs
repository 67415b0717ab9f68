//! Embeds as fenced blocks: what they look like, and that mdBook reads back from them what was written.

mod reader;

use expect_test::{Expect, expect};
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag};
use reader::random_text;
use stair_embed::{Embed, Error, Fence, LineRange, Options, shown_and_hidden};

fn check(embed: &Embed, expected: &Expect) {
    expected.assert_eq(&embed.to_markdown().expect("can be written"));
}

/// The words behind the first fence of a document, and the lines of its block.
fn first_block(markdown: &str) -> (String, String) {
    let mut events = Parser::new(markdown);
    let info = events.find_map(|event| match event {
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => Some(info.into_string()),
        _ => None,
    });
    let text = events.map_while(|event| match event {
        Event::Text(text) => Some(text.into_string()),
        _ => None,
    });
    (info.expect("there is a block"), text.collect())
}

/// What mdBook makes of includes that have a backslash before them: `\{{#…}}` loses it.
fn without_escaped_includes(line: &str) -> String {
    match (line.find("\\{{#"), line.rfind("}}")) {
        (Some(open), Some(close)) if open < close => format!("{}{}", &line[..open], &line[open + 1..]),
        _ => line.to_owned(),
    }
}

#[test]
fn a_block_with_and_without_options() {
    let mut embed = Embed::new("fn main() {\n    # only looks hidden\n}\n\n");
    check(
        &embed,
        &expect![[r#"
        ```rust,staircase
        fn main() {
            ## only looks hidden
        }
        ```
    "#]],
    );
    embed.source = "use std::fmt;\n\n/// ```\nfn main() { \"{{#include x}}\"; }".to_owned();
    embed.options.hide = vec![LineRange { first: 1, last: 2 }];
    for (name, value) in
        [("pane", Some("ir+bytecode")), ("step", Some("12")), ("editable", None), ("stdin", Some("3\n\"4\""))]
    {
        embed.options.set(name, value).expect("an option");
    }
    check(
        &embed,
        &expect![[r#"
        ````rust {.staircase pane="ir bytecode" step=12 .editable stdin="3\n\u{22}4\u{22}"}
        # use std::fmt;
        #
        /// ```
        fn main() { "\{{#include x}}"; }
        ````
    "#]],
    );
}

#[test]
fn a_book_reads_back_what_was_written() {
    let mut written = 0;
    for seed in 0..4000 {
        let mut embed = Embed::new(random_text(seed));
        embed.options.stdin = random_text(seed + 10_000);
        embed.options.title = Some(random_text(seed + 20_000));
        embed.options.hide = LineRange::of((1..6).filter(|line| (seed >> line) & 1 == 1));
        let Ok(markdown) = embed.to_markdown() else {
            assert!(embed.source.contains(['\r']) || embed.source.contains("{{"), "{:?}", embed.source);
            continue;
        };
        written += 1;
        let (info, block) = first_block(&markdown);
        let fence = Fence::parse(&info).expect("what was written can be read");
        assert_eq!(fence.language, "rust");
        let mut options = Options::default();
        for word in fence.words.iter().filter(|word| word.name != "staircase") {
            options.set(&word.name, word.value.as_deref()).expect("an option");
        }
        assert_eq!(options.stdin, embed.options.stdin, "{markdown}");
        assert_eq!(options.title, embed.options.title, "{markdown}");
        let lines = block.strip_suffix('\n').unwrap_or(&block).split('\n').map(without_escaped_includes);
        let lines: Vec<(String, bool)> = lines.map(|line| shown_and_hidden(&line)).collect();
        let texts: Vec<&str> = lines.iter().map(|(text, _)| text.as_str()).collect();
        assert_eq!(texts.join("\n"), embed.source.trim_end_matches('\n'), "{markdown}");
        for (number, (_, hidden)) in (1..).zip(&lines) {
            assert_eq!(*hidden, embed.options.hide.iter().any(|range| range.contains(number)), "{number}: {markdown}");
        }
    }
    assert!(written > 1000, "only {written}");
}

#[test]
fn both_ways_of_writing_options_are_read() {
    let words = |info: &str| {
        let fence = Fence::parse(info).expect("can be read");
        let words = fence.words.into_iter().map(|word| (word.name, word.value.unwrap_or_default()));
        (fence.language, words.collect::<Vec<_>>())
    };
    let word = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(
        words("rust,should_panic,staircase,pane=ir+wat"),
        ("rust".to_owned(), vec![word("should_panic", ""), word("staircase", ""), word("pane", "ir+wat")])
    );
    assert_eq!(
        words(" rust {.staircase, .editable title=\"a, b} \\u{22}\\\\\\n\" step=3}"),
        (
            "rust".to_owned(),
            vec![word("staircase", ""), word("editable", ""), word("title", "a, b} \"\\\n"), word("step", "3")]
        )
    );
    assert_eq!(words(""), (String::new(), Vec::new()));
    for wrong in ["rust a=\"", "rust a=\"\\", "rust a=\"\\x\"", "rust a=\"\\u{110000}\"", "rust a=\"\\u{1"] {
        assert!(matches!(Fence::parse(wrong), Err(Error::Fence(_))), "{wrong}");
    }
}

#[test]
fn options_are_read_and_refused_in_words() {
    let mut options = Options::default();
    let pairs = [
        ("pane", "output tree"),
        ("layer", "2"),
        ("step", "panic"),
        ("theme", "dark"),
        ("height", "300"),
        ("editable", ""),
        ("hide", "1-3 9"),
        ("highlight", "3 4-5 3:5-3:12"),
        ("autorun", ""),
        ("profile", "release"),
        ("stdin", "1 2"),
        ("title", "t"),
    ];
    for (name, value) in pairs {
        assert_eq!(options.set(name, Some(value)), Ok(()), "{name}");
    }
    let written: Vec<_> = options.to_pairs().into_iter().map(|(name, v)| (name, v.unwrap_or_default())).collect();
    assert_eq!(written, pairs.map(|(name, value)| (name, value.to_owned())));
    let before = options.clone();
    let refused = [
        ("pane", "ir asm"),
        ("layer", "3"),
        ("step", "-1"),
        ("step", "+1"),
        ("theme", "blue"),
        ("height", "0"),
        ("editable", "no"),
        ("hide", "3-1"),
        ("hide", "0"),
        ("highlight", "3:5"),
        ("highlight", "3:5-2:1"),
        ("profile", "fast"),
    ];
    let mut said = String::new();
    for (name, value) in refused {
        said += &format!("{}\n", options.set(name, Some(value)).expect_err(value));
    }
    said += &format!("{}\n", options.set("colour", Some("1")).expect_err("no option"));
    said += &format!("{}\n", options.set("step", None).expect_err("no value"));
    assert_eq!(options, before, "what is refused changes nothing");
    expect![[r#"
        `pane` is "ir asm": there are output, variables, machine, tokens, tree, types, ownership, ir, bytecode, wat and wasm
        `layer` is "3": there are 1 for the source and 2 for bytecode, IR and Wasm
        `step` is "-1": a number of instructions, end or panic is expected
        `step` is "+1": a number of instructions, end or panic is expected
        `theme` is "blue": there are light, dark and auto
        `height` is "0": a number of pixels from 1 to 100000 is expected
        `editable` is "no": it is said by its name alone
        `hide` is "3-1": lines are written as 3 or 3-5, with spaces between them
        `hide` is "0": lines are written as 3 or 3-5, with spaces between them
        `highlight` is "3:5": places are written as 3, 3-5 or 3:5-3:12 (line:column), with spaces between them
        `highlight` is "3:5-2:1": places are written as 3, 3-5 or 3:5-3:12 (line:column), with spaces between them
        `profile` is "fast": there are debug and release
        there is no option `colour`
        `step` is "": a value is expected
    "#]].assert_eq(&said);
}
