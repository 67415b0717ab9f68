//! Parts of a slice, one after the other.

use super::within;
use crate::intrinsics;
use crate::iter::{DoubleEndedIterator, ExactSizeIterator, FusedIterator, Iterator};

impl<T> [T] {
    #[track_caller]
    pub fn windows(&self, size: usize) -> Windows<'_, T> {
        if size == 0 {
            panic!("window size must be non-zero");
        }
        Windows { v: self, size }
    }

    #[track_caller]
    pub fn chunks(&self, chunk_size: usize) -> Chunks<'_, T> {
        if chunk_size == 0 {
            panic!("chunk size must be non-zero");
        }
        Chunks { v: self, chunk_size }
    }

    #[track_caller]
    pub fn chunks_mut(&mut self, chunk_size: usize) -> ChunksMut<'_, T> {
        if chunk_size == 0 {
            panic!("chunk size must be non-zero");
        }
        ChunksMut { v: self, chunk_size }
    }

    #[track_caller]
    pub fn chunks_exact(&self, chunk_size: usize) -> ChunksExact<'_, T> {
        if chunk_size == 0 {
            panic!("chunk size must be non-zero");
        }
        let whole = self.len() - self.len() % chunk_size;
        ChunksExact { v: within(self, 0, whole), rem: within(self, whole, self.len()), chunk_size }
    }

    #[track_caller]
    pub fn rchunks(&self, chunk_size: usize) -> RChunks<'_, T> {
        if chunk_size == 0 {
            panic!("chunk size must be non-zero");
        }
        RChunks { v: self, chunk_size }
    }

    #[track_caller]
    pub fn rchunks_mut(&mut self, chunk_size: usize) -> RChunksMut<'_, T> {
        if chunk_size == 0 {
            panic!("chunk size must be non-zero");
        }
        RChunksMut { v: self, chunk_size }
    }

    #[track_caller]
    pub fn chunks_exact_mut(&mut self, chunk_size: usize) -> ChunksExactMut<'_, T> {
        if chunk_size == 0 {
            panic!("chunk size must be non-zero");
        }
        let len = self.len();
        let whole = len - len % chunk_size;
        let (v, rem) = self.split_at_mut(whole);
        ChunksExactMut { v, rem, chunk_size }
    }

    #[track_caller]
    pub fn rchunks_exact(&self, chunk_size: usize) -> RChunksExact<'_, T> {
        if chunk_size == 0 {
            panic!("chunk size must be non-zero");
        }
        let rem = self.len() % chunk_size;
        RChunksExact { v: within(self, rem, self.len()), rem: within(self, 0, rem), chunk_size }
    }

    pub fn array_windows<const N: usize>(&self) -> ArrayWindows<'_, T, N> {
        ArrayWindows { v: self }
    }

    pub fn chunk_by<F: FnMut(&T, &T) -> bool>(&self, pred: F) -> ChunkBy<'_, T, F> {
        ChunkBy { v: self, predicate: pred }
    }

    pub fn chunk_by_mut<F: FnMut(&T, &T) -> bool>(&mut self, pred: F) -> ChunkByMut<'_, T, F> {
        ChunkByMut { v: self, predicate: pred }
    }
}

pub struct Windows<'a, T> {
    v: &'a [T],
    size: usize,
}

impl<'a, T> Iterator for Windows<'a, T> {
    type Item = &'a [T];

    fn __known_length(&self) -> u8 {
        3
    }

    fn next(&mut self) -> Option<&'a [T]> {
        if self.size > self.v.len() {
            return None;
        }
        let window = within(self.v, 0, self.size);
        self.v = within(self.v, 1, self.v.len());
        Some(window)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = if self.size > self.v.len() { 0 } else { self.v.len() - self.size + 1 };
        (left, Some(left))
    }
}

impl<'a, T> FusedIterator for Windows<'a, T> {}

impl<'a, T> DoubleEndedIterator for Windows<'a, T> {
    fn next_back(&mut self) -> Option<&'a [T]> {
        let len = self.v.len();
        if self.size > len {
            return None;
        }
        let window = within(self.v, len - self.size, len);
        self.v = within(self.v, 0, len - 1);
        Some(window)
    }
}

impl<'a, T> ExactSizeIterator for Windows<'a, T> {}

impl<'a, T> Clone for Windows<'a, T> {
    fn clone(&self) -> Self {
        Windows { v: self.v, size: self.size }
    }
}

/// How many parts of this size there are, the last perhaps shorter.
fn parts(len: usize, size: usize) -> usize {
    len / size + if len % size > 0 { 1 } else { 0 }
}

pub struct Chunks<'a, T> {
    v: &'a [T],
    chunk_size: usize,
}

