//! `staircase exercise serve`: a built site with a folder as its workshop, for who writes it.
//!
//! A thread looks for changes of the folder's files and reads and checks them anew. The page asks for the workshop with the edition that
//! it has, and is answered when there is another one.

use crate::STACK_BYTES;
use crate::exercise::{read, rendered, workshop};
use crate::report::{Exit, fail, say};
use stair::source::SourceFile;
use stair_exercise::{Grader, Problem};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The file that the page asks for.
const WORKSHOP: &str = "workshop.json";
/// The site's page.
const PAGE: &str = "index.html";
/// Its service worker, which the page names.
const OFFLINE: &str = "offline.js";
/// The header that says which edition of the workshop an answer holds.
const EDITION: &str = "Staircase-Edition";
/// How long the folder is left alone before it is looked at again.
const PAUSE: Duration = Duration::from_millis(300);
/// How long a page waits for another edition before it has to ask again.
const PATIENCE: Duration = Duration::from_secs(25);
/// The most that a request's head may have: bytes, and headers.
const MAX_HEAD_BYTES: usize = 64 << 10;
const MAX_HEADERS: usize = 100;
/// Where a site is looked for if nobody says where it is.
const SITE: &str = "dist";

/// The workshop as it is now.
#[derive(Default)]
struct Published {
    edition: u64,
    json: String,
}

/// What the threads share.
#[derive(Default)]
struct Shared {
    published: Mutex<Published>,
    changed: Condvar,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Published> {
        self.published.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn publish(&self, json: String) {
        let mut published = self.lock();
        if published.json != json {
            published.edition += 1;
            published.json = json;
            self.changed.notify_all();
        }
    }

    /// The workshop, as soon as its edition is another one; `None` if that takes too long.
    fn after(&self, edition: Option<u64>) -> Option<(u64, String)> {
        let is_same = |published: &mut Published| Some(published.edition) == edition || published.json.is_empty();
        let waited = self.changed.wait_timeout_while(self.lock(), PATIENCE, is_same);
        let (mut published, _) = waited.unwrap_or_else(PoisonError::into_inner);
        let is_other = !is_same(&mut published);
        is_other.then(|| (published.edition, published.json.clone()))
    }
}

/// Serve until the person ends it.
pub(crate) fn serve(folder: &Path, site: Option<&Path>, port: u16) -> Result<Exit, Exit> {
    let site = site.unwrap_or(Path::new(SITE));
    if !site.join(PAGE).is_file() {
        let message = format!("there is no built site in {}: it has no index.html", site.display());
        let help = "`cargo xtask dist` in Staircase's repository writes one to `dist`; name it with `--site`";
        return Err(fail(Exit::NO_INPUT, format!("{message}\n{help}")));
    }
    // What is wrong with the folder itself is said at once.
    read(folder)?;
    let server = TcpListener::bind(("127.0.0.1", port)).map_err(|error| {
        fail(Exit::NO_INPUT, format!("cannot listen on port {port}: {error}; choose another with --port"))
    })?;
    let port = server.local_addr().map_or(port, |address| address.port());
    let shared = Arc::new(Shared::default());
    // A page that was opened when this was started last time must see that it has another edition.
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
    shared.lock().edition = u64::try_from(now).unwrap_or(0);
    let watched = (Arc::clone(&shared), folder.to_owned());
    let watcher = std::thread::Builder::new().stack_size(STACK_BYTES);
    watcher
        .spawn(move || watch(&watched.0, &watched.1))
        .map_err(|error| fail(Exit::INTERNAL, format!("no thread to watch the folder on: {error}")))?;
    say!("{} is on http://localhost:{port}/#workshop={WORKSHOP}", folder.display());
    for stream in server.incoming().flatten() {
        let (shared, site) = (Arc::clone(&shared), site.to_owned());
        // A request may wait for a change; the others must not wait for it.
        std::thread::spawn(move || serve_one(stream, &shared, &site));
    }
    Ok(Exit::OK)
}

/// Reads and checks the folder whenever something in it has changed.
fn watch(shared: &Shared, folder: &Path) {
    let mut seen = None;
    loop {
        let now = state_of(folder);
        if seen.as_ref() != Some(&now) {
            seen = Some(now);
            refresh(shared, folder);
        }
        std::thread::sleep(PAUSE);
    }
}

/// The files of a folder, when they were written, and how long they are.
fn state_of(folder: &Path) -> Vec<(PathBuf, Option<SystemTime>, u64)> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<_> = entries
        .filter_map(|entry| {
            let data = entry.metadata().ok()?;
            Some((entry.path(), data.modified().ok(), data.len()))
        })
        .collect();
    files.sort();
    files
}

