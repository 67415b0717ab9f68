//! The library in the language, embedded: the files of `library/` at the repository's root.

/// One file of the library.
#[derive(Clone, Copy, Debug)]
pub struct LibraryFile {
    /// Its path below `library/`: `fmt/mod.rs`.
    pub path: &'static str,
    /// Its text.
    pub text: &'static str,
}

impl LibraryFile {
    /// The modules that lead from the library's root to this file's: `["fmt", "num"]` for `fmt/num.rs`.
    pub fn module(&self) -> impl Iterator<Item = &'static str> {
        let path = self.path.trim_end_matches(".rs");
        path.split('/').filter(|part| !matches!(*part, "lib" | "mod"))
    }
}

macro_rules! files {
    ($($path:literal)*) => {
        &[$(LibraryFile { path: $path, text: include_str!(concat!("../../../library/", $path)) },)*]
    };
}

/// Every file, the root (`lib.rs`) first, then by path.
pub const FILES: &[LibraryFile] = files! {
    "lib.rs"
    "alloc.rs"
    "any.rs"
    "array.rs"
    "bool.rs"
    "borrow.rs"
    "borrow/cow.rs"
    "boxed.rs"
    "cell.rs"
    "cell/guards.rs"
    "cell/once.rs"
    "char/case.rs"
    "char/escape.rs"
    "char/mod.rs"
    "clone.rs"
    "cmp/impls.rs"
    "cmp/mod.rs"
    "collections/binary_heap.rs"
    "collections/btree/entry.rs"
    "collections/btree/map.rs"
    "collections/btree/map_iter.rs"
    "collections/btree/merge.rs"
    "collections/btree/mod.rs"
    "collections/btree/node.rs"
    "collections/btree/range.rs"
    "collections/btree/search.rs"
    "collections/btree/set.rs"
    "collections/btree/set_iter.rs"
    "collections/btree/set_ops.rs"
    "collections/btree/tree.rs"
    "collections/btree/views.rs"
    "collections/hash/entry.rs"
    "collections/hash/map.rs"
    "collections/hash/map_iter.rs"
    "collections/hash/mod.rs"
    "collections/hash/set.rs"
    "collections/hash/set_ops.rs"
    "collections/hash/table.rs"
    "collections/linked_list.rs"
    "collections/mod.rs"
    "collections/vec_deque/drain.rs"
    "collections/vec_deque/edit.rs"
    "collections/vec_deque/iter.rs"
    "collections/vec_deque/mod.rs"
    "collections/vec_deque/ops.rs"
    "collections/vec_deque/ring.rs"
    "convert/bool.rs"
    "convert/mod.rs"
    "convert/num.rs"
    "convert/tuple.rs"
    "counted.rs"
    "default.rs"
    "env.rs"
    "error.rs"
    "f32.rs"
    "f64.rs"
    "fmt/builders.rs"
    "fmt/decimal.rs"
    "fmt/float.rs"
    "fmt/impls.rs"
    "fmt/mod.rs"
    "fmt/num.rs"
    "fmt/text.rs"
    "fmt/wide.rs"
    "hash/impls.rs"
    "hash/mod.rs"
    "hash/sip.rs"
    "intrinsics.rs"
    "io/adapters.rs"
    "io/buffered.rs"
    "io/cursor.rs"
    "io/error.rs"
    "io/mod.rs"
    "io/raw.rs"
    "io/stdio.rs"
    "io/util.rs"
    "iter/accum.rs"
    "iter/adapters/chain.rs"
    "iter/adapters/counted.rs"
    "iter/adapters/flatten.rs"
    "iter/adapters/mapped.rs"
    "iter/adapters/mod.rs"
    "iter/adapters/peekable.rs"
    "iter/adapters/referenced.rs"
    "iter/adapters/reversed.rs"
    "iter/adapters/selected.rs"
    "iter/collect.rs"
    "iter/compare.rs"
    "iter/made.rs"
    "iter/mod.rs"
    "iter/range.rs"
    "iter/sources.rs"
    "iter/traits.rs"
    "marker.rs"
    "mem.rs"
    "num/float.rs"
    "num/float_bits.rs"
    "num/float_math.rs"
    "num/i128.rs"
    "num/i16.rs"
    "num/i32.rs"
    "num/i64.rs"
    "num/i8.rs"
    "num/isize.rs"
    "num/math/angle.rs"
    "num/math/angle_single.rs"
    "num/math/classic.rs"
    "num/math/classic_single.rs"
    "num/math/dd.rs"
    "num/math/exp.rs"
    "num/math/fused.rs"
    "num/math/log.rs"
    "num/math/mod.rs"
    "num/math/pow.rs"
    "num/math/reduce.rs"
    "num/math/root.rs"
    "num/math/trig.rs"
    "num/math/trig_single.rs"
    "num/mod.rs"
    "num/nonzero.rs"
    "num/nonzero_signed.rs"
    "num/nonzero_unsigned.rs"
    "num/parse_float.rs"
    "num/u128.rs"
    "num/u16.rs"
    "num/u32.rs"
    "num/u64.rs"
    "num/u8.rs"
    "num/usize.rs"
    "num/wide.rs"
    "num/wrapping.rs"
    "ops/arith.rs"
    "ops/bit.rs"
    "ops/bounds.rs"
    "ops/call.rs"
    "ops/control_flow.rs"
    "ops/mod.rs"
    "ops/range.rs"
    "ops/shift.rs"
    "option.rs"
    "panic.rs"
    "panicking.rs"
    "prelude.rs"
    "process.rs"
    "ptr.rs"
    "rc.rs"
    "result.rs"
    "rt.rs"
    "slice/ascii.rs"
    "slice/chunks.rs"
    "slice/index.rs"
    "slice/iter.rs"
    "slice/mod.rs"
    "slice/owned.rs"
    "slice/search.rs"
    "slice/sort/mod.rs"
    "slice/sort/small.rs"
    "slice/sort/stable.rs"
    "slice/sort/unstable.rs"
    "slice/split.rs"
    "str/index.rs"
    "str/iter.rs"
    "str/mod.rs"
    "str/owned.rs"
    "str/pattern.rs"
    "str/split.rs"
    "str/utf8.rs"
    "string/mod.rs"
    "string/ops.rs"
    "string/utf8.rs"
    "sync/arc.rs"
    "sync/atomic.rs"
    "sync/atomic_signed.rs"
    "sync/atomic_unsigned.rs"
    "sync/mod.rs"
    "sync/mutex.rs"
    "sync/once.rs"
    "sync/poison.rs"
    "sync/rwlock.rs"
    "time.rs"
    "unicode/mod.rs"
    "unicode/case.rs"
    "vec/drain.rs"
    "vec/filter.rs"
    "vec/into_iter.rs"
    "vec/mod.rs"
    "vec/ops.rs"
};

#[cfg(test)]
mod tests {
    use super::FILES;

    /// A file that nobody embeds would be missed only at run time.
    #[test]
    #[allow(clippy::disallowed_methods, reason = "the test looks at the library's folder")]
    fn every_file_is_embedded() {
        let mut found = Vec::new();
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../library");
        let mut folders = vec![String::new()];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(format!("{root}/{folder}")).unwrap() {
                let entry = entry.unwrap();
                let name = entry.file_name().into_string().unwrap();
                if entry.file_type().unwrap().is_dir() {
                    folders.push(format!("{folder}{name}/"));
                } else {
                    found.push(format!("{folder}{name}"));
                }
            }
        }
        found.sort();
        let mut embedded: Vec<&str> = FILES.iter().map(|f| f.path).collect();
        embedded.sort_unstable();
        assert_eq!(found, embedded);
    }
}
