// A calculator for the lines under Input: numbers go onto a stack, and
// operators take two from it. Beside it the bytecode of the program
// itself does the same. Step by line with the memory in view and see
// the vector grow and shrink.

use std::io;

/// Computes an expression in which an operator follows its operands: `1 2 + 3 *` is (1 + 2) * 3.
fn compute(line: &str) -> Result<f64, String> {
    let mut stack = Vec::new();
    for word in line.split_whitespace() {
        if let Ok(number) = word.parse::<f64>() {
            stack.push(number);
            continue;
        }
        let (Some(right), Some(left)) = (stack.pop(), stack.pop()) else {
            return Err(format!("{word} needs two operands"));
        };
        stack.push(match word {
            "+" => left + right,
            "-" => left - right,
            "*" => left * right,
            "/" => left / right,
            _ => return Err(format!("{word} is no operator")),
        });
    }
    match stack[..] {
        [result] => Ok(result),
        _ => Err(format!("{} values are left", stack.len())),
    }
}

fn main() {
    let mut line = String::new();
    while io::stdin().read_line(&mut line).is_ok_and(|length| length > 0) {
        let text = line.trim_end();
        match compute(text) {
            Ok(result) => println!("{text} = {result}"),
            Err(reason) => println!("{text}: {reason}"),
        }
        line.clear();
    }
}
