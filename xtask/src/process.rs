//! Running other programs: with their output shown as it comes, captured, or both.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What goes wrong in a task: a sentence for the person who started it.
pub(crate) type Result<T> = std::result::Result<T, String>;

/// The root of the checkout.
pub(crate) fn root() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().unwrap_or(manifest).to_path_buf()
}

/// A command that starts at the checkout's root.
pub(crate) fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    command
}

/// The command as a person would type it.
pub(crate) fn spelling(command: &Command) -> String {
    let mut text = command.get_program().to_string_lossy().into_owned();
    for argument in command.get_args() {
        text.push(' ');
        text.push_str(&argument.to_string_lossy());
    }
    text
}

/// Shows and runs a command; its output goes where this program's goes.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    println!("   $ {}", spelling(command));
    succeed(command)
}

/// Runs a command without showing it unless it fails.
pub(crate) fn succeed(command: &mut Command) -> Result<()> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{}` ended with {status}", spelling(command))),
        Err(error) => Err(format!("`{}` could not be started: {error}", spelling(command))),
    }
}

/// Runs a command and returns what it printed on stdout, trimmed; `None` if it could not be started or failed.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Shows and runs a command, passes its stdout on line by line, and hands every line to `each_line` as well. Its stderr goes
/// where this program's goes. The result tells whether it succeeded.
pub(crate) fn run_watched(command: &mut Command, mut each_line: impl FnMut(&str)) -> Result<bool> {
    println!("   $ {}", spelling(command));
    let name = spelling(command);
    let mut child =
        command.stdout(Stdio::piped()).spawn().map_err(|error| format!("`{name}` could not be started: {error}"))?;
    if let Some(stdout) = child.stdout.take() {
        let mut reader = BufReader::new(stdout);
        let mut line = Vec::new();
        while reader.read_until(b'\n', &mut line).map_err(|error| format!("reading from `{name}`: {error}"))? > 0 {
            // A closed terminal is no reason to stop the tests.
            let _ = std::io::stdout().write_all(&line);
            each_line(String::from_utf8_lossy(&line).trim_end());
            line.clear();
        }
    }
    let status = child.wait().map_err(|error| format!("waiting for `{name}`: {error}"))?;
    Ok(status.success())
}

/// Whether `program` is on PATH.
pub(crate) fn on_path(program: &str) -> bool {
    find_on_path(program).is_some()
}

/// Where on PATH `program` is.
pub(crate) fn find_on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// Whether this process runs as root, and so may use the system's package manager.
pub(crate) fn is_root() -> bool {
    output(Command::new("id").arg("-u")).as_deref() == Some("0")
}
