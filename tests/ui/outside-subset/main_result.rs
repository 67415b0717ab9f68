fn main() -> Result<(), i32> { //~ ERROR S0018
    Ok(())
}
