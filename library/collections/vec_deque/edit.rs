//! Values that come and go in the middle, and many at once.

use super::{DropSlice, VecDeque, failed};
use crate::intrinsics;
use crate::mem;
use crate::ptr;

impl<T> VecDeque<T> {
    pub fn truncate(&mut self, len: usize) {
        if len >= self.len {
            return;
        }
        let old = mem::replace(&mut self.len, len);
        let (front, back) = self.slices_mut(len, old);
        let _back = DropSlice { slice: back as *mut [T] };
        intrinsics::drop_in_place(front as *mut [T]);
    }

    pub fn clear(&mut self) {
        self.truncate(0);
        self.head = 0;
    }

    pub fn swap_remove_front(&mut self, index: usize) -> Option<T> {
        if index >= self.len {
            return None;
        }
        if index != 0 {
            self.swap(index, 0);
        }
        self.pop_front()
    }

    pub fn swap_remove_back(&mut self, index: usize) -> Option<T> {
        if index >= self.len {
            return None;
        }
        if index != self.len - 1 {
            self.swap(index, self.len - 1);
        }
        self.pop_back()
    }

    pub fn insert(&mut self, index: usize, value: T) {
        if index > self.len {
            failed("index out of bounds", 2431);
        }
        if self.len == self.capacity() {
            self.grow();
        }
        let behind = self.len - index;
        if behind < index {
            self.wrap_copy(self.physical(index), self.physical(index + 1), behind);
        } else {
            let old = self.head;
            self.head = self.wrap_sub(old, 1);
            self.wrap_copy(old, self.head, index);
        }
        self.len += 1;
        unsafe {
            self.place(index).write(value);
        }
    }

    pub fn remove(&mut self, index: usize) -> Option<T> {
        if index >= self.len {
            return None;
        }
        let value = unsafe { self.place(index).read() };
        let behind = self.len - index - 1;
        if behind < index {
            self.wrap_copy(self.physical(index + 1), self.physical(index), behind);
        } else {
            let old = self.head;
            self.head = self.physical(1);
            self.wrap_copy(old, self.head, index);
        }
        self.len -= 1;
        Some(value)
    }

    pub fn split_off(&mut self, at: usize) -> VecDeque<T> {
        if at > self.len {
            failed("`at` out of bounds", 2539);
        }
        let mut other = VecDeque::with_capacity(self.len - at);
        let (first, second) = self.slices(at, self.len);
        unsafe {
            ptr::copy(first.as_ptr(), other.place(0), first.len());
            if second.len() > 0 {
                ptr::copy(second.as_ptr(), other.place(first.len()), second.len());
            }
        }
        other.len = self.len - at;
        self.len = at;
        other
    }

    pub fn append(&mut self, other: &mut VecDeque<T>) {
        self.reserve(other.len);
        let (first, second) = other.as_slices();
        self.copy_in(first);
        self.copy_in(second);
        other.len = 0;
        other.head = 0;
    }

    /// Move values, for which there is room, to the end.
    fn copy_in(&mut self, values: &[T]) {
        if values.is_empty() {
            return;
        }
        let to = self.physical(self.len);
        let room = self.capacity() - to;
        unsafe {
            if values.len() <= room {
                ptr::copy(values.as_ptr(), self.place(self.len), values.len());
            } else {
                ptr::copy(values.as_ptr(), self.place(self.len), room);
                ptr::copy(values.as_ptr().add(room), self.place(self.len + room), values.len() - room);
            }
        }
        self.len += values.len();
    }

    pub fn retain<F>(&mut self, mut f: F)
    where
        F: FnMut(&T) -> bool,
    {
        self.retain_mut(|value| f(value));
    }

    pub fn retain_mut<F>(&mut self, mut f: F)
    where
        F: FnMut(&mut T) -> bool,
    {
        let len = self.len;
        let mut kept = 0;
        let mut index = 0;
        while index < len {
            let value = unsafe { &mut *self.place(index) };
            if f(value) {
                if kept != index {
                    self.swap(kept, index);
                }
                kept += 1;
            }
            index += 1;
        }
        if kept != len {
            self.truncate(kept);
        }
    }

    pub fn resize_with<F: FnMut() -> T>(&mut self, new_len: usize, mut generator: F) {
        if new_len > self.len {
            self.reserve(new_len - self.len);
            while self.len < new_len {
                self.push_back(generator());
            }
        } else {
            self.truncate(new_len);
        }
    }

    pub fn resize(&mut self, new_len: usize, value: T)
    where
        T: Clone,
    {
        if new_len > self.len {
            self.reserve(new_len - self.len);
            while self.len + 1 < new_len {
                self.push_back(value.clone());
            }
            self.push_back(value);
        } else {
            self.truncate(new_len);
        }
    }
}
