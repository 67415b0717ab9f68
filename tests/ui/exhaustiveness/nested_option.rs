// A case deep inside.
fn main() {
    let x: Option<Option<bool>> = Some(None);
    match x { //~ ERROR E0004
        None => println!("none"),
        Some(Some(true)) => println!("true"),
        Some(None) => println!("inner none"),
    }
}
