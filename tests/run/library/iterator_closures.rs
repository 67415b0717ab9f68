use std::ops::ControlFlow;
fn main() {
    let v = vec![5, 3, 8, 1, 9, 2];
    let m: Vec<i32> = v.iter().map(|x| x * 2).collect();
    println!("{m:?}");
    println!("{:?}", v.iter().filter(|&&x| x > 2).collect::<Vec<_>>());
    println!("{:?}", v.iter().filter_map(|x| if x % 2 == 0 { Some(x.to_string()) } else { None }).collect::<Vec<String>>());
    println!("{:?}", v.iter().flat_map(|&x| 0..x).collect::<Vec<_>>());
    println!("{:?}", vec![vec![1], vec![], vec![2, 3]].into_iter().flatten().rev().collect::<Vec<_>>());
    println!("{:?}", v.iter().take_while(|x| **x != 1).collect::<Vec<_>>());
    println!("{:?}", v.iter().skip_while(|x| **x != 1).collect::<Vec<_>>());
    println!("{:?}", v.iter().map_while(|x| x.checked_sub(2)).collect::<Vec<_>>());
    println!("{:?}", v.iter().scan(0, |s, &x| { *s += x; Some(*s) }).collect::<Vec<_>>());
    let mut seen = vec![];
    let s: i32 = v.iter().inspect(|x| seen.push(**x)).sum();
    println!("{s} {seen:?}");
    println!("{:?}", v.iter().try_fold(0i32, |a, &x| a.checked_add(x)));
    println!("{:?}", v.iter().try_fold(0i8, |a, &x| a.checked_mul(100).and_then(|a| a.checked_add(x as i8))));
    let r: Result<(), String> = v.iter().try_for_each(|x| if *x == 9 { Err(format!("nine after")) } else { Ok(()) });
    println!("{r:?}");
    let c = v.iter().try_for_each(|x| if *x == 8 { ControlFlow::Break(*x) } else { ControlFlow::Continue(()) });
    println!("{c:?}");
    println!("{:?}", v.iter().copied().reduce(|a, b| a.max(b)));
    println!("{:?} {:?}", v.iter().max_by_key(|x| **x % 5), v.iter().min_by_key(|x| **x % 5));
    println!("{:?} {:?}", v.iter().max_by(|a, b| a.cmp(b)), v.iter().min_by(|a, b| b.cmp(a)));
    println!("{:?} {:?}", v.iter().position(|&x| x == 8), v.iter().rposition(|&x| x == 8));
    println!("{} {}", v.iter().any(|&x| x == 8), v.iter().all(|&x| x < 8));
    println!("{:?} {:?}", v.iter().find(|x| **x > 5), v.iter().find_map(|x| (*x > 5).then(|| x * 10)));
    let (a, b): (Vec<i32>, Vec<i32>) = v.iter().partition(|x| **x % 2 == 0);
    println!("{a:?} {b:?}");
    let (a, b): (Vec<usize>, Vec<i32>) = v.iter().copied().enumerate().unzip();
    println!("{a:?} {b:?}");
    let s: String = "hello".chars().rev().collect();
    println!("{s}");
    let o: Option<Vec<u32>> = "1234".chars().map(|c| c.to_digit(10)).collect();
    println!("{o:?}");
    let o: Option<Vec<u32>> = "12x4".chars().map(|c| c.to_digit(10)).collect();
    println!("{o:?}");
    let r: Result<Vec<i32>, _> = "1 2 x".split(' ').map(|s| s.parse::<i32>()).collect();
    println!("{r:?}");
    let mut p = v.iter().peekable();
    while let Some(x) = p.next() {
        if let Some(n) = p.peek() { print!("{x}<{n} "); }
        if let Some(y) = p.next_if(|y| **y > 7) { print!("[{y}] "); }
    }
    println!();
    let mut f = (1u32, 1u32);
    let fib: Vec<u32> = std::iter::from_fn(|| { let r = f.0; f = (f.1, f.0 + f.1); Some(r) }).take(10).collect();
    println!("{fib:?}");
    println!("{:?}", std::iter::successors(Some(1u32), |x| x.checked_mul(10)).collect::<Vec<_>>());
    let mut n = 0;
    println!("{:?}", std::iter::repeat_with(|| { n += 1; n * n }).take(5).collect::<Vec<_>>());
    println!("{:?}", std::iter::once_with(|| 7).chain(std::iter::empty()).collect::<Vec<i32>>());
    println!("{}", v.iter().map(|x| x.to_string()).collect::<Vec<_>>().join("-"));
    v.iter().rev().step_by(2).for_each(|x| print!("{x} "));
    println!();
    println!("{}", v.iter().rfold(String::new(), |s, x| s + &x.to_string()));
    println!("{:?}", v.iter().rfind(|x| **x < 5));
    println!("{:?}", (1..=3).flat_map(|x| (x..=3).map(move |y| (x, y))).collect::<Vec<_>>());
    println!("{:?}", ["a", "b"].iter().cycle().zip(1..).take(5).collect::<Vec<_>>());
    println!("{:?}", v.iter().is_sorted_by_key(|x| *x));
    println!("{:?}", (0..5).map(Some).collect::<Option<Vec<_>>>());
    println!("{:?}", [3.5f64, 1.25, 2.0].iter().cloned().fold(f64::INFINITY, f64::min));
    println!("{:?}", [3.5f64, 1.25, 2.0].iter().max_by(|a, b| a.partial_cmp(b).unwrap()));
    println!("{:?}", [3.5f64, 1.25, 2.0].iter().min_by(|a, b| a.total_cmp(b)));
}
