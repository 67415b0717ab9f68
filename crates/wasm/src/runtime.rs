//! Functions that a module needs besides its own, made only where something calls them.

use crate::code::{Code, Local, Op};
use crate::module::Context;
use wasm_encoder::{Instruction as I, ValType};

/// A function of the run-time library.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Helper {
    /// `(f64, f64) -> f64`: C's `fmod`, exact.
    Fmod,
    /// `(i64, i64) -> i64`: the high half of the unsigned product.
    ProductHigh,
    /// `(i64, i64) -> i32`: whether the signed product has no place in an `i64`.
    SignedProductOverflows,
    /// `()`: say that the stack overflowed, and end the program.
    StackOverflow,
}

/// What a program that overflowed its stack says on stderr.
pub(crate) const STACK_OVERFLOW_MESSAGE: &str =
    "\nthread 'main' has overflowed its stack\nfatal runtime error: stack overflow, aborting\n";

/// The exit code of a program that overflowed its stack: that of a process that SIGABRT ended.
const STACK_OVERFLOW_EXIT: i32 = 134;

/// The data segment with the message, which is passive.
pub(crate) const MESSAGE_SEGMENT: u32 = 0;

impl Helper {
    /// The function's name in the module.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Fmod => "runtime::fmod",
            Self::ProductHigh => "runtime::product_high",
            Self::SignedProductOverflows => "runtime::signed_product_overflows",
            Self::StackOverflow => "runtime::stack_overflow",
        }
    }

    /// Parameter and result types.
    pub(crate) fn types(self) -> (Vec<ValType>, Vec<ValType>) {
        let two = |ty| vec![ty, ty];
        match self {
            Self::Fmod => (two(ValType::F64), vec![ValType::F64]),
            Self::ProductHigh => (two(ValType::I64), vec![ValType::I64]),
            Self::SignedProductOverflows => (two(ValType::I64), vec![ValType::I32]),
            Self::StackOverflow => (Vec::new(), Vec::new()),
        }
    }

    /// The function's code.
    pub(crate) fn code(self, cx: &Context<'_>) -> Code {
        let mut code = Code::default();
        for ty in self.types().0 {
            code.temp(ty);
        }
        code.params = code.locals.len() as u32;
        match self {
            Self::Fmod => fmod(&mut code),
            Self::ProductHigh => product_high(&mut code),
            Self::SignedProductOverflows => signed_product_overflows(&mut code, cx),
            Self::StackOverflow => stack_overflow(&mut code, cx),
        }
        code
    }
}

const A: Local = Local(0);
const B: Local = Local(1);

/// Long multiplication with digits of 32 bits; no partial sum overflows.
fn product_high(code: &mut Code) {
    const LOW: I<'static> = I::I64Const(0xFFFF_FFFF);
    let [a_low, a_high, b_low, b_high, middle] = [(); 5].map(|()| code.temp(ValType::I64));
    code.get(A);
    code.extend([LOW, I::I64And]);
    code.tee(a_low);
    code.get(B);
    code.extend([LOW, I::I64And]);
    code.tee(b_low);
    code.extend([I::I64Mul, I::I64Const(32), I::I64ShrU]);
    code.get(A);
    code.extend([I::I64Const(32), I::I64ShrU]);
    code.tee(a_high);
    code.get(b_low);
    code.extend([I::I64Mul, I::I64Add]);
    code.tee(middle);
    code.extend([LOW, I::I64And]);
    code.get(a_low);
    code.get(B);
    code.extend([I::I64Const(32), I::I64ShrU]);
    code.tee(b_high);
    code.extend([I::I64Mul, I::I64Add, I::I64Const(32), I::I64ShrU]);
    code.get(a_high);
    code.get(b_high);
    code.extend([I::I64Mul, I::I64Add]);
    code.get(middle);
    code.extend([I::I64Const(32), I::I64ShrU, I::I64Add]);
}

/// The signed product's high half follows from the unsigned one's: a negative factor counts 2⁶⁴ too much. The product
/// fits if that half is nothing but copies of the low half's sign.
fn signed_product_overflows(code: &mut Code, cx: &Context<'_>) {
    code.get(A);
    code.get(B);
    code.plain(I::Call(cx.helper(Helper::ProductHigh)));
    for (factor, other) in [(A, B), (B, A)] {
        code.get(factor);
        code.extend([I::I64Const(63), I::I64ShrS]);
        code.get(other);
        code.extend([I::I64And, I::I64Sub]);
    }
    code.get(A);
    code.get(B);
    code.extend([I::I64Mul, I::I64Const(63), I::I64ShrS, I::I64Ne]);
}

