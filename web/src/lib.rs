//! What the page and its workers know that no browser is needed for: the state and its transitions, links, timing, offsets.
//! It builds natively too, and is tested there. The three programs beside it, `page`, `frame` and `worker`, touch the
//! browser.

pub mod changes;
pub mod classes;
pub mod coloured;
pub mod compare;
pub mod dispatch;
pub mod embed;
pub mod examples;
pub mod format;
pub mod highlight;
pub mod input;
pub mod listing;
pub mod offsets;
pub mod outlet;
pub mod panes;
pub mod picture;
pub mod quiet;
pub mod recorder;
pub mod sent;
pub mod state;
pub mod timing;
pub mod vetted;
pub mod words;
#[cfg(target_arch = "wasm32")]
pub mod workers;
