// A panic deep in calls, inside of an argument, after output on both streams and half a line.
#[derive(Debug)]
struct Level {
    depth: u32,
    path: [u8; 4],
}

impl Level {
    fn down(&mut self, by: u32) -> u32 {
        self.depth += by;
        print!("{} ", self.depth);
        if self.depth > 12 {
            eprintln!("too deep");
            panic!("at {:?} with {self:?}", self.path.get(self.depth as usize));
        }
        let kept = self.path;
        self.path[self.depth as usize % 4] = self.depth as u8;
        let below = match self.depth % 3 {
            0 => self.down(1) + self.down(2),
            1 => {
                let n = self.down(3);
                n * 2
            }
            _ => other(self, 4),
        };
        self.path = kept;
        below
    }
}

fn other(level: &mut Level, n: u32) -> u32 {
    if n == 0 { level.down(1) } else { other(level, n - 1).max(n) }
}

fn main() {
    println!("before");
    eprint!("on the other stream ");
    let mut level = Level { depth: 0, path: [0; 4] };
    let result = level.down(1);
    println!("not reached: {result}");
}
