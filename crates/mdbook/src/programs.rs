//! The compiled programs of a book as files beside its chapters, from where mdBook takes them to the pages.

use stair::bytecode::program::fnv1a;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The folder of the files, among the chapters. It holds nothing else.
pub(crate) const FOLDER: &str = "staircase-programs";

/// How the files' names end.
const ENDING: &str = ".stdb";

/// Keeps the files out of the author's repository: they are made when the book is built.
const IGNORE: (&str, &str) = (".gitignore", "*\n");

/// The files of a book, by their names.
#[derive(Clone, Debug, Default)]
pub(crate) struct ProgramFiles {
    files: BTreeMap<String, Vec<u8>>,
}

impl ProgramFiles {
    /// Add a program, and say where it is for a chapter that is so many folders below the book's root.
    /// Two programs of the same hash would share a file; the page then sees that the source is another, and compiles it.
    pub(crate) fn add(&mut self, bytes: Vec<u8>, depth: usize) -> String {
        let name = format!("{:016x}{ENDING}", fnv1a(&bytes));
        let address = format!("{}{FOLDER}/{name}", "../".repeat(depth));
        self.files.insert(name, bytes);
        address
    }

    /// Write what is new to the folder of the chapters, and remove what is of no use any more. Where nothing is either, nothing is
    /// touched: a book that is being watched would be built again and again.
    ///
    /// # Errors
    /// If a file cannot be read, written or removed, in words.
    pub(crate) fn write(&self, chapters: &Path) -> Result<(), String> {
        let folder = chapters.join(FOLDER);
        if self.files.is_empty() && !folder.exists() {
            return Ok(());
        }
        let failed =
            |what: &str, path: &Path, error: std::io::Error| format!("cannot {what} {}: {error}", path.display());
        fs::create_dir_all(&folder).map_err(|error| failed("make", &folder, error))?;
        for entry in fs::read_dir(&folder).map_err(|error| failed("read", &folder, error))? {
            let path = entry.map_err(|error| failed("read", &folder, error))?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if name.ends_with(ENDING) && !self.files.contains_key(&name) {
                fs::remove_file(&path).map_err(|error| failed("remove", &path, error))?;
            }
        }
        let files = self.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
        for (name, bytes) in files.chain([(IGNORE.0, IGNORE.1.as_bytes())]) {
            let path = folder.join(name);
            if fs::read(&path).ok().as_deref() != Some(bytes) {
                fs::write(&path, bytes).map_err(|error| failed("write", &path, error))?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{FOLDER, ProgramFiles, fnv1a};
    use std::fs;

    #[test]
    fn the_hash_is_fnv_1a() {
        assert_eq!(fnv1a(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv1a(b"foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn what_is_new_is_written_and_what_is_old_removed() {
        let chapters = std::env::temp_dir().join(format!("mdbook-staircase-{}", std::process::id()));
        let folder = chapters.join(FOLDER);
        let names = || {
            let entries = fs::read_dir(&folder).expect("is there");
            let mut names: Vec<_> = entries.map(|entry| entry.expect("readable").file_name()).collect();
            names.sort();
            names
        };
        assert_eq!(ProgramFiles::default().write(&chapters), Ok(()));
        assert!(!chapters.exists(), "nothing is made of nothing");
        let mut files = ProgramFiles::default();
        assert_eq!(files.add(b"foobar".to_vec(), 0), "staircase-programs/85944171f73967e8.stdb");
        assert_eq!(files.add(b"foobar".to_vec(), 2), "../../staircase-programs/85944171f73967e8.stdb");
        assert_eq!(files.write(&chapters), Ok(()));
        assert_eq!(names(), [".gitignore", "85944171f73967e8.stdb"]);
        let time = || fs::metadata(folder.join("85944171f73967e8.stdb")).and_then(|file| file.modified()).ok();
        let written = time();
        assert_eq!(files.write(&chapters), Ok(()));
        assert_eq!(time(), written, "what is there already is left alone");
        assert_eq!(ProgramFiles::default().write(&chapters), Ok(()));
        assert_eq!(names(), [".gitignore"]);
        fs::remove_dir_all(&chapters).expect("was made");
    }
}
