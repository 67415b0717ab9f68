//! Calls of `println!` with all that formats can say.

use super::Generator;
use super::types::Ty;

impl Generator {
    /// A statement that prints something.
    pub(super) fn print(&mut self) -> String {
        let effects = std::mem::replace(&mut self.effects, false);
        let macro_name = *self.rng.pick(&["println", "println", "println", "println", "println", "print", "eprintln"]);
        let mut format = String::new();
        let mut positional = Vec::new();
        let mut named = Vec::new();
        for _ in 0..self.rng.within(1, 3) {
            let ty = self.types.any(&mut self.rng, 2);
            let mut spec = self.spec(&ty);
            if spec.contains('$') {
                // The width comes from an argument, and stays small.
                let width = format!("{} % 12", self.value(&Ty::USIZE, 1));
                let name = self.name("w");
                spec = spec.replace('$', &format!("{name}$"));
                named.push(format!("{name} = {width}"));
            }
            if spec.contains('§') {
                // The same for the precision.
                let name = self.name("p");
                spec = spec.replace('§', &format!("{name}$"));
                named.push(format!("{name} = {} % 6", self.value(&Ty::USIZE, 1)));
            }
            let value = self.value(&ty, 2);
            let between = *self.rng.pick::<&str>(&["", " ", "|", "=", " {{", "}} ", "é"]);
            format.push_str(between);
            match self.rng.below(4) {
                0 => {
                    let name = self.name("n");
                    format.push_str(&format!("{{{name}{spec}}}"));
                    named.push(format!("{name} = {value}"));
                }
                // By its number, twice.
                1 if self.rng.chance(50) => {
                    let number = positional.len();
                    format.push_str(&format!("{{{spec}}}/{{{number}{spec}}}"));
                    positional.push(value);
                }
                _ => {
                    format.push_str(&format!("{{{spec}}}"));
                    positional.push(value);
                }
            }
        }
        self.effects = effects;
        if macro_name == "print" {
            format.push_str("\\n");
        }
        let mut args = vec![format!("\"{format}\"")];
        args.append(&mut positional);
        args.append(&mut named);
        format!("{macro_name}!({});", args.join(", "))
    }

    /// A line that prints a variable, captured by name.
    pub(super) fn print_variable(&mut self, name: &str, ty: &Ty) -> String {
        let spec = self.spec(ty);
        let spec = if spec.contains(['$', '§']) { ":?".into() } else { spec };
        format!("println!(\"{name} {{{name}{spec}}}\");")
    }

    /// A specification that suits a type: empty or beginning with `:`; `$` in it stands for a width argument.
    fn spec(&mut self, ty: &Ty) -> String {
        let choices: &[&str] = match ty {
            Ty::Int(_) => &[
                "", "", "", ":?", ":5", ":<6", ":^7", ":>8", ":08", ":+", ":+06", ":x", ":X", ":#x", ":#010b", ":o",
                ":#o", ":b", ":*^9", ":-<5", ":#?", ":$", ":<$", ":0$", ":e", ":x?", ":#X", ":é>6",
            ],
            Ty::F32 | Ty::F64 => &[
                "", "", "", ":?", ":.3", ":.0", ":10.2", ":<9.1", ":^12", ":+", ":+.1", ":08.3", ":e", ":.2e", ":E",
                ":$", ":.4?", ":#?", ":_>15", ":+09.2", ":.§", ":$.§", ":<+$.§e",
            ],
            Ty::Bool => &["", ":?", ":6", ":>7", ":^9", ":#?"],
            Ty::Char => &["", "", ":?", ":3", ":>4", ":*<5", ":#?"],
            Ty::Str | Ty::Text => &["", "", ":?", ":10", ":>8", ":^9", ":.2", ":-^12.3", ":$", ":#?", ":.§", ":^$.§"],
            _ => &[":?", ":?", ":?", ":?", ":#?", ":5?", ":#x?", ":02X?", ":.1?", ":+?"],
        };
        (*self.rng.pick(choices)).into()
    }
}
