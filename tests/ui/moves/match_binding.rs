// A binding by value moves out of what is matched.
struct Data(u32);

fn main() {
    let x = Some(Data(1));
    match x {
        Some(d) => println!("{}", d.0),
        None => println!("none"),
    }
    println!("{}", x.is_some()); //~ ERROR E0382
}
