//! Comparison of the language's own types.

use super::{Eq, Ord, Ordering, PartialEq, PartialOrd};

impl PartialEq for bool {
    fn eq(&self, other: &bool) -> bool {
        *self == *other
    }

    fn ne(&self, other: &bool) -> bool {
        *self != *other
    }
}

impl Eq for bool {}

impl Ord for bool {
    fn cmp(&self, other: &bool) -> Ordering {
        if *self < *other {
            Ordering::Less
        } else if *self == *other {
            Ordering::Equal
        } else {
            Ordering::Greater
        }
    }
}

impl PartialOrd for bool {
    fn partial_cmp(&self, other: &bool) -> Option<Ordering> {
        Some(self.cmp(other))
    }

    fn lt(&self, other: &bool) -> bool {
        *self < *other
    }

    fn le(&self, other: &bool) -> bool {
        *self <= *other
    }

    fn gt(&self, other: &bool) -> bool {
        *self > *other
    }

    fn ge(&self, other: &bool) -> bool {
        *self >= *other
    }
}

impl PartialEq for char {
    fn eq(&self, other: &char) -> bool {
        *self == *other
    }

    fn ne(&self, other: &char) -> bool {
        *self != *other
    }
}

impl Eq for char {}

impl Ord for char {
    fn cmp(&self, other: &char) -> Ordering {
        if *self < *other {
            Ordering::Less
        } else if *self == *other {
            Ordering::Equal
        } else {
            Ordering::Greater
        }
    }

    #[track_caller]
    fn clamp(self, min: char, max: char) -> char {
        if min > max {
            panic!("min > max. min = {min:?}, max = {max:?}");
        }
        if self < min {
            min
        } else if self > max {
            max
        } else {
            self
        }
    }
}

impl PartialOrd for char {
    fn partial_cmp(&self, other: &char) -> Option<Ordering> {
        Some(self.cmp(other))
    }

    fn lt(&self, other: &char) -> bool {
        *self < *other
    }

    fn le(&self, other: &char) -> bool {
        *self <= *other
    }

    fn gt(&self, other: &char) -> bool {
        *self > *other
    }

    fn ge(&self, other: &char) -> bool {
        *self >= *other
    }
}

impl PartialEq for i8 {
    fn eq(&self, other: &i8) -> bool {
        *self == *other
    }

    fn ne(&self, other: &i8) -> bool {
        *self != *other
    }
}

impl Eq for i8 {}

impl Ord for i8 {
    fn cmp(&self, other: &i8) -> Ordering {
        if *self < *other {
            Ordering::Less
        } else if *self == *other {
            Ordering::Equal
        } else {
            Ordering::Greater
        }
    }

    #[track_caller]
    fn clamp(self, min: i8, max: i8) -> i8 {
        if min > max {
            panic!("min > max. min = {min:?}, max = {max:?}");
        }
        if self < min {
            min
        } else if self > max {
            max
        } else {
            self
        }
    }
}

impl PartialOrd for i8 {
    fn partial_cmp(&self, other: &i8) -> Option<Ordering> {
        Some(self.cmp(other))
    }

    fn lt(&self, other: &i8) -> bool {
        *self < *other
    }

    fn le(&self, other: &i8) -> bool {
        *self <= *other
    }

    fn gt(&self, other: &i8) -> bool {
        *self > *other
    }

    fn ge(&self, other: &i8) -> bool {
        *self >= *other
    }
}

impl PartialEq for i16 {
    fn eq(&self, other: &i16) -> bool {
        *self == *other
    }

    fn ne(&self, other: &i16) -> bool {
        *self != *other
    }
}

impl Eq for i16 {}

impl Ord for i16 {
    fn cmp(&self, other: &i16) -> Ordering {
        if *self < *other {
            Ordering::Less
        } else if *self == *other {
            Ordering::Equal
        } else {
            Ordering::Greater
        }
    }

    #[track_caller]
    fn clamp(self, min: i16, max: i16) -> i16 {
        if min > max {
            panic!("min > max. min = {min:?}, max = {max:?}");
        }
        if self < min {
            min
        } else if self > max {
            max
        } else {
            self
        }
    }
}

impl PartialOrd for i16 {
    fn partial_cmp(&self, other: &i16) -> Option<Ordering> {
        Some(self.cmp(other))
    }

    fn lt(&self, other: &i16) -> bool {
        *self < *other
    }

    fn le(&self, other: &i16) -> bool {
        *self <= *other
    }

    fn gt(&self, other: &i16) -> bool {
        *self > *other
    }

    fn ge(&self, other: &i16) -> bool {
        *self >= *other
    }
}

impl PartialEq for i32 {
    fn eq(&self, other: &i32) -> bool {
        *self == *other
    }

    fn ne(&self, other: &i32) -> bool {
        *self != *other
    }
}

impl Eq for i32 {}

impl Ord for i32 {
    fn cmp(&self, other: &i32) -> Ordering {
        if *self < *other {
            Ordering::Less
        } else if *self == *other {
            Ordering::Equal
        } else {
            Ordering::Greater
        }
    }

    #[track_caller]
    fn clamp(self, min: i32, max: i32) -> i32 {
        if min > max {
            panic!("min > max. min = {min:?}, max = {max:?}");
        }
        if self < min {
            min
        } else if self > max {
            max
        } else {
            self
        }
    }
}

