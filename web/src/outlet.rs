//! What a running program prints, on its way to the page.
//!
//! A worker that runs a program can send but not wait, so what it prints must not pile up in the page: the first
//! [`LIMIT`] bytes go through, of the rest only the last [`TAIL`]. Standard output goes line by line, as in a terminal, and a
//! line that grows longer than [`LINE_BUFFER`] goes in parts; standard error at once. When much is printed, lines travel together, a few milliseconds' worth at a time.

use stair_protocol::Stream;

/// How many bytes of a run go through as they come.
pub const LIMIT: usize = 256 << 10;
/// How much of an unfinished line is held: as much as `std` holds.
pub const LINE_BUFFER: usize = 1024;
/// How many of the last bytes follow when the program ends.
pub const TAIL: usize = 8 << 10;
/// After this many parcels, lines travel together.
const BRISK: u32 = 200;
/// How long they are held at most, in milliseconds, while the program goes on printing.
const HOLD: f64 = 4.0;
/// How often the page is told what has been left out, in milliseconds.
const REPORT: f64 = 100.0;

/// Something for the page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Parcel {
    /// Show this.
    Text(Stream, String),
    /// So many bytes have been left out so far.
    Withheld(u64),
}

/// Collects what a program prints and decides when it travels. Times are milliseconds of any clock.
#[derive(Debug, Default)]
pub struct Outlet {
    /// The unfinished line of standard output.
    stdout: Vec<u8>,
    /// The unfinished character of standard error.
    stderr: Vec<u8>,
    /// What is to travel next, in the order in which it was printed.
    ready: Vec<(Stream, Vec<u8>)>,
    passed: usize,
    withheld: u64,
    tail: Vec<(Stream, Vec<u8>)>,
    sent: u32,
    last_sent: f64,
    last_report: f64,
}

impl Outlet {
    /// Takes what the program printed at `now` and hands what is to travel to `send`.
    pub fn print(&mut self, stream: Stream, bytes: &[u8], now: f64, send: &mut impl FnMut(Parcel)) {
        let room = LIMIT - self.passed;
        let (through, beyond) = bytes.split_at(room.min(bytes.len()));
        self.passed += through.len();
        match stream {
            Stream::Stdout => self.stdout.extend_from_slice(through),
            Stream::Stderr => self.stderr.extend_from_slice(through),
        }
        self.take_lines();
        if self.sent < BRISK || now - self.last_sent >= HOLD || !beyond.is_empty() {
            self.last_sent = now;
            self.sent = self.sent.saturating_add(1);
            self.send_ready(send);
        }
        if !beyond.is_empty() {
            self.keep_tail(stream, beyond);
            if now - self.last_report >= REPORT {
                self.last_report = now;
                send(Parcel::Withheld(self.withheld));
            }
        }
    }

    /// Hands everything that is held to `send`, unfinished lines too: the program waits.
    pub fn flush(&mut self, send: &mut impl FnMut(Parcel)) {
        self.send_ready(send);
        for (stream, held) in [(Stream::Stdout, &mut self.stdout), (Stream::Stderr, &mut self.stderr)] {
            let rest = held.split_off(whole_characters(held));
            send_text(stream, std::mem::replace(held, rest), send);
        }
    }

    /// Hands everything that is left to `send`: the program has ended.
    pub fn finish(&mut self, send: &mut impl FnMut(Parcel)) {
        self.send_ready(send);
        for (stream, bytes) in [(Stream::Stdout, &mut self.stdout), (Stream::Stderr, &mut self.stderr)] {
            send_text(stream, std::mem::take(bytes), send);
        }
        let mut tail = std::mem::take(&mut self.tail);
        let mut excess = tail.iter().map(|(_, bytes)| bytes.len()).sum::<usize>().saturating_sub(TAIL);
        for (_, bytes) in &mut tail {
            let cut = excess.min(bytes.len());
            bytes.drain(..cut);
            excess -= cut;
        }
        let kept: usize = tail.iter().map(|(_, bytes)| bytes.len()).sum();
        if self.withheld > kept as u64 {
            send(Parcel::Withheld(self.withheld - kept as u64));
            send_text(Stream::Stderr, b"\n[...]\n".to_vec(), send);
        }
        for (stream, bytes) in tail {
            send_text(stream, bytes, send);
        }
    }

