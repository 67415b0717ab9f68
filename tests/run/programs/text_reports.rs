//! Text taken apart by positions, terminators and from the right, and put together again in columns.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Write as _};

const LOG: &str = "\
2024-01-03 INFO  core.db.pool: opened; size=4;ms=12;
2024-01-03 WARN  core.net: slow: host=a.example.org;ms=950;
2024-01-04 INFO  ui: größe=17;ms=3;

2024-01-04 ERROR core.net.tls: bad;host=b.example.org
not a line
2024-01-05 INFO  core.db.pool: closed;size=0;ms=8;
";

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Info,
    Warn,
    Error,
}

impl std::str::FromStr for Level {
    type Err = String;
    fn from_str(s: &str) -> Result<Self, String> {
        Ok(match s {
            "INFO" => Level::Info,
            "WARN" => Level::Warn,
            "ERROR" => Level::Error,
            _ => return Err(format!("no level {s:?}")),
        })
    }
}

#[derive(Debug)]
struct Entry<'a> {
    day: u32,
    level: Level,
    path: Vec<&'a str>,
    fields: Vec<(&'a str, Option<&'a str>)>,
}

fn parse(line: &str) -> Result<Entry<'_>, String> {
    let mut head = line.splitn(3, char::is_whitespace);
    let (Some(date), Some(level), Some(rest)) = (head.next(), head.next(), head.next()) else {
        return Err(format!("short: {line:?}"));
    };
    let mut date = date.rsplitn(2, '-');
    let day = date.next().unwrap_or_default().parse().map_err(|e| format!("{e} in {:?}", date.next()))?;
    let level = level.parse()?;
    let (path, fields) = rest.trim_start().split_once(": ").ok_or("no path")?;
    Ok(Entry {
        day,
        level,
        path: path.rsplit('.').collect(),
        fields: fields
            .split_terminator(';')
            .map(|f| f.trim())
            .map(|f| f.split_once('=').map_or((f, None), |(k, v)| (k, Some(v))))
            .collect(),
    })
}

struct Table<'a, const N: usize> {
    titles: [&'a str; N],
    rows: Vec<[String; N]>,
}

impl<const N: usize> Display for Table<'_, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut widths = self.titles.map(|t| t.chars().count());
        for row in &self.rows {
            for (w, cell) in widths.iter_mut().zip(row) {
                *w = (*w).max(cell.chars().count());
            }
        }
        for (title, width) in self.titles.iter().zip(widths) {
            write!(f, "{title:^width$}|")?;
        }
        f.write_char('\n')?;
        for row in &self.rows {
            for (i, cell) in row.iter().enumerate() {
                let width = widths[i];
                match cell.parse::<i64>() {
                    Ok(_) => write!(f, "{cell:>width$}|")?,
                    Err(_) if f.alternate() => write!(f, "{cell:.<width$}|")?,
                    Err(_) => write!(f, "{cell:width$}|")?,
                }
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

fn wrap(text: &str, width: usize) -> Vec<&str> {
    let mut lines = Vec::new();
    let (mut start, mut last_space, mut count) = (0, None, 0);
    for (i, c) in text.char_indices() {
        if c == ' ' {
            last_space = Some(i);
        }
        count += 1;
        if count > width {
            let end = last_space.take().unwrap_or(i);
            lines.push(text[start..end].trim_end());
            start = if text[end..].starts_with(' ') { end + 1 } else { end };
            count = text[start.min(i)..i].chars().count() + 1;
        }
    }
    lines.push(&text[start..]);
    lines
}

fn main() {
    let mut table = Table { titles: ["day", "level", "leaf", "fields"], rows: vec![] };
    let mut by_level: BTreeMap<Level, Vec<u64>> = BTreeMap::new();
    for (n, line) in LOG.lines().enumerate().filter(|(_, l)| !l.is_empty()) {
        match parse(line) {
            Ok(e) => {
                let ms = e.fields.iter().find(|(k, _)| *k == "ms").and_then(|(_, v)| v.as_ref()?.parse::<u64>().ok());
                by_level.entry(e.level).or_default().extend(ms);
                let keys: Vec<_> = e.fields.iter().map(|(k, v)| format!("{k}{}", if v.is_some() { "=" } else { "" })).collect();
                table.rows.push([e.day.to_string(), format!("{:?}", e.level), e.path[0].to_owned(), keys.join(" ")]);
                if e.path.len() > 2 {
                    println!("{n}: {e:?}");
                }
            }
            Err(why) => println!("{n}: {why}"),
        }
    }
    print!("{table}{table:#}");
    println!("{by_level:?}");
    for host in LOG.match_indices("host=").map(|(i, m)| &LOG[i + m.len()..]) {
        let host = host.split([';', '\n']).next().unwrap_or("");
        println!("{:?} {:?}", host.rsplitn(2, '.').collect::<Vec<_>>(), host.rsplit_terminator("org").next());
    }
    println!("{:?}", parse("2024-x1 INFO  a: b"));
    println!("{:?}", parse("2024-01 DEBUG  a: b").unwrap_err());
    for width in [8, 5] {
        println!("{:?}", wrap("the grüße of a strange día abcdefghijkl", width));
    }
    println!("{:?}", "a,b,,c,".split_terminator(',').collect::<Vec<_>>());
    println!("{:?} {:?}", "a,b,,c,".rsplitn(3, ',').collect::<Vec<_>>(), "--x--".trim_start_matches('-').rsplit_once("--"));
    let mut out = String::new();
    for (i, c) in "naïve".char_indices().rev() {
        let _ = write!(out, "{i}{c}");
    }
    println!("{out} {:?}", "naïve".char_indices().map(|(i, c)| i + c.len_utf8()).collect::<Vec<_>>());
}
