// A method that does not exist.
struct Lamp {
    on: bool,
}

impl Lamp {
    fn toggle(&mut self) {
        self.on = !self.on;
    }
}

fn main() {
    let mut lamp = Lamp { on: false };
    lamp.toggle();
    lamp.explode(); //~ ERROR E0599
}
