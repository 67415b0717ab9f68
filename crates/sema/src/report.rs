//! Wording that several modules share.

/// The candidate closest to `name`, if one is close enough to be what was meant: at most a third of the name's letters
/// differ (Damerau–Levenshtein distance), or only the case of letters.
pub(crate) fn similar_name<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Option<String> {
    let limit = name.chars().count().max(3) / 3;
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        if candidate == name || candidate.starts_with(['$', '_']) {
            continue;
        }
        if candidate.eq_ignore_ascii_case(name) {
            return Some(candidate.to_owned());
        }
        let distance = edit_distance(name, candidate);
        if distance <= limit && best.is_none_or(|(d, _)| distance < d) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, c)| c.to_owned())
}

/// Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other (restricted
/// Damerau–Levenshtein distance).
fn edit_distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    let mut rows = vec![vec![0usize; b.len() + 1]; a.len() + 1];
    for (j, cell) in rows[0].iter_mut().enumerate() {
        *cell = j;
    }
    for i in 1..=a.len() {
        rows[i][0] = i;
        for j in 1..=b.len() {
            let cost = usize::from(a[i - 1] != b[j - 1]);
            let mut d = (rows[i - 1][j] + 1).min(rows[i][j - 1] + 1).min(rows[i - 1][j - 1] + cost);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                d = d.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = d;
        }
    }
    rows[a.len()][b.len()]
}

/// What rustc underlines of an item: from its beginning to the end of its name, or of a function's signature.
pub(crate) fn head_span(item: &stair_syntax::ast::Item) -> stair_source::Span {
    use stair_syntax::ast::ItemKind;
    let generics = crate::sig::generics_of(item).and_then(|g| g.span);
    match &item.kind {
        ItemKind::Fn(f) => with_hi(item.span, f.sig_span.hi),
        ItemKind::Const(..) | ItemKind::Static { .. } | ItemKind::TypeAlias(..) | ItemKind::Use(_) => item.span,
        _ => with_hi(item.span, generics.map_or(item.name.span.hi, |g| g.hi.max(item.name.span.hi))),
    }
}

/// "1 argument", "2 arguments".
pub(crate) fn count(n: usize, what: &str) -> String {
    if n == 1 { format!("1 {what}") } else { format!("{n} {what}s") }
}

/// "`a`", "`a` and `b`", "`a`, `b` and `c`".
pub(crate) fn join_names<S: AsRef<str>>(names: &[S]) -> String {
    let quoted: Vec<String> = names.iter().map(|n| format!("`{}`", n.as_ref())).collect();
    join_with(&quoted, "and")
}

/// "a", "a and b", "a, b and c".
pub(crate) fn join_with(parts: &[String], last: &str) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [init @ .., end] => format!("{} {last} {end}", init.join(", ")),
    }
}

fn with_hi(span: stair_source::Span, hi: u32) -> stair_source::Span {
    stair_source::Span { hi: hi.clamp(span.lo, span.hi), ..span }
}
