//! Values, blocks and owners of bytes from hand-made memory.

use crate::shape::{
    By, Enum, Field, Kind, ListParts, Shape, ShapeId, Shapes, TableParts, Tag, TreeParts, Variant, VecParts,
};
use crate::{Limits, Reader, Regions, Value, owners, reachable};
use expect_test::{Expect, expect};
use std::fmt::Write as _;

/// The regions of the memories here: frames from 0x100 to 0x200, static data below, the heap above.
const REGIONS: Regions = Regions { data_end: 0x100, stack_low: 0x100, stack_high: 0x200, heap_base: 0x200 };

/// A memory of 1 KiB with words at some addresses.
fn memory(words: &[(u64, u64)]) -> Vec<u8> {
    let mut memory = vec![0; 0x400];
    for &(at, word) in words {
        memory[at as usize..at as usize + 8].copy_from_slice(&word.to_le_bytes());
    }
    memory
}

struct Table(Shapes);

impl Table {
    fn new() -> Self {
        Self(Shapes::default())
    }

    fn add(&mut self, name: &str, size: u64, align: u64, kind: Kind) -> ShapeId {
        self.0.shapes.push(Shape { name: name.into(), size, align, kind });
        ShapeId(self.0.shapes.len() as u32 - 1)
    }

    fn int(&mut self, name: &str, size: u64) -> ShapeId {
        self.add(name, size, size, Kind::Int { signed: name.starts_with('i') })
    }

    fn pointer(&mut self, name: &str, to: ShapeId, by: By) -> ShapeId {
        let is_fat = matches!(self.0.get(to).kind, Kind::Str | Kind::Slice(_) | Kind::Object);
        self.add(name, if is_fat { 16 } else { 8 }, 8, Kind::Pointer { to, by })
    }
}

fn field(name: &str, offset: u64, shape: ShapeId) -> Field {
    Field { name: name.into(), offset, shape }
}

fn print(value: &Value, depth: usize, out: &mut String) {
    let address = value.address.map_or_else(String::new, |a| format!(" @0x{a:x}+{}", value.size));
    let target = value.target.map_or_else(String::new, |t| format!(" -> 0x{t:x}"));
    let more = if value.more() > 0 { format!(" (and {} more)", value.more()) } else { String::new() };
    let (label, ty) = (&value.label, &value.ty);
    let _ =
        writeln!(out, "{}{label}: {ty} = {} [{:?}]{address}{target}{more}", "  ".repeat(depth), value.text, value.kind);
    value.parts.iter().for_each(|part| print(part, depth + 1, out));
}

/// Print the value at 0x100 and all that it leads to.
fn check(table: &Table, shape: ShapeId, memory: &[u8], expected: Expect) {
    let mut reader = Reader::new(&table.0, memory);
    let value = reader.read(shape, "main: x", 0x100);
    let blocks = reachable(&mut reader, REGIONS);
    let mut out = String::new();
    print(&value, 0, &mut out);
    for block in &blocks.blocks {
        let _ = writeln!(out, "block 0x{:x}+{} heap {} {:?}", block.address, block.size, block.heap, block.path);
        print(&block.value, 1, &mut out);
    }
    expected.assert_eq(&out);
}

#[test]
fn scalars_without_an_address() {
    let mut table = Table::new();
    let cases = [
        ("i8", 0x80, "-128"),
        ("u8", 0xFF, "255"),
        ("i16", 0xFFFF, "-1"),
        ("u16", 7, "7"),
        ("i32", 0xFFFF_FFFE, "-2"),
        ("u32", 0xFFFF_FFFE, "4294967294"),
        ("i64", u64::MAX, "-1"),
        ("u64", u64::MAX, "18446744073709551615"),
    ];
    for (name, bits, text) in cases {
        let size = name[1..].parse::<u64>().unwrap_or(0) / 8;
        let shape = table.int(name, size);
        assert_eq!(Reader::new(&table.0, &[]).read_cells(shape, "x", &[bits]).text, text);
    }
    let (signed, unsigned) = (table.int("i128", 16), table.int("u128", 16));
    let read = |shape, cells: &[u64]| Reader::new(&table.0, &[]).read_cells(shape, "x", cells).text;
    assert_eq!(read(signed, &[u64::MAX, u64::MAX]), "-1");
    assert_eq!(read(unsigned, &[0, 1]), "18446744073709551616");

    let shapes = [("bool", 1, Kind::Bool), ("char", 4, Kind::Char), ("f32", 4, Kind::Float), ("f64", 8, Kind::Float)];
    let [bool, char, single, double] = shapes.map(|(name, size, kind)| table.add(name, size, size, kind));
    let read = |shape, bits| Reader::new(&table.0, &[]).read_cells(shape, "x", &[bits]).text;
    assert_eq!(read(bool, 1), "true");
    assert_eq!(read(bool, 2), "invalid: 2 is no bool");
    assert_eq!(read(char, u64::from('\n')), "'\\n'");
    assert_eq!(read(char, 0xD800), "invalid: 0xd800 is no char");
    assert_eq!(read(single, u64::from(1.5f32.to_bits())), "1.5");
    assert_eq!(read(double, 1.0f64.to_bits()), "1.0");
    assert_eq!(read(double, f64::NAN.to_bits()), "NaN");
}

