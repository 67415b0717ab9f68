//! Uses of the generic items of [`super::support`].

use super::Generator;
use super::types::Ty;

impl Generator {
    /// An expression of a type that goes through a generic function, type or trait.
    pub(super) fn generic(&mut self, ty: &Ty, depth: usize) -> String {
        let less = depth - 1;
        let effects = std::mem::replace(&mut self.effects, false);
        let other = self.types.any(&mut self.rng, 1);
        let shown = self.types.name(ty);
        let text = match self.rng.below(9) {
            0 => {
                let (a, b) = (self.shared(ty, less), self.shared(ty, less));
                let flip = self.value(&Ty::Bool, 1);
                format!("pick({a}, {b}, {flip})")
            }
            1 => {
                let (a, b) = (self.value(ty, less), self.value(&other, less));
                format!("Pair::new({a}, {b}).swapped().right")
            }
            2 => {
                let (a, b) = (self.value(&other, less), self.value(ty, less));
                format!("(Pair {{ left: {a}, right: {b} }}).into_right()")
            }
            3 => {
                let (a, b) = (self.value(ty, less), self.value(ty, less));
                format!("Stack::<{shown}>::from_pair({a}, {b}).top().unwrap()")
            }
            4 if *ty == Ty::Int(8) => {
                let value = self.value(&other, less);
                format!("Measure::measure(&{value})")
            }
            5 if *ty == Ty::Int(8) => {
                let value = self.value(&other, less);
                format!("({value}).doubled()")
            }
            6 if *ty == Ty::Int(8) => {
                let list = self.value(&Ty::Vec(Box::new(other.clone())), less);
                format!("total(&{list})")
            }
            7 if *ty == Ty::Text => {
                let value = self.value(&other, less);
                let boxed = *self.rng.pick(&["Box::new", "&"]);
                let value = if boxed == "&" { format!("&{value}") } else { format!("Box::new({value})") };
                let pointer = if boxed == "&" { "&dyn Shown" } else { "Box<dyn Shown>" };
                format!("({value} as {pointer}).shown()")
            }
            _ => {
                let (a, b) = (self.value(ty, less), self.value(ty, less));
                format!("[{a}, {b}].into_iter().chosen({}).unwrap()", self.rng.below(2))
            }
        };
        self.effects = effects;
        text
    }
}
