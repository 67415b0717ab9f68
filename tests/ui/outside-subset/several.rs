// Everything outside is named in one run.
async fn later() {} //~ ERROR S0009

static mut COUNT: i32 = 0; //~ ERROR S0016

fn main() {
    let t = std::thread::current(); //~ ERROR S0005
    let p = &raw const t; //~ ERROR S0013
    println!("{}", env!("HOME")); //~ ERROR S0026
}
