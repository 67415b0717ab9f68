// State machines: a traffic light, a vending machine, a recogniser of numbers driven by a table.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Light {
    Red { waited: u8 },
    RedAmber,
    Green { cars: u32 },
    Amber,
}

impl Light {
    fn next(self, cars_waiting: u32) -> Light {
        use Light::*;
        match self {
            Red { waited } if waited < 2 && cars_waiting == 0 => Red { waited: waited + 1 },
            Red { .. } => RedAmber,
            RedAmber => Green { cars: 0 },
            Green { cars } if cars + cars_waiting < 5 => Green { cars: cars + cars_waiting.max(1) },
            Green { .. } => Amber,
            Amber => Red { waited: 0 },
        }
    }
}

enum Event {
    Coin(u32),
    Choose { price: u32, name: &'static str },
    Refund,
}

enum Machine {
    Idle,
    Paid(u32),
    Broken(&'static str),
}

impl Machine {
    fn handle(self, event: &Event) -> Machine {
        match (self, event) {
            (Machine::Broken(why), _) => Machine::Broken(why),
            (_, Event::Coin(0)) => Machine::Broken("a button was put in"),
            (Machine::Idle, Event::Coin(n)) => Machine::Paid(*n),
            (Machine::Paid(sum), Event::Coin(n)) => Machine::Paid(sum + n),
            (Machine::Paid(sum), &Event::Choose { price, name }) if sum >= price => {
                println!("  here is a {name}");
                match sum - price {
                    0 => Machine::Idle,
                    rest => Machine::Paid(rest),
                }
            }
            (state, Event::Choose { price, .. }) => {
                let missing = match &state {
                    Machine::Paid(sum) => price - sum,
                    _ => *price,
                };
                println!("  {missing} is missing");
                state
            }
            (Machine::Paid(sum), Event::Refund) => {
                println!("  {sum} back");
                Machine::Idle
            }
            (Machine::Idle, Event::Refund) => Machine::Idle,
        }
    }

    fn name(&self) -> &str {
        match self {
            Machine::Idle => "idle",
            Machine::Paid(n) if *n >= 100 => "rich",
            Machine::Paid(_) => "paid",
            Machine::Broken(why) => why,
        }
    }
}

const FAIL: usize = 7;
/// For each state: where a digit, a sign, a point, an `e` and anything else lead.
const TABLE: [[usize; 5]; 8] = [
    [2, 1, 3, FAIL, FAIL],
    [2, FAIL, 3, FAIL, FAIL],
    [2, FAIL, 4, 5, FAIL],
    [4, FAIL, FAIL, FAIL, FAIL],
    [4, FAIL, FAIL, 5, FAIL],
    [6, FAIL, FAIL, FAIL, FAIL],
    [6, FAIL, FAIL, FAIL, FAIL],
    [FAIL; 5],
];

fn is_number(text: &str) -> bool {
    let mut state = 0;
    let bytes = text.as_bytes();
    for i in 0..bytes.len() {
        let class = match bytes[i] {
            b'0'..=b'9' => 0,
            b'+' | b'-' => 1,
            b'.' => 2,
            b'e' | b'E' => 3,
            _ => 4,
        };
        state = TABLE[state][class];
    }
    matches!(state, 2 | 4 | 6)
}

fn main() {
    let mut light = Light::Red { waited: 0 };
    let arrivals = [0, 0, 0, 1, 2, 2, 1, 0, 0, 3, 1];
    for i in 0..arrivals.len() {
        light = light.next(arrivals[i]);
        println!("{} {light:?}", arrivals[i]);
    }
    let mut machine = Machine::Idle;
    let events = [
        Event::Choose { price: 80, name: "tea" },
        Event::Coin(50),
        Event::Choose { price: 80, name: "tea" },
        Event::Coin(50),
        Event::Choose { price: 80, name: "tea" },
        Event::Refund,
        Event::Refund,
        Event::Coin(200),
        Event::Choose { price: 200, name: "cake" },
        Event::Coin(0),
        Event::Coin(10),
    ];
    for i in 0..events.len() {
        machine = machine.handle(&events[i]);
        println!("{}", machine.name());
    }
    let texts = ["12", "-1.5", ".5e3", "+", "1e", "1.2.3", "", "7.", "e9", "0E0"];
    for i in 0..texts.len() {
        print!("{:?} {}, ", texts[i], is_number(texts[i]));
    }
    println!();
}
