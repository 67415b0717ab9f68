//! A panic's column is one of the screen, as rustc counts them: a tab takes four, `日` takes two, what joins emoji takes none.

fn main() {
	let words = ["日本", "é", "é", "👨‍👩", "ｱ"]; let lens: Vec<usize> = words.iter().map(|w| w.len()).collect();	println!("{} {lens:?}", column!());
	let wide = "日本é‍👨‍👩éｱ"; let one = [1u8];	println!("{}", one[wide.len()]);
}