/// Publishes the folder as it is: at once as it can be read, and again with what a check finds.
fn refresh(shared: &Shared, folder: &Path) {
    // What cannot be read at all has been said; the page keeps what it has.
    let Ok(set) = read(folder) else { return };
    let texts = |problems: &[(Rc<SourceFile>, Problem)]| {
        problems.iter().map(|(file, problem)| rendered(folder, file, problem, false)).collect()
    };
    let publish = |problems: Vec<String>| {
        if let Ok(workshop) = workshop(&set, problems) {
            shared.publish(workshop.to_json());
        }
    };
    publish(texts(&set.problems));
    let problems = set.check(&Grader::new());
    for (file, problem) in &problems {
        eprint!("{}", rendered(folder, file, problem, std::io::IsTerminal::is_terminal(&std::io::stderr())));
    }
    let count = set.exercises.len();
    let exercises = if count == 1 { "1 exercise".to_owned() } else { format!("{count} exercises") };
    match problems.len() {
        0 => say!("{exercises}: nothing is wrong"),
        1 => say!("{exercises}: 1 problem"),
        problems => say!("{exercises}: {problems} problems"),
    }
    publish(texts(&problems));
}

/// An answer to a request.
struct Answer {
    status: &'static str,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

/// Serves one request; the connection ends with it. Whether the answer arrives is the browser's business.
fn serve_one(mut stream: TcpStream, shared: &Shared, site: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut bytes = Vec::new();
    let mut part = [0; 4096];
    let (is_head, answer) = loop {
        let read = stream.read(&mut part)?;
        bytes.extend_from_slice(&part[..read]);
        let mut headers = [httparse::EMPTY_HEADER; MAX_HEADERS];
        let mut request = httparse::Request::new(&mut headers);
        match request.parse(&bytes) {
            Ok(httparse::Status::Complete(_)) => {
                break (request.method == Some("HEAD"), answer(&request, shared, site));
            }
            Ok(httparse::Status::Partial) if read > 0 && bytes.len() < MAX_HEAD_BYTES => {}
            _ => break (false, refused("400 Bad Request")),
        }
    };
    let mut head =
        format!("HTTP/1.1 {}\r\nConnection: close\r\nContent-Length: {}\r\n", answer.status, answer.body.len());
    for (name, value) in &answer.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    stream.write_all((head + "\r\n").as_bytes())?;
    if !is_head {
        stream.write_all(&answer.body)?;
    }
    stream.flush()
}

fn answer(request: &httparse::Request<'_, '_>, shared: &Shared, site: &Path) -> Answer {
    // A page from elsewhere that has its own name lead to this machine is not served.
    let host = request.headers.iter().find(|header| header.name.eq_ignore_ascii_case("host"));
    let host = host.map_or("", |host| std::str::from_utf8(host.value).unwrap_or(""));
    let (name, _) = host.rsplit_once(':').unwrap_or((host, ""));
    if !matches!(name, "localhost" | "127.0.0.1") {
        return refused("403 Forbidden");
    }
    if !matches!(request.method, Some("GET" | "HEAD")) {
        return refused("405 Method Not Allowed");
    }
    let target = request.path.unwrap_or("");
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let path = path.strip_prefix('/').unwrap_or(path);
    if path == WORKSHOP {
        let edition = query.split('&').find_map(|part| part.strip_prefix("after=")?.parse().ok());
        return match shared.after(edition) {
            Some((edition, json)) => {
                let mut answer = content(json.into_bytes(), "application/json");
                answer.headers.push((EDITION, edition.to_string()));
                answer
            }
            None => refused("204 No Content"),
        };
    }
    file(site, if path.is_empty() { PAGE } else { path })
}

/// A file of the site. Its service worker is left out: a page that is being worked on is not to be kept by the browser.
fn file(site: &Path, path: &str) -> Answer {
    let is_name = |part: &str| {
        let is_of_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
        !part.is_empty() && !part.starts_with('.') && part.chars().all(is_of_name)
    };
    if path == OFFLINE || !path.split('/').all(is_name) {
        return refused("404 Not Found");
    }
    match std::fs::read(site.join(path)) {
        Ok(bytes) if path == PAGE => {
            let text = String::from_utf8_lossy(&bytes).replace(&format!(" data-offline=\"{OFFLINE}\""), "");
            content(text.into_bytes(), type_of(path))
        }
        Ok(bytes) => content(bytes, type_of(path)),
        Err(_) => refused("404 Not Found"),
    }
}

fn type_of(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript",
        "css" => "text/css",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "json" => "application/json",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

fn content(body: Vec<u8>, kind: &str) -> Answer {
    let headers = vec![("Content-Type", kind.to_owned()), ("Cache-Control", "no-cache".to_owned())];
    Answer { status: "200 OK", headers, body }
}

fn refused(status: &'static str) -> Answer {
    Answer { status, headers: Vec::new(), body: Vec::new() }
}
