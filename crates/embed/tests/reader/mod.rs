//! Reads HTML as a browser does, as far as the tests need it: tags, attributes between double quotes, and character references.

#![allow(dead_code, reason = "each test uses a part of it")]

/// The text in the first element of this name, its own elements' included.
pub(crate) fn text_of(html: &str, name: &str) -> Option<String> {
    let start = html.find(&format!("<{name}"))?;
    let open = start + html[start..].find('>')? + 1;
    let inner = &html[open..open + html[open..].find(&format!("</{name}>"))?];
    let mut text = String::new();
    let mut rest = inner;
    while let Some(tag) = rest.find('<') {
        text.push_str(&rest[..tag]);
        rest = &rest[tag + rest[tag..].find('>')? + 1..];
    }
    text.push_str(rest);
    Some(decoded(&text))
}

/// The value of the first attribute of this name.
pub(crate) fn attribute(html: &str, name: &str) -> Option<String> {
    let start = html.find(&format!(" {name}=\""))? + name.len() + 3;
    Some(decoded(&html[start..start + html[start..].find('"')?]))
}

/// A text with its character references resolved and its line breaks made alike, in the order in which browsers do so.
fn decoded(html: &str) -> String {
    let mut text = html.replace("\r\n", "\n").replace('\r', "\n");
    for (entity, c) in
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#10;", "\n"), ("&#13;", "\r"), ("&amp;", "&")]
    {
        text = text.replace(entity, c);
    }
    text
}

/// A text of what is awkward in HTML and Markdown, always the same for the same seed.
pub(crate) fn random_text(seed: u64) -> String {
    const PARTS: &[&str] = &[
        "<",
        ">",
        "&",
        "\"",
        "'",
        "&lt;",
        "&#10;",
        "</code>",
        "</pre>",
        "<!--",
        "-->",
        "]]>",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\t",
        "    ",
        "# ",
        "#",
        "##",
        "\n#",
        "\n# ",
        "\n  ## ",
        "```",
        "~~~",
        "`",
        "{{#include a}}",
        "{{",
        "}}",
        "\\",
        "é",
        "→",
        "\u{a0}",
        "\u{feff}",
        "\u{2028}",
        "\u{85}",
        "\u{b}",
        "fn main() {}",
        "a",
        "1",
    ];
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut next = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    for _ in 0..8 {
        next();
    }
    let count = next() % 24;
    (0..count).map(|_| PARTS[(next() % PARTS.len() as u64) as usize]).collect()
}
