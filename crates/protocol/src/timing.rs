//! How long things took.

use serde::{Deserialize, Serialize};

/// One measured stretch: some runs in a row, timed together when one alone is too short for the clock.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct Sample {
    /// How many runs.
    pub runs: u32,
    /// How long one of them took on average, in nanoseconds.
    pub nanoseconds: f64,
}

/// What many samples say.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub struct Summary {
    /// Half of the samples took at most this long, in nanoseconds a run.
    pub median: f64,
    /// A quarter of the samples took at most this long.
    pub lower_quartile: f64,
    /// Three quarters of the samples took at most this long.
    pub upper_quartile: f64,
    /// The shortest.
    pub shortest: f64,
    /// The longest.
    pub longest: f64,
}

/// Everything that was measured of one engine. All times in nanoseconds.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct EngineTiming {
    /// From source to what the engine takes: typed tree, verified bytecode, or bytes of a module.
    pub compile: f64,
    /// From there to something that can start: nothing to do for the tree, the machine's memory for bytecode, the browser's
    /// compilation and the instance for a module.
    pub instantiate: f64,
    /// The very first run, by itself.
    pub first_run: f64,
    /// The runs from the first one on, in order: here the browser's change to faster code can be seen.
    pub first_samples: Vec<Sample>,
    /// How many runs were made before the steady state was measured.
    pub warm_up_runs: u32,
    /// How many runs were timed together in each sample of the steady state.
    pub batch: u32,
    /// How many samples the steady state has.
    pub samples: u32,
    /// The steady state.
    pub steady: Summary,
}