impl PartialOrd for i32 {
    fn partial_cmp(&self, other: &i32) -> Option<Ordering> {
        Some(self.cmp(other))
    }

    fn lt(&self, other: &i32) -> bool {
        *self < *other
    }

    fn le(&self, other: &i32) -> bool {
        *self <= *other
    }

    fn gt(&self, other: &i32) -> bool {
        *self > *other
    }

    fn ge(&self, other: &i32) -> bool {
        *self >= *other
    }
}

impl PartialEq for i64 {
    fn eq(&self, other: &i64) -> bool {
        *self == *other
    }

    fn ne(&self, other: &i64) -> bool {
        *self != *other
    }
}

impl Eq for i64 {}

impl Ord for i64 {
    fn cmp(&self, other: &i64) -> Ordering {
        if *self < *other {
            Ordering::Less
        } else if *self == *other {
            Ordering::Equal
        } else {
            Ordering::Greater
        }
    }

    #[track_caller]
    fn clamp(self, min: i64, max: i64) -> i64 {
        if min > max {
            panic!("min > max. min = {min:?}, max = {max:?}");
        }
        if self < min {
            min
        } else if self > max {
            max
        } else {
            self
        }
    }
}

impl PartialOrd for i64 {
    fn partial_cmp(&self, other: &i64) -> Option<Ordering> {
        Some(self.cmp(other))
    }

    fn lt(&self, other: &i64) -> bool {
        *self < *other
    }

    fn le(&self, other: &i64) -> bool {
        *self <= *other
    }

    fn gt(&self, other: &i64) -> bool {
        *self > *other
    }

    fn ge(&self, other: &i64) -> bool {
        *self >= *other
    }
}

impl PartialEq for i128 {
    fn eq(&self, other: &i128) -> bool {
        *self == *other
    }

    fn ne(&self, other: &i128) -> bool {
        *self != *other
    }
}

impl Eq for i128 {}

impl Ord for i128 {
    fn cmp(&self, other: &i128) -> Ordering {
        if *self < *other {
            Ordering::Less
        } else if *self == *other {
            Ordering::Equal
        } else {
            Ordering::Greater
        }
    }

    #[track_caller]
    fn clamp(self, min: i128, max: i128) -> i128 {
        if min > max {
            panic!("min > max. min = {min:?}, max = {max:?}");
        }
        if self < min {
            min
        } else if self > max {
            max
        } else {
            self
        }
    }
}

impl PartialOrd for i128 {
    fn partial_cmp(&self, other: &i128) -> Option<Ordering> {
        Some(self.cmp(other))
    }

    fn lt(&self, other: &i128) -> bool {
        *self < *other
    }

    fn le(&self, other: &i128) -> bool {
        *self <= *other
    }

    fn gt(&self, other: &i128) -> bool {
        *self > *other
    }

    fn ge(&self, other: &i128) -> bool {
        *self >= *other
    }
}

impl PartialEq for isize {
    fn eq(&self, other: &isize) -> bool {
        *self == *other
    }

    fn ne(&self, other: &isize) -> bool {
        *self != *other
    }
}

impl Eq for isize {}

impl Ord for isize {
    fn cmp(&self, other: &isize) -> Ordering {
        if *self < *other {
            Ordering::Less
        } else if *self == *other {
            Ordering::Equal
        } else {
            Ordering::Greater
        }
    }

    #[track_caller]
    fn clamp(self, min: isize, max: isize) -> isize {
        if min > max {
            panic!("min > max. min = {min:?}, max = {max:?}");
        }
        if self < min {
            min
        } else if self > max {
            max
        } else {
            self
        }
    }
}

impl PartialOrd for isize {
    fn partial_cmp(&self, other: &isize) -> Option<Ordering> {
        Some(self.cmp(other))
    }

    fn lt(&self, other: &isize) -> bool {
        *self < *other
    }

    fn le(&self, other: &isize) -> bool {
        *self <= *other
    }

    fn gt(&self, other: &isize) -> bool {
        *self > *other
    }

    fn ge(&self, other: &isize) -> bool {
        *self >= *other
    }
}

impl PartialEq for u8 {
    fn eq(&self, other: &u8) -> bool {
        *self == *other
    }

    fn ne(&self, other: &u8) -> bool {
        *self != *other
    }
}

impl Eq for u8 {}

impl Ord for u8 {
    fn cmp(&self, other: &u8) -> Ordering {
        if *self < *other {
            Ordering::Less
        } else if *self == *other {
            Ordering::Equal
        } else {
            Ordering::Greater
        }
    }

    #[track_caller]
    fn clamp(self, min: u8, max: u8) -> u8 {
        if min > max {
            panic!("min > max. min = {min:?}, max = {max:?}");
        }
        if self < min {
            min
        } else if self > max {
            max
        } else {
            self
        }
    }
}

impl PartialOrd for u8 {
    fn partial_cmp(&self, other: &u8) -> Option<Ordering> {
        Some(self.cmp(other))
    }

    fn lt(&self, other: &u8) -> bool {
        *self < *other
    }

    fn le(&self, other: &u8) -> bool {
        *self <= *other
    }

    fn gt(&self, other: &u8) -> bool {
        *self > *other
    }

    fn ge(&self, other: &u8) -> bool {
        *self >= *other
    }
}

impl PartialEq for u16 {
    fn eq(&self, other: &u16) -> bool {
        *self == *other
    }

