//! Where the site is, and the two files by which the pages of a book use it.

use crate::settings::{Settings, is_address};
use std::path::Path;

/// The script that loads the site's on pages with live programs, in the folder of the book.
pub(crate) const SCRIPT: &str = "mdbook-staircase.js";
/// The style of recorded output and of notes, in the folder of the book.
pub(crate) const STYLE: &str = "mdbook-staircase.css";
/// What [`STYLE`] holds.
pub(crate) const STYLE_TEXT: &str = include_str!("site.css");
/// What each site has.
pub(crate) const SITE_FILES: [&str; 2] = ["embed.js", "embed.html"];

/// What [`SCRIPT`] holds for a site.
pub(crate) fn script_text(site: &str) -> String {
    let slash = if site.ends_with('/') { "" } else { "/" };
    // A JSON string is one of JavaScript, too.
    let literal = serde_json::Value::from(format!("{site}{slash}")).to_string();
    include_str!("site.js").replacen("SITE", &literal, 1)
}

/// What is wrong with how a book is set up: what would keep its programs from being live, and how to mend it.
pub(crate) fn problems(settings: &Settings, root: &Path, src: &Path, additional: &[&Path]) -> Vec<String> {
    const MEND: &str = "`mdbook-staircase install` mends it";
    let mut problems = Vec::new();
    if !is_address(&settings.site) {
        let folder = src.join(&settings.site);
        if !SITE_FILES.iter().all(|file| root.join(&folder).join(file).is_file()) {
            problems.push(format!(
                "there is no site in {}: `mdbook-staircase install --site DIST` copies one, `--url` uses one elsewhere",
                folder.display()
            ));
        }
    }
    let is = |file: &str, text: &str| std::fs::read_to_string(root.join(file)).is_ok_and(|found| found == text);
    if !is(SCRIPT, &script_text(&settings.site)) {
        problems.push(format!("{SCRIPT} is missing, of another version or for another site: {MEND}"));
    }
    for file in [SCRIPT, STYLE] {
        if !additional.iter().any(|path| path.ends_with(file)) {
            let key = if file == SCRIPT { "additional-js" } else { "additional-css" };
            problems.push(format!("{file} is not in `{key}` of [output.html]: {MEND}"));
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::script_text;

    #[test]
    fn the_script_names_its_site() {
        assert!(script_text("staircase").contains("const site = \"staircase/\";"));
        assert!(script_text("https://example.org/a\"b/").contains("const site = \"https://example.org/a\\\"b/\";"));
    }
}
