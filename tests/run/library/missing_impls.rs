//! Implementations that are seldom written out: of text, boxes, slices and errors for each other.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::hash_map::DefaultHasher;
use std::convert::Infallible;
use std::error::Error;

fn owned(s: impl AsRef<str>) -> String {
    s.as_ref().to_uppercase()
}

fn grow<T: AsMut<Vec<i32>>>(mut t: T) -> usize {
    t.as_mut().push(4);
    t.as_mut().len()
}

fn first<'a, T: 'a>(option: impl Into<Option<&'a T>>) -> Option<&'a T> {
    option.into()
}

fn try_all(cell: &RefCell<i32>) -> Result<i32, Box<dyn Error>> {
    let n = *cell.try_borrow()?;
    let array: [i32; 2] = [n, 2, 3][..2].try_into()?;
    let small = char::from_u32(0x41).map(u8::try_from).ok_or("no character")??;
    *cell.try_borrow_mut()? += i32::from(small) + array[1];
    Ok(n)
}

fn never(n: u8) -> Result<u16, Infallible> {
    u16::try_from(n)
}

fn main() {
    let words = ["a", "bc", "d"];
    let cow: Cow<'_, str> = words.into_iter().collect();
    let letters: Cow<'_, str> = cow.chars().rev().collect();
    let strings: Cow<'_, str> = words.iter().map(|w| w.to_string()).collect();
    let numbers: Cow<'_, [i32]> = (1..4).collect();
    println!("{cow} {letters} {strings} {numbers:?}");
    println!("{}", matches!((&cow, &numbers), (Cow::Owned(_), Cow::Owned(_))));
    let mut text = String::from("x");
    text.extend([Cow::Borrowed("1"), Cow::Owned("2".to_string())]);
    println!("{text} {}", [Cow::Borrowed("p"), "q".into()].into_iter().collect::<String>());
    let long = String::with_capacity(40) + "long";
    println!("{}", vec![long, "er".to_string()].into_iter().collect::<String>().capacity());
    let mut sum = Cow::Borrowed("ab");
    sum += "cde";
    println!("{sum} {} {}", matches!(sum, Cow::Owned(ref s) if s.capacity() == 5), Cow::from("x") + Cow::from("y"));
    let boxes: [Box<str>; 5] = [
        "abc".chars().collect(),
        "abc".chars().rev().collect::<Vec<_>>().iter().collect(),
        words.into_iter().collect(),
        words.iter().map(|w| w.repeat(2)).collect(),
        Box::default(),
    ];
    println!("{boxes:?} {:?}", boxes.iter().cloned().collect::<Box<str>>());
    println!("{:?} {:?}", Box::<str>::from(Cow::from("c")), Box::<[u8]>::from(Box::<str>::from("hi")));
    println!("{:?} {:?}", Vec::<i32>::from(numbers.clone()), Box::<[i32]>::from(numbers));
    let mut array = [3, 1, 2];
    let boxed: Box<[i32]> = Box::from(&mut array[1..]);
    println!("{boxed:?} {:?}", Box::<str>::from("é".to_string().as_mut_str()));
    println!("{} {}", owned(&mut String::from("m")), owned(&mut &*"n"));
    let mut v = vec![1];
    println!("{} {} {v:?}", grow(&mut v), grow(&mut &mut Box::new(vec![])));
    let (some, none) = (Some(5), None::<i32>);
    println!("{:?} {:?} {:?}", first::<i32>(&some), first::<i32>(&none), first::<i32>(&6));
    let cell = RefCell::new(1);
    println!("{:?} {cell:?}", try_all(&cell).ok());
    let guard = cell.borrow();
    println!("{}", try_all(&cell).unwrap_err());
    drop(guard);
    let guard = cell.borrow_mut();
    println!("{}", try_all(&cell).unwrap_err());
    drop(guard);
    let errors: [Box<dyn Error>; 2] =
        [Box::new(<[u8; 2]>::try_from(&[1u8][..]).unwrap_err()), Box::new(u8::try_from('Ā').unwrap_err())];
    println!("{} | {}", errors[0], errors[1]);
    let Ok(n) = never(3);
    println!("{n} {:?}", never(4).map_err(|e| Box::<dyn Error>::from(e)).is_ok());
    let chunks = [1, 2, 3, 4, 5];
    let (exact, from_end) = (chunks.chunks_exact(2), chunks.rchunks(2));
    println!("{:?} {:?}", exact.clone().rev().collect::<Vec<_>>(), from_end.clone().chain(from_end).count());
    println!("{:?} {:?}", exact.remainder(), DefaultHasher::new().eq_type());
}

trait EqType {
    fn eq_type(&self) -> &'static str;
}
impl<T: std::hash::Hasher> EqType for T {
    fn eq_type(&self) -> &'static str {
        if self.finish() == T::finish(self) { "same" } else { "other" }
    }
}