    fn ne(&self, other: &u16) -> bool {
        *self != *other
    }
}

impl Eq for u16 {}

impl Ord for u16 {
    fn cmp(&self, other: &u16) -> Ordering {
        if *self < *other {
            Ordering::Less
        } else if *self == *other {
            Ordering::Equal
        } else {
            Ordering::Greater
        }
    }

    #[track_caller]
    fn clamp(self, min: u16, max: u16) -> u16 {
        if min > max {
            panic!("min > max. min = {min:?}, max = {max:?}");
        }
        if self < min {
            min
        } else if self > max {
            max
        } else {
            self
        }
    }
}

impl PartialOrd for u16 {
    fn partial_cmp(&self, other: &u16) -> Option<Ordering> {
        Some(self.cmp(other))
    }

    fn lt(&self, other: &u16) -> bool {
        *self < *other
    }

    fn le(&self, other: &u16) -> bool {
        *self <= *other
    }

    fn gt(&self, other: &u16) -> bool {
        *self > *other
    }

    fn ge(&self, other: &u16) -> bool {
        *self >= *other
    }
}

impl PartialEq for u32 {
    fn eq(&self, other: &u32) -> bool {
        *self == *other
    }

    fn ne(&self, other: &u32) -> bool {
        *self != *other
    }
}

impl Eq for u32 {}

impl Ord for u32 {
    fn cmp(&self, other: &u32) -> Ordering {
        if *self < *other {
            Ordering::Less
        } else if *self == *other {
            Ordering::Equal
        } else {
            Ordering::Greater
        }
    }

    #[track_caller]
    fn clamp(self, min: u32, max: u32) -> u32 {
        if min > max {
            panic!("min > max. min = {min:?}, max = {max:?}");
        }
        if self < min {
            min
        } else if self > max {
            max
        } else {
            self
        }
    }
}

impl PartialOrd for u32 {
    fn partial_cmp(&self, other: &u32) -> Option<Ordering> {
        Some(self.cmp(other))
    }

    fn lt(&self, other: &u32) -> bool {
        *self < *other
    }

    fn le(&self, other: &u32) -> bool {
        *self <= *other
    }

    fn gt(&self, other: &u32) -> bool {
        *self > *other
    }

    fn ge(&self, other: &u32) -> bool {
        *self >= *other
    }
}

impl PartialEq for u64 {
    fn eq(&self, other: &u64) -> bool {
        *self == *other
    }

    fn ne(&self, other: &u64) -> bool {
        *self != *other
    }
}

impl Eq for u64 {}

impl Ord for u64 {
    fn cmp(&self, other: &u64) -> Ordering {
        if *self < *other {
            Ordering::Less
        } else if *self == *other {
            Ordering::Equal
        } else {
            Ordering::Greater
        }
    }

    #[track_caller]
    fn clamp(self, min: u64, max: u64) -> u64 {
        if min > max {
            panic!("min > max. min = {min:?}, max = {max:?}");
        }
        if self < min {
            min
        } else if self > max {
            max
        } else {
            self
        }
    }
}

impl PartialOrd for u64 {
    fn partial_cmp(&self, other: &u64) -> Option<Ordering> {
        Some(self.cmp(other))
    }

    fn lt(&self, other: &u64) -> bool {
        *self < *other
    }

    fn le(&self, other: &u64) -> bool {
        *self <= *other
    }

    fn gt(&self, other: &u64) -> bool {
        *self > *other
    }

    fn ge(&self, other: &u64) -> bool {
        *self >= *other
    }
}

impl PartialEq for u128 {
    fn eq(&self, other: &u128) -> bool {
        *self == *other
    }

    fn ne(&self, other: &u128) -> bool {
        *self != *other
    }
}

impl Eq for u128 {}

impl Ord for u128 {
    fn cmp(&self, other: &u128) -> Ordering {
        if *self < *other {
            Ordering::Less
        } else if *self == *other {
            Ordering::Equal
        } else {
            Ordering::Greater
        }
    }

    #[track_caller]
    fn clamp(self, min: u128, max: u128) -> u128 {
        if min > max {
            panic!("min > max. min = {min:?}, max = {max:?}");
        }
        if self < min {
            min
        } else if self > max {
            max
        } else {
            self
        }
    }
}

impl PartialOrd for u128 {
    fn partial_cmp(&self, other: &u128) -> Option<Ordering> {
        Some(self.cmp(other))
    }

    fn lt(&self, other: &u128) -> bool {
        *self < *other
    }

    fn le(&self, other: &u128) -> bool {
        *self <= *other
    }

    fn gt(&self, other: &u128) -> bool {
        *self > *other
    }

    fn ge(&self, other: &u128) -> bool {
        *self >= *other
    }
}

impl PartialEq for usize {
    fn eq(&self, other: &usize) -> bool {
        *self == *other
    }

    fn ne(&self, other: &usize) -> bool {
        *self != *other
    }
}

impl Eq for usize {}

impl Ord for usize {
    fn cmp(&self, other: &usize) -> Ordering {
        if *self < *other {
            Ordering::Less
        } else if *self == *other {
            Ordering::Equal
        } else {
            Ordering::Greater
        }
    }

    #[track_caller]
    fn clamp(self, min: usize, max: usize) -> usize {
        if min > max {
            panic!("min > max. min = {min:?}, max = {max:?}");
        }
        if self < min {
            min
        } else if self > max {
            max
        } else {
            self
        }
    }
}