#[test]
fn a_struct_of_an_array_and_a_tuple() {
    let mut table = Table::new();
    let (byte, word) = (table.int("u8", 1), table.int("i32", 4));
    let array = table.add("[i32; 2]", 8, 4, Kind::Array { element: word, len: 2 });
    let tuple = table.add("(u8, i32)", 8, 4, Kind::Struct(vec![field("0", 4, byte), field("1", 0, word)]));
    let shape = table.add("S", 16, 4, Kind::Struct(vec![field("a", 0, array), field("t", 8, tuple)]));
    let memory = memory(&[(0x100, 0x2_0000_0001), (0x108, 0x7_0000_0003)]);
    check(
        &table,
        shape,
        &memory,
        expect![[r#"
        main: x: S =  [Struct] @0x100+16
          a: [i32; 2] =  [Array] @0x100+8
            0: i32 = 1 [Scalar] @0x100+4
            1: i32 = 2 [Scalar] @0x104+4
          t: (u8, i32) =  [Struct] @0x108+8
            0: u8 = 7 [Scalar] @0x10c+1
            1: i32 = 3 [Scalar] @0x108+4
    "#]],
    );
}

#[test]
fn enums_with_a_tag_and_with_a_niche() {
    let mut table = Table::new();
    let word = table.int("i32", 4);
    let variants = vec![
        Variant { name: "Off".into(), fields: vec![] },
        Variant { name: "On".into(), fields: vec![field("level", 4, word)] },
    ];
    let tag = Tag::Direct { offset: 0, bytes: 4, signed: true, discriminants: vec![-1, 5] };
    let shape = table.add("Switch", 8, 4, Kind::Enum(Enum { variants, tag }));
    check(
        &table,
        shape,
        &memory(&[(0x100, 0x9_0000_0005)]),
        expect![[r#"
        main: x: Switch = On [Enum] @0x100+8
          discriminant: i32 = 5 [Scalar] @0x100+4
          level: i32 = 9 [Scalar] @0x104+4
    "#]],
    );
    check(
        &table,
        shape,
        &memory(&[(0x100, 0xFFFF_FFFF)]),
        expect![[r#"
        main: x: Switch = Off [Enum] @0x100+8
          discriminant: i32 = -1 [Scalar] @0x100+4
    "#]],
    );
    check(
        &table,
        shape,
        &memory(&[(0x100, 77)]),
        expect![[r#"
        main: x: Switch = invalid: the discriminant is no variant's [Enum] @0x100+8
          discriminant: i32 = 77 [Scalar] @0x100+4
    "#]],
    );

    let boxed = table.pointer("Box<i32>", word, By::Box);
    let variants = vec![
        Variant { name: "None".into(), fields: vec![] },
        Variant { name: "Some".into(), fields: vec![field("0", 0, boxed)] },
    ];
    let tag = Tag::Niche { offset: 0, bytes: 8, untagged: 1, others: (0, 0), start: 0 };
    let shape = table.add("Option<Box<i32>>", 8, 8, Kind::Enum(Enum { variants, tag }));
    check(
        &table,
        shape,
        &memory(&[]),
        expect![[r#"
        main: x: Option<Box<i32>> = None [Enum] @0x100+8
          niche: u64 = 0 means None [Scalar] @0x100+8
    "#]],
    );
    check(
        &table,
        shape,
        &memory(&[(0x100, 0x210), (0x210, 42)]),
        expect![[r#"
        main: x: Option<Box<i32>> = Some [Enum] @0x100+8
          niche: u64 = 528 is data, so Some [Scalar] @0x100+8
          0: Box<i32> = 0x210 [Owner] @0x100+8 -> 0x210
        block 0x210+4 heap true "main: x.0 →"
          : i32 = 42 [Scalar] @0x210+4
    "#]],
    );
}

#[test]
fn pointers_that_lead_nowhere() {
    let mut table = Table::new();
    let word = table.int("i32", 4);
    let text = table.add("str", 0, 1, Kind::Str);
    let object = table.add("dyn Any", 0, 1, Kind::Object);
    let thin = table.pointer("&i32", word, By::Ref);
    let fat = table.pointer("&str", text, By::Ref);
    let of_object = table.pointer("&dyn Any", object, By::Ref);
    let shared = table.pointer("Rc<i32>", word, By::Counted);
    let weak = table.pointer("Weak<i32>", word, By::Weak);
    let read = |shape, at, meta| {
        let memory = memory(&[(0x100, at), (0x108, meta)]);
        let mut reader = Reader::new(&table.0, &memory);
        let value = reader.read(shape, "x", 0x100);
        assert!(reachable(&mut reader, REGIONS).blocks.is_empty());
        (value.text, value.target)
    };
    assert_eq!(read(thin, 0, 0).0, "invalid: a null pointer");
    assert_eq!(read(thin, u64::MAX, 0), ("invalid: 0xffffffffffffffff is outside of memory".into(), None));
    assert_eq!(read(thin, 0x3FD, 0).0, "invalid: 0x3fd is outside of memory");
    assert_eq!(read(fat, 0x200, u64::MAX).0, "invalid: 0x200 is outside of memory");
    assert_eq!(read(of_object, 0x200, 9).0, "0x200, invalid: 0x9 is no table");
    assert_eq!(read(shared, 3, 0).0, "invalid: 0x3 is outside of memory");
    assert_eq!(read(weak, u64::MAX, 0), ("it never had a value".into(), None));
}

#[test]
fn vectors_and_strings() {
    let mut table = Table::new();
    let half = table.int("u16", 2);
    let text = table.add("str", 0, 1, Kind::Str);
    let parts = |element| Kind::Vec(VecParts { capacity: 0, pointer: 8, len: 16, element });
    let vec = table.add("Vec<u16>", 24, 8, parts(half));
    let string = table.add("String", 24, 8, parts(text));
    let words = |at: u64, capacity, len| [(at, capacity), (at + 8, 0x210), (at + 16, len)];
    let mut bytes = memory(&words(0x100, 4, 3));
    bytes[0x210..0x216].copy_from_slice(&[1, 0, 2, 0, 3, 0]);
    check(
        &table,
        vec,
        &bytes,
        expect![[r#"
        main: x: Vec<u16> = 3 elements [Owner] @0x100+24 -> 0x210
          pointer: pointer = 0x210 [Address] @0x108+8 -> 0x210
          capacity: usize = 4 [Scalar] @0x100+8
          length: usize = 3 [Scalar] @0x110+8
        block 0x210+8 heap true "main: x →"
          : [u16] =  [Array] @0x210+6
            0: u16 = 1 [Scalar] @0x210+2
            1: u16 = 2 [Scalar] @0x212+2
            2: u16 = 3 [Scalar] @0x214+2
    "#]],
    );
    check(
        &table,
        vec,
        &memory(&words(0x100, 2, 3)),
        expect![[r#"
        main: x: Vec<u16> = invalid: length 3, capacity 2 [Owner] @0x100+24 -> 0x210
          pointer: pointer = 0x210 [Address] @0x108+8 -> 0x210
          capacity: usize = 2 [Scalar] @0x100+8
          length: usize = 3 [Scalar] @0x110+8
    "#]],
    );
    check(
        &table,
        vec,
        &memory(&[(0x108, 2)]),
        expect![[r#"
        main: x: Vec<u16> = 0 elements [Owner] @0x100+24
          pointer: pointer = nothing allocated [Address] @0x108+8
          capacity: usize = 0 [Scalar] @0x100+8
          length: usize = 0 [Scalar] @0x110+8
    "#]],
    );
    let mut bytes = memory(&words(0x100, 8, 5));
    bytes[0x210..0x215].copy_from_slice("añ\"b".as_bytes());
    check(
        &table,
        string,
        &bytes,
        expect![[r#"
        main: x: String = "añ\"b" [Owner] @0x100+24 -> 0x210
          pointer: pointer = 0x210 [Address] @0x108+8 -> 0x210
          capacity: usize = 8 [Scalar] @0x100+8
          length: usize = 5 [Scalar] @0x110+8
        block 0x210+8 heap true "main: x →"
          : str = "añ\"b" [Array] @0x210+5
    "#]],
    );
    bytes[0x211] = 0xFF;
    check(
        &table,
        string,
        &bytes,
        expect![[r#"
        main: x: String = "a��\"b", which is not UTF-8 [Owner] @0x100+24 -> 0x210
          pointer: pointer = 0x210 [Address] @0x108+8 -> 0x210
          capacity: usize = 8 [Scalar] @0x100+8
          length: usize = 5 [Scalar] @0x110+8
        block 0x210+8 heap true "main: x →"
          : str = "a��\"b", which is not UTF-8 [Array] @0x210+5
    "#]],
    );
}

#[test]
fn shared_values_once() {
    let mut table = Table::new();
    let word = table.int("u32", 4);
    let shared = table.pointer("Rc<u32>", word, By::Counted);
    let weak = table.pointer("Weak<u32>", word, By::Weak);
    let fields = vec![field("a", 0, shared), field("b", 8, shared), field("w", 16, weak)];
    let shape = table.add("S", 24, 8, Kind::Struct(fields));
    let at = [(0x100, 0x220), (0x108, 0x220), (0x110, 0x220)];
    let mut words = at.to_vec();
    words.extend([(0x210, 2), (0x218, 2), (0x220, 99)]);
    check(
        &table,
        shape,
        &memory(&words),
        expect![[r#"
        main: x: S =  [Struct] @0x100+24
          a: Rc<u32> = strong 2, weak 1 [SharedOwner] @0x100+8 -> 0x220
            strong: usize = 2 [Scalar] @0x210+8
            weak: usize = 1 [Scalar] @0x218+8
          b: Rc<u32> = strong 2, weak 1 [SharedOwner] @0x108+8 -> 0x220
            strong: usize = 2 [Scalar] @0x210+8
            weak: usize = 1 [Scalar] @0x218+8
          w: Weak<u32> = strong 2, weak 1 [Address] @0x110+8 -> 0x220
            strong: usize = 2 [Scalar] @0x210+8
            weak: usize = 1 [Scalar] @0x218+8
        block 0x210+20 heap true "main: x.a →"
          : u32 =  [Struct] @0x210+20
            strong: usize = 2 [Scalar] @0x210+8
            weak: usize = 1 [Scalar] @0x218+8
            value: u32 = 99 [Scalar] @0x220+4
    "#]],
    );
    let gone = [(0x100, 0x220), (0x218, 1), (0x220, 99)];
    check(
        &table,
        weak,
        &memory(&gone),
        expect![[r#"
        main: x: Weak<u32> = its value was dropped [Address] @0x100+8 -> 0x220
          strong: usize = 0 [Scalar] @0x210+8
          weak: usize = 1 [Scalar] @0x218+8
        block 0x210+20 heap true "main: x →"
          : u32 =  [Struct] @0x210+20
            strong: usize = 0 [Scalar] @0x210+8
            weak: usize = 1 [Scalar] @0x218+8
            value: u32 = dropped [Scalar] @0x220+4
    "#]],
    );
}

#[test]
fn a_cycle_ends() {
    let mut table = Table::new();
    // struct Node { next: Rc<Node> }
    let node = table.add("Node", 8, 8, Kind::Unknown);
    let shared = table.pointer("Rc<Node>", node, By::Counted);
    table.0.shapes[node.0 as usize].kind = Kind::Struct(vec![field("next", 0, shared)]);
    let words = [(0x100, 0x220), (0x210, 1), (0x218, 1), (0x220, 0x250), (0x240, 1), (0x248, 1), (0x250, 0x220)];
    check(
        &table,
        shared,
        &memory(&words),
        expect![[r#"
        main: x: Rc<Node> = strong 1, weak 0 [SharedOwner] @0x100+8 -> 0x220
          strong: usize = 1 [Scalar] @0x210+8
          weak: usize = 0 [Scalar] @0x218+8
        block 0x210+24 heap true "main: x →"
          : Node =  [Struct] @0x210+24
            strong: usize = 1 [Scalar] @0x210+8
            weak: usize = 0 [Scalar] @0x218+8
            value: Node =  [Struct] @0x220+8
              next: Rc<Node> = strong 1, weak 0 [SharedOwner] @0x220+8 -> 0x250
                strong: usize = 1 [Scalar] @0x240+8
                weak: usize = 0 [Scalar] @0x248+8
        block 0x240+24 heap true "main: x → .next →"
          : Node =  [Struct] @0x240+24
            strong: usize = 1 [Scalar] @0x240+8
            weak: usize = 0 [Scalar] @0x248+8
            value: Node =  [Struct] @0x250+8
              next: Rc<Node> = strong 1, weak 0 [SharedOwner] @0x250+8 -> 0x220
                strong: usize = 1 [Scalar] @0x210+8
                weak: usize = 0 [Scalar] @0x218+8
    "#]],
    );
}

#[test]
fn references_into_blocks_and_frames_and_static_data() {
    let mut table = Table::new();
    let word = table.int("u32", 4);
    let text = table.add("str", 0, 1, Kind::Str);
    let slice = table.add("[u32]", 0, 4, Kind::Slice(word));
    let vec = table.add("Vec<u32>", 24, 8, Kind::Vec(VecParts { capacity: 0, pointer: 8, len: 16, element: word }));
    let (one, some) = (table.pointer("&u32", word, By::Ref), table.pointer("&mut [u32]", slice, By::RefMut));
    let quoted = table.pointer("&str", text, By::Ref);
    let fields = vec![
        field("inner", 0, one),
        field("part", 8, some),
        field("own", 24, one),
        field("text", 32, quoted),
        field("vec", 48, vec),
    ];
    let shape = table.add("S", 72, 8, Kind::Struct(fields));
    let words = [
        (0x40, u64::from_le_bytes(*b"hello...")),
        (0x100, 0x214),
        (0x108, 0x214),
        (0x110, 2),
        (0x118, 0x180),
        (0x120, 0x40),
        (0x128, 5),
        (0x130, 3),
        (0x138, 0x210),
        (0x140, 3),
        (0x210, 0x8_0000_0007),
        (0x218, 9),
    ];
    check(
        &table,
        shape,
        &memory(&words),
        expect![[r#"
        main: x: S =  [Struct] @0x100+72
          inner: &u32 = 0x214 [Reference] @0x100+8 -> 0x214
          part: &mut [u32] = 2 elements at 0x214 [MutReference] @0x108+16 -> 0x214
          own: &u32 = 0x180 [Reference] @0x118+8 -> 0x180
          text: &str = "hello" [Reference] @0x120+16 -> 0x40
          vec: Vec<u32> = 3 elements [Owner] @0x130+24 -> 0x210
            pointer: pointer = 0x210 [Address] @0x138+8 -> 0x210
            capacity: usize = 3 [Scalar] @0x130+8
            length: usize = 3 [Scalar] @0x140+8
        block 0x40+5 heap false "static \"hello\""
          : str = "hello" [Array] @0x40+5
        block 0x210+12 heap true "main: x.vec →"
          : [u32] =  [Array] @0x210+12
            0: u32 = 7 [Scalar] @0x210+4
            1: u32 = 8 [Scalar] @0x214+4
            2: u32 = 9 [Scalar] @0x218+4
    "#]],
    );
}

#[test]
fn collections() {
    let mut table = Table::new();
    let word = table.int("u32", 4);
    let vec = VecParts { pointer: 24, capacity: 16, len: 8, element: word };
    let deque = table.add("VecDeque<u32>", 32, 8, Kind::Deque { vec, head: 0 });
    let ring = [(0x100, 3), (0x108, 3), (0x110, 4), (0x118, 0x210), (0x210, 0x2_0000_0001), (0x218, 7u64 << 32)];
    check(
        &table,
        deque,
        &memory(&ring),
        expect![[r#"
        main: x: VecDeque<u32> = 3 elements [Owner] @0x100+32 -> 0x210
          pointer: pointer = 0x210 [Address] @0x118+8 -> 0x210
          capacity: usize = 4 [Scalar] @0x110+8
          length: usize = 3 [Scalar] @0x108+8
          head: usize = 3 [Scalar] @0x100+8
        block 0x210+16 heap true "main: x →"
          : [u32] = the first is at place 3 [Array] @0x210+16
            0: u32 = 7 [Scalar] @0x21c+4
            1: u32 = 1 [Scalar] @0x210+4
            2: u32 = 2 [Scalar] @0x214+4
    "#]],
    );

    let parts = TableParts { mask: 0, control: 8, items: 16, slot: word };
    let map = table.add("HashMap<u32, ()>", 24, 8, Kind::Table(parts));
    let mut bytes = memory(&[(0x100, 3), (0x108, 0x240), (0x110, 2), (0x238, 8u64 << 32), (0x228, 9)]);
    bytes[0x240..0x248].copy_from_slice(&[0x11, 0xFF, 0x80, 0xFF, 0xFF, 0x22, 0xFF, 0xFF]);
    check(
        &table,
        map,
        &bytes,
        expect![[r#"
        main: x: HashMap<u32, ()> = 2 entries [Owner] @0x100+24 -> 0x220
          length: usize = 2 [Scalar] @0x110+8
          slots: usize = 8 [Scalar] @0x100+8
          control bytes: pointer = 0x240 [Address] @0x108+8 -> 0x240
        block 0x220+40 heap true "main: x →"
          : [u32] = 2 of 8 slots [Array] @0x220+40
            slot 0: u32 = 8 [Scalar] @0x23c+4
            slot 5: u32 = 9 [Scalar] @0x228+4
    "#]],
    );

    let parts = TreeParts {
        root: 0,
        height: 8,
        len: 16,
        node_len: 10,
        keys: 12,
        values: 56,
        edges: 104,
        sizes: (104, 200),
        key: word,
        value: word,
    };
    let tree = table.add("BTreeMap<u32, u32>", 24, 8, Kind::Tree(parts));
    let mut bytes = memory(&[(0x100, 0x210), (0x110, 2), (0x21C, 0x2_0000_0001), (0x248, 0x4_0000_0003)]);
    bytes[0x21A] = 2;
    check(
        &table,
        tree,
        &bytes,
        expect![[r#"
        main: x: BTreeMap<u32, u32> = 2 entries [Owner] @0x100+24 -> 0x210
          root: pointer = 0x210 [Address] @0x100+8 -> 0x210
          height: usize = 0 [Scalar] @0x108+8
          length: usize = 2 [Scalar] @0x110+8
        block 0x210+104 heap true "main: x →"
          : leaf = 2 entries [Array] @0x210+104
            key 0: u32 = 1 [Scalar] @0x21c+4
            value 0: u32 = 3 [Scalar] @0x248+4
            key 1: u32 = 2 [Scalar] @0x220+4
            value 1: u32 = 4 [Scalar] @0x24c+4
    "#]],
    );

    let parts = ListParts { head: 0, len: 8, next: 0, element: 8, size: 16, of: word };
    let list = table.add("LinkedList<u32>", 16, 8, Kind::List(parts));
    let words = [(0x100, 0x210), (0x108, 2), (0x210, 0x230), (0x218, 5), (0x238, 6)];
    check(
        &table,
        list,
        &memory(&words),
        expect![[r#"
            main: x: LinkedList<u32> = 2 elements [Owner] @0x100+16 -> 0x210
              first: pointer = 0x210 [Address] @0x100+8 -> 0x210
              length: usize = 2 [Scalar] @0x108+8
            block 0x210+16 heap true "main: x →"
              : u32 =  [Struct] @0x210+16
                value: u32 = 5 [Scalar] @0x218+4
                next: pointer = 0x230 [Address] @0x210+8 -> 0x230
            block 0x230+16 heap true "main: x → →"
              : u32 =  [Struct] @0x230+16
                value: u32 = 6 [Scalar] @0x238+4
                next: pointer = the last one [Address] @0x230+8
        "#]],
    );
}

/// The numbers of the parts and cells, and the gaps between them.
fn stretches(value: &Value) -> String {
    let mut out = String::new();
    let mut gaps = value.gaps.iter().peekable();
    let parts = value.parts.iter().map(|part| part.label.trim_start_matches("slot ").parse().unwrap());
    let cells = value.cells.iter().flat_map(|cells| (cells.from..).take(cells.len()));
    let labels: Vec<u64> = parts.chain(cells).collect();
    let mut start = 0;
    for index in 0..=labels.len() {
        let gap = gaps.next_if(|gap| gap.before == index);
        if (gap.is_some() || index == labels.len()) && start < index {
            let _ = write!(out, "{}..={} ", labels[start], labels[index - 1]);
            start = index;
        }
        if let Some(gap) = gap {
            let _ = write!(out, "({}..{}) ", gap.from, gap.to);
        }
    }
    out.trim_end().to_owned()
}

#[test]
fn elements_that_are_asked_for_are_shown() {
    let mut table = Table::new();
    let byte = table.int("u8", 1);
    let row = table.add("[u8; 150]", 150, 1, Kind::Array { element: byte, len: 150 });
    let rows = table.add("[[u8; 150]; 3]", 450, 1, Kind::Array { element: row, len: 3 });
    let memory = memory(&[]);
    let read = |shape, opened: &[(&str, &[(u64, u64)])]| {
        let mut reader = Reader::new(&table.0, &memory);
        reader.open(
            opened
                .iter()
                .map(|(way, ranges)| ((*way).to_owned(), ranges.iter().map(|&(from, to)| from..to).collect()))
                .collect(),
        );
        reader.read(shape, "x", 0x100)
    };
    let one = |ranges: &[(u64, u64)]| stretches(&read(row, &[("x", ranges)]));
    assert_eq!(read(row, &[]).way, "x");
    assert_eq!(one(&[]), "0..=99 (100..150)");
    assert_eq!(one(&[(120, 130)]), "0..=99 (100..120) 120..=129 (130..150)");
    assert_eq!(one(&[(140, 900), (90, 110), (105, 120)]), "0..=119 (120..140) 140..=149");
    assert_eq!(one(&[(0, 150)]), "0..=149");
    let last = &read(row, &[("x", &[(149, 150)])]).cells[0];
    assert_eq!((last.from, last.address, last.size, last.ty.as_str()), (149, Some(0x100 + 149), 1, "u8"));
    // Each array of an array is opened by itself.
    let nested = read(rows, &[("x[1]", &[(100, 101)])]);
    assert_eq!(nested.way, "", "all of the outer one are there");
    let parts: Vec<String> = nested.parts.iter().map(stretches).collect();
    assert_eq!(parts, ["0..=99 (100..150)", "0..=100 (101..150)", "0..=99 (100..150)"]);
    assert_eq!(nested.parts[2].way, "x[2]");
}

#[test]
fn elements_without_parts_say_the_same_in_short() {
    let mut table = Table::new();
    table.0.functions = vec!["main".into(), "<u8 as Tr>::f".into()];
    let int = Kind::Int { signed: true };
    let scalars = [
        ("bool", 1, Kind::Bool),
        ("i8", 1, int.clone()),
        ("u16", 2, Kind::Int { signed: false }),
        ("char", 4, Kind::Char),
        ("f32", 4, Kind::Float),
        ("f64", 8, Kind::Float),
        ("fn()", 8, Kind::FnPtr),
        ("i128", 16, int),
    ];
    // Letters, numbers of either sign, and what is no bool, no char and no function.
    let memory: Vec<u8> = (0..0x400u32).map(|n| [0, 1, 2, 65, 0, 0, 0xf7, 0xd8][(n * n / 7 % 8) as usize]).collect();
    for (name, size, kind) in scalars {
        let of = table.add(name, size, size, kind);
        let array = table.add("array", size * 40, size, Kind::Array { element: of, len: 40 });
        let read = |elements, gone: Vec<_>| {
            let limits = Limits { elements, ..Limits::default() };
            let mut reader = Reader::with_limits(&table.0, &memory, limits);
            reader.open([("x".to_owned(), vec![5..9, 30..40])].into());
            reader.set_gone(gone);
            reader.read(array, "x", 0x100)
        };
        let gone = vec![(0x100 + size * 31..0x100 + size * 33, "moved away")];
        for gone in [Vec::new(), gone] {
            let (long, short) = (read(40, gone.clone()), read(5, gone));
            assert_eq!(
                (long.parts.len(), short.parts.len(), stretches(&short).as_str()),
                (40, 5, "0..=8 (9..30) 30..=39")
            );
            for cells in &short.cells {
                for (n, text) in cells.texts().enumerate() {
                    let number = cells.from + n as u64;
                    let address = cells.address.map(|first| first + size * n as u64);
                    let known = Value {
                        label: number.to_string().into(),
                        ty: cells.ty.clone(),
                        text: text.into(),
                        address,
                        size: cells.size,
                        kind: cells.kind,
                        ..Value::default()
                    };
                    assert_eq!(known, long.parts[number as usize]);
                }
            }
        }
    }
}

#[test]
fn bytes_of_elements_without_parts_belong_to_them() {
    let mut table = Table::new();
    let half = table.int("u16", 2);
    let array = table.add("[u16; 150]", 300, 2, Kind::Array { element: half, len: 150 });
    let memory = memory(&[]);
    let mut reader = Reader::new(&table.0, &memory);
    reader.open([("x".to_owned(), vec![110..116, 116..120])].into());
    let value = reader.read(array, "x", 0x100);
    let owned = owners(0x100 + 217..0x100 + 241, &[], &[("x".to_owned(), &value)], &[]);
    let owned: Vec<String> = owned.iter().map(|o| format!("{}..{} {}", o.from - 0x100, o.to - 0x100, o.name)).collect();
    let cells = (110..120).map(|n| format!("{}..{} x[{n}]", 2 * n, 2 * n + 2));
    let expected: Vec<String> =
        std::iter::once("217..220 x".to_owned()).chain(cells).chain(["240..241 x".to_owned()]).collect();
    assert_eq!(owned, expected);
}

#[test]
fn what_is_shown_is_bounded() {
    let mut table = Table::new();
    let byte = table.int("u8", 1);
    let long = table.add("[u8; 300]", 300, 1, Kind::Array { element: byte, len: 300 });
    let memory = memory(&[]);
    let value = Reader::new(&table.0, &memory).read(long, "x", 0x100);
    assert_eq!((value.parts.len(), value.more()), (100, 200));
    let limits = Limits { values: 11, ..Limits::default() };
    let value = Reader::with_limits(&table.0, &memory, limits).read(long, "x", 0x100);
    assert_eq!((value.parts.len(), value.more()), (10, 290));
    let limits = Limits { values: 111, ..limits };
    let mut reader = Reader::with_limits(&table.0, &memory, limits);
    reader.open([("x".to_owned(), vec![200..230, 250..300])].into());
    assert_eq!(stretches(&reader.read(long, "x", 0x100)), "0..=99 (100..200) 200..=209 (210..300)");

    // A type that contains itself without an end, which no program has.
    let endless = table.add("Endless", 8, 8, Kind::Unknown);
    table.0.shapes[endless.0 as usize].kind = Kind::Struct(vec![field("again", 0, endless)]);
    let mut value = &Reader::new(&table.0, &memory).read(endless, "x", 0x100);
    let mut depth = 0;
    while let Some(part) = value.parts.first() {
        (value, depth) = (part, depth + 1);
    }
    assert_eq!((depth, value.text.as_str()), (25, "…"));

    // A list that leads to itself would go on for ever.
    let parts = ListParts { head: 0, len: 8, next: 0, element: 8, size: 16, of: byte };
    let list = table.add("LinkedList<u8>", 16, 8, Kind::List(parts));
    let memory = self::memory(&[(0x100, 0x210), (0x108, 9), (0x210, 0x210)]);
    let mut reader = Reader::new(&table.0, &memory);
    reader.read(list, "x", 0x100);
    assert_eq!(reachable(&mut reader, REGIONS).blocks.len(), 1);
}

#[test]
fn no_bytes_make_it_panic() {
    let mut table = Table::new();
    let word = table.int("u32", 4);
    let text = table.add("str", 0, 1, Kind::Str);
    let slice = table.add("[u32]", 0, 4, Kind::Slice(word));
    let vec = VecParts { pointer: 8, capacity: 0, len: 16, element: word };
    let kinds = [
        Kind::Vec(vec.clone()),
        Kind::Vec(VecParts { element: text, ..vec.clone() }),
        Kind::Deque { vec, head: 24 },
        Kind::Table(TableParts { mask: 0, control: 8, items: 16, slot: word }),
        Kind::List(ListParts { head: 0, len: 8, next: 0, element: 8, size: 16, of: word }),
        Kind::Pointer { to: text, by: By::Ref },
        Kind::Pointer { to: slice, by: By::Counted },
        Kind::Pointer { to: word, by: By::Weak },
        // Of a shape that there is not.
        Kind::Pointer { to: ShapeId(1000), by: By::Box },
        Kind::RefCell { borrow: 0, value: field("value", 8, word) },
    ];
    let shapes: Vec<ShapeId> = kinds.into_iter().map(|kind| table.add("T", 32, 8, kind)).collect();
    // SplitMix64.
    let mut state = 1u64;
    let mut next = || {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = (state ^ state >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ z >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ z >> 31
    };
    let interesting = [0, 1, 3, 7, 0x210, 0x220, 0x3F8, u64::MAX, u64::MAX - 7, 1 << 63, 1 << 61];
    for _ in 0..20_000 {
        let words: Vec<(u64, u64)> = (0x100..0x120)
            .step_by(8)
            .chain((0x200..0x260).step_by(8))
            .map(|at| (at, interesting[next() as usize % interesting.len()]))
            .collect();
        let memory = memory(&words);
        let shape = shapes[next() as usize % shapes.len()];
        let mut reader = Reader::new(&table.0, &memory);
        let value = reader.read(shape, "x", 0x100);
        let blocks = reachable(&mut reader, REGIONS).blocks;
        assert!(blocks.windows(2).all(|pair| pair[0].address + pair[0].size <= pair[1].address));
        let _ = owners(0..0x400, &[], &[("x".to_owned(), &value)], &blocks);
    }
}

#[test]
fn what_bytes_belong_to() {
    let mut table = Table::new();
    let (byte, half, word) = (table.int("u8", 1), table.int("u16", 2), table.int("u32", 4));
    let pair = table.add("(u8, u32)", 8, 4, Kind::Struct(vec![field("0", 0, byte), field("1", 4, word)]));
    let vec = table.add("Vec<u16>", 24, 8, Kind::Vec(VecParts { capacity: 0, pointer: 8, len: 16, element: half }));
    let shared = table.pointer("Rc<u32>", word, By::Counted);
    let words = [(0x110, 3), (0x118, 0x210), (0x120, 2), (0x128, 0x240), (0x230, 1), (0x238, 1)];
    let memory = memory(&words);
    let mut reader = Reader::new(&table.0, &memory);
    let values = [
        ("main: p", reader.read(pair, "main: p", 0x100)),
        ("main: v", reader.read(vec, "main: v", 0x110)),
        ("main: r", reader.read(shared, "main: r", 0x128)),
    ];
    let blocks = reachable(&mut reader, REGIONS).blocks;
    let roots: Vec<(String, &Value)> = values.iter().map(|(name, value)| ((*name).to_owned(), value)).collect();
    let regions = [(0x100..0x140, "frame of main".to_owned())];
    let out: String = owners(0x102..0x250, &regions, &roots, &blocks)
        .iter()
        .map(|owned| format!("0x{:x}..0x{:x} {}\n", owned.from, owned.to, owned.name))
        .collect();
    expect![[r#"
        0x102..0x104 main: p, padding
        0x104..0x108 main: p.1
        0x108..0x110 frame of main
        0x110..0x118 main: v.capacity
        0x118..0x120 main: v.pointer
        0x120..0x128 main: v.length
        0x128..0x130 main: r
        0x130..0x140 frame of main
        0x210..0x212 main: v → [0]
        0x212..0x214 main: v → [1]
        0x214..0x216 main: v → room
        0x230..0x238 main: r → strong
        0x238..0x240 main: r → weak
        0x240..0x244 main: r → value
    "#]]
    .assert_eq(&out);
    // The same from the middle of an element on.
    let part = owners(0x211..0x213, &regions, &roots, &blocks);
    assert_eq!(part[0].name, "main: v → [0]");
    assert_eq!((part[1].from, part[1].to), (0x212, 0x213));
}
