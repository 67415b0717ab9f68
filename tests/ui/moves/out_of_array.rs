// Nothing moves out of an array by index.
struct Data(u32);

fn main() {
    let a = [Data(1), Data(2)];
    let i = 1;
    let d = a[i]; //~ ERROR E0508
    println!("{}", d.0);
}