impl<'a, T> Iterator for Chunks<'a, T> {
    type Item = &'a [T];

    fn __known_length(&self) -> u8 {
        3
    }

    fn next(&mut self) -> Option<&'a [T]> {
        let len = self.v.len();
        if len == 0 {
            return None;
        }
        let mid = if self.chunk_size < len { self.chunk_size } else { len };
        let chunk = within(self.v, 0, mid);
        self.v = within(self.v, mid, len);
        Some(chunk)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = parts(self.v.len(), self.chunk_size);
        (left, Some(left))
    }
}

impl<'a, T> FusedIterator for Chunks<'a, T> {}

impl<'a, T> DoubleEndedIterator for Chunks<'a, T> {
    fn next_back(&mut self) -> Option<&'a [T]> {
        let len = self.v.len();
        if len == 0 {
            return None;
        }
        let rest = len % self.chunk_size;
        let mid = len - if rest == 0 { self.chunk_size } else { rest };
        let chunk = within(self.v, mid, len);
        self.v = within(self.v, 0, mid);
        Some(chunk)
    }
}

impl<'a, T> ExactSizeIterator for Chunks<'a, T> {}

impl<'a, T> Clone for Chunks<'a, T> {
    fn clone(&self) -> Self {
        Chunks { v: self.v, chunk_size: self.chunk_size }
    }
}

pub struct ChunksMut<'a, T> {
    v: &'a mut [T],
    chunk_size: usize,
}

impl<'a, T> ChunksMut<'a, T> {
    /// The same elements once more: whoever calls it keeps only one of both.
    fn part(&mut self, start: usize, end: usize) -> &'a mut [T] {
        unsafe {
            let base = intrinsics::slice_as_mut_ptr(self.v);
            intrinsics::slice_from_raw_mut(base.add(start), end - start)
        }
    }
}

impl<'a, T> Iterator for ChunksMut<'a, T> {
    type Item = &'a mut [T];

    fn __known_length(&self) -> u8 {
        3
    }

    fn next(&mut self) -> Option<&'a mut [T]> {
        let len = self.v.len();
        if len == 0 {
            return None;
        }
        let mid = if self.chunk_size < len { self.chunk_size } else { len };
        let chunk = self.part(0, mid);
        self.v = self.part(mid, len);
        Some(chunk)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = parts(self.v.len(), self.chunk_size);
        (left, Some(left))
    }
}

impl<'a, T> FusedIterator for ChunksMut<'a, T> {}

impl<'a, T> DoubleEndedIterator for ChunksMut<'a, T> {
    fn next_back(&mut self) -> Option<&'a mut [T]> {
        let len = self.v.len();
        if len == 0 {
            return None;
        }
        let rest = len % self.chunk_size;
        let mid = len - if rest == 0 { self.chunk_size } else { rest };
        let chunk = self.part(mid, len);
        self.v = self.part(0, mid);
        Some(chunk)
    }
}

impl<'a, T> ExactSizeIterator for ChunksMut<'a, T> {}

pub struct ChunksExact<'a, T> {
    v: &'a [T],
    rem: &'a [T],
    chunk_size: usize,
}

impl<'a, T> Clone for ChunksExact<'a, T> {
    fn clone(&self) -> Self {
        ChunksExact { v: self.v, rem: self.rem, chunk_size: self.chunk_size }
    }
}

impl<'a, T> ChunksExact<'a, T> {
    pub fn remainder(&self) -> &'a [T] {
        self.rem
    }
}

impl<'a, T> Iterator for ChunksExact<'a, T> {
    type Item = &'a [T];

    fn __known_length(&self) -> u8 {
        3
    }

    fn next(&mut self) -> Option<&'a [T]> {
        let len = self.v.len();
        if len < self.chunk_size {
            return None;
        }
        let chunk = within(self.v, 0, self.chunk_size);
        self.v = within(self.v, self.chunk_size, len);
        Some(chunk)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.v.len() / self.chunk_size;
        (left, Some(left))
    }
}

impl<'a, T> FusedIterator for ChunksExact<'a, T> {}

impl<'a, T> DoubleEndedIterator for ChunksExact<'a, T> {
    fn next_back(&mut self) -> Option<&'a [T]> {
        let len = self.v.len();
        if len < self.chunk_size {
            return None;
        }
        let chunk = within(self.v, len - self.chunk_size, len);
        self.v = within(self.v, 0, len - self.chunk_size);
        Some(chunk)
    }
}

impl<'a, T> ExactSizeIterator for ChunksExact<'a, T> {}

pub struct RChunks<'a, T> {
    v: &'a [T],
    chunk_size: usize,
}

impl<'a, T> Clone for RChunks<'a, T> {
    fn clone(&self) -> Self {
        RChunks { v: self.v, chunk_size: self.chunk_size }
    }
}

