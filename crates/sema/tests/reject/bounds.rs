// Requirements that are not met.
struct S;

fn main() {
    println!("{}", S); //~ ERROR E0277
    println!("{S:?}", S = S); //~ ERROR E0277
    let s = S;
    println!("{s}"); //~ ERROR E0277
    assert_eq!(S, S); //~ ERROR E0277 E0277 E0369
    for _ in 5 {} //~ ERROR E0277
    for _ in 0.0..1.0 {} //~ ERROR E0277
    let unsized_value = *"text"; //~ ERROR E0277
    let _ = [S; 2]; //~ ERROR E0277
    let _ = "5".parse::<S>(); //~ ERROR E0277
}
