// `let … else` that leaves by `break`, `continue`, `return` or a label, with several patterns.
#[derive(Debug, Clone, Copy)]
enum Event {
    Key(char),
    Click { x: i32, y: i32 },
    Resize(u16, u16),
    Quit,
}

const EVENTS: [Event; 9] = [
    Event::Key('a'),
    Event::Click { x: 3, y: 4 },
    Event::Key('!'),
    Event::Resize(80, 25),
    Event::Click { x: -1, y: 9 },
    Event::Key('z'),
    Event::Quit,
    Event::Key('b'),
    Event::Click { x: 7, y: 7 },
];

fn letters(events: &[Event]) -> u32 {
    let mut count = 0;
    for i in 0..events.len() {
        let Event::Key(c) = events[i] else { continue };
        let 'a'..='z' = c else {
            print!("not a letter: {c}; ");
            continue;
        };
        count += c as u32 - 'a' as u32 + 1;
    }
    count
}

fn until_quit(events: &[Event]) -> usize {
    let mut i = 0;
    loop {
        let Some(event) = events.get(i) else { break usize::MAX };
        let (Event::Key(_) | Event::Click { .. } | Event::Resize(..)) = event else { break i };
        i += 1;
    }
}

fn first_click(events: &[Event]) -> Option<(i32, i32)> {
    let mut rest = events;
    let (x, y) = loop {
        let [first, tail @ ..] = rest else { return None };
        rest = tail;
        let &Event::Click { x, y: y @ 5.. } = first else { continue };
        break (x, y);
    };
    Some((x, y))
}

fn matrix(rows: &[&[Option<i32>]]) -> i32 {
    let mut sum = 0;
    'rows: for r in 0..rows.len() {
        let row @ [_, _, ..] = rows[r] else {
            sum += 1000;
            continue;
        };
        for c in 0..row.len() {
            let Some(n) = row[c] else { continue 'rows };
            let 0..=100 = n else { break 'rows };
            sum += n;
        }
        sum += 10_000;
    }
    sum
}

fn digits(text: &str) -> Result<u32, usize> {
    let bytes = text.as_bytes();
    let [b'0', b'x', hex @ ..] = bytes else {
        return Err(bytes.len());
    };
    let mut value = 0;
    for i in 0..hex.len() {
        let Some(digit) = (hex[i] as char).to_digit(16) else { return Err(i) };
        value = value * 16 + digit;
    }
    Ok(value)
}

fn mutable(slot: &mut Option<[i32; 2]>) -> i32 {
    let Some([a, b]) = slot else {
        *slot = Some([1, 2]);
        return 0;
    };
    (*a, *b) = (*b, *a + *b);
    *a
}

fn main() {
    println!("{}", letters(&EVENTS));
    println!("{} {}", until_quit(&EVENTS), until_quit(&EVENTS[..6]));
    println!("{:?} {:?}", first_click(&EVENTS), first_click(&EVENTS[..4]));
    let rows: [&[Option<i32>]; 5] = [
        &[Some(1), Some(2)],
        &[Some(3)],
        &[Some(4), None, Some(5)],
        &[Some(6), Some(101), Some(7)],
        &[Some(8), Some(9)],
    ];
    println!("{} {}", matrix(&rows[..3]), matrix(&rows));
    println!("{:?} {:?} {:?} {:?}", digits("0xff"), digits("ff"), digits("0x12g"), digits("0x"));
    let mut slot = None;
    for _ in 0..6 {
        print!("{} ", mutable(&mut slot));
    }
    println!("{slot:?}");
    let (Some(n), [.., last]) = (Some(4), [1, 2, 3]) else { panic!("they match") };
    println!("{n} {last}");
    let value = 'block: {
        let Event::Resize(width, height @ 0..=30) = EVENTS[3] else { break 'block 0 };
        u32::from(width) * height as u32
    };
    println!("{value}");
    let Event::Quit = EVENTS[0] else {
        println!("ends here: {:?}", EVENTS[0]);
        return;
    };
    println!("not reached");
}
