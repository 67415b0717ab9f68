// A field is moved out, then the whole is used.
struct Name(&'static str);

struct Person {
    name: Name,
    age: u32,
}

fn show(p: Person) {
    println!("{} {}", p.name.0, p.age);
}

fn main() {
    let p = Person { name: Name("Ada"), age: 36 };
    let name = p.name;
    println!("{}", name.0);
    show(p); //~ ERROR E0382
}