impl PartialOrd for usize {
    fn partial_cmp(&self, other: &usize) -> Option<Ordering> {
        Some(self.cmp(other))
    }

    fn lt(&self, other: &usize) -> bool {
        *self < *other
    }

    fn le(&self, other: &usize) -> bool {
        *self <= *other
    }

    fn gt(&self, other: &usize) -> bool {
        *self > *other
    }

    fn ge(&self, other: &usize) -> bool {
        *self >= *other
    }
}

impl PartialEq for f32 {
    fn eq(&self, other: &f32) -> bool {
        *self == *other
    }

    fn ne(&self, other: &f32) -> bool {
        *self != *other
    }
}

impl PartialOrd for f32 {
    fn partial_cmp(&self, other: &f32) -> Option<Ordering> {
        if *self < *other {
            Some(Ordering::Less)
        } else if *self > *other {
            Some(Ordering::Greater)
        } else if *self == *other {
            Some(Ordering::Equal)
        } else {
            None
        }
    }

    fn lt(&self, other: &f32) -> bool {
        *self < *other
    }

    fn le(&self, other: &f32) -> bool {
        *self <= *other
    }

    fn gt(&self, other: &f32) -> bool {
        *self > *other
    }

    fn ge(&self, other: &f32) -> bool {
        *self >= *other
    }
}

impl PartialEq for f64 {
    fn eq(&self, other: &f64) -> bool {
        *self == *other
    }

    fn ne(&self, other: &f64) -> bool {
        *self != *other
    }
}

impl PartialOrd for f64 {
    fn partial_cmp(&self, other: &f64) -> Option<Ordering> {
        if *self < *other {
            Some(Ordering::Less)
        } else if *self > *other {
            Some(Ordering::Greater)
        } else if *self == *other {
            Some(Ordering::Equal)
        } else {
            None
        }
    }

    fn lt(&self, other: &f64) -> bool {
        *self < *other
    }

    fn le(&self, other: &f64) -> bool {
        *self <= *other
    }

    fn gt(&self, other: &f64) -> bool {
        *self > *other
    }

    fn ge(&self, other: &f64) -> bool {
        *self >= *other
    }
}

impl PartialEq for () {
    fn eq(&self, _other: &()) -> bool {
        true
    }
}

impl Eq for () {}

impl PartialOrd for () {
    fn partial_cmp(&self, _other: &()) -> Option<Ordering> {
        Some(Ordering::Equal)
    }
}

impl Ord for () {
    fn cmp(&self, _other: &()) -> Ordering {
        Ordering::Equal
    }
}

impl PartialEq for ! {
    fn eq(&self, _other: &!) -> bool {
        *self
    }
}

impl Eq for ! {}

impl<A: PartialEq<B> + ?Sized, B: ?Sized> PartialEq<&B> for &A {
    fn eq(&self, other: &&B) -> bool {
        PartialEq::eq(*self, *other)
    }

    fn ne(&self, other: &&B) -> bool {
        PartialEq::ne(*self, *other)
    }
}

impl<A: PartialEq<B> + ?Sized, B: ?Sized> PartialEq<&mut B> for &mut A {
    fn eq(&self, other: &&mut B) -> bool {
        PartialEq::eq(&**self, &**other)
    }
}

impl<A: PartialEq<B> + ?Sized, B: ?Sized> PartialEq<&mut B> for &A {
    fn eq(&self, other: &&mut B) -> bool {
        PartialEq::eq(*self, &**other)
    }
}

impl<A: PartialEq<B> + ?Sized, B: ?Sized> PartialEq<&B> for &mut A {
    fn eq(&self, other: &&B) -> bool {
        PartialEq::eq(&**self, *other)
    }
}

impl<A: Eq + ?Sized> Eq for &A {}

impl<A: Eq + ?Sized> Eq for &mut A {}

impl<A: PartialOrd<B> + ?Sized, B: ?Sized> PartialOrd<&B> for &A {
    fn partial_cmp(&self, other: &&B) -> Option<Ordering> {
        PartialOrd::partial_cmp(*self, *other)
    }
}

impl<A: PartialOrd<B> + ?Sized, B: ?Sized> PartialOrd<&mut B> for &mut A {
    fn partial_cmp(&self, other: &&mut B) -> Option<Ordering> {
        PartialOrd::partial_cmp(&**self, &**other)
    }
}

impl<A: Ord + ?Sized> Ord for &A {
    fn cmp(&self, other: &Self) -> Ordering {
        Ord::cmp(*self, *other)
    }
}

impl<A: Ord + ?Sized> Ord for &mut A {
    fn cmp(&self, other: &Self) -> Ordering {
        Ord::cmp(&**self, &**other)
    }
}

impl<A: PartialEq> PartialEq for (A,) {
    fn eq(&self, other: &(A,)) -> bool {
        self.0 == other.0
    }
}

impl<A: Eq> Eq for (A,) {}

impl<A: PartialOrd> PartialOrd for (A,) {
    fn partial_cmp(&self, other: &(A,)) -> Option<Ordering> {
        self.0.partial_cmp(&other.0)
    }
}

impl<A: Ord> Ord for (A,) {
    fn cmp(&self, other: &(A,)) -> Ordering {
        self.0.cmp(&other.0)
    }
}

