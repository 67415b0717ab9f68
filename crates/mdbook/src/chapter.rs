//! The text of a chapter: which blocks of Rust it has, and how they are replaced.

use mdbook_markdown::pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};
use mdbook_markdown::{MarkdownOptions, new_cmark_parser};
use std::ops::Range;

/// A fenced block.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Block {
    /// The words behind the fence.
    pub(crate) info: String,
    /// What is between the fences, as Markdown reads it.
    pub(crate) text: String,
    /// Where all of it stands in the chapter.
    pub(crate) range: Range<usize>,
}

/// The fenced blocks of a chapter, in order, as mdBook will find them.
pub(crate) fn blocks(content: &str, options: &MarkdownOptions) -> Vec<Block> {
    let mut found = Vec::new();
    let mut open: Option<Block> = None;
    for (event, range) in new_cmark_parser(content, options).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                open = Some(Block { info: info.into_string(), text: String::new(), range });
            }
            Event::Text(text) => {
                if let Some(block) = &mut open {
                    block.text.push_str(&text);
                }
            }
            Event::End(TagEnd::CodeBlock) => found.extend(open.take()),
            _ => {}
        }
    }
    found
}

/// What becomes of a block.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Change {
    /// HTML on one line stands in its place.
    Replace(String),
    /// HTML on one line stands behind it.
    Append(String),
}

/// The chapter with its blocks changed; they are in order.
pub(crate) fn changed(content: &str, changes: &[(Range<usize>, Change)]) -> String {
    let mut text = String::with_capacity(content.len());
    let mut done = 0;
    for (range, change) in changes {
        let block = &content[range.clone()];
        let end = range.start + block.trim_end_matches(['\n', '\r']).len();
        match change {
            Change::Replace(html) => {
                text.push_str(&content[done..range.start]);
                text.push_str(html);
                done = end;
            }
            Change::Append(html) if is_closed(&content[range.start..end]) => {
                text.push_str(&content[done..end]);
                text.push('\n');
                text.push_str(&continuation(content, range.start));
                text.push_str(html);
                done = end;
            }
            // Behind a fence that is never closed is no place for anything.
            Change::Append(_) => {}
        }
    }
    text + &content[done..]
}

/// Whether the last line of a block closes its fence.
fn is_closed(block: &str) -> bool {
    let fence = block.chars().next().filter(|c| matches!(c, '`' | '~'));
    let Some((first, last)) =
        block.split_once('\n').zip(block.rsplit_once('\n')).map(|((first, _), (_, last))| (first, last))
    else {
        return false;
    };
    let length = |line: &str| line.chars().take_while(|c| Some(*c) == fence).count();
    // In a quotation, the signs of the quotation stand before the fence.
    let last = last.trim_start_matches([' ', '\t', '>']).trim_end();
    fence.is_some() && length(last) >= length(first) && length(last) == last.chars().count()
}

/// What a line must begin with to stand in the same list items and quotations as what begins at an offset.
fn continuation(content: &str, offset: usize) -> String {
    let line = content[..offset].rfind('\n').map_or(0, |end| end + 1);
    content[line..offset].chars().map(|c| if matches!(c, '>' | '\t') { c } else { ' ' }).collect()
}

