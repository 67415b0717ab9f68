use std::fmt;

enum Json {
    Null,
    Bool(bool),
    Num(f64),
    Str(String),
    Arr(Vec<Json>),
    Obj(Vec<(String, Json)>),
}

trait Visitor {
    type Out;
    fn leaf(&mut self, j: &Json) -> Self::Out;
    fn list(&mut self, items: Vec<Self::Out>) -> Self::Out;
    fn map(&mut self, items: Vec<(&str, Self::Out)>) -> Self::Out;
}

impl Json {
    fn accept<V: Visitor + ?Sized>(&self, v: &mut V) -> V::Out {
        match self {
            Json::Arr(items) => {
                let inner = items.iter().map(|i| i.accept(v)).collect();
                v.list(inner)
            }
            Json::Obj(fields) => {
                let inner = fields.iter().map(|(k, i)| (k.as_str(), i.accept(v))).collect();
                v.map(inner)
            }
            leaf => v.leaf(leaf),
        }
    }

    fn get(&self, path: &str) -> Option<&Json> {
        path.split('.').try_fold(self, |at, key| match at {
            Json::Obj(fields) => fields.iter().find(|(k, _)| k == key).map(|(_, v)| v),
            Json::Arr(items) => items.get(key.parse::<usize>().ok()?),
            _ => None,
        })
    }
}

struct Depth;
impl Visitor for Depth {
    type Out = usize;
    fn leaf(&mut self, _: &Json) -> usize {
        0
    }
    fn list(&mut self, items: Vec<usize>) -> usize {
        items.into_iter().max().unwrap_or(0) + 1
    }
    fn map(&mut self, items: Vec<(&str, usize)>) -> usize {
        items.iter().map(|&(_, d)| d).max().map_or(1, |d| d + 1)
    }
}

#[derive(Default)]
struct Sum {
    count: u32,
}
impl Visitor for Sum {
    type Out = f64;
    fn leaf(&mut self, j: &Json) -> f64 {
        self.count += 1;
        match *j {
            Json::Num(n) => n,
            Json::Bool(true) => 1.0,
            Json::Str(ref s) => s.parse().unwrap_or(0.),
            _ => 0.0,
        }
    }
    fn list(&mut self, items: Vec<f64>) -> f64 {
        items.iter().sum()
    }
    fn map(&mut self, items: Vec<(&str, f64)>) -> f64 {
        items.into_iter().map(|(_, n)| n).sum()
    }
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fn list<T>(
            f: &mut fmt::Formatter<'_>,
            (open, close): (char, char),
            items: &[T],
            mut one: impl FnMut(&mut fmt::Formatter<'_>, &T) -> fmt::Result,
        ) -> fmt::Result {
            write!(f, "{open}")?;
            for (i, item) in items.iter().enumerate() {
                if i != 0 {
                    f.write_str(",")?;
                }
                one(f, item)?;
            }
            write!(f, "{close}")
        }
        match self {
            Json::Null => f.write_str("null"),
            Json::Bool(b) => write!(f, "{b}"),
            Json::Num(n) => write!(f, "{n}"),
            Json::Str(s) => write!(f, "{s:?}"),
            Json::Arr(items) => list(f, ('[', ']'), items, |f, i| write!(f, "{i}")),
            Json::Obj(fields) => list(f, ('{', '}'), fields, |f, (k, v)| write!(f, "{k:?}:{v}")),
        }
    }
}

impl From<f64> for Json {
    fn from(n: f64) -> Self {
        Json::Num(n)
    }
}
impl From<&str> for Json {
    fn from(s: &str) -> Self {
        Json::Str(s.into())
    }
}
impl From<bool> for Json {
    fn from(b: bool) -> Self {
        Json::Bool(b)
    }
}
impl<T: Into<Json>> From<Vec<T>> for Json {
    fn from(v: Vec<T>) -> Self {
        Json::Arr(v.into_iter().map(Into::into).collect())
    }
}
impl<T: Into<Json>> From<Option<T>> for Json {
    fn from(v: Option<T>) -> Self {
        v.map_or(Json::Null, T::into)
    }
}

macro_rules! json {
    (null) => { Json::Null };
    ([$($item:tt),* $(,)?]) => { Json::Arr(vec![$(json!($item)),*]) };
    ({$($key:literal : $value:tt),* $(,)?}) => { Json::Obj(vec![$(($key.to_string(), json!($value))),*]) };
    ($other:expr) => { Json::from($other) };
}

fn parse(s: &str) -> Result<(Json, &str), String> {
    let s = s.trim_start();
    let Some(c) = s.chars().next() else { return Err("end of text".into()) };
    if let Some(rest) = s.strip_prefix("null") {
        return Ok((Json::Null, rest));
    }
    for (word, value) in [("true", true), ("false", false)] {
        if let Some(rest) = s.strip_prefix(word) {
            return Ok((Json::Bool(value), rest));
        }
    }
    match c {
        '"' => {
            let end = s[1..].find('"').ok_or_else(|| format!("open string at {s:.8}"))? + 1;
            Ok((Json::Str(s[1..end].to_string()), &s[end + 1..]))
        }
        '[' | '{' => {
            let close = if c == '[' { ']' } else { '}' };
            let (mut items, mut fields) = (vec![], vec![]);
            let mut rest = s[1..].trim_start();
            loop {
                if let Some(after) = rest.strip_prefix(close) {
                    let value = if c == '[' { Json::Arr(items) } else { Json::Obj(fields) };
                    return Ok((value, after));
                }
                if c == '[' {
                    let (item, after) = parse(rest)?;
                    items.push(item);
                    rest = after;
                } else {
                    let (key, after) = parse(rest)?;
                    let Json::Str(key) = key else { return Err(format!("{key} is no key")) };
                    let after = after.trim_start().strip_prefix(':').ok_or("a colon is missing")?;
                    let (value, after) = parse(after)?;
                    fields.push((key, value));
                    rest = after;
                }
                rest = rest.trim_start();
                rest = rest.strip_prefix(',').unwrap_or(rest).trim_start();
            }
        }
        '-' | '0'..='9' => {
            let end = s.find(|c: char| !matches!(c, '0'..='9' | '.' | '-' | 'e')).unwrap_or(s.len());
            let n = s[..end].parse::<f64>().map_err(|e| format!("{}: {e}", &s[..end]))?;
            Ok((Json::Num(n), &s[end..]))
        }
        other => Err(format!("unexpected {other:?}")),
    }
}

fn main() {
    let doc = json!({
        "name": "tree",
        "size": 2.5,
        "tags": ["a", null, true],
        "inner": { "list": [1.0, [2.0, [3.0]]], "text": "40" },
        "none": null,
    });
    println!("{doc}");
    let mut sum = Sum::default();
    println!("{} {} {}", doc.accept(&mut Depth), doc.accept(&mut sum), sum.count);
    for path in ["name", "inner.list.1.1.0", "tags.7", "inner.text.x", "size"] {
        match doc.get(path) {
            Some(v) => println!("{path} = {v}"),
            None => println!("{path} is missing"),
        }
    }
    println!("{}", Json::from(vec![Some(1.0), None]));
    for text in ["[1, 2.5 ,{\"k\" : [true,null]}] rest", "{\"a\":}", "{1:2}", "\"open", "", "-1e2", "1.2.3", "[?]"] {
        match parse(text) {
            Ok((v, rest)) => println!("{v} | {rest:?}"),
            Err(e) => println!("! {e}"),
        }
    }
    let back = parse(&doc.to_string()).map(|(j, _)| j.to_string() == doc.to_string());
    println!("{back:?}");
}
