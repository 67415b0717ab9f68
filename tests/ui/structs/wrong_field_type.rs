// The fields' types are checked.
struct Person {
    name: &'static str,
    age: u8,
}

fn main() {
    let p = Person { name: 'A', age: "12" }; //~ ERROR E0308, E0308
    println!("{} {}", p.name, p.age);
}
