// A struct variant without that field.
enum Event {
    Click { x: i32, y: i32 },
}

fn main() {
    let e = Event::Click { x: 1, y: 2, button: 3 }; //~ ERROR E0559
}
