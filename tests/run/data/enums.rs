// Enums with and without data, discriminants, nesting, methods.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Direction {
    North,
    East,
    South,
    West,
}

impl Direction {
    fn turn_right(self) -> Self {
        match self {
            Direction::North => Direction::East,
            Direction::East => Direction::South,
            Direction::South => Direction::West,
            Direction::West => Direction::North,
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Shape {
    Circle(f64),
    Rectangle { width: f64, height: f64 },
    Triangle(f64, f64, f64),
    Empty,
}

impl Shape {
    fn area(&self) -> f64 {
        match self {
            Shape::Circle(r) => 3.0 * r * r,
            Shape::Rectangle { width, height } => width * height,
            Shape::Triangle(a, b, c) => {
                let s = (a + b + c) / 2.0;
                (s * (s - a) * (s - b) * (s - c)).sqrt()
            }
            Shape::Empty => 0.0,
        }
    }

    fn grow(&mut self, factor: f64) {
        match self {
            Shape::Circle(r) => *r *= factor,
            Shape::Rectangle { width, height } => {
                *width *= factor;
                *height *= factor;
            }
            Shape::Triangle(a, b, c) => {
                *a *= factor;
                *b *= factor;
                *c *= factor;
            }
            Shape::Empty => {}
        }
    }
}

enum Status {
    Ok = 200,
    NotFound = 404,
    Broken = -1,
}

#[derive(Debug)]
enum Command {
    Move(Direction, u32),
    Say { text: &'static str, loud: bool },
    Wait,
}

fn run(command: &Command) -> u32 {
    match command {
        Command::Move(Direction::North, n) => *n,
        Command::Move(direction, n) if *n > 5 => {
            println!("far {direction:?}");
            n * 2
        }
        Command::Move(_, n) => n + 100,
        Command::Say { loud: true, text } => {
            println!("{text}!");
            1
        }
        Command::Say { text, .. } => {
            println!("{text}");
            2
        }
        Command::Wait => 0,
    }
}

fn main() {
    let mut d = Direction::North;
    for _ in 0..5 {
        print!("{d:?} ");
        d = d.turn_right();
    }
    println!("{}", d == Direction::East);
    let mut shapes =
        [Shape::Circle(2.0), Shape::Rectangle { width: 3.0, height: 4.5 }, Shape::Triangle(3.0, 4.0, 5.0), Shape::Empty];
    for i in 0..shapes.len() {
        shapes[i].grow(2.0);
        println!("{:?} {}", shapes[i], shapes[i].area());
    }
    println!("{}", shapes[3] == Shape::Empty);
    println!("{} {} {}", Status::Ok as i32, Status::NotFound as u16, Status::Broken as i64);
    println!("{} {}", Direction::South as u8, Direction::West as usize);
    let commands = [
        Command::Move(Direction::North, 3),
        Command::Move(Direction::East, 9),
        Command::Move(Direction::West, 1),
        Command::Say { text: "hello", loud: true },
        Command::Say { text: "bye", loud: false },
        Command::Wait,
    ];
    let mut total = 0;
    for i in 0..commands.len() {
        total += run(&commands[i]);
    }
    println!("{total}");
    println!("{:#?}", commands[3]);
}
