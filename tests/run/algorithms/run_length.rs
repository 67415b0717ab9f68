// Run-length coding in arrays, there and back, with a code for literal stretches, and a look at the sizes.
#[derive(Debug, PartialEq, Clone, Copy)]
enum DecodeError {
    Truncated(usize),
    OutputFull,
    ZeroRun,
}

struct Writer<'a> {
    buffer: &'a mut [u8],
    length: usize,
}

impl<'a> Writer<'a> {
    fn new(buffer: &'a mut [u8]) -> Writer<'a> {
        Writer { buffer, length: 0 }
    }

    fn put(&mut self, byte: u8) -> bool {
        let fits = self.length < self.buffer.len();
        if fits {
            self.buffer[self.length] = byte;
            self.length += 1;
        }
        fits
    }

    fn written(&self) -> &[u8] {
        &self.buffer[..self.length]
    }
}

fn run_at(input: &[u8], start: usize) -> usize {
    let mut end = start;
    while end < input.len() && end - start < 127 && input[end] == input[start] {
        end += 1;
    }
    end - start
}

/// A run is its length and the byte; a stretch of literals is 128 plus its length, and the bytes.
fn encode(input: &[u8], output: &mut Writer) -> bool {
    let mut at = 0;
    while at < input.len() {
        let run = run_at(input, at);
        if run >= 3 {
            if !(output.put(run as u8) && output.put(input[at])) {
                return false;
            }
            at += run;
            continue;
        }
        let start = at;
        while at < input.len() && at - start < 127 && run_at(input, at) < 3 {
            at += 1;
        }
        if !output.put(128 | (at - start) as u8) {
            return false;
        }
        for i in start..at {
            if !output.put(input[i]) {
                return false;
            }
        }
    }
    true
}

fn decode(input: &[u8], output: &mut Writer) -> Result<usize, DecodeError> {
    let mut rest = input;
    loop {
        rest = match *rest {
            [] => return Ok(output.length),
            [0, ..] | [128, ..] => return Err(DecodeError::ZeroRun),
            [count @ 1..=127, byte, ref tail @ ..] => {
                for _ in 0..count {
                    if !output.put(byte) {
                        return Err(DecodeError::OutputFull);
                    }
                }
                tail
            }
            [count @ 129..=255, ref tail @ ..] if tail.len() >= (count & 127) as usize => {
                let (literals, tail) = tail.split_at((count & 127) as usize);
                for i in 0..literals.len() {
                    if !output.put(literals[i]) {
                        return Err(DecodeError::OutputFull);
                    }
                }
                tail
            }
            [_, ..] => return Err(DecodeError::Truncated(input.len() - rest.len())),
        };
    }
}

fn round_trip(input: &[u8]) {
    let (mut packed, mut unpacked) = ([0; 256], [0; 512]);
    let mut writer = Writer::new(&mut packed);
    let fits = encode(input, &mut writer);
    println!("{} -> {} {fits} {:?}", input.len(), writer.length, &writer.written()[..writer.length.min(12)]);
    let mut reader = Writer::new(&mut unpacked);
    let result = decode(writer.written(), &mut reader);
    println!("{result:?} {}", reader.written() == input);
}

fn main() {
    round_trip(b"");
    round_trip(b"WWWWWWWWWWWWBWWWWWWWWWWWWBBBWWWWWWWWWWWWWWWWWWWWWWWWBWWWWWWWWWWWWWW");
    round_trip(b"abcabc");
    round_trip(b"aabbccdddd");
    round_trip(&[7; 300]);
    let mut steps = [0; 200];
    for i in 0..200 {
        steps[i] = (i * i / 50) as u8;
    }
    round_trip(&steps);
    let mut small = [0; 6];
    let mut writer = Writer::new(&mut small);
    println!("{} {:?}", encode(b"abcdefghij", &mut writer), writer.written());
    let broken: [&[u8]; 5] = [&[3], &[2, b'x', 0, 1], &[131, 1, 2], &[4, 9, 4, 9], &[128]];
    for i in 0..broken.len() {
        let mut output = [0; 6];
        let mut writer = Writer::new(&mut output);
        println!("{:?} {:?}", decode(broken[i], &mut writer), writer.written());
    }
}
