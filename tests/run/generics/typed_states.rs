//! Typestates with `PhantomData`, sealed traits, a simulation generic over its clock and its agents, builders whose
//! methods exist in one state only.

use std::collections::BTreeMap;
use std::fmt::{self, Debug};
use std::marker::PhantomData;
use std::mem::size_of;
use std::ops::ControlFlow;

mod state {
    mod sealed {
        pub trait Sealed {}
        impl Sealed for super::Open {}
        impl Sealed for super::Closed {}
        impl<S: Sealed> Sealed for super::Locked<S> {}
    }
    pub trait State: sealed::Sealed {
        const NAME: &'static str;
    }
    pub struct Open;
    pub struct Closed;
    pub struct Locked<S>(std::marker::PhantomData<fn() -> S>);
    impl State for Open {
        const NAME: &'static str = "open";
    }
    impl State for Closed {
        const NAME: &'static str = "closed";
    }
    impl<S: State> State for Locked<S> {
        const NAME: &'static str = "locked";
    }
}
use state::*;

struct Door<S: State> {
    opened: u32,
    _state: PhantomData<S>,
}

impl<S: State> Door<S> {
    fn to<T: State>(self) -> Door<T> {
        Door { opened: self.opened, _state: PhantomData }
    }
    fn lock(self) -> Door<Locked<S>> {
        self.to()
    }
}
impl Door<Closed> {
    fn new() -> Self {
        Door { opened: 0, _state: PhantomData }
    }
    fn open(mut self) -> Door<Open> {
        self.opened += 1;
        self.to()
    }
}
impl Door<Open> {
    fn close(self) -> Door<Closed> {
        self.to()
    }
}
impl<S: State> Door<Locked<S>> {
    fn unlock(self, code: u32) -> Result<Door<S>, Self> {
        if code == self.opened { Ok(self.to()) } else { Err(self) }
    }
}
impl<S: State> Debug for Door<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Door<{}>({})", S::NAME, self.opened)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Id<T>(u16, PhantomData<T>);

trait Clock {
    type Time: Copy + Ord + Debug;
    fn now(&self) -> Self::Time;
    fn advance(&mut self);
}
#[derive(Default)]
struct Ticks(u32);
impl Clock for Ticks {
    type Time = u32;
    fn now(&self) -> u32 {
        self.0
    }
    fn advance(&mut self) {
        self.0 += 1;
    }
}
struct Days(u8, char);
impl Clock for Days {
    type Time = (u8, char);
    fn now(&self) -> (u8, char) {
        (self.0, self.1)
    }
    fn advance(&mut self) {
        (self.0, self.1) = if self.1 == 'a' { (self.0, 'p') } else { (self.0 + 1, 'a') };
    }
}

trait Agent<C: Clock> {
    fn act(&mut self, now: C::Time, seed: &mut u64) -> ControlFlow<String, i64>;
}
impl<C: Clock, F: FnMut(C::Time, u64) -> Option<i64>> Agent<C> for F {
    fn act(&mut self, now: C::Time, seed: &mut u64) -> ControlFlow<String, i64> {
        *seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        match self(now, *seed >> 60) {
            Some(gain) => ControlFlow::Continue(gain),
            None => ControlFlow::Break(format!("gave up at {now:?}")),
        }
    }
}

struct World<'a, C: Clock> {
    clock: C,
    agents: BTreeMap<Id<C>, Box<dyn Agent<C> + 'a>>,
    gains: BTreeMap<C::Time, i64>,
    seed: u64,
}

impl<'a, C: Clock> World<'a, C>
where
    Id<C>: Ord,
{
    fn new(clock: C) -> Self {
        World { clock, agents: BTreeMap::new(), gains: BTreeMap::new(), seed: 7 }
    }
    fn with(mut self, agent: impl Agent<C> + 'a) -> Self {
        let id = Id(self.agents.len() as u16, PhantomData);
        self.agents.insert(id, Box::new(agent));
        self
    }
    fn run(&mut self, steps: usize) -> ControlFlow<String> {
        for _ in 0..steps {
            let now = self.clock.now();
            for (id, agent) in &mut self.agents {
                let gain = match agent.act(now, &mut self.seed) {
                    ControlFlow::Continue(gain) => gain,
                    ControlFlow::Break(why) => return ControlFlow::Break(format!("agent {} {why}", id.0)),
                };
                *self.gains.entry(now).or_default() += gain;
            }
            self.clock.advance();
        }
        ControlFlow::Continue(())
    }
}

impl PartialEq for Ticks { fn eq(&self, o: &Self) -> bool { self.0 == o.0 } }
impl Eq for Ticks {}
impl PartialOrd for Ticks { fn partial_cmp(&self, o: &Self) -> Option<std::cmp::Ordering> { self.0.partial_cmp(&o.0) } }
impl Ord for Ticks { fn cmp(&self, o: &Self) -> std::cmp::Ordering { self.0.cmp(&o.0) } }
#[derive(Debug, PartialEq, PartialOrd)]
enum Reading {
    Missing,
    Value(f64),
    Range { low: f64, high: f64 },
}

fn main() {
    let door = Door::new();
    println!("{door:?} {} {}", size_of::<Door<Open>>(), size_of::<Id<String>>());
    let door = door.open().close().open().lock();
    println!("{door:?}");
    let door = match door.unlock(3) {
        Ok(door) => door.to(),
        Err(locked) => {
            println!("still {locked:?}");
            locked.lock().unlock(2).and_then(|d| d.unlock(2).map_err(Door::lock)).map_or_else(|d| panic!("{d:?}"), Door::close)
        }
    };
    println!("{door:?}");
    let mut total = 0;
    let mut world = World::new(Ticks::default()).with(|now, roll| Some(i64::from(now) * roll as i64)).with(|_, roll| {
        total += roll;
        (roll != 9).then_some(-1)
    });
    println!("{:?}", world.run(5));
    println!("{:?} {}", world.gains, world.seed);
    println!("{:?} {}", world.run(50), world.clock.0);
    drop(world);
    println!("{total}");
    use Reading::*;
    let readings = [Missing, Value(f64::NAN), Value(-0.0), Value(0.0), Range { low: 0.0, high: f64::NAN }, Range { low: 1.0, high: 0.0 }];
    for (i, a) in readings.iter().enumerate() {
        let row: String = readings.iter().map(|b| a.partial_cmp(b).map_or('?', |o| ['<', '=', '>'][(o as i8 + 1) as usize])).collect();
        println!("{i} {row} {}", readings.iter().filter(|b| a >= b).count());
    }
    let mut days = Days(1, 'a');
    days.advance();
    days.advance();
    println!("{:?}", days.now());
}