impl<A: PartialEq, B: PartialEq> PartialEq for (A, B) {
    fn eq(&self, other: &(A, B)) -> bool {
        self.0 == other.0 && self.1 == other.1
    }
}

impl<A: Eq, B: Eq> Eq for (A, B) {}

impl<A: PartialOrd, B: PartialOrd> PartialOrd for (A, B) {
    fn partial_cmp(&self, other: &(A, B)) -> Option<Ordering> {
        match self.0.partial_cmp(&other.0) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        self.1.partial_cmp(&other.1)
    }
}

impl<A: Ord, B: Ord> Ord for (A, B) {
    fn cmp(&self, other: &(A, B)) -> Ordering {
        match self.0.cmp(&other.0) {
            Ordering::Equal => {}
            other => return other,
        }
        self.1.cmp(&other.1)
    }
}

impl<A: PartialEq, B: PartialEq, C: PartialEq> PartialEq for (A, B, C) {
    fn eq(&self, other: &(A, B, C)) -> bool {
        self.0 == other.0 && self.1 == other.1 && self.2 == other.2
    }
}

impl<A: Eq, B: Eq, C: Eq> Eq for (A, B, C) {}

impl<A: PartialOrd, B: PartialOrd, C: PartialOrd> PartialOrd for (A, B, C) {
    fn partial_cmp(&self, other: &(A, B, C)) -> Option<Ordering> {
        match self.0.partial_cmp(&other.0) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.1.partial_cmp(&other.1) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        self.2.partial_cmp(&other.2)
    }
}

impl<A: Ord, B: Ord, C: Ord> Ord for (A, B, C) {
    fn cmp(&self, other: &(A, B, C)) -> Ordering {
        match self.0.cmp(&other.0) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.1.cmp(&other.1) {
            Ordering::Equal => {}
            other => return other,
        }
        self.2.cmp(&other.2)
    }
}

impl<A: PartialEq, B: PartialEq, C: PartialEq, D: PartialEq> PartialEq for (A, B, C, D) {
    fn eq(&self, other: &(A, B, C, D)) -> bool {
        self.0 == other.0 && self.1 == other.1 && self.2 == other.2 && self.3 == other.3
    }
}

impl<A: Eq, B: Eq, C: Eq, D: Eq> Eq for (A, B, C, D) {}

impl<A: PartialOrd, B: PartialOrd, C: PartialOrd, D: PartialOrd> PartialOrd for (A, B, C, D) {
    fn partial_cmp(&self, other: &(A, B, C, D)) -> Option<Ordering> {
        match self.0.partial_cmp(&other.0) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.1.partial_cmp(&other.1) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.2.partial_cmp(&other.2) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        self.3.partial_cmp(&other.3)
    }
}

impl<A: Ord, B: Ord, C: Ord, D: Ord> Ord for (A, B, C, D) {
    fn cmp(&self, other: &(A, B, C, D)) -> Ordering {
        match self.0.cmp(&other.0) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.1.cmp(&other.1) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.2.cmp(&other.2) {
            Ordering::Equal => {}
            other => return other,
        }
        self.3.cmp(&other.3)
    }
}

impl<A: PartialEq, B: PartialEq, C: PartialEq, D: PartialEq, E: PartialEq> PartialEq for (A, B, C, D, E) {
    fn eq(&self, other: &(A, B, C, D, E)) -> bool {
        self.0 == other.0 && self.1 == other.1 && self.2 == other.2 && self.3 == other.3 && self.4 == other.4
    }
}

impl<A: Eq, B: Eq, C: Eq, D: Eq, E: Eq> Eq for (A, B, C, D, E) {}

impl<A: PartialOrd, B: PartialOrd, C: PartialOrd, D: PartialOrd, E: PartialOrd> PartialOrd for (A, B, C, D, E) {
    fn partial_cmp(&self, other: &(A, B, C, D, E)) -> Option<Ordering> {
        match self.0.partial_cmp(&other.0) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.1.partial_cmp(&other.1) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.2.partial_cmp(&other.2) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.3.partial_cmp(&other.3) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        self.4.partial_cmp(&other.4)
    }
}

impl<A: Ord, B: Ord, C: Ord, D: Ord, E: Ord> Ord for (A, B, C, D, E) {
    fn cmp(&self, other: &(A, B, C, D, E)) -> Ordering {
        match self.0.cmp(&other.0) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.1.cmp(&other.1) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.2.cmp(&other.2) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.3.cmp(&other.3) {
            Ordering::Equal => {}
            other => return other,
        }
        self.4.cmp(&other.4)
    }
}

impl<A: PartialEq, B: PartialEq, C: PartialEq, D: PartialEq, E: PartialEq, F: PartialEq> PartialEq
    for (A, B, C, D, E, F)
{
    fn eq(&self, other: &(A, B, C, D, E, F)) -> bool {
        self.0 == other.0
            && self.1 == other.1
            && self.2 == other.2
            && self.3 == other.3
            && self.4 == other.4
            && self.5 == other.5
    }
}

impl<A: Eq, B: Eq, C: Eq, D: Eq, E: Eq, F: Eq> Eq for (A, B, C, D, E, F) {}

