//! What is said about times that were measured more than once.

/// The times of one thing, in the order in which they were measured.
#[derive(Clone, Default)]
pub(super) struct Samples(pub(super) Vec<f64>);

impl Samples {
    /// The value below which this part of the times lies; between two times, in proportion.
    fn quantile(&self, part: f64) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        let Some(last) = sorted.len().checked_sub(1) else { return f64::NAN };
        let at = part * last as f64;
        let (low, high) = (sorted[at.floor() as usize], sorted[at.ceil() as usize]);
        low + (high - low) * at.fract()
    }

    /// The middle one.
    pub(super) fn median(&self) -> f64 {
        self.quantile(0.5)
    }

    /// Half the distance between the quartiles, in percent of the median.
    pub(super) fn spread(&self) -> f64 {
        50.0 * (self.quantile(0.75) - self.quantile(0.25)) / self.median()
    }
}

/// The factor by which the ratios are off on the whole; `None` of no ratios.
pub(super) fn geometric_mean(ratios: &[f64]) -> Option<f64> {
    (!ratios.is_empty()).then(|| (ratios.iter().map(|ratio| ratio.ln()).sum::<f64>() / ratios.len() as f64).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_and_spreads() {
        let five = Samples(vec![5.0, 1.0, 4.0, 2.0, 3.0]);
        assert_eq!(five.median(), 3.0);
        // The quartiles are 2 and 4.
        assert!((five.spread() - 100.0 / 3.0).abs() < 1e-9);
        assert_eq!(Samples(vec![1.0, 2.0]).median(), 1.5);
        assert!(Samples::default().median().is_nan());
    }

    #[test]
    fn geometric_means() {
        assert!(geometric_mean(&[2.0, 8.0]).is_some_and(|mean| (mean - 4.0).abs() < 1e-9));
        assert_eq!(geometric_mean(&[]), None);
    }
}
