//! The HTML of embeds: what it looks like, and that a browser reads back from it what was written.

mod reader;

use expect_test::{Expect, expect};
use reader::{attribute, random_text, text_of};
use stair_embed::{Embed, End, Form, LineRange, Piece, Program, Recorded, Stream};

const PROGRAM: &str = "fn main() {\n    let a = 1 < 2 && true;\n    println!(\"{a}\");\n}\n";

fn recorded(pieces: &[(Stream, &str)], end: End) -> Recorded {
    let pieces = pieces.iter().map(|(stream, text)| Piece { stream: *stream, text: (*text).to_owned() }).collect();
    Recorded { pieces, left_out: 0, end }
}

fn check(embed: &Embed, form: Form, expected: &Expect) {
    expected.assert_eq(&embed.to_html(form).expect("can be written"));
}

#[test]
fn the_three_forms() {
    let mut embed = Embed::new(PROGRAM);
    embed.output = Some(recorded(&[(Stream::Out, "true\n")], End::Exited(0)));
    embed.options.set("step", Some("end")).expect("a step");
    embed.options.set("editable", None).expect("a switch");
    embed.options.set("title", Some("\"less\" <than>")).expect("a title");
    check(
        &embed,
        Form::Code,
        &expect![[r#"
            <pre><code class="language-rust" data-staircase data-step="end" data-editable data-title="&quot;less&quot; &lt;than&gt;">fn main() {
                let a = 1 &lt; 2 &amp;&amp; true;
                println!("{a}");
            }
            </code></pre>
            <pre class="staircase-output"><samp>true
            </samp></pre>
        "#]],
    );
    check(
        &embed,
        Form::Element,
        &expect![[r#"
            <stair-case step="end" editable title="&quot;less&quot; &lt;than&gt;">
            <pre><code class="language-rust">fn main() {
                let a = 1 &lt; 2 &amp;&amp; true;
                println!("{a}");
            }
            </code></pre>
            <pre class="staircase-output"><samp>true
            </samp></pre>
            </stair-case>
        "#]],
    );
    check(
        &embed,
        Form::Chapter,
        &expect![[
            r#"<pre><code class="language-rust noplayground" data-staircase data-step="end" data-editable data-title="&quot;less&quot; &lt;than&gt;">fn main() {&#10;    let a = 1 &lt; 2 &amp;&amp; true;&#10;    println!("{a}");&#10;}&#10;</code></pre><pre class="staircase-output"><samp>true&#10;</samp></pre>"#
        ]],
    );
}

#[test]
fn how_a_run_ended_is_said() {
    let mut embed = Embed::new("fn main() {}");
    embed.output = Some(recorded(&[], End::Exited(0)));
    check(
        &embed,
        Form::Code,
        &expect![[r#"
        <pre><code class="language-rust" data-staircase>fn main() {}</code></pre>
    "#]],
    );
    embed.output = Some(recorded(&[(Stream::Out, "a"), (Stream::Err, "<b>\n")], End::Exited(101)));
    check(
        &embed,
        Form::Code,
        &expect![[r#"
        <pre><code class="language-rust" data-staircase>fn main() {}</code></pre>
        <pre class="staircase-output"><samp>a<span class="staircase-stderr">&lt;b&gt;
        </span></samp><em class="staircase-end">exit code 101</em></pre>
    "#]],
    );
    let stopped = recorded(&[(Stream::Out, "no line break")], End::Stopped(1000));
    embed.output = Some(Recorded { left_out: 3, ..stopped });
    check(
        &embed,
        Form::Code,
        &expect![[r#"
        <pre><code class="language-rust" data-staircase>fn main() {}</code></pre>
        <pre class="staircase-output"><samp>no line break</samp>
        <em class="staircase-end">3 more bytes of output are left out; stopped after 1000 instructions</em></pre>
    "#]],
    );
}

#[test]
fn lines_are_hidden_with_and_without_a_book() {
    let mut embed = Embed::new("#![allow(unused)]\n# let it;\nfn main() {}\n");
    embed.options.hide = vec![LineRange { first: 1, last: 1 }];
    check(
        &embed,
        Form::Code,
        &expect![[r##"
        <pre><code class="language-rust" data-staircase data-hide="1"><span hidden>#![allow(unused)]
        </span># let it;
        fn main() {}
        </code></pre>
    "##]],
    );
    check(
        &embed,
        Form::Chapter,
        &expect![[
            r##"<pre><code class="language-rust noplayground" data-staircase data-hide="1"><span class="boring">#![allow(unused)]&#10;</span><span># let it;&#10;</span>fn main() {}&#10;</code></pre>"##
        ]],
    );
}

#[test]
fn a_compiled_program_is_inline_or_elsewhere() {
    let mut embed = Embed::new("fn main() {}");
    embed.program = Some(Program::Inline(vec![0, 0xfb, 0xff, 1]));
    let html = embed.to_html(Form::Element).expect("can be written");
    assert_eq!(attribute(&html, "program").as_deref(), Some("APv_AQ"));
    embed.program = Some(Program::At("programs/one.stdb".to_owned()));
    let html = embed.to_html(Form::Code).expect("can be written");
    assert_eq!(attribute(&html, "data-program").as_deref(), Some("programs/one.stdb"));
    embed.program = Some(Program::At("one".to_owned()));
    assert!(embed.to_html(Form::Code).is_err(), "what looks like inline bytes");
}

#[test]
fn what_html_has_no_form_for_is_refused() {
    assert!(Embed::new("fn main() { let _ = '\0'; }").to_html(Form::Code).is_err());
}

#[test]
fn a_browser_reads_back_what_was_written() {
    let mut embed = Embed::default();
    for seed in 0..2000 {
        embed.source = random_text(seed);
        embed.options.stdin = random_text(seed + 10_000);
        embed.options.title = Some(random_text(seed + 20_000));
        embed.options.hide = LineRange::of((1..6).filter(|line| (seed >> line) & 1 == 1));
        embed.output = Some(recorded(&[(Stream::Out, &random_text(seed + 30_000))], End::Exited(seed as i32 % 2)));
        for (form, prefix) in [(Form::Code, "data-"), (Form::Element, ""), (Form::Chapter, "data-")] {
            let html = embed.to_html(form).expect("has no NUL");
            assert_eq!(text_of(&html, "code").as_deref(), Some(embed.source.as_str()), "{html}");
            let output = embed.output.as_ref().expect("was set");
            if let Some(piece) = output.pieces.first().filter(|_| !output.is_empty()) {
                assert_eq!(text_of(&html, "samp").as_deref(), Some(piece.text.as_str()), "{html}");
            }
            let stdin = attribute(&html, &format!("{prefix}stdin")).unwrap_or_default();
            assert_eq!(stdin, embed.options.stdin, "{html}");
            assert_eq!(attribute(&html, &format!("{prefix}title")), embed.options.title, "{html}");
            assert!(form != Form::Chapter || !html.contains('\n'), "{html}");
        }
    }
}