impl<A: PartialOrd, B: PartialOrd, C: PartialOrd, D: PartialOrd, E: PartialOrd, F: PartialOrd> PartialOrd
    for (A, B, C, D, E, F)
{
    fn partial_cmp(&self, other: &(A, B, C, D, E, F)) -> Option<Ordering> {
        match self.0.partial_cmp(&other.0) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.1.partial_cmp(&other.1) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.2.partial_cmp(&other.2) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.3.partial_cmp(&other.3) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.4.partial_cmp(&other.4) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        self.5.partial_cmp(&other.5)
    }
}

impl<A: Ord, B: Ord, C: Ord, D: Ord, E: Ord, F: Ord> Ord for (A, B, C, D, E, F) {
    fn cmp(&self, other: &(A, B, C, D, E, F)) -> Ordering {
        match self.0.cmp(&other.0) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.1.cmp(&other.1) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.2.cmp(&other.2) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.3.cmp(&other.3) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.4.cmp(&other.4) {
            Ordering::Equal => {}
            other => return other,
        }
        self.5.cmp(&other.5)
    }
}

impl<A: PartialEq, B: PartialEq, C: PartialEq, D: PartialEq, E: PartialEq, F: PartialEq, G: PartialEq> PartialEq
    for (A, B, C, D, E, F, G)
{
    fn eq(&self, other: &(A, B, C, D, E, F, G)) -> bool {
        self.0 == other.0
            && self.1 == other.1
            && self.2 == other.2
            && self.3 == other.3
            && self.4 == other.4
            && self.5 == other.5
            && self.6 == other.6
    }
}

impl<A: Eq, B: Eq, C: Eq, D: Eq, E: Eq, F: Eq, G: Eq> Eq for (A, B, C, D, E, F, G) {}

impl<A: PartialOrd, B: PartialOrd, C: PartialOrd, D: PartialOrd, E: PartialOrd, F: PartialOrd, G: PartialOrd> PartialOrd
    for (A, B, C, D, E, F, G)
{
    fn partial_cmp(&self, other: &(A, B, C, D, E, F, G)) -> Option<Ordering> {
        match self.0.partial_cmp(&other.0) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.1.partial_cmp(&other.1) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.2.partial_cmp(&other.2) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.3.partial_cmp(&other.3) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.4.partial_cmp(&other.4) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.5.partial_cmp(&other.5) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        self.6.partial_cmp(&other.6)
    }
}

impl<A: Ord, B: Ord, C: Ord, D: Ord, E: Ord, F: Ord, G: Ord> Ord for (A, B, C, D, E, F, G) {
    fn cmp(&self, other: &(A, B, C, D, E, F, G)) -> Ordering {
        match self.0.cmp(&other.0) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.1.cmp(&other.1) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.2.cmp(&other.2) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.3.cmp(&other.3) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.4.cmp(&other.4) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.5.cmp(&other.5) {
            Ordering::Equal => {}
            other => return other,
        }
        self.6.cmp(&other.6)
    }
}

impl<A: PartialEq, B: PartialEq, C: PartialEq, D: PartialEq, E: PartialEq, F: PartialEq, G: PartialEq, H: PartialEq>
    PartialEq for (A, B, C, D, E, F, G, H)
{
    fn eq(&self, other: &(A, B, C, D, E, F, G, H)) -> bool {
        self.0 == other.0
            && self.1 == other.1
            && self.2 == other.2
            && self.3 == other.3
            && self.4 == other.4
            && self.5 == other.5
            && self.6 == other.6
            && self.7 == other.7
    }
}

impl<A: Eq, B: Eq, C: Eq, D: Eq, E: Eq, F: Eq, G: Eq, H: Eq> Eq for (A, B, C, D, E, F, G, H) {}

impl<
    A: PartialOrd,
    B: PartialOrd,
    C: PartialOrd,
    D: PartialOrd,
    E: PartialOrd,
    F: PartialOrd,
    G: PartialOrd,
    H: PartialOrd,
> PartialOrd for (A, B, C, D, E, F, G, H)
{
    fn partial_cmp(&self, other: &(A, B, C, D, E, F, G, H)) -> Option<Ordering> {
        match self.0.partial_cmp(&other.0) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.1.partial_cmp(&other.1) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.2.partial_cmp(&other.2) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.3.partial_cmp(&other.3) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.4.partial_cmp(&other.4) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.5.partial_cmp(&other.5) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.6.partial_cmp(&other.6) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        self.7.partial_cmp(&other.7)
    }
}

impl<A: Ord, B: Ord, C: Ord, D: Ord, E: Ord, F: Ord, G: Ord, H: Ord> Ord for (A, B, C, D, E, F, G, H) {
    fn cmp(&self, other: &(A, B, C, D, E, F, G, H)) -> Ordering {
        match self.0.cmp(&other.0) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.1.cmp(&other.1) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.2.cmp(&other.2) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.3.cmp(&other.3) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.4.cmp(&other.4) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.5.cmp(&other.5) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.6.cmp(&other.6) {
            Ordering::Equal => {}
            other => return other,
        }
        self.7.cmp(&other.7)
    }
}

impl<
    A: PartialEq,
    B: PartialEq,
    C: PartialEq,
    D: PartialEq,
    E: PartialEq,
    F: PartialEq,
    G: PartialEq,
    H: PartialEq,
    I: PartialEq,
