use std::collections::HashMap;
use std::fmt;
use std::iter::Peekable;
use std::str::Chars;

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Number(f64),
    Name(String),
    Op(char),
    Open,
    Close,
    Comma,
    Assign,
}

#[derive(Debug)]
enum ParseError {
    Unexpected(Token),
    BadChar { at: usize, found: char },
    BadNumber(std::num::ParseFloatError),
    End,
}

impl From<std::num::ParseFloatError> for ParseError {
    fn from(e: std::num::ParseFloatError) -> Self {
        ParseError::BadNumber(e)
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unexpected(t) => write!(f, "unexpected {t:?}"),
            Self::BadChar { at, found } => write!(f, "bad character {found:?} at {at}"),
            Self::BadNumber(e) => write!(f, "{e}"),
            Self::End => f.write_str("unexpected end"),
        }
    }
}

struct Lexer<'a> {
    chars: Peekable<Chars<'a>>,
    at: usize,
}

impl<'a> Lexer<'a> {
    fn new(text: &'a str) -> Self {
        Lexer { chars: text.chars().peekable(), at: 0 }
    }

    fn bump(&mut self) -> Option<char> {
        self.at += 1;
        self.chars.next()
    }

    fn take_while(&mut self, mut keep: impl FnMut(char) -> bool) -> String {
        let mut out = String::new();
        while let Some(&c) = self.chars.peek() {
            if !keep(c) {
                break;
            }
            out.push(c);
            self.bump();
        }
        out
    }
}

impl Iterator for Lexer<'_> {
    type Item = Result<Token, ParseError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.take_while(char::is_whitespace);
        let c = *self.chars.peek()?;
        Some(match c {
            '0'..='9' | '.' => {
                let text = self.take_while(|c| c.is_ascii_digit() || c == '.');
                text.parse().map(Token::Number).map_err(ParseError::from)
            }
            'a'..='z' | 'A'..='Z' | '_' => Ok(Token::Name(self.take_while(|c| c.is_alphanumeric() || c == '_'))),
            '+' | '-' | '*' | '/' | '^' => {
                self.bump();
                Ok(Token::Op(c))
            }
            '(' => {
                self.bump();
                Ok(Token::Open)
            }
            ')' => {
                self.bump();
                Ok(Token::Close)
            }
            ',' => {
                self.bump();
                Ok(Token::Comma)
            }
            '=' => {
                self.bump();
                Ok(Token::Assign)
            }
            found => {
                let at = self.at;
                self.bump();
                Err(ParseError::BadChar { at, found })
            }
        })
    }
}

#[derive(Debug, Clone)]
enum Expr {
    Num(f64),
    Var(String),
    Neg(Box<Expr>),
    Bin(Box<Expr>, char, Box<Expr>),
    Call(String, Vec<Expr>),
}

struct Parser {
    tokens: Vec<Token>,
    pos: usize,
}

type Parse<T> = Result<T, ParseError>;

impl Parser {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.pos)
    }

    fn next(&mut self) -> Parse<Token> {
        let t = self.tokens.get(self.pos).cloned().ok_or(ParseError::End)?;
        self.pos += 1;
        Ok(t)
    }

    fn power(op: char) -> (u8, u8) {
        match op {
            '+' | '-' => (1, 2),
            '*' | '/' => (3, 4),
            '^' => (8, 7),
            _ => unreachable!("no operator {op}"),
        }
    }

    fn expr(&mut self, min: u8) -> Parse<Expr> {
        let mut left = match self.next()? {
            Token::Number(n) => Expr::Num(n),
            Token::Name(name) if self.peek() == Some(&Token::Open) => {
                self.pos += 1;
                let mut args = Vec::new();
                while self.peek() != Some(&Token::Close) {
                    args.push(self.expr(0)?);
                    match self.peek() {
                        Some(Token::Comma) => self.pos += 1,
                        _ => break,
                    }
                }
                match self.next()? {
                    Token::Close => Expr::Call(name, args),
                    other => return Err(ParseError::Unexpected(other)),
                }
            }
            Token::Name(name) => Expr::Var(name),
            Token::Op('-') => Expr::Neg(Box::new(self.expr(5)?)),
            Token::Open => {
                let inner = self.expr(0)?;
                let Token::Close = self.next()? else { return Err(ParseError::End) };
                inner
            }
            other => return Err(ParseError::Unexpected(other)),
        };
        while let Some(Token::Op(op)) = self.peek() {
            let op = *op;
            let (l, r) = Self::power(op);
            if l < min {
                break;
            }
            self.pos += 1;
            let right = self.expr(r)?;
            left = Expr::Bin(Box::new(left), op, Box::new(right));
        }
        Ok(left)
    }
}

