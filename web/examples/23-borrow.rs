// Two ways to look at names. Compare how many blocks they allocate: this one borrows each name, and copies nothing.

fn is_short(name: &str) -> bool {
    name.len() < 5
}

fn main() {
    let names: Vec<String> = ["Ada", "Grace", "Alan", "Barbara", "Edsger"].iter().map(|name| name.to_string()).collect();
    let mut short = 0;
    for _ in 0..100 {
        for name in &names {
            if is_short(name) {
                short += 1;
            }
        }
    }
    println!("{short}");
}