/// From the definition: `|x| = m·2^e` and `|y| = n·2^f` with whole `m`, `n` of 53 bits. If `|x| >= |y|` then `e >= f`,
/// and the remainder is `(m·2^(e−f) mod n)·2^f`, computed in steps of at most 11 bits, which is as far as 53 bits can be
/// shifted in 64. It is exact and has `x`'s sign.
fn fmod(code: &mut Code) {
    const SIGN: i64 = i64::MIN;
    const INFINITY: i64 = 0x7FF0_0000_0000_0000;
    const LEADING: i64 = 1 << 52;
    let [m, n, sign, steps, exponent, shift] = [(); 6].map(|()| code.temp(ValType::I64));

    code.get(A);
    code.plain(I::I64ReinterpretF64);
    code.tee(m);
    code.extend([I::I64Const(SIGN), I::I64And]);
    code.set(sign);
    code.get(m);
    code.extend([I::I64Const(!SIGN), I::I64And]);
    code.set(m);
    code.get(B);
    code.extend([I::I64ReinterpretF64, I::I64Const(!SIGN), I::I64And]);
    code.tee(n);

    // No number, or x infinite, or y zero: no number.
    code.plain(I::I64Eqz);
    code.get(m);
    code.extend([I::I64Const(INFINITY), I::I64GeU, I::I32Or]);
    code.get(n);
    code.extend([I::I64Const(INFINITY), I::I64GtU, I::I32Or]);
    code.if_then(|code| {
        code.get(A);
        code.get(B);
        code.plain(I::F64Mul);
        let product = code.temp(ValType::F64);
        code.tee(product);
        code.get(product);
        code.extend([I::F64Div, I::Return]);
    });

    code.get(m);
    code.get(n);
    code.plain(I::I64LtU);
    code.if_then(|code| {
        code.get(A);
        code.plain(I::Return);
    });

    // A pattern to its whole number and exponent; a subnormal one is shifted up.
    for (number, its_exponent) in [(m, steps), (n, exponent)] {
        code.get(number);
        code.extend([I::I64Const(52), I::I64ShrU]);
        code.tee(its_exponent);
        code.plain(I::I64Eqz);
        let label = code.new_label();
        code.op(Op::If(label));
        code.i64(1);
        code.get(number);
        code.extend([I::I64Clz, I::I64Const(11), I::I64Sub]);
        code.tee(shift);
        code.plain(I::I64Sub);
        code.set(its_exponent);
        code.get(number);
        code.get(shift);
        code.plain(I::I64Shl);
        code.set(number);
        code.op(Op::Else(label));
        code.get(number);
        code.extend([I::I64Const(LEADING - 1), I::I64And, I::I64Const(LEADING), I::I64Or]);
        code.set(number);
        code.op(Op::End(label));
    }

    code.get(m);
    code.get(n);
    code.plain(I::I64RemU);
    code.set(m);
    code.get(steps);
    code.get(exponent);
    code.plain(I::I64Sub);
    code.tee(steps);
    code.extend([I::I64Eqz, I::I32Eqz]);
    code.if_then(|code| {
        let again = code.new_label();
        code.op(Op::Loop(again));
        code.get(m);
        code.get(steps);
        code.plain(I::I64Const(11));
        code.get(steps);
        code.extend([I::I64Const(11), I::I64LtU, I::Select]);
        code.tee(shift);
        code.plain(I::I64Shl);
        code.get(n);
        code.plain(I::I64RemU);
        code.set(m);
        code.get(steps);
        code.get(shift);
        code.plain(I::I64Sub);
        code.tee(steps);
        code.extend([I::I64Eqz, I::I32Eqz]);
        code.op(Op::BrIf(again));
        code.op(Op::End(again));
    });

    // Back to a pattern.
    code.get(m);
    code.extend([I::I64Eqz, I::I32Eqz]);
    code.if_then(|code| {
        code.get(m);
        code.get(m);
        code.extend([I::I64Clz, I::I64Const(11), I::I64Sub]);
        code.tee(shift);
        code.plain(I::I64Shl);
        code.set(m);
        code.get(exponent);
        code.get(shift);
        code.plain(I::I64Sub);
        code.tee(exponent);
        code.extend([I::I64Const(0), I::I64GtS]);
        let label = code.new_label();
        code.op(Op::If(label));
        code.get(m);
        code.extend([I::I64Const(LEADING), I::I64Xor]);
        code.get(exponent);
        code.extend([I::I64Const(52), I::I64Shl, I::I64Or]);
        code.set(m);
        code.op(Op::Else(label));
        code.get(m);
        code.i64(1);
        code.get(exponent);
        code.extend([I::I64Sub, I::I64ShrU]);
        code.set(m);
        code.op(Op::End(label));
    });
    code.get(m);
    code.get(sign);
    code.extend([I::I64Or, I::F64ReinterpretI64]);
}

/// Nothing on the stack is needed any more, so its lowest bytes take the list that `fd_write` is given, and the message.
fn stack_overflow(code: &mut Code, cx: &Context<'_>) {
    const STDERR: i32 = 2;
    let list = cx.stack().0 as u32;
    let message = list + 16;
    let len = STACK_OVERFLOW_MESSAGE.len() as u32;
    code.i32(message);
    code.i32(0);
    code.i32(len);
    code.plain(I::MemoryInit { mem: 0, data_index: MESSAGE_SEGMENT });
    for (offset, value) in [(0, message), (4, len)] {
        code.i32(list);
        code.i32(value);
        code.plain(I::I32Store(crate::code::mem_arg(offset, 4)));
    }
    let (fd_write, proc_exit) = cx.overflow_imports();
    code.plain(I::I32Const(STDERR));
    code.i32(list);
    code.i32(1);
    code.i32(list + 8);
    code.extend([I::Call(fd_write), I::Drop, I::I32Const(STACK_OVERFLOW_EXIT), I::Call(proc_exit), I::Unreachable]);
}
