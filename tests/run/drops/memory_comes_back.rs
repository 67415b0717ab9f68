// What is dropped gives its memory back: in all, these loops get more memory than any engine has.
const PART: usize = 8 << 20;

struct Holder {
    text: String,
    parts: Vec<Vec<u8>>,
}

enum Tree {
    Leaf(Vec<u8>),
    Fork(Box<Tree>, Box<Tree>),
}

fn buffer() -> Vec<u8> {
    let mut v = Vec::with_capacity(PART);
    v.push(1);
    v
}

fn tree(depth: u32) -> Tree {
    if depth == 0 { Tree::Leaf(buffer()) } else { Tree::Fork(Box::new(tree(depth - 1)), Box::new(tree(depth - 1))) }
}

fn leaves(tree: &Tree) -> usize {
    match tree {
        Tree::Leaf(v) => v.len(),
        Tree::Fork(a, b) => leaves(a) + leaves(b),
    }
}

fn early(n: usize) -> Result<usize, String> {
    let kept = buffer();
    let n = if n % 2 == 0 { Err(String::with_capacity(PART)) } else { Ok(n) }?;
    let more = buffer();
    Ok(n + kept.len() + more.len())
}

fn main() {
    let mut total = 0;
    for round in 0..150 {
        let mut holder = Holder { text: String::with_capacity(PART), parts: vec![buffer(), buffer()] };
        holder.text.push('x');
        holder.parts[0] = buffer();
        let part = holder.parts.remove(1);
        let call = move || part.len();
        total += call() + holder.text.len();
        let taken = std::mem::take(&mut holder.text);
        holder.text = taken + "y";
        total += leaves(&tree(2)) + early(round).unwrap_or(0);
        let mut rest = vec![buffer(), buffer(), buffer()].into_iter();
        total += rest.next().map_or(0, |v| v.len());
        let mut drained = vec![buffer(), buffer(), buffer()];
        total += drained.drain(1..).map(|v| v.len()).sum::<usize>();
        drained.truncate(0);
        let boxed = Box::new((buffer(), buffer()));
        let one = boxed.1;
        if round % 3 == 0 {
            continue;
        }
        let array = [Some(buffer()), None, Some(one)];
        total += array.into_iter().flatten().map(|v| v.len()).sum::<usize>();
        let mut list = buffer();
        list = [list, buffer()].concat();
        total += list.len();
    }
    println!("{total}");

    // Many small ones.
    let mut words = 0;
    for round in 0..400u32 {
        let texts: Vec<String> = (0..20).map(|i| format!("{round}-{i}")).collect();
        let boxes: Vec<Box<u32>> = texts.iter().map(|t| Box::new(t.len() as u32)).collect();
        words += boxes.iter().map(|b| **b).sum::<u32>();
    }
    println!("{words}");
}
