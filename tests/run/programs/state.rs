use std::fmt::Debug;

#[derive(Debug, Clone, PartialEq)]
enum State {
    Idle,
    Selecting { coins: u32 },
    Dispensing { item: &'static str, change: u32 },
    Broken(String),
}

#[derive(Debug, Clone, Copy)]
enum Event {
    Coin(u32),
    Choose(u8),
    Done,
    Refund,
    Kick,
}

#[derive(Debug)]
struct Machine {
    state: State,
    stock: [(&'static str, u32, u8); 3],
    log: Vec<String>,
    kicks: u8,
}

impl Machine {
    fn new() -> Self {
        Machine {
            state: State::Idle,
            stock: [("water", 100, 2), ("juice", 180, 1), ("gum", 50, 0)],
            log: Vec::with_capacity(8),
            kicks: 0,
        }
    }

    fn handle(&mut self, event: Event) -> &State {
        let next = match (std::mem::replace(&mut self.state, State::Idle), event) {
            (State::Broken(why), _) => State::Broken(why),
            (_, Event::Kick) if self.kicks >= 1 => State::Broken("kicked too often".to_string()),
            (state, Event::Kick) => {
                self.kicks += 1;
                state
            }
            (State::Idle, Event::Coin(c @ (1 | 2 | 5))) => {
                self.note(format!("small coin {c}"));
                State::Selecting { coins: c }
            }
            (State::Idle, Event::Coin(c)) => State::Selecting { coins: c },
            (State::Selecting { coins }, Event::Coin(more)) => State::Selecting { coins: coins + more },
            (State::Selecting { coins }, Event::Choose(i)) => match self.stock.get_mut(i as usize) {
                None => State::Selecting { coins },
                Some((name, _, 0)) => {
                    let line = format!("{name} is sold out");
                    self.log.push(line);
                    State::Selecting { coins }
                }
                Some((_, price, _)) if *price > coins => {
                    let missing = *price - coins;
                    self.log.push(format!("{missing} more"));
                    State::Selecting { coins }
                }
                Some(&mut (item, price, ref mut left)) => {
                    *left -= 1;
                    State::Dispensing { item, change: coins - price }
                }
            },
            (State::Selecting { coins: change }, Event::Refund) => State::Dispensing { item: "nothing", change },
            (State::Dispensing { change: 0, .. }, Event::Done) => State::Idle,
            (State::Dispensing { item, change }, Event::Done) => {
                self.note(format!("{item} and {change} back"));
                State::Idle
            }
            (state @ State::Dispensing { .. }, e) => {
                self.note(format!("ignored {e:?}"));
                state
            }
            (state, _) => state,
        };
        self.state = next;
        &self.state
    }

    fn note(&mut self, line: String) {
        self.log.push(line);
    }
}

fn show_all<T: Debug>(items: &[T]) {
    match items {
        [] => println!("nothing"),
        [one] => println!("only {one:?}"),
        [first, .., last] => println!("{} from {first:?} to {last:?}", items.len()),
    }
}

fn main() {
    use Event::*;
    let mut m = Machine::new();
    let events = [
        Done, Coin(50), Choose(9), Choose(2), Choose(0), Coin(60), Choose(0), Coin(1), Done, Coin(200), Choose(1), Done, Coin(5),
        Coin(200), Choose(1), Refund, Done, Kick, Kick, Coin(1),
    ];
    for e in events {
        let before = m.state.clone();
        let after = m.handle(e);
        let mark = if before == *after { '=' } else { '>' };
        println!("{:<12} {mark} {after:?}", format!("{e:?}"));
    }
    for (i, line) in m.log.iter().enumerate() {
        println!("{i:02}: {line}");
    }
    show_all::<u8>(&[]);
    show_all(&events[..1]);
    show_all(&m.stock);
    println!("{:#?}", m.state);
}