    /// Takes what a terminal shows by now: of standard output the complete lines, of standard error all whole characters.
    fn take_lines(&mut self) {
        if let Some(end) = self.stdout.iter().rposition(|&byte| byte == b'\n') {
            let rest = self.stdout.split_off(end + 1);
            self.push_ready(Stream::Stdout, rest);
        }
        if self.stdout.len() > LINE_BUFFER {
            let rest = self.stdout.split_off(whole_characters(&self.stdout));
            self.push_ready(Stream::Stdout, rest);
        }
        let rest = self.stderr.split_off(whole_characters(&self.stderr));
        self.push_ready(Stream::Stderr, rest);
    }

    /// Moves what is held of a stream to what travels next, but for `rest`.
    fn push_ready(&mut self, stream: Stream, rest: Vec<u8>) {
        let held = match stream {
            Stream::Stdout => &mut self.stdout,
            Stream::Stderr => &mut self.stderr,
        };
        let bytes = std::mem::replace(held, rest);
        match self.ready.last_mut() {
            Some((last, ready)) if *last == stream => ready.extend(bytes),
            _ if bytes.is_empty() => {}
            _ => self.ready.push((stream, bytes)),
        }
    }

    fn send_ready(&mut self, send: &mut impl FnMut(Parcel)) {
        for (stream, bytes) in self.ready.drain(..) {
            send_text(stream, bytes, send);
        }
    }

    fn keep_tail(&mut self, stream: Stream, bytes: &[u8]) {
        self.withheld += bytes.len() as u64;
        match self.tail.last_mut() {
            Some((last, kept)) if *last == stream => kept.extend_from_slice(bytes),
            _ => self.tail.push((stream, bytes.to_vec())),
        }
        // Twice as much as is needed, so that the cutting is rare.
        if self.tail.len() > 1 && self.tail[1..].iter().map(|(_, kept)| kept.len()).sum::<usize>() >= TAIL {
            self.tail.remove(0);
        } else if let Some((_, kept)) = self.tail.first_mut().filter(|(_, kept)| kept.len() > 2 * TAIL) {
            kept.drain(..kept.len() - TAIL);
        }
    }
}

fn send_text(stream: Stream, bytes: Vec<u8>, send: &mut impl FnMut(Parcel)) {
    if !bytes.is_empty() {
        send(Parcel::Text(stream, String::from_utf8_lossy(&bytes).into_owned()));
    }
}

