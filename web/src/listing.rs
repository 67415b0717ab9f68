//! Listings in the HTML that is read: coloured, and programs among them with buttons that bring them into the editor.
//!
//! The HTML is that of `stair-exercise`, in which a listing is `<pre><code class="language-…">`, its text escaped.

use stair_protocol::{PaneDoc, Stage};

use crate::classes::class_name;

const START: &str = "<pre><code class=\"language-";
const END: &str = "</code></pre>";
const LINK: &str = "<a href=\"http";

/// The HTML with its listings coloured by `paint`, which is given a listing's language and text. The whole programs among them are
/// put into `programs`, and their buttons say by `data-listing` which one they are about.
pub fn with_listings(html: &str, programs: &mut Vec<String>, paint: &dyn Fn(&str, &str) -> Option<PaneDoc>) -> String {
    // Whoever follows a link to elsewhere wants to come back to where they were.
    let html = html.replace(LINK, "<a target=\"_blank\" rel=\"noopener noreferrer\" href=\"http");
    let mut out = String::with_capacity(2 * html.len());
    let mut rest = html.as_str();
    while let Some(start) = rest.find(START) {
        let (before, listing) = rest.split_at(start);
        out.push_str(before);
        let end = listing.find(END).map_or(listing.len(), |end| end + END.len());
        let (listing, behind) = listing.split_at(end);
        rest = behind;
        let inner = listing.strip_prefix(START).and_then(|listing| listing.strip_suffix(END));
        match inner.and_then(|inner| inner.split_once("\">")) {
            Some((language, escaped)) => push_listing(&mut out, language, &unescaped(escaped), programs, paint),
            None => out.push_str(listing),
        }
    }
    out.push_str(rest);
    out
}

/// A listing as HTML. It can be scrolled, and so can be reached from the keyboard.
pub fn push_listing(
    out: &mut String,
    language: &str,
    text: &str,
    programs: &mut Vec<String>,
    paint: &dyn Fn(&str, &str) -> Option<PaneDoc>,
) {
    let label = match language {
        "rust" => "Program",
        "" => "Listing",
        other => other,
    };
    out.push_str("<div class=\"listing\"><pre tabindex=\"0\" role=\"group\" aria-label=\"");
    escape(out, label);
    out.push_str("\">");
    match paint(language, text) {
        Some(doc) => push_doc(out, &doc),
        None => escape(out, text),
    }
    out.push_str("</pre>");
    let is_program = language == "rust" && text.contains("fn main(");
    if is_program {
        let index = programs.len();
        for (does, name) in [("open", "Open in the editor"), ("run", "Run"), ("step", "Step")] {
            out.push_str(&format!(
                "<button type=\"button\" class=\"secondary small\" data-listing=\"{index}\" data-does=\"{does}\">{name}</button>"
            ));
        }
        programs.push(text.to_owned());
    }
    out.push_str("</div>");
}

fn push_doc(out: &mut String, doc: &PaneDoc) {
    for index in 0..doc.len() {
        let Some(line) = doc.line(index) else { break };
        for segment in line.segments() {
            out.push_str("<span class=\"");
            out.push_str(class_name(segment.class));
            out.push_str("\">");
            escape(out, segment.text);
            out.push_str("</span>");
        }
        out.push('\n');
    }
}

/// The stage whose lines a listing of this language has.
pub fn stage_of(language: &str) -> Option<Stage> {
    match language {
        "tree" => Some(Stage::Ast),
        "lowered" => Some(Stage::Ir),
        name => Stage::ALL.into_iter().find(|stage| stage.name() == name),
    }
}

/// Adds a text so that HTML shows it as it is, also within quotes.
pub fn escape(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
}

fn unescaped(html: &str) -> String {
    html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;
    use stair_protocol::{Class, PaneBuilder};

    fn plain(_: &str, _: &str) -> Option<PaneDoc> {
        None
    }

    #[test]
    fn programs_get_buttons_and_other_listings_none() {
        let html = "<p>a</p><ul><li><pre><code class=\"language-rust\">fn main() { 1 &lt; 2 &amp;&amp; true; }\n</code></pre></li></ul><pre><code class=\"language-bytecode\">0 X</code></pre><p>b</p>";
        let mut programs = Vec::new();
        let shown = with_listings(html, &mut programs, &plain);
        assert_eq!(programs, ["fn main() { 1 < 2 && true; }\n"]);
        assert!(shown.starts_with("<p>a</p><ul><li><div class=\"listing\">"), "{shown}");
        assert!(shown.contains("1 &lt; 2 &amp;&amp; true"), "{shown}");
        assert_eq!(shown.matches("data-listing=\"0\"").count(), 3);
        assert!(shown.ends_with("0 X</pre></div><p>b</p>"), "{shown}");
    }

    #[test]
    fn what_is_painted_stays_text() {
        let paint = |_: &str, text: &str| {
            let mut doc = PaneBuilder::new();
            doc.push(Class::Text, text.trim_end()).end_line(0, None);
            Some(doc.finish())
        };
        let html = "<pre><code class=\"language-rust\">&lt;img src=x onerror=alert(1)&gt;</code></pre>";
        let shown = with_listings(html, &mut Vec::new(), &paint);
        assert!(shown.contains("<span class=\"t-text\">&lt;img src=x onerror=alert(1)&gt;</span>"), "{shown}");
    }

    #[test]
    fn odd_html_is_kept() {
        for html in
            ["", "<pre><code class=\"language-", "<pre><code class=\"language-x\">", "<pre><code>x</code></pre>"]
        {
            assert_eq!(with_listings(html, &mut Vec::new(), &plain), html);
        }
    }
}
