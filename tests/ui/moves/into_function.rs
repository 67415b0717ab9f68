// Passing by value moves.
struct Ticket {
    seat: u32,
}

fn check(ticket: Ticket) -> bool {
    ticket.seat > 0
}

fn main() {
    let ticket = Ticket { seat: 4 };
    println!("{}", check(ticket));
    println!("{}", check(ticket)); //~ ERROR E0382
}