> PartialEq for (A, B, C, D, E, F, G, H, I)
{
    fn eq(&self, other: &(A, B, C, D, E, F, G, H, I)) -> bool {
        self.0 == other.0
            && self.1 == other.1
            && self.2 == other.2
            && self.3 == other.3
            && self.4 == other.4
            && self.5 == other.5
            && self.6 == other.6
            && self.7 == other.7
            && self.8 == other.8
    }
}

impl<A: Eq, B: Eq, C: Eq, D: Eq, E: Eq, F: Eq, G: Eq, H: Eq, I: Eq> Eq for (A, B, C, D, E, F, G, H, I) {}

impl<
    A: PartialOrd,
    B: PartialOrd,
    C: PartialOrd,
    D: PartialOrd,
    E: PartialOrd,
    F: PartialOrd,
    G: PartialOrd,
    H: PartialOrd,
    I: PartialOrd,
> PartialOrd for (A, B, C, D, E, F, G, H, I)
{
    fn partial_cmp(&self, other: &(A, B, C, D, E, F, G, H, I)) -> Option<Ordering> {
        match self.0.partial_cmp(&other.0) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.1.partial_cmp(&other.1) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.2.partial_cmp(&other.2) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.3.partial_cmp(&other.3) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.4.partial_cmp(&other.4) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.5.partial_cmp(&other.5) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.6.partial_cmp(&other.6) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.7.partial_cmp(&other.7) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        self.8.partial_cmp(&other.8)
    }
}

impl<A: Ord, B: Ord, C: Ord, D: Ord, E: Ord, F: Ord, G: Ord, H: Ord, I: Ord> Ord for (A, B, C, D, E, F, G, H, I) {
    fn cmp(&self, other: &(A, B, C, D, E, F, G, H, I)) -> Ordering {
        match self.0.cmp(&other.0) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.1.cmp(&other.1) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.2.cmp(&other.2) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.3.cmp(&other.3) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.4.cmp(&other.4) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.5.cmp(&other.5) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.6.cmp(&other.6) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.7.cmp(&other.7) {
            Ordering::Equal => {}
            other => return other,
        }
        self.8.cmp(&other.8)
    }
}

impl<
    A: PartialEq,
    B: PartialEq,
    C: PartialEq,
    D: PartialEq,
    E: PartialEq,
    F: PartialEq,
    G: PartialEq,
    H: PartialEq,
    I: PartialEq,
    J: PartialEq,
> PartialEq for (A, B, C, D, E, F, G, H, I, J)
{
    fn eq(&self, other: &(A, B, C, D, E, F, G, H, I, J)) -> bool {
        self.0 == other.0
            && self.1 == other.1
            && self.2 == other.2
            && self.3 == other.3
            && self.4 == other.4
            && self.5 == other.5
            && self.6 == other.6
            && self.7 == other.7
            && self.8 == other.8
            && self.9 == other.9
    }
}

impl<A: Eq, B: Eq, C: Eq, D: Eq, E: Eq, F: Eq, G: Eq, H: Eq, I: Eq, J: Eq> Eq for (A, B, C, D, E, F, G, H, I, J) {}

impl<
    A: PartialOrd,
    B: PartialOrd,
    C: PartialOrd,
    D: PartialOrd,
    E: PartialOrd,
    F: PartialOrd,
    G: PartialOrd,
    H: PartialOrd,
    I: PartialOrd,
    J: PartialOrd,
> PartialOrd for (A, B, C, D, E, F, G, H, I, J)
{
    fn partial_cmp(&self, other: &(A, B, C, D, E, F, G, H, I, J)) -> Option<Ordering> {
        match self.0.partial_cmp(&other.0) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.1.partial_cmp(&other.1) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.2.partial_cmp(&other.2) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.3.partial_cmp(&other.3) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.4.partial_cmp(&other.4) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.5.partial_cmp(&other.5) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.6.partial_cmp(&other.6) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.7.partial_cmp(&other.7) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.8.partial_cmp(&other.8) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        self.9.partial_cmp(&other.9)
    }
}

impl<A: Ord, B: Ord, C: Ord, D: Ord, E: Ord, F: Ord, G: Ord, H: Ord, I: Ord, J: Ord> Ord
    for (A, B, C, D, E, F, G, H, I, J)
{
    fn cmp(&self, other: &(A, B, C, D, E, F, G, H, I, J)) -> Ordering {
        match self.0.cmp(&other.0) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.1.cmp(&other.1) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.2.cmp(&other.2) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.3.cmp(&other.3) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.4.cmp(&other.4) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.5.cmp(&other.5) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.6.cmp(&other.6) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.7.cmp(&other.7) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.8.cmp(&other.8) {
            Ordering::Equal => {}
            other => return other,
        }
        self.9.cmp(&other.9)
    }
}

impl<
    A: PartialEq,
    B: PartialEq,
    C: PartialEq,
    D: PartialEq,
    E: PartialEq,
    F: PartialEq,
    G: PartialEq,
    H: PartialEq,
    I: PartialEq,
    J: PartialEq,
    K: PartialEq,
> PartialEq for (A, B, C, D, E, F, G, H, I, J, K)
{
    fn eq(&self, other: &(A, B, C, D, E, F, G, H, I, J, K)) -> bool {
        self.0 == other.0
            && self.1 == other.1
            && self.2 == other.2
            && self.3 == other.3
            && self.4 == other.4
            && self.5 == other.5
            && self.6 == other.6
            && self.7 == other.7
            && self.8 == other.8
            && self.9 == other.9
            && self.10 == other.10
    }
}

