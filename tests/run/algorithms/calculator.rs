// A tokenizer and a recursive-descent evaluator over the bytes of a line.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Token {
    Number(i64),
    Symbol(u8),
    End,
}

#[derive(Debug, PartialEq, Clone, Copy)]
enum Error {
    Unexpected { token: Token, at: usize },
    BadByte(u8),
    DivisionByZero,
    TooLarge,
}

type Answer = Result<i64, Error>;

struct Parser<'a> {
    text: &'a [u8],
    at: usize,
    start: usize,
    token: Token,
}

impl<'a> Parser<'a> {
    fn new(text: &'a str) -> Self {
        Parser { text: text.as_bytes(), at: 0, start: 0, token: Token::End }
    }

    fn advance(&mut self) -> Result<(), Error> {
        while let Some(b' ' | b'\t') = self.text.get(self.at) {
            self.at += 1;
        }
        self.start = self.at;
        let Some(&byte) = self.text.get(self.at) else {
            self.token = Token::End;
            return Ok(());
        };
        self.token = match byte {
            b'0'..=b'9' => {
                let mut value = 0i64;
                while self.at < self.text.len() && self.text[self.at].is_ascii_digit() {
                    let digit = (self.text[self.at] - b'0') as i64;
                    let Some(tenfold) = value.checked_mul(10) else { return Err(Error::TooLarge) };
                    let Some(sum) = tenfold.checked_add(digit) else { return Err(Error::TooLarge) };
                    value = sum;
                    self.at += 1;
                }
                Token::Number(value)
            }
            b'+' | b'-' | b'*' | b'/' | b'%' | b'^' | b'(' | b')' => {
                self.at += 1;
                Token::Symbol(byte)
            }
            other => return Err(Error::BadByte(other)),
        };
        Ok(())
    }

    fn unexpected(&self) -> Answer {
        Err(Error::Unexpected { token: self.token, at: self.start })
    }

    /// `sum = product (("+" | "-") product)*`
    fn sum(&mut self) -> Answer {
        let mut left = self.product();
        while let (Ok(a), Token::Symbol(operator @ (b'+' | b'-'))) = (left, self.token) {
            left = match self.advance() {
                Err(error) => Err(error),
                Ok(()) => match (operator, self.product()) {
                    (b'+', Ok(b)) => a.checked_add(b).ok_or(Error::TooLarge),
                    (_, Ok(b)) => a.checked_sub(b).ok_or(Error::TooLarge),
                    (_, error) => error,
                },
            };
        }
        left
    }

    /// `product = power (("*" | "/" | "%") power)*`
    fn product(&mut self) -> Answer {
        let mut value = match self.power() {
            Ok(value) => value,
            error => return error,
        };
        loop {
            let Token::Symbol(operator @ (b'*' | b'/' | b'%')) = self.token else { return Ok(value) };
            if let Err(error) = self.advance() {
                return Err(error);
            }
            let right = match self.power() {
                Ok(right) => right,
                error => return error,
            };
            let result = match operator {
                b'*' => value.checked_mul(right),
                _ if right == 0 => return Err(Error::DivisionByZero),
                b'/' => value.checked_div(right),
                _ => value.checked_rem(right),
            };
            value = match result {
                Some(value) => value,
                None => return Err(Error::TooLarge),
            };
        }
    }

    /// `power = atom ("^" power)?`
    fn power(&mut self) -> Answer {
        let base = match self.atom() {
            Ok(base) => base,
            error => return error,
        };
        if self.token != Token::Symbol(b'^') {
            return Ok(base);
        }
        match self.advance() {
            Ok(()) => {}
            Err(error) => return Err(error),
        }
        match self.power() {
            Ok(exponent @ 0..=62) => base.checked_pow(exponent as u32).ok_or(Error::TooLarge),
            Ok(_) => Err(Error::TooLarge),
            error => error,
        }
    }

    fn atom(&mut self) -> Answer {
        match self.token {
            Token::Number(n) => match self.advance() {
                Ok(()) => Ok(n),
                Err(error) => Err(error),
            },
            Token::Symbol(b'-') => match self.advance() {
                Ok(()) => match self.atom() {
                    Ok(n) => Ok(-n),
                    error => error,
                },
                Err(error) => Err(error),
            },
            Token::Symbol(b'(') => {
                if let Err(error) = self.advance() {
                    return Err(error);
                }
                let inner = self.sum();
                if inner.is_ok() && self.token != Token::Symbol(b')') {
                    return self.unexpected();
                }
                match (inner, self.advance()) {
                    (Ok(_), Err(error)) => Err(error),
                    (inner, _) => inner,
                }
            }
            _ => self.unexpected(),
        }
    }
}

fn evaluate(text: &str) -> Answer {
    let mut parser = Parser::new(text);
    if let Err(error) = parser.advance() {
        return Err(error);
    }
    let value = parser.sum();
    if value.is_ok() && parser.token != Token::End { parser.unexpected() } else { value }
}

fn main() {
    let lines = [
        "1 + 2 * 3",
        "(1 + 2) * 3",
        "2 ^ 3 ^ 2 - 512",
        "-(4 - 10) % 4",
        "100 / 7 / 2",
        "10 - 3 - 2",
        "((((7))))",
        "9223372036854775807 + 1",
        "9223372036854775808",
        "2 ^ 62",
        "2 ^ 63",
        "1 / (2 - 2)",
        "1 + ",
        "(1 + 2",
        "1 2",
        "3 $ 4",
        "",
        "--5",
    ];
    for i in 0..lines.len() {
        match evaluate(lines[i]) {
            Ok(value) => println!("{} = {value}", lines[i]),
            Err(Error::Unexpected { token: Token::End, at }) => println!("{}: ends too early, at {at}", lines[i]),
            Err(Error::Unexpected { token, at }) => println!("{}: unexpected {token:?} at {at}", lines[i]),
            Err(Error::BadByte(byte)) => println!("{}: what is {:?}?", lines[i], byte as char),
            Err(error) => println!("{}: {error:?}", lines[i]),
        }
    }
}
