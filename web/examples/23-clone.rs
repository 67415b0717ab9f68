// Two ways to look at names. Compare how many blocks they allocate: this one takes a copy of each name to look at it.

fn is_short(name: String) -> bool {
    name.len() < 5
}

fn main() {
    let names: Vec<String> = ["Ada", "Grace", "Alan", "Barbara", "Edsger"].iter().map(|name| name.to_string()).collect();
    let mut short = 0;
    for _ in 0..100 {
        for name in &names {
            if is_short(name.clone()) {
                short += 1;
            }
        }
    }
    println!("{short}");
}