/// The number of the line, counted from 1, in which something stands.
pub(crate) fn line_at(content: &str, offset: usize) -> usize {
    content[..offset].matches('\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::{Change, blocks, changed};
    use expect_test::{Expect, expect};
    use mdbook_markdown::{MarkdownOptions, new_cmark_parser};

    fn html(markdown: &str) -> String {
        let mut html = String::new();
        pulldown_cmark::html::push_html(&mut html, new_cmark_parser(markdown, &MarkdownOptions::default()));
        html
    }

    /// Change every block, and look at what Markdown makes of it.
    fn check(content: &str, change: &Change, expected: &Expect) {
        let blocks = blocks(content, &MarkdownOptions::default());
        let changes: Vec<_> = blocks.into_iter().map(|block| (block.range, change.clone())).collect();
        let markdown = changed(content, &changes);
        expected.assert_eq(&format!("{markdown}\n=====\n{}", html(&markdown)));
    }

    const PLACES: &str = "Text\n```rust\na\n\nb\n```\nmore\n\n- item\n- ```rust,x\n  c\n  ```\n- last\n\n1. > ~~~~ rust\n   > d\n   > \
                          ~~~~\n   > quoted\n\n[^1]: ```rust\n    e\n    ```\n\n[^1]\n";

    #[test]
    fn a_block_is_replaced_wherever_it_stands() {
        check(
            PLACES,
            &Change::Replace("<pre>LIVE</pre>".to_owned()),
            &expect![[r##"
            Text
            <pre>LIVE</pre>
            more

            - item
            - <pre>LIVE</pre>
            - last

            1. > <pre>LIVE</pre>
               > quoted

            [^1]: <pre>LIVE</pre>

            [^1]

            =====
            <p>Text</p>
            <pre>LIVE</pre>
            <p>more</p>
            <ul>
            <li>item</li>
            <li><pre>LIVE</pre>
            </li>
            <li>last</li>
            </ul>
            <ol>
            <li>
            <blockquote>
            <pre>LIVE</pre>
            <p>quoted</p>
            </blockquote>
            </li>
            </ol>
            <div class="footnote-definition" id="1"><sup class="footnote-definition-label">1</sup><pre>LIVE</pre>
            </div>
            <p><sup class="footnote-reference"><a href="#1">1</a></sup></p>
        "##]],
        );
    }

    #[test]
    fn a_note_stands_behind_a_block_wherever_it_stands() {
        check(
            PLACES,
            &Change::Append("<!-- --><p>NOTE</p>".to_owned()),
            &expect![[r##"
            Text
            ```rust
            a

            b
            ```
            <!-- --><p>NOTE</p>
            more

            - item
            - ```rust,x
              c
              ```
              <!-- --><p>NOTE</p>
            - last

            1. > ~~~~ rust
               > d
               > ~~~~
               > <!-- --><p>NOTE</p>
               > quoted

            [^1]: ```rust
                e
                ```
                  <!-- --><p>NOTE</p>

            [^1]

            =====
            <p>Text</p>
            <pre><code class="language-rust">a

            b
            </code></pre>
            <!-- --><p>NOTE</p>
            <p>more</p>
            <ul>
            <li>item</li>
            <li>
            <pre><code class="language-rust,x">c
            </code></pre>
            <!-- --><p>NOTE</p>
            </li>
            <li>last</li>
            </ul>
            <ol>
            <li>
            <blockquote>
            <pre><code class="language-rust">d
            </code></pre>
            <!-- --><p>NOTE</p>
            <p>quoted</p>
            </blockquote>
            </li>
            </ol>
            <div class="footnote-definition" id="1"><sup class="footnote-definition-label">1</sup>
            <pre><code class="language-rust">e
            </code></pre>
              <!-- --><p>NOTE</p>
            </div>
            <p><sup class="footnote-reference"><a href="#1">1</a></sup></p>
        "##]],
        );
    }

    #[test]
    fn a_fence_that_is_never_closed() {
        check(
            "> ```rust\n> a\n\nText",
            &Change::Append("<!-- --><p>NOTE</p>".to_owned()),
            &expect![[r#"
            > ```rust
            > a

            Text
            =====
            <blockquote>
            <pre><code class="language-rust">a
            </code></pre>
            </blockquote>
            <p>Text</p>
        "#]],
        );
        check(
            "> ```rust\n> a\n\nText",
            &Change::Replace("<pre>LIVE</pre>".to_owned()),
            &expect![[r#"
            > <pre>LIVE</pre>

            Text
            =====
            <blockquote>
            <pre>LIVE</pre>
            </blockquote>
            <p>Text</p>
        "#]],
        );
        check(
            "```rust",
            &Change::Append("<!-- --><p>NOTE</p>".to_owned()),
            &expect![[r#"
            ```rust
            =====
            <pre><code class="language-rust"></code></pre>
        "#]],
        );
        check(
            "```rust\n``",
            &Change::Replace("<pre>LIVE</pre>".to_owned()),
            &expect![[r#"
            <pre>LIVE</pre>
            =====
            <pre>LIVE</pre>"#]],
        );
    }
}
