fn main() {
    let a = 1é1; //~ ERROR syntax
    let b = 1_418.0é; //~ ERROR syntax
    let c = 7u7; //~ ERROR syntax
    let d = 7.0i32; //~ ERROR syntax
    let e = 7.0f7; //~ ERROR syntax
}
