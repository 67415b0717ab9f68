// What a condition made before `||` is dropped once, whichever side decides.
struct Noisy(u32);

impl Drop for Noisy {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn say(x: bool) -> bool {
    println!("asked {x}");
    x
}

fn main() {
    for n in 0..4 {
        if let Noisy(k) = Noisy(n)
            && (say(k > 1) || say(k == 0))
        {
            println!("in {k}");
        } else {
            println!("out");
        }
        if let _ = vec![say(true), n > 2] && ((say(n == 3) && say(n == 1)) || say(n == 2)) {
            println!("vec {n}");
        }
        let mut left = 2;
        while let Some(Noisy(k)) = (left > 0).then(|| Noisy(10 + left))
            && (say(k == 12) || say(n == 2))
        {
            left -= 1;
        }
        let flag = say(n == 0) || Noisy(20 + n).0 == 22 || say(false);
        println!("{flag}");
    }
}
