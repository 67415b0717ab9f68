// `clone_from` reuses what is there: in which order elements are cloned and dropped.

use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::{BinaryHeap, LinkedList, VecDeque};

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Noted(u32);

impl Clone for Noted {
    fn clone(&self) -> Self {
        print!("clone {} ", self.0);
        Noted(self.0)
    }

    fn clone_from(&mut self, source: &Self) {
        print!("{} from {} ", self.0, source.0);
        self.0 = source.0;
    }
}

impl Drop for Noted {
    fn drop(&mut self) {
        print!("drop {} ", self.0);
    }
}

fn list<C: FromIterator<Noted>>(numbers: &[u32]) -> C {
    numbers.iter().map(|n| Noted(*n)).collect()
}

fn compare<C: Clone + std::fmt::Debug>(name: &str, mut target: C, source: C) {
    print!("{name}: ");
    target.clone_from(&source);
    println!("= {target:?}");
    print!("    ");
    drop((target, source));
    println!();
}

fn main() {
    for (a, b) in [(&[1, 2, 3][..], &[4, 5][..]), (&[1], &[4, 5, 6]), (&[], &[7]), (&[8, 9], &[])] {
        compare("Vec", list::<Vec<_>>(a), list(b));
        compare("VecDeque", list::<VecDeque<_>>(a), list(b));
        compare("LinkedList", list::<LinkedList<_>>(a), list(b));
        compare("BinaryHeap", list::<BinaryHeap<_>>(a), list(b));
        compare("Box<[_]>", list::<Box<[_]>>(a), list(b));
    }
    compare("Box<[_]>", list::<Box<[_]>>(&[1, 2]), list(&[3, 4]));
    compare("Box", Box::new(Noted(1)), Box::new(Noted(2)));
    compare("Option", Some(Noted(1)), Some(Noted(2)));
    compare("Option", Some(Noted(1)), None);
    compare("Option", None, Some(Noted(2)));
    compare("Result", Ok::<_, Noted>(Noted(1)), Ok(Noted(2)));
    compare("Result", Ok(Noted(1)), Err(Noted(2)));
    compare("Result", Err::<Noted, _>(Noted(1)), Err(Noted(2)));
    compare("RefCell", RefCell::new(Noted(1)), RefCell::new(Noted(2)));
    compare("Reverse", Reverse(Noted(1)), Reverse(Noted(2)));
    compare("array", [Noted(1), Noted(2)], [Noted(3), Noted(4)]);
    compare("tuple", (Noted(1), 1), (Noted(3), 2));
    compare("deep", vec![Some(Box::new(Noted(1))), None], vec![Some(Box::new(Noted(2))), Some(Box::new(Noted(3)))]);
    let mut slice = [Noted(1), Noted(2)];
    slice.clone_from_slice(&[Noted(3), Noted(4)]);
    println!("{slice:?}");
}
