// A destructor is not called: not as a method, not by its path, and it is no value.
struct Door(u32);

impl Drop for Door {
    fn drop(&mut self) {
        self.0 += 1;
    }
}

fn main() {
    let mut door = Door(1);
    door.drop(); //~ ERROR E0040
    Drop::drop(&mut door); //~ ERROR E0040
    <Door as Drop>::drop(&mut door); //~ ERROR E0040
    let close = Door::drop; //~ ERROR E0040
    let mut numbers = vec![1];
    numbers.drop(); //~ ERROR E0040
    drop(door);
}
