// A parameter of a trait may have `Self` as its default.
trait Scale<By = Self> {
    type Output;
    fn scale(self, by: By) -> Self::Output;
}

impl Scale for i32 {
    type Output = i32;
    fn scale(self, by: i32) -> i32 {
        self * by
    }
}
impl Scale<i32> for f64 {
    type Output = f64;
    fn scale(self, by: i32) -> f64 {
        self * f64::from(by)
    }
}
fn main() {
    println!("{} {}", 3.scale(4), 1.5.scale(2));
}