impl<A: Eq, B: Eq, C: Eq, D: Eq, E: Eq, F: Eq, G: Eq, H: Eq, I: Eq, J: Eq, K: Eq> Eq
    for (A, B, C, D, E, F, G, H, I, J, K)
{
}

impl<
    A: PartialOrd,
    B: PartialOrd,
    C: PartialOrd,
    D: PartialOrd,
    E: PartialOrd,
    F: PartialOrd,
    G: PartialOrd,
    H: PartialOrd,
    I: PartialOrd,
    J: PartialOrd,
    K: PartialOrd,
> PartialOrd for (A, B, C, D, E, F, G, H, I, J, K)
{
    fn partial_cmp(&self, other: &(A, B, C, D, E, F, G, H, I, J, K)) -> Option<Ordering> {
        match self.0.partial_cmp(&other.0) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.1.partial_cmp(&other.1) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.2.partial_cmp(&other.2) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.3.partial_cmp(&other.3) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.4.partial_cmp(&other.4) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.5.partial_cmp(&other.5) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.6.partial_cmp(&other.6) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.7.partial_cmp(&other.7) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.8.partial_cmp(&other.8) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.9.partial_cmp(&other.9) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        self.10.partial_cmp(&other.10)
    }
}

impl<A: Ord, B: Ord, C: Ord, D: Ord, E: Ord, F: Ord, G: Ord, H: Ord, I: Ord, J: Ord, K: Ord> Ord
    for (A, B, C, D, E, F, G, H, I, J, K)
{
    fn cmp(&self, other: &(A, B, C, D, E, F, G, H, I, J, K)) -> Ordering {
        match self.0.cmp(&other.0) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.1.cmp(&other.1) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.2.cmp(&other.2) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.3.cmp(&other.3) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.4.cmp(&other.4) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.5.cmp(&other.5) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.6.cmp(&other.6) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.7.cmp(&other.7) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.8.cmp(&other.8) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.9.cmp(&other.9) {
            Ordering::Equal => {}
            other => return other,
        }
        self.10.cmp(&other.10)
    }
}

impl<
    A: PartialEq,
    B: PartialEq,
    C: PartialEq,
    D: PartialEq,
    E: PartialEq,
    F: PartialEq,
    G: PartialEq,
    H: PartialEq,
    I: PartialEq,
    J: PartialEq,
    K: PartialEq,
    L: PartialEq,
> PartialEq for (A, B, C, D, E, F, G, H, I, J, K, L)
{
    fn eq(&self, other: &(A, B, C, D, E, F, G, H, I, J, K, L)) -> bool {
        self.0 == other.0
            && self.1 == other.1
            && self.2 == other.2
            && self.3 == other.3
            && self.4 == other.4
            && self.5 == other.5
            && self.6 == other.6
            && self.7 == other.7
            && self.8 == other.8
            && self.9 == other.9
            && self.10 == other.10
            && self.11 == other.11
    }
}

impl<A: Eq, B: Eq, C: Eq, D: Eq, E: Eq, F: Eq, G: Eq, H: Eq, I: Eq, J: Eq, K: Eq, L: Eq> Eq
    for (A, B, C, D, E, F, G, H, I, J, K, L)
{
}

impl<
    A: PartialOrd,
    B: PartialOrd,
    C: PartialOrd,
    D: PartialOrd,
    E: PartialOrd,
    F: PartialOrd,
    G: PartialOrd,
    H: PartialOrd,
    I: PartialOrd,
    J: PartialOrd,
    K: PartialOrd,
    L: PartialOrd,
> PartialOrd for (A, B, C, D, E, F, G, H, I, J, K, L)
{
    fn partial_cmp(&self, other: &(A, B, C, D, E, F, G, H, I, J, K, L)) -> Option<Ordering> {
        match self.0.partial_cmp(&other.0) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.1.partial_cmp(&other.1) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.2.partial_cmp(&other.2) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.3.partial_cmp(&other.3) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.4.partial_cmp(&other.4) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.5.partial_cmp(&other.5) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.6.partial_cmp(&other.6) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.7.partial_cmp(&other.7) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.8.partial_cmp(&other.8) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.9.partial_cmp(&other.9) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        match self.10.partial_cmp(&other.10) {
            Some(Ordering::Equal) => {}
            other => return other,
        }
        self.11.partial_cmp(&other.11)
    }
}

impl<A: Ord, B: Ord, C: Ord, D: Ord, E: Ord, F: Ord, G: Ord, H: Ord, I: Ord, J: Ord, K: Ord, L: Ord> Ord
    for (A, B, C, D, E, F, G, H, I, J, K, L)
{
    fn cmp(&self, other: &(A, B, C, D, E, F, G, H, I, J, K, L)) -> Ordering {
        match self.0.cmp(&other.0) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.1.cmp(&other.1) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.2.cmp(&other.2) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.3.cmp(&other.3) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.4.cmp(&other.4) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.5.cmp(&other.5) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.6.cmp(&other.6) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.7.cmp(&other.7) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.8.cmp(&other.8) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.9.cmp(&other.9) {
            Ordering::Equal => {}
            other => return other,
        }
        match self.10.cmp(&other.10) {
            Ordering::Equal => {}
            other => return other,
        }
        self.11.cmp(&other.11)
    }
}
