// Tables filled step by step: shortest paths in a graph, a maze, the edit distance, a knapsack, making change.
const NODES: usize = 6;
const FAR: u32 = u32::MAX;

fn dijkstra(edges: &[(usize, usize, u32)], from: usize) -> ([u32; NODES], [Option<usize>; NODES]) {
    let mut weights = [[FAR; NODES]; NODES];
    for i in 0..edges.len() {
        let (a, b, weight) = edges[i];
        weights[a][b] = weight;
        weights[b][a] = weight;
    }
    let mut distance = [FAR; NODES];
    let mut before = [None; NODES];
    let mut done = [false; NODES];
    distance[from] = 0;
    loop {
        let mut nearest = None;
        for node in 0..NODES {
            nearest = match nearest {
                _ if done[node] || distance[node] == FAR => nearest,
                Some(other) if distance[other] <= distance[node] => nearest,
                _ => Some(node),
            };
        }
        let Some(node) = nearest else { return (distance, before) };
        done[node] = true;
        for next in 0..NODES {
            if let Some(through) = distance[node].checked_add(weights[node][next])
                && through < distance[next]
            {
                distance[next] = through;
                before[next] = Some(node);
            }
        }
    }
}

fn print_path(before: &[Option<usize>; NODES], to: usize) {
    if let Some(previous) = before[to] {
        print_path(before, previous);
        print!("-");
    }
    print!("{}", (b'A' + to as u8) as char);
}

fn maze(rows: &[&[u8]], start: (usize, usize), goal: (usize, usize)) -> Option<u32> {
    let mut queue = [(0, 0); 64];
    let mut steps = [[None; 8]; 8];
    let (mut head, mut tail) = (0, 1);
    queue[0] = start;
    steps[start.0][start.1] = Some(0u32);
    while head < tail {
        let (y, x) = queue[head];
        head += 1;
        if (y, x) == goal {
            return steps[y][x];
        }
        let moves = [(0, 1), (1, 0), (0, -1), (-1, 0isize)];
        for i in 0..4 {
            let (dy, dx): (isize, isize) = moves[i];
            let (Some(y1), Some(x1)) = (y.checked_add_signed(dy), x.checked_add_signed(dx)) else { continue };
            match rows.get(y1) {
                Some(row) if x1 < row.len() && row[x1] != b'#' && steps[y1][x1].is_none() => {}
                _ => continue,
            }
            steps[y1][x1] = match steps[y][x] {
                Some(n) => Some(n + 1),
                None => unreachable!("what is in the queue was reached"),
            };
            queue[tail] = (y1, x1);
            tail += 1;
        }
    }
    None
}

fn edit_distance(a: &str, b: &str) -> usize {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut row = [0; 16];
    for j in 0..=b.len() {
        row[j] = j;
    }
    for i in 0..a.len() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for j in 0..b.len() {
            let substitution = diagonal + usize::from(a[i] != b[j]);
            diagonal = row[j + 1];
            row[j + 1] = substitution.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

fn knapsack(items: &[(usize, u32)], capacity: usize) -> u32 {
    let mut best = [0; 51];
    for i in 0..items.len() {
        let (weight, value) = items[i];
        let mut room = capacity;
        while room >= weight {
            best[room] = best[room].max(best[room - weight] + value);
            room -= 1;
        }
    }
    best[capacity]
}

fn change(coins: &[usize], amount: usize) -> u64 {
    let mut ways = [0; 101];
    ways[0] = 1;
    for i in 0..coins.len() {
        for sum in coins[i]..=amount {
            ways[sum] += ways[sum - coins[i]];
        }
    }
    ways[amount]
}

fn main() {
    let edges = [(0, 1, 7), (0, 2, 9), (0, 5, 14), (1, 2, 10), (1, 3, 15), (2, 3, 11), (2, 5, 2)];
    let (distance, before) = dijkstra(&edges, 0);
    println!("{distance:?}");
    println!("{before:?}");
    for node in 0..NODES {
        print_path(&before, node);
        print!(" ");
    }
    println!();
    let rows: [&[u8]; 5] = [b"..#....", ".#...#.".as_bytes(), b"...#.#.", b".#.#.#.", b".#...#."];
    println!("{:?} {:?}", maze(&rows, (0, 0), (4, 6)), maze(&rows, (0, 0), (4, 4)));
    println!("{:?}", maze(&[b".#.", b"#.."], (0, 0), (0, 2)));
    println!("{} {} {}", edit_distance("kitten", "sitting"), edit_distance("", "abc"), edit_distance("flaw", "lawn"));
    println!("{}", knapsack(&[(10, 60), (20, 100), (30, 120)], 50));
    println!("{} {}", change(&[1, 2, 5, 10, 20, 50], 100), change(&[50, 25, 10], 65));
}
