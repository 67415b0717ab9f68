// Everything outside is named in one run.
async fn later() {} //~ ERROR S0009

fn apply(f: fn(i32) -> i32) -> i32 {
    f(2)
}

fn main() {
    println!("{}", apply(|x| x + 1)); //~ ERROR S0003
    let s = String::new(); //~ ERROR S0005
    let v = vec![1]; //~ ERROR S0026
    println!("{} {}", s.len(), v.len());
}
