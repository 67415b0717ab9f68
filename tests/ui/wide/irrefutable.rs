fn main() {
    let n = 5u128;
    let 1.. = n; //~ ERROR E0005
}
