//! The elementary functions of `f64` and `f32`: the same result in each engine and each browser.
//!
//! std leaves the precision of these functions to the platform. Here a function is one of two kinds. Most are *correctly
//! rounded*: computed with more than twice the precision of an `f64` and rounded once, which is also what a good C library
//! gives nearly always. The others (`classic`, and most of `f32`) are those for which the C library of
//! Linux keeps the arithmetic of the 1990s, whose last digit differs from the correctly rounded one often: they repeat that
//! arithmetic, step by step.
//!
//! A correctly rounded function first computes some 70 bits; where these do not decide how the last bit of the result is
//! rounded, which is one case in some hundreds, it computes some 100.

pub mod angle;
pub mod angle_single;
pub mod classic;
pub mod classic_single;
pub mod dd;
pub mod exp;
pub mod fused;
pub mod log;
pub mod pow;
pub mod reduce;
pub mod root;
pub mod trig;
pub mod trig_single;
