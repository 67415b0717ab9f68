struct Tagged<const N: u128>; //~ ERROR S0001

fn main() {
    let _tagged = Tagged::<5>;
}
