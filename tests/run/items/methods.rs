// Methods by value, by reference, by mutable reference; associated functions; autoref through references; chaining.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Matrix {
    cells: [[i64; 2]; 2],
}

impl Matrix {
    const IDENTITY: Self = Self { cells: [[1, 0], [0, 1]] };

    fn times(self, other: &Matrix) -> Matrix {
        let mut cells = [[0; 2]; 2];
        for i in 0..2 {
            for j in 0..2 {
                for k in 0..2 {
                    cells[i][j] += self.cells[i][k] * other.cells[k][j];
                }
            }
        }
        Matrix { cells }
    }

    fn power(&self, mut exponent: u32) -> Matrix {
        let mut base = *self;
        let mut result = Self::IDENTITY;
        while exponent > 0 {
            if exponent & 1 == 1 {
                result = result.times(&base);
            }
            base = base.times(&base);
            exponent >>= 1;
        }
        result
    }

    fn clear(&mut self) -> &mut Self {
        self.cells = [[0; 2]; 2];
        self
    }

    fn set(&mut self, row: usize, column: usize, value: i64) -> &mut Self {
        self.cells[row][column] = value;
        self
    }
}

struct Stack {
    items: [i32; 8],
    len: usize,
}

impl Stack {
    fn new() -> Stack {
        Stack { items: [0; 8], len: 0 }
    }

    fn push(&mut self, item: i32) -> bool {
        if self.len == self.items.len() {
            return false;
        }
        self.items[self.len] = item;
        self.len += 1;
        true
    }

    fn pop(&mut self) -> Option<i32> {
        if self.len == 0 {
            None
        } else {
            self.len -= 1;
            Some(self.items[self.len])
        }
    }

    fn peek(&self) -> Option<&i32> {
        if self.len == 0 { None } else { Some(&self.items[self.len - 1]) }
    }
}

fn main() {
    let fib = Matrix { cells: [[1, 1], [1, 0]] };
    println!("{}", fib.power(50).cells[0][1]);
    let by_reference = &&fib;
    println!("{:?}", by_reference.power(3));
    println!("{}", Matrix::power(&fib, 10).cells[0][1]);
    let mut m = fib.clone();
    m.clear().set(0, 1, 5).set(1, 0, -5);
    println!("{m:?} {}", m == fib);
    let mut stack = Stack::new();
    for i in 0..10 {
        if !stack.push(i * i) {
            println!("full at {i}");
        }
    }
    println!("{:?} {:?} {:?}", stack.pop(), stack.pop(), stack.peek());
    while let Some(item) = stack.pop() {
        print!("{item} ");
    }
    println!("{:?}", stack.pop());
}
