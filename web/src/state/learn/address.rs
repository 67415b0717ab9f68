//! Where a workshop comes from, and how an address says so.

/// Where a workshop comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Source {
    /// The lessons of this site.
    Lessons,
    /// A file of this site, by its path.
    Site(String),
    /// A link that carries all of it: the fragment.
    Link(String),
    /// A file of the person's: its name.
    File(String),
}

impl Source {
    /// What a fragment asks for, if it is about a workshop that it does not carry itself: which one, and which exercise of it.
    ///
    /// `lessons`, `lesson=04-stack-machine`, `workshop=folder/file.json`, `workshop=file.json&exercise=sum`.
    pub fn read(fragment: &str) -> Option<(Source, Option<String>)> {
        read(fragment)
    }
}

fn read(fragment: &str) -> Option<(Source, Option<String>)> {
    let fragment = fragment.trim_start_matches('#');
    if fragment == "lessons" {
        return Some((Source::Lessons, None));
    }
    let (key, value) = fragment.split_once('=')?;
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    match key {
        "lesson" => Some((Source::Lessons, some(value))),
        "workshop" => {
            let (path, exercise) = value.split_once("&exercise=").unwrap_or((value, ""));
            Some((Source::Site(path.to_owned()), some(exercise)))
        }
        _ => None,
    }
}

/// The fragment, without its `#`, that leads to an exercise: its id, and its file. A file of the person's has no address.
pub(super) fn write(source: &Source, id: &str, file: &str) -> Option<String> {
    match source {
        Source::Lessons => Some(format!("lesson={}", stem(file))),
        Source::Site(path) => Some(format!("workshop={path}&exercise={id}")),
        Source::Link(fragment) => Some(fragment.clone()),
        Source::File(_) => None,
    }
}

/// Whether an exercise, given by its id and its file, is the one that an address means. A file's number may change.
pub(super) fn is_meant(wanted: &str, id: &str, file: &str) -> bool {
    let without_number = |name: &str| name.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-').to_owned();
    wanted == id || wanted == stem(file) || without_number(wanted) == without_number(stem(file))
}

fn stem(file: &str) -> &str {
    file.strip_suffix(".md").unwrap_or(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_from_links() {
        let lesson = |id: &str| Some((Source::Lessons, Some(id.to_owned())));
        assert_eq!(read("#lesson=04-stack-machine"), lesson("04-stack-machine"));
        assert_eq!(read("#lessons"), Some((Source::Lessons, None)));
        assert_eq!(read("#lesson="), Some((Source::Lessons, None)));
        assert_eq!(read("#workshop=a/b.json"), Some((Source::Site("a/b.json".into()), None)));
        let site = (Source::Site("b.json".into()), Some("sum".to_owned()));
        assert_eq!(read("workshop=b.json&exercise=sum"), Some(site.clone()));
        assert_eq!(write(&site.0, "sum", "01-sum.md").as_deref(), Some("workshop=b.json&exercise=sum"));
        assert_eq!(write(&Source::Lessons, "calls", "06-calls.md").as_deref(), Some("lesson=06-calls"));
        for link in ["", "#", "#AQFLy1PITczM09BUqK7lAgA", "#else=1"] {
            assert_eq!(read(link), None, "{link}");
        }
    }

    #[test]
    fn a_lesson_is_found_when_its_number_has_changed() {
        assert!(is_meant("04-stack-machine", "stack-machine", "04-stack-machine.md"));
        assert!(is_meant("04-stack-machine", "stack-machine", "05-stack-machine.md"));
        assert!(is_meant("stack-machine", "stack-machine", "05-x.md"));
        assert!(!is_meant("04-stack", "stack-machine", "04-stack-machine.md"));
    }
}