/// How many bytes at the front are whole characters, or can never become one.
pub fn whole_characters(bytes: &[u8]) -> usize {
    match std::str::from_utf8(bytes) {
        Err(error) if error.error_len().is_none() => error.valid_up_to(),
        _ => bytes.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(prints: &[(Stream, &[u8])], step: f64) -> (Vec<Parcel>, Vec<Parcel>) {
        let (mut during, mut after) = (Vec::new(), Vec::new());
        let mut outlet = Outlet::default();
        for (index, (stream, bytes)) in prints.iter().enumerate() {
            outlet.print(*stream, bytes, index as f64 * step, &mut |parcel| during.push(parcel));
        }
        outlet.finish(&mut |parcel| after.push(parcel));
        (during, after)
    }

    fn text(parcels: &[Parcel]) -> String {
        let texts = parcels.iter().map(|parcel| match parcel {
            Parcel::Text(_, text) => text.as_str(),
            Parcel::Withheld(_) => "",
        });
        texts.collect()
    }

    #[test]
    fn lines_of_stdout_and_pieces_of_stderr_go_at_once() {
        let prints: [(Stream, &[u8]); 4] =
            [(Stream::Stdout, b"a "), (Stream::Stdout, b"b\nc"), (Stream::Stderr, b"e"), (Stream::Stdout, b" d")];
        let (during, after) = printed(&prints, 0.0);
        let expected = [Parcel::Text(Stream::Stdout, "a b\n".into()), Parcel::Text(Stream::Stderr, "e".into())];
        assert_eq!(during, expected);
        assert_eq!(after, [Parcel::Text(Stream::Stdout, "c d".into())]);
    }

    #[test]
    fn what_waits_shows_everything() {
        let (mut sent, mut outlet) = (Vec::new(), Outlet::default());
        outlet.print(Stream::Stdout, "whole\nhalf é".as_bytes(), 0.0, &mut |parcel| sent.push(parcel));
        outlet.print(Stream::Stdout, &[0xc3], 0.0, &mut |parcel| sent.push(parcel));
        outlet.flush(&mut |parcel| sent.push(parcel));
        assert_eq!(text(&sent), "whole\nhalf é");
        outlet.print(Stream::Stdout, &[0xa9, b'!', b'\n'], 1.0, &mut |parcel| sent.push(parcel));
        outlet.finish(&mut |parcel| sent.push(parcel));
        assert_eq!(text(&sent), "whole\nhalf éé!\n");
    }

    #[test]
    fn the_streams_keep_their_order_when_lines_travel_together() {
        let prints: Vec<(Stream, Vec<u8>)> = (0..2000)
            .map(|index| {
                (if index % 7 == 0 { Stream::Stderr } else { Stream::Stdout }, format!("{index}\n").into_bytes())
            })
            .collect();
        let slices: Vec<(Stream, &[u8])> = prints.iter().map(|(stream, bytes)| (*stream, bytes.as_slice())).collect();
        let (during, after) = printed(&slices, 0.01);
        let expected: String = (0..2000).map(|index| format!("{index}\n")).collect();
        assert_eq!(text(&during) + &text(&after), expected);
        assert!(during.len() < 1500, "{}", during.len());
    }

    #[test]
    fn a_line_without_end_goes_in_parts() {
        let dots = [b'.'; 100];
        let (during, after) = printed(&[(Stream::Stdout, &dots[..]); 25], 0.0);
        assert_eq!(during.len(), 2);
        assert!(during.iter().all(|parcel| text(std::slice::from_ref(parcel)).len() == 1100));
        assert_eq!(text(&after).len(), 300);
    }

    #[test]
    fn characters_are_not_torn() {
        let crab = "🦀".as_bytes();
        let (during, _) = printed(&[(Stream::Stderr, &crab[..2]), (Stream::Stderr, &crab[2..])], 0.0);
        assert_eq!(during, [Parcel::Text(Stream::Stderr, "🦀".into())]);
        let (during, _) = printed(&[(Stream::Stderr, b"\xff")], 0.0);
        assert_eq!(text(&during), "\u{fffd}");
    }

    #[test]
    fn a_flood_is_cut_and_its_end_is_kept() {
        let line = "0123456789\n".repeat(100);
        let count = 2_000;
        let mut prints: Vec<(Stream, &[u8])> = vec![(Stream::Stdout, line.as_bytes()); count];
        prints.push((Stream::Stderr, b"the end"));
        let (during, after) = printed(&prints, 0.5);
        let total = line.len() * count + 7;
        assert!(text(&during).len() <= LIMIT);
        assert!(text(&after).ends_with("the end"));
        assert!(text(&after).len() <= TAIL + 32);
        assert!(during.len() < 2_000, "{} parcels", during.len());
        let Some(Parcel::Withheld(withheld)) = after.iter().rfind(|parcel| matches!(parcel, Parcel::Withheld(_)))
        else {
            panic!("nothing withheld")
        };
        let shown = text(&during).len() + text(&after).replace("\n[...]\n", "").len();
        assert_eq!(shown as u64 + withheld, total as u64);
    }
}
