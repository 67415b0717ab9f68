// A panic while an array is cloned drops the elements that were cloned before it, and then the array.

struct Noted(u32);

impl Drop for Noted {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

impl Clone for Noted {
    fn clone(&self) -> Noted {
        println!("clone {}", self.0);
        assert!(self.0 != 2, "two is not to be cloned");
        Noted(self.0 + 10)
    }
}

fn main() {
    let few = [Noted(0), Noted(1)];
    let copy = few.clone();
    println!("{} {}", copy[0].0, few[1].0);
    let nested = [[Noted(5), Noted(6)], [Noted(1), Noted(2)]];
    let copy = nested.clone();
    println!("{}", copy[0][0].0);
}
