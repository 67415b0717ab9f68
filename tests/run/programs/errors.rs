use std::error::Error;
use std::fmt;
use std::num::ParseIntError;
use std::str::FromStr;

#[derive(Debug)]
enum ConfigError {
    Missing(&'static str),
    Number { key: String, source: ParseIntError },
    Range(i64, std::ops::RangeInclusive<i64>),
    Syntax(usize),
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(key) => write!(f, "`{key}` is missing"),
            Self::Number { key, .. } => write!(f, "`{key}` is no number"),
            Self::Range(n, range) => write!(f, "{n} is not in {}..={}", range.start(), range.end()),
            Self::Syntax(line) => write!(f, "syntax error in line {line}"),
        }
    }
}

impl Error for ConfigError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Number { source, .. } => Some(source),
            _ => None,
        }
    }
}

#[derive(Debug, PartialEq, Clone)]
struct Config {
    port: u16,
    name: String,
    depth: Option<u8>,
}

fn number(key: &str, text: &str, range: std::ops::RangeInclusive<i64>) -> Result<i64, ConfigError> {
    let n = text.parse().map_err(|source| ConfigError::Number { key: key.to_owned(), source })?;
    if range.contains(&n) { Ok(n) } else { Err(ConfigError::Range(n, range)) }
}

impl FromStr for Config {
    type Err = ConfigError;

    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let (mut port, mut name, mut depth) = (None, None, None);
        for (i, line) in s.lines().enumerate() {
            let line = line.split('#').next().unwrap_or("").trim();
            if line.is_empty() {
                continue;
            }
            let (key, value) = line.split_once('=').ok_or(ConfigError::Syntax(i + 1))?;
            match (key.trim(), value.trim()) {
                ("port", v) => port = Some(number("port", v, 1..=65535)? as u16),
                ("name", v) => name = Some(v.to_string()),
                ("depth", v) => depth = Some(number("depth", v, 0..=255)? as u8),
                _ => return Err(ConfigError::Syntax(i + 1)),
            }
        }
        Ok(Config {
            port: port.ok_or(ConfigError::Missing("port"))?,
            name: name.ok_or(ConfigError::Missing("name"))?,
            depth,
        })
    }
}

fn chain(e: &dyn Error) -> String {
    let mut text = e.to_string();
    let mut at = e.source();
    while let Some(inner) = at {
        text += &format!(" <- {inner}");
        at = inner.source();
    }
    text
}

fn average(text: &str) -> Result<f64, Box<dyn Error>> {
    let numbers = text.split_whitespace().map(|w| w.parse::<f64>()).collect::<Result<Vec<_>, _>>()?;
    if numbers.is_empty() {
        return Err("nothing to average".into());
    }
    Ok(numbers.iter().sum::<f64>() / numbers.len() as f64)
}

fn first_even(list: &[i32]) -> Option<usize> {
    let at = list.iter().position(|n| n % 2 == 0)?;
    let next = list.get(at + 1)?;
    next.checked_abs().map(|n| n as usize)
}

struct Retry {
    left: u32,
}

impl Retry {
    fn run<T, E: fmt::Display>(&mut self, mut f: impl FnMut(u32) -> Result<T, E>) -> Result<T, String> {
        let mut errors = Vec::new();
        loop {
            match f(self.left) {
                Ok(v) => break Ok(v),
                Err(e) if self.left > 0 => {
                    errors.push(e.to_string());
                    self.left -= 1;
                }
                Err(e) => break Err(format!("{} (before: {})", e, errors.join("; "))),
            }
        }
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    for text in [
        "port = 80\nname = web # the server\n\ndepth=3",
        "port=80",
        "port=x1\nname=a",
        "port=70000\nname=a",
        "name=a\nport 80",
        "port=1\nname=a\ndepth=-1",
        "color=red",
    ] {
        match text.parse::<Config>() {
            Ok(c) => println!("{c:?}"),
            Err(e) => println!("{}", chain(&e)),
        }
    }
    for text in ["1 2 3.5", "", "1 two"] {
        match average(text) {
            Ok(a) => println!("{a:.3}"),
            Err(e) => println!("no average: {e}"),
        }
    }
    println!("{:?} {:?} {:?}", first_even(&[1, 2, -3]), first_even(&[1, 2]), first_even(&[1]));
    let mut retry = Retry { left: 2 };
    println!("{:?}", retry.run(|n| if n == 0 { Ok("done") } else { Err(format!("try {n}")) }));
    println!("{:?}", Retry { left: 1 }.run(|n| "z".repeat(n as usize + 1).parse::<u8>()));
    let parsed: Vec<Result<i32, _>> = "1,b,3".split(',').map(i32::from_str).collect();
    let (good, bad): (Vec<_>, Vec<_>) = parsed.into_iter().partition(|r| r.is_ok());
    println!("{:?} {}", good.into_iter().flatten().collect::<Vec<_>>(), bad.len());
    let n: i32 = "42".parse()?;
    println!("{}", n.checked_div(0).map_or_else(|| "no division".to_string(), |v| v.to_string()));
    let config = Config::from_str("port=1\nname=x")?;
    println!("{}", config.clone() == Config { depth: None, ..config });
    let r: Result<u8, ConfigError> = Err(ConfigError::Missing("x"));
    println!("{} {:?}", r.as_ref().is_err_and(|e| matches!(e, ConfigError::Missing(k) if k.len() == 1)), r.ok());
    Err(Box::new(ConfigError::Syntax(99)))
}
