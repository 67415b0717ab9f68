fn parse() -> Result<(), Box<dyn std::error::Error>> {
    "5".parse()?; //~ ERROR E0277
    Ok(())
}

fn make() {
    let _x = if true { Default::default() } else { return }; //~ ERROR E0277
}

fn main() {
    parse().unwrap();
    make();
}
