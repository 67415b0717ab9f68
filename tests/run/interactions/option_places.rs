// Options and results as places: taken, replaced, borrowed mutably, compared, nested, of references.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Job {
    id: u16,
    left: Option<u8>,
}

#[derive(Debug)]
struct Worker {
    job: Option<Job>,
    last: Result<u16, &'static str>,
}

impl Worker {
    fn step(&mut self) -> bool {
        match &mut self.job {
            None => return false,
            Some(Job { left: Some(0) | None, id }) => {
                self.last = if *id % 2 == 0 { Ok(*id) } else { Err("odd") };
                self.job = None;
            }
            Some(Job { left: Some(n), .. }) => *n -= 1,
        }
        true
    }

    fn start(&mut self, job: Job) -> Option<Job> {
        self.job.replace(job)
    }
}

fn first_some(options: &mut [Option<i32>]) -> Option<&mut i32> {
    for i in 0..options.len() {
        if options[i].is_some() {
            return options[i].as_mut();
        }
    }
    None
}

fn divide(a: i32, b: i32) -> Result<i32, &'static str> {
    match (a.checked_div(b), b) {
        (Some(n), _) => Ok(n),
        (None, 0) => Err("by zero"),
        (None, _) => Err("overflow"),
    }
}

fn main() {
    let mut worker = Worker { job: None, last: Err("nothing yet") };
    println!("{} {:?}", worker.step(), worker.start(Job { id: 4, left: Some(1) }));
    while worker.step() {
        println!("{worker:?}");
    }
    println!("{:?} {:?}", worker.start(Job::default()), worker.start(Job { id: 7, left: None }));
    println!("{} {:?} {}", worker.step(), worker.last, worker.last == Err("odd"));
    let mut options = [None, Some(3), None, Some(5)];
    if let Some(n) = first_some(&mut options) {
        *n *= 11;
    }
    let taken = options[1].take();
    *options[2].insert(6) += 1;
    *options[0].get_or_insert(8) -= 3;
    *options[3].get_or_insert(100) += 1;
    println!("{options:?} {taken:?}");
    let nested: Option<Option<Option<i8>>> = Some(Some(None));
    println!("{:?} {:?}", nested.flatten(), nested.flatten().flatten());
    println!("{} {}", nested == Some(Some(None)), nested < Some(Some(Some(i8::MIN))));
    println!("{:?} {:?} {:?}", divide(7, 2), divide(7, 0), divide(i32::MIN, -1));
    println!("{:?} {:?}", divide(1, 0).ok(), divide(1, 0).err());
    println!("{} {}", divide(1, 0).unwrap_or(-1), divide(9, 3).unwrap_or_default());
    println!("{:?} {:?}", Some(1).ok_or("none"), None::<i32>.ok_or("none"));
    println!("{:?} {:?} {:?}", Some(1).and(Some('b')), None.or(Some(2)), Some(1).xor(Some(2)));
    println!("{:?} {:?}", Some(1).zip(Some("x")), Some(Ok::<i32, ()>(3)).transpose());
    let text = Some("borrowed");
    let reference: Option<&&str> = text.as_ref();
    println!("{:?} {}", reference.copied(), reference.is_some() && text.is_some());
    let mut slot = Some([1, 2, 3]);
    if let Some([first, .., last]) = &mut slot {
        (*first, *last) = (*last, *first * 10);
    }
    let Some(values) = slot.as_mut() else { return };
    values[1] = 0;
    println!("{slot:?}");
    let mut result: Result<(i32, char), [u8; 2]> = Err([1, 2]);
    if let Err(bytes) = result.as_mut() {
        bytes.reverse();
    }
    println!("{result:?}");
    result = Ok((4, 'k'));
    if let Ok((n, c @ 'a'..='z')) = &mut result {
        *n += *c as i32;
    }
    println!("{result:?} {:?}", result.as_ref().ok());
    let (mut a, b) = (Some(1), Some(2));
    std::mem::swap(&mut a, &mut Some(9));
    a = match (a, b) {
        (Some(x), Some(y)) if x > y => Some(x * y),
        (x, None) | (None, x) => x,
        _ => None,
    };
    println!("{a:?} {:?}", a.max(b).min(None));
    println!("{:?}", std::mem::take(&mut a).unwrap_or_default() + a.unwrap_or(1));
}