impl<'a, T> Iterator for RChunks<'a, T> {
    type Item = &'a [T];

    fn __known_length(&self) -> u8 {
        3
    }

    fn next(&mut self) -> Option<&'a [T]> {
        let len = self.v.len();
        if len == 0 {
            return None;
        }
        let start = len.saturating_sub(self.chunk_size);
        let chunk = within(self.v, start, len);
        self.v = within(self.v, 0, start);
        Some(chunk)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = parts(self.v.len(), self.chunk_size);
        (left, Some(left))
    }
}

impl<'a, T> FusedIterator for RChunks<'a, T> {}

impl<'a, T> ExactSizeIterator for RChunks<'a, T> {}

impl<'a, T> DoubleEndedIterator for RChunks<'a, T> {
    fn next_back(&mut self) -> Option<&'a [T]> {
        let len = self.v.len();
        if len == 0 {
            return None;
        }
        let rest = len % self.chunk_size;
        let end = if rest == 0 { self.chunk_size } else { rest };
        let chunk = within(self.v, 0, end);
        self.v = within(self.v, end, len);
        Some(chunk)
    }
}

pub struct RChunksExact<'a, T> {
    v: &'a [T],
    rem: &'a [T],
    chunk_size: usize,
}

impl<'a, T> Clone for RChunksExact<'a, T> {
    fn clone(&self) -> Self {
        RChunksExact { v: self.v, rem: self.rem, chunk_size: self.chunk_size }
    }
}

impl<'a, T> RChunksExact<'a, T> {
    pub fn remainder(&self) -> &'a [T] {
        self.rem
    }
}

impl<'a, T> Iterator for RChunksExact<'a, T> {
    type Item = &'a [T];

    fn __known_length(&self) -> u8 {
        3
    }

    fn next(&mut self) -> Option<&'a [T]> {
        let len = self.v.len();
        if len < self.chunk_size {
            return None;
        }
        let chunk = within(self.v, len - self.chunk_size, len);
        self.v = within(self.v, 0, len - self.chunk_size);
        Some(chunk)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.v.len() / self.chunk_size;
        (left, Some(left))
    }
}

impl<'a, T> FusedIterator for RChunksExact<'a, T> {}

impl<'a, T> DoubleEndedIterator for RChunksExact<'a, T> {
    fn next_back(&mut self) -> Option<&'a [T]> {
        let len = self.v.len();
        if len < self.chunk_size {
            return None;
        }
        let chunk = within(self.v, 0, self.chunk_size);
        self.v = within(self.v, self.chunk_size, len);
        Some(chunk)
    }
}

impl<'a, T> ExactSizeIterator for RChunksExact<'a, T> {}

/// The same elements once more: whoever calls it keeps only one of both.
fn again<'a, T>(v: &mut [T], start: usize, end: usize) -> &'a mut [T] {
    unsafe { intrinsics::slice_from_raw_mut(intrinsics::slice_as_mut_ptr(v).add(start), end - start) }
}

pub struct ChunksExactMut<'a, T> {
    v: &'a mut [T],
    rem: &'a mut [T],
    chunk_size: usize,
}

impl<'a, T> ChunksExactMut<'a, T> {
    pub fn into_remainder(self) -> &'a mut [T] {
        self.rem
    }
}

impl<'a, T> Iterator for ChunksExactMut<'a, T> {
    type Item = &'a mut [T];

    fn __known_length(&self) -> u8 {
        3
    }

    fn next(&mut self) -> Option<&'a mut [T]> {
        let len = self.v.len();
        if len < self.chunk_size {
            return None;
        }
        let chunk = again(self.v, 0, self.chunk_size);
        self.v = again(self.v, self.chunk_size, len);
        Some(chunk)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.v.len() / self.chunk_size;
        (left, Some(left))
    }
}

impl<'a, T> FusedIterator for ChunksExactMut<'a, T> {}

impl<'a, T> DoubleEndedIterator for ChunksExactMut<'a, T> {
    fn next_back(&mut self) -> Option<&'a mut [T]> {
        let len = self.v.len();
        if len < self.chunk_size {
            return None;
        }
        let chunk = again(self.v, len - self.chunk_size, len);
        self.v = again(self.v, 0, len - self.chunk_size);
        Some(chunk)
    }
}

impl<'a, T> ExactSizeIterator for ChunksExactMut<'a, T> {}

pub struct RChunksMut<'a, T> {
    v: &'a mut [T],
    chunk_size: usize,
}

impl<'a, T> Iterator for RChunksMut<'a, T> {
    type Item = &'a mut [T];

    fn __known_length(&self) -> u8 {
        3
    }

