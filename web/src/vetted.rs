//! HTML from a workshop's file, of which only what the exporter makes is left as HTML; everything else becomes text.
//!
//! The exporter makes HTML from Markdown, and that has few forms. A tag that is not literally one of them is shown as the text that it is,
//! so there is nothing here that a browser could read in another way: no scripts, no styles, no comments, no other elements or attributes.

/// Elements that have no attributes.
const PLAIN: [&str; 22] = [
    "p",
    "em",
    "strong",
    "del",
    "blockquote",
    "ul",
    "ol",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "code",
    "pre",
];
/// Tags that stand for themselves, and what they become.
const WHOLE: [(&str, &str); 5] = [
    ("<br />", "<br>"),
    ("<hr />", "<hr>"),
    ("</a>", "</a>"),
    ("<input disabled=\"\" type=\"checkbox\"/>", "☐ "),
    ("<input disabled=\"\" type=\"checkbox\" checked=\"\"/>", "☑ "),
];

/// The HTML without anything that could do harm.
pub fn vetted(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let (before, tag) = rest.split_at(start);
        out.push_str(before);
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        let (tag, behind) = tag.split_at(end);
        match known(tag) {
            Some(written) => {
                out.push_str(&written);
                rest = behind;
            }
            None => {
                out.push_str("&lt;");
                rest = rest.get(start + 1..).unwrap_or("");
            }
        }
    }
    out.push_str(rest);
    out
}

/// A tag as it is written, if it is one that the exporter makes.
fn known(tag: &str) -> Option<String> {
    if let Some((_, written)) = WHOLE.iter().find(|(whole, _)| *whole == tag) {
        return Some((*written).to_owned());
    }
    let inner = tag.strip_prefix('<')?.strip_suffix('>')?;
    if PLAIN.contains(&inner.strip_prefix('/').unwrap_or(inner)) {
        return Some(tag.to_owned());
    }
    // A table's cells may be aligned in other ways, which is left out.
    if let Some((cell @ ("th" | "td"), _)) = inner.split_once(" style=\"text-align: ") {
        let (_, rest) = attribute(inner, &format!("{cell} style=\""))?;
        return rest.is_empty().then(|| format!("<{cell}>"));
    }
    if let Some((language, "")) = attribute(inner, "code class=\"language-") {
        let language: String = language.chars().filter(char::is_ascii_alphanumeric).collect();
        return Some(format!("<code class=\"language-{language}\">"));
    }
    if let Some((start, "")) = attribute(inner, "ol start=\"") {
        return start.bytes().all(|byte| byte.is_ascii_digit()).then(|| tag.to_owned());
    }
    if let Some((href, rest)) = attribute(inner, "a href=\"") {
        let is_title = rest.is_empty() || attribute(rest, " title=\"")?.1.is_empty();
        return (is_title && is_harmless(href)).then(|| tag.to_owned());
    }
    if let Some((src, rest)) = attribute(inner, "img src=\"") {
        let (_, rest) = attribute(rest, " alt=\"")?;
        let is_title = rest == " /" || attribute(rest, " title=\"")?.1 == " /";
        return (is_title && is_harmless(src)).then(|| tag.to_owned());
    }
    None
}

/// The value of an attribute that the text begins with, and what follows its closing quote.
fn attribute<'a>(text: &'a str, start: &str) -> Option<(&'a str, &'a str)> {
    let (value, rest) = text.strip_prefix(start)?.split_once('"')?;
    Some((value, rest))
}

/// Whether an address leads to another page, and runs nothing.
fn is_harmless(address: &str) -> bool {
    let is_of = |scheme: &str| address.starts_with(scheme);
    // Within the site: nothing in it could stand for a colon, or for another host.
    let is_within = !address.contains([':', '&', '\\']) && !is_of("//") && !address.contains(char::is_control);
    is_of("https://") || is_of("http://") || is_of("mailto:") || is_within
}

#[cfg(test)]
mod tests {
    use super::vetted;

    #[test]
    fn what_the_exporter_makes_stays() {
        let same = [
            "<h1>A &lt; B</h1>\n<p>x <em>y</em> <code>z</code></p>",
            "<pre><code class=\"language-rust\">fn main() {}\n</code></pre>",
            "<ol start=\"3\">\n<li>x</li>\n</ol>",
            "<p><a href=\"https://example.org/?a=1&amp;b=2\">x</a> <a href=\"#lesson=06-calls\" title=\"t\">y</a></p>",
            "<table><thead><tr><th>a</th></tr></thead><tbody>\n<tr><td>b</td></tr>\n</tbody></table>",
            "<img src=\"a/b.png\" alt=\"x\" />",
        ];
        for html in same {
            assert_eq!(vetted(html), html);
        }
        assert_eq!(vetted("<hr />a<br />"), "<hr>a<br>");
    }

    #[test]
    fn everything_else_becomes_text() {
        let hostile = [
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<img src=\"x\" alt=\"\" onerror=\"alert(1)\" />",
            "<a href=\"javascript:alert(1)\">",
            "<a href=\"&#106;avascript:alert(1)\">",
            "<a href=\"//elsewhere.example/\">",
            "<a href=\"x\" onclick=\"alert(1)\">",
            "<p onclick=\"alert(1)\">",
            "<P>",
            "<div class=\"page\">",
            "</div>",
            "<style>*{display:none}</style>",
            "<!-- x -->",
            "<svg/onload=alert(1)>",
            "<td style=\"text-align: left\" onclick=\"x\">",
            "<code class=\"language-x\" onclick=\"x\">",
            "<button data-listing=\"0\">",
            "<",
            "<p",
        ];
        for html in hostile {
            let shown = vetted(html);
            assert!(!shown.contains('<'), "{html} became {shown}");
        }
        assert_eq!(vetted("<<p>"), "&lt;<p>");
        assert_eq!(vetted("<code class=\"language-a<b>\">"), "&lt;code class=\"language-a&lt;b>\">");
    }
}
