// Why 0.1 + 0.2 is not 0.3: none of the three can be written in
// binary with finitely many digits, so each is rounded, and the sum
// is rounded once more. Printing shows the shortest decimal that
// leads back to the same number, which is how the error comes to
// light.

fn main() {
    let sum = 0.1 + 0.2;
    println!("0.1 + 0.2 = {sum}");
    println!("equal to 0.3? {}", sum == 0.3);
    println!("with 20 digits: {:.20}", 0.1);
    println!("                {:.20}", sum);
    println!("                {:.20}", 0.3);
    println!("in f32: {}", 0.1_f32 + 0.2_f32);

    // Ten tenths are not one either; the order of a sum matters, too.
    let mut tenths = 0.0;
    for _ in 0..10 {
        tenths += 0.1;
    }
    println!("ten tenths: {tenths}");
    println!("{} is not {}", (1e16 + 1.0) + 1.0, 1e16 + (1.0 + 1.0));

    // Not a number is equal to nothing, itself included; zero has a sign.
    let zero = 0.0;
    let not_a_number: f64 = zero / zero;
    println!("{not_a_number} == {not_a_number}? {}", not_a_number == not_a_number);
    println!("1 / 0 = {}, 1 / -0 = {}", 1.0 / zero, 1.0 / -zero);
}