    fn next(&mut self) -> Option<&'a mut [T]> {
        let len = self.v.len();
        if len == 0 {
            return None;
        }
        let start = len.saturating_sub(self.chunk_size);
        let chunk = again(self.v, start, len);
        self.v = again(self.v, 0, start);
        Some(chunk)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = parts(self.v.len(), self.chunk_size);
        (left, Some(left))
    }
}

impl<'a, T> FusedIterator for RChunksMut<'a, T> {}

impl<'a, T> DoubleEndedIterator for RChunksMut<'a, T> {
    fn next_back(&mut self) -> Option<&'a mut [T]> {
        let len = self.v.len();
        if len == 0 {
            return None;
        }
        let rest = len % self.chunk_size;
        let end = if rest == 0 { self.chunk_size } else { rest };
        let chunk = again(self.v, 0, end);
        self.v = again(self.v, end, len);
        Some(chunk)
    }
}

impl<'a, T> ExactSizeIterator for RChunksMut<'a, T> {}

#[derive(Clone)]
pub struct ArrayWindows<'a, T, const N: usize> {
    v: &'a [T],
}

impl<'a, T, const N: usize> Iterator for ArrayWindows<'a, T, N> {
    type Item = &'a [T; N];

    fn next(&mut self) -> Option<&'a [T; N]> {
        let window = self.v.first_chunk::<N>();
        if window.is_some() {
            self.v = within(self.v, 1, self.v.len());
        }
        window
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = (self.v.len() + 1).saturating_sub(N);
        (left, Some(left))
    }
}

impl<'a, T, const N: usize> FusedIterator for ArrayWindows<'a, T, N> {}

impl<'a, T, const N: usize> DoubleEndedIterator for ArrayWindows<'a, T, N> {
    fn next_back(&mut self) -> Option<&'a [T; N]> {
        let window = self.v.last_chunk::<N>();
        if window.is_some() {
            self.v = within(self.v, 0, self.v.len() - 1);
        }
        window
    }
}

impl<'a, T, const N: usize> ExactSizeIterator for ArrayWindows<'a, T, N> {}

#[derive(Clone)]
pub struct ChunkBy<'a, T, P> {
    v: &'a [T],
    predicate: P,
}

impl<'a, T, P: FnMut(&T, &T) -> bool> Iterator for ChunkBy<'a, T, P> {
    type Item = &'a [T];

    fn next(&mut self) -> Option<&'a [T]> {
        let len = self.v.len();
        if len == 0 {
            return None;
        }
        let mut end = 1;
        while end < len && (self.predicate)(&self.v[end - 1], &self.v[end]) {
            end += 1;
        }
        let chunk = within(self.v, 0, end);
        self.v = within(self.v, end, len);
        Some(chunk)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let len = self.v.len();
        (len.min(1), Some(len))
    }
}

impl<'a, T, P: FnMut(&T, &T) -> bool> FusedIterator for ChunkBy<'a, T, P> {}

impl<'a, T, P: FnMut(&T, &T) -> bool> DoubleEndedIterator for ChunkBy<'a, T, P> {
    fn next_back(&mut self) -> Option<&'a [T]> {
        let len = self.v.len();
        if len == 0 {
            return None;
        }
        let mut start = len - 1;
        while start > 0 && (self.predicate)(&self.v[start - 1], &self.v[start]) {
            start -= 1;
        }
        let chunk = within(self.v, start, len);
        self.v = within(self.v, 0, start);
        Some(chunk)
    }
}

pub struct ChunkByMut<'a, T, P> {
    v: &'a mut [T],
    predicate: P,
}

impl<'a, T, P: FnMut(&T, &T) -> bool> Iterator for ChunkByMut<'a, T, P> {
    type Item = &'a mut [T];

    fn next(&mut self) -> Option<&'a mut [T]> {
        let len = self.v.len();
        if len == 0 {
            return None;
        }
        let mut end = 1;
        while end < len && (self.predicate)(&self.v[end - 1], &self.v[end]) {
            end += 1;
        }
        let chunk = again(self.v, 0, end);
        self.v = again(self.v, end, len);
        Some(chunk)
    }
}

impl<'a, T, P: FnMut(&T, &T) -> bool> FusedIterator for ChunkByMut<'a, T, P> {}

impl<'a, T, P: FnMut(&T, &T) -> bool> DoubleEndedIterator for ChunkByMut<'a, T, P> {
    fn next_back(&mut self) -> Option<&'a mut [T]> {
        let len = self.v.len();
        if len == 0 {
            return None;
        }
        let mut start = len - 1;
        while start > 0 && (self.predicate)(&self.v[start - 1], &self.v[start]) {
            start -= 1;
        }
        let chunk = again(self.v, start, len);
        self.v = again(self.v, 0, start);
        Some(chunk)
    }
}
