// A ring buffer with two ends and wrapping positions, and a moving average over another.
const SIZE: usize = 5;

struct Ring {
    items: [Option<i32>; SIZE],
    start: usize,
    length: usize,
}

impl Ring {
    const EMPTY: Ring = Ring { items: [None; SIZE], start: 0, length: 0 };

    fn at(&self, i: usize) -> usize {
        (self.start + i) % SIZE
    }

    fn push_back(&mut self, item: i32) -> Result<(), i32> {
        if self.length == SIZE {
            return Err(item);
        }
        self.items[self.at(self.length)] = Some(item);
        self.length += 1;
        Ok(())
    }

    fn push_front(&mut self, item: i32) -> Result<(), i32> {
        if self.length == SIZE {
            Err(item)
        } else {
            self.start = self.at(SIZE - 1);
            self.items[self.start] = Some(item);
            self.length += 1;
            Ok(())
        }
    }

    fn pop_front(&mut self) -> Option<i32> {
        let item = self.items[self.start].take();
        if item.is_some() {
            self.start = self.at(1);
            self.length -= 1;
        }
        item
    }

    fn pop_back(&mut self) -> Option<i32> {
        let Some(length) = self.length.checked_sub(1) else { return None };
        self.length = length;
        let at = self.at(self.length);
        self.items[at].take()
    }

    fn get(&self, i: usize) -> Option<&i32> {
        if i < self.length { self.items[self.at(i)].as_ref() } else { None }
    }

    fn get_mut(&mut self, i: usize) -> Option<&mut i32> {
        let at = self.at(i);
        if i < self.length { self.items[at].as_mut() } else { None }
    }

    fn print(&self) {
        print!("{:?} from {}:", self.items, self.start);
        for i in 0..self.length {
            if let Some(item) = self.get(i) {
                print!(" {item}");
            }
        }
        println!();
    }
}

struct Average {
    window: [f64; 4],
    next: u8,
    sum: f64,
}

impl Average {
    fn add(&mut self, sample: f64) -> f64 {
        let slot = &mut self.window[self.next as usize % 4];
        self.sum += sample - std::mem::replace(slot, sample);
        self.next = self.next.wrapping_add(1);
        self.sum / 4.0
    }
}

fn main() {
    let mut ring = Ring::EMPTY;
    for i in 1..=4 {
        print!("{:?} ", ring.push_back(i * 10));
    }
    println!();
    println!("{:?} {:?}", ring.push_front(5), ring.push_front(1));
    ring.print();
    println!("{:?} {:?} {:?}", ring.pop_front(), ring.pop_back(), ring.push_back(99));
    ring.print();
    if let Some(item) = ring.get_mut(1) {
        *item += 7;
    }
    println!("{:?} {:?} {:?}", ring.get(1), ring.get(3), ring.get(4));
    while let Some(item) = ring.pop_front() {
        print!("{item} ");
    }
    println!("{:?} {:?}", ring.pop_back(), ring.length);
    let mut average = Average { window: [0.0; 4], next: 254, sum: 0.0 };
    for i in 0..7u8 {
        print!("{} ", average.add(f64::from(i * i)));
    }
    println!("{}", average.next);
}
