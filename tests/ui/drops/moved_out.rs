// Nothing is moved out of what has a destructor.
struct Door {
    name: String,
    number: u32,
}

impl Drop for Door {
    fn drop(&mut self) {}
}

enum Gate {
    Open(String),
    Shut,
}

impl Drop for Gate {
    fn drop(&mut self) {}
}

fn field(door: Door) -> String {
    door.name //~ ERROR E0509
}

fn copied(door: Door) -> u32 {
    door.number
}

fn pattern(door: Door) -> String {
    let Door { name, number: _ } = door; //~ ERROR E0509
    name
}

fn borrowed(door: Door) -> usize {
    let Door { ref name, number: _ } = door;
    name.len()
}

fn base(door: Door) -> Door {
    Door { number: 1, ..door } //~ ERROR E0509
}

fn within(doors: (Door, Door)) -> String {
    doors.0.name //~ ERROR E0509
}

fn boxed(door: Box<Door>) -> String {
    door.name //~ ERROR E0509
}

fn matched(gate: Gate) -> String {
    if let Gate::Open(name) = gate { name } else { String::new() } //~ ERROR E0509
}

fn captured(door: Door) -> impl FnOnce() -> String {
    move || door.name //~ ERROR E0509
}

fn main() {
    let door = || Door { name: String::from("front"), number: 1 };
    println!("{} {} {} {}", field(door()), copied(door()), pattern(door()), borrowed(door()));
    println!("{} {} {}", base(door()).number, within((door(), door())), boxed(Box::new(door())));
    println!("{} {} {}", matched(Gate::Open(String::new())), matched(Gate::Shut), captured(door())());
}
