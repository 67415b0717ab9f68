use std::collections::{HashSet, LinkedList, linked_list};
use std::mem::size_of;

#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Loud(i32);

impl Drop for Loud {
    fn drop(&mut self) {
        println!("drop {}", self.0);
    }
}

fn sum(list: &LinkedList<i32>) -> i32 {
    list.iter().sum()
}

fn main() {
    let mut list: LinkedList<i32> = LinkedList::new();
    for i in 0..5 {
        if i % 2 == 0 { list.push_back(i) } else { list.push_front(-i) }
    }
    println!("{list:?} {} {:?} {:?} {}", list.len(), list.front(), list.back(), sum(&list));
    println!("{:#?}", LinkedList::from([1, 2]));
    for x in &mut list {
        *x *= 10;
    }
    if let Some(x) = list.front_mut() {
        *x += 1;
    }
    if let Some(x) = list.back_mut() {
        *x -= 1;
    }
    println!("{list:?} {} {}", list.contains(&20), list.contains(&7));
    let mut tail = list.split_off(2);
    println!("{list:?} {tail:?} {} {}", list.len(), tail.len());
    tail.push_front(100);
    list.push_back(200);
    tail.append(&mut list);
    println!("{tail:?} {list:?} {}", list.is_empty());
    list.append(&mut tail);
    println!("{:?} {:?}", list, tail.pop_front());
    let back: Vec<i32> = list.iter().rev().copied().collect();
    println!("{back:?} {:?} {:?}", list.iter().size_hint(), list.iter().max());
    println!("{:?} {:?} {:?}", list.pop_front(), list.pop_back(), list.len());
    let mut both = list.iter();
    println!("{:?} {:?} {}", both.next(), both.next_back(), both.len());
    list.extend([1, 2, 3]);
    list.extend(&[4, 5]);
    let evens: LinkedList<_> = list.iter().filter(|x| *x % 2 == 0).collect();
    println!("{evens:?} {} {:?}", evens == evens.clone(), evens.cmp(&LinkedList::from([&1])));
    let mut seen = HashSet::new();
    println!("{} {}", seen.insert(LinkedList::from(["a"])), seen.insert(LinkedList::from(["a"])));
    let mut iter: linked_list::IntoIter<i32> = list.into_iter();
    println!("{:?} {:?} {iter:?} {}", iter.next(), iter.next_back(), iter.len());
    println!("{}", iter.map(|x| x.to_string()).collect::<Vec<_>>().join(","));
    let mut louds: LinkedList<Loud> = (1..=5).map(Loud).collect();
    drop(louds.pop_back());
    let rest = louds.split_off(3);
    println!("rest {rest:?}");
    drop(rest);
    let mut half = louds.clone().into_iter();
    println!("{:?}", half.next());
    drop(half);
    louds.clear();
    println!("{louds:?} {} {}", size_of::<LinkedList<u8>>(), LinkedList::<String>::default().len());
    louds.push_back(Loud(9));
    louds.split_off(2);
}
