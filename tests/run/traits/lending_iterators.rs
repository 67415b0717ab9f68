//! Lending iterators: an associated type that borrows from the iterator itself.

trait LendingIterator {
    type Item<'a>
    where
        Self: 'a;

    fn next(&mut self) -> Option<Self::Item<'_>>;

    fn count(mut self) -> usize
    where
        Self: Sized,
    {
        let mut n = 0;
        while let Some(_) = self.next() {
            n += 1;
        }
        n
    }

    fn for_each<F>(mut self, mut f: F)
    where
        Self: Sized,
        F: FnMut(Self::Item<'_>),
    {
        while let Some(item) = self.next() {
            f(item);
        }
    }

    fn nth(&mut self, n: usize) -> Option<Self::Item<'_>> {
        for _ in 0..n {
            self.next()?;
        }
        self.next()
    }

    fn take(self, left: usize) -> Take<Self>
    where
        Self: Sized,
    {
        Take { inner: self, left }
    }
}

struct WindowsMut<'t, T> {
    slice: &'t mut [T],
    size: usize,
    from: usize,
}

impl<'t, T> LendingIterator for WindowsMut<'t, T> {
    type Item<'a>
        = &'a mut [T]
    where
        Self: 'a;

    fn next<'a>(&'a mut self) -> Option<Self::Item<'a>> {
        let window = self.slice.get_mut(self.from..self.from + self.size)?;
        self.from += 1;
        Some(window)
    }
}

struct Take<I> {
    inner: I,
    left: usize,
}

impl<I: LendingIterator> LendingIterator for Take<I> {
    type Item<'a>
        = I::Item<'a>
    where
        Self: 'a;

    fn next(&mut self) -> Option<I::Item<'_>> {
        if self.left == 0 {
            return None;
        }
        self.left -= 1;
        self.inner.next()
    }
}

/// Gives out each line from one buffer.
struct Lines<'t> {
    text: std::str::Chars<'t>,
    line: String,
}

impl<'t> LendingIterator for Lines<'t> {
    type Item<'a>
        = &'a str
    where
        Self: 'a;

    fn next(&mut self) -> Option<&str> {
        self.line.clear();
        let mut any = false;
        for c in self.text.by_ref() {
            any = true;
            if c == '\n' {
                break;
            }
            self.line.push(c);
        }
        any.then(|| self.line.as_str())
    }
}

/// Any iterator lends what it gives.
struct Owned<I>(I);

impl<I: Iterator> LendingIterator for Owned<I> {
    type Item<'a>
        = I::Item
    where
        Self: 'a;

    fn next(&mut self) -> Option<I::Item> {
        self.0.next()
    }
}

fn longest<L>(mut lines: L) -> String
where
    L: for<'a> LendingIterator<Item<'a> = &'a str>,
{
    let mut best = String::new();
    while let Some(line) = lines.next() {
        if line.len() > best.len() {
            best = line.to_owned();
        }
    }
    best
}

fn second<L: LendingIterator>(l: &mut L) -> Option<L::Item<'_>> {
    l.next()?;
    l.next()
}

fn main() {
    let mut numbers = [1, 2, 3, 4, 5, 6];
    let mut windows = WindowsMut { slice: &mut numbers, size: 3, from: 0 };
    while let Some(window) = windows.next() {
        window[0] += window[1] + window[2];
        println!("{window:?}");
    }
    println!("{numbers:?}");

    let mut pairs = WindowsMut { slice: &mut numbers, size: 2, from: 0 }.take(4);
    while let Some(w) = pairs.next() {
        w.swap(0, 1);
    }
    println!("{numbers:?}");
    println!("{}", WindowsMut { slice: &mut numbers, size: 2, from: 0 }.count());

    let mut words = ["a".to_string(), "b".into(), "c".into()];
    let mut pairs = WindowsMut { slice: &mut words, size: 2, from: 0 };
    if let Some([first, second]) = pairs.nth(1) {
        first.push_str(second);
    }
    println!("{words:?}");

    let text = "one\nthree\nfive six\n\nend";
    let lines = || Lines { text: text.chars(), line: String::new() };
    lines().for_each(|line| println!("<{line}>"));
    println!("{} {:?}", lines().count(), longest(lines()));
    println!("{:?}", longest(lines().take(2)));
    println!("{:?} {:?}", second(&mut lines()), second(&mut lines().take(1)));

    let mut owned = Owned((1..).map(|n| n * n));
    println!("{:?} {:?}", owned.nth(3), second(&mut owned));
    let mut total = 0;
    Owned([1, 2, 3].into_iter()).take(2).for_each(|n: i32| total += n);
    println!("{total}");
}
