fn main() {
    let values = [1, 2, 3];
    assert!(values[0] < values[1] && values[1] > values[2]);
}
