// A shift by a reference by too many places: std's own source reports it.

fn main() {
    let mut mask = 1u32;
    for places in &[3u8, 4, 31, 32] {
        println!("{} {}", mask << places, 5i128 >> places);
        mask >>= &0u64;
    }
}