struct Env<'f> {
    vars: HashMap<String, f64>,
    funs: HashMap<&'static str, Box<dyn Fn(&[f64]) -> f64 + 'f>>,
}

impl Env<'_> {
    fn eval(&self, e: &Expr) -> Result<f64, String> {
        Ok(match e {
            Expr::Num(n) => *n,
            Expr::Var(v) => *self.vars.get(v).ok_or_else(|| format!("unknown variable {v}"))?,
            Expr::Neg(inner) => -self.eval(inner)?,
            Expr::Bin(a, op, b) => {
                let (a, b) = (self.eval(a)?, self.eval(b)?);
                match op {
                    '+' => a + b,
                    '-' => a - b,
                    '*' => a * b,
                    '/' if b == 0.0 => return Err(String::from("division by zero")),
                    '/' => a / b,
                    '^' => {
                        let mut r = 1.0;
                        for _ in 0..b as u32 {
                            r *= a;
                        }
                        r
                    }
                    _ => return Err(format!("operator {op}?")),
                }
            }
            Expr::Call(name, args) => {
                let args = args.iter().map(|a| self.eval(a)).collect::<Result<Vec<_>, _>>()?;
                match self.funs.get(name.as_str()) {
                    Some(f) => f(&args),
                    None => return Err(format!("no function {name} of {} arguments", args.len())),
                }
            }
        })
    }
}

impl fmt::Display for Expr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Expr::Num(n) => write!(f, "{n}"),
            Expr::Var(v) => write!(f, "{v}"),
            Expr::Neg(e) => write!(f, "-{e}"),
            Expr::Bin(a, op, b) => write!(f, "({a} {op} {b})"),
            Expr::Call(name, args) => {
                write!(f, "{name}(")?;
                for (i, a) in args.iter().enumerate() {
                    if i > 0 {
                        write!(f, ", ")?;
                    }
                    write!(f, "{a}")?;
                }
                write!(f, ")")
            }
        }
    }
}

fn parse(text: &str) -> Parse<Expr> {
    let tokens = Lexer::new(text).collect::<Result<Vec<Token>, _>>()?;
    let mut p = Parser { tokens, pos: 0 };
    let e = p.expr(0)?;
    match p.peek() {
        None => Ok(e),
        Some(t) => Err(ParseError::Unexpected(t.clone())),
    }
}

fn main() {
    let scale = 10.0;
    let mut env = Env { vars: HashMap::new(), funs: HashMap::new() };
    env.vars.insert("x".into(), 3.0);
    env.vars.insert("half".to_owned(), 0.5);
    env.funs.insert("max", Box::new(|a| a.iter().copied().fold(f64::MIN, f64::max)));
    env.funs.insert("sum", Box::new(|a| a.iter().sum()));
    env.funs.insert("scaled", Box::new(move |a| a.first().map_or(0.0, |v| v * scale)));
    for line in [
        "1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-x ^ 2", "10 / (x - 3)", "max(1, x, half * 8)", "sum()", "scaled(half) - 1",
        "1 + ", "4 $ 4", "1.2.3", "y", "foo(1)", "(1", "1 2",
    ] {
        match parse(line) {
            Ok(e) => match env.eval(&e) {
                Ok(v) => println!("{line:<22} = {v:<8} {e}"),
                Err(why) => println!("{line:<22} ! {why}"),
            },
            Err(e) => println!("{line:<22} ? {e}"),
        }
    }
}
