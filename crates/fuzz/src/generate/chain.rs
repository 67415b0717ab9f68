//! Chains of iterator adapters, and what consumes them.

use super::types::{INTS, Ty};
use super::{Generator, Var};
use crate::tree::Node;

/// An iterator.
struct Chain {
    text: String,
    item: Ty,
    /// It can be taken from the back.
    back: bool,
    /// It knows its length.
    exact: bool,
    /// It can be cloned.
    clone: bool,
}

impl Generator {
    /// Where a chain begins.
    fn source(&mut self) -> Chain {
        let chain = |text: String, item: Ty, back: bool, exact: bool| Chain { text, item, back, exact, clone: true };
        let item = self.types.any(&mut self.rng, 1);
        match self.rng.below(12) {
            0..=2 => {
                let values = self.several(&item, 5);
                let make = if self.types.is_noisy(&item) || self.rng.chance(50) { "" } else { "vec!" };
                chain(format!("{make}[{values}].into_iter()"), item, true, true)
            }
            3 | 4 => {
                let index = self.rng.below(INTS.len());
                let (low, high) = (self.rng.below(5), self.rng.within(3, 9));
                let exact = !matches!(INTS[index], "i64" | "u64");
                chain(format!("({low}..{high}{})", INTS[index]), Ty::Int(index), true, exact)
            }
            5 => {
                let (low, high) = (self.rng.below(5), self.rng.within(3, 9));
                chain(format!("({low}..={high}u8)"), Ty::U8, true, true)
            }
            6 => {
                let text = self.literal(&Ty::Str);
                let (method, item, exact) = *self.rng.pick(&[("chars", 0, false), ("bytes", 1, true)]);
                let item = if item == 0 { Ty::Char } else { Ty::U8 };
                chain(format!("{text}.{method}()"), item, true, exact)
            }
            7 => {
                let value = self.quiet(|g| g.value(&item, 1));
                let count = self.rng.below(4);
                chain(format!("std::iter::repeat_n({value}, {count})"), item, true, true)
            }
            8 => {
                let value = self.quiet(|g| g.value(&item, 1));
                chain(format!("std::iter::once({value})"), item, true, true)
            }
            9 => {
                let ty = Ty::Int(self.rng.below(INTS.len()));
                let (seed, step) = (self.rng.below(9), self.rng.within(1, 40));
                chain(
                    format!("std::iter::successors(Some({seed}{}), |n| n.checked_add({step}))", self.types.name(&ty)),
                    ty,
                    false,
                    false,
                )
                .limited(5)
            }
            10 => {
                let counter = self.name("k");
                let rounds = self.rng.below(5);
                let value = self.quiet(|g| g.value(&item, 1));
                let text = format!(
                    "std::iter::from_fn({{ let mut {counter} = 0; move || {{ {counter} += 1; ({counter} <= {rounds}).then_some(()) }} }}).map(|()| {value})"
                );
                Chain { text, item, back: false, exact: false, clone: false }
            }
            _ => {
                let lists = self.lists();
                if lists.is_empty() {
                    return chain(format!("std::iter::empty::<{}>()", self.types.name(&item)), item, true, true);
                }
                let (place, item) = self.rng.pick(&lists).clone();
                chain(format!("{place}.iter().cloned()"), item, true, true)
            }
        }
    }

    /// Values for a list.
    fn several(&mut self, item: &Ty, most: usize) -> String {
        let values: Vec<String> = (0..self.rng.within(1, most)).map(|_| self.quiet(|g| g.value(item, 1))).collect();
        values.join(", ")
    }

    /// A closure over a reference to an item.
    fn test(&mut self, item: &Ty) -> String {
        let name = self.name("c");
        let var = self.reference(&name, item);
        format!("|{name}| {}", self.with(&[var], |g| g.value(&Ty::Bool, 2)))
    }

    /// A source with a few adapters.
    fn chain(&mut self, most: usize) -> Chain {
        let mut chain = self.source();
        for _ in 0..self.rng.within(usize::from(most > 1), most) {
            chain = self.adapted(chain);
        }
        chain
    }

    fn adapted(&mut self, chain: Chain) -> Chain {
        let Chain { text, item, back, exact, clone } = chain;
        let n = self.rng.below(4);
        match self.rng.below(24) {
            0..=2 => {
                let to = self.types.any(&mut self.rng, 1);
                let map = self.over_value(&item, &to);
                Chain { text: format!("{text}.map({map})"), item: to, back, exact, clone }
            }
            3 | 4 => {
                let test = self.test(&item);
                Chain { text: format!("{text}.filter({test})"), item, back, exact: false, clone }
            }
            5 => {
                let to = self.types.any(&mut self.rng, 1);
                let map = self.over_value(&item, &Ty::Option(Box::new(to.clone())));
                Chain { text: format!("{text}.filter_map({map})"), item: to, back, exact: false, clone }
            }
            6 => {
                let to = self.types.any(&mut self.rng, 1);
                let (map, back) = match self.rng.below(3) {
                    0 => (self.over_value(&item, &Ty::Array(Box::new(to.clone()), n.max(1))), back),
                    1 => (self.over_value(&item, &Ty::Option(Box::new(to.clone()))), back),
                    _ => (self.over_value(&item, &Ty::Vec(Box::new(to.clone()))), back),
                };
                Chain { text: format!("{text}.flat_map({map})"), item: to, back, exact: false, clone }
            }
            7 => {
                let item = Ty::Tuple(vec![Ty::USIZE, item]);
                Chain { text: format!("{text}.enumerate()"), item, back: back && exact, exact, clone }
            }
            8 | 9 => {
                let other = self.chain(1);
                let item = Ty::Tuple(vec![item, other.item]);
                Chain {
                    text: format!("{text}.zip({})", other.text),
                    item,
                    back: back && exact && other.back && other.exact,
                    exact: exact && other.exact,
                    clone: clone && other.clone,
                }
            }
            10 => {
                let values = self.several(&item, 3);
                Chain { text: format!("{text}.chain([{values}])"), item, back, exact: false, clone }
            }
            11 | 12 if back => Chain { text: format!("{text}.rev()"), item, back, exact, clone },
            13 => Chain { text: format!("{text}.skip({n})"), item, back: back && exact, exact, clone },
            14 => Chain { text: format!("{text}.take({n})"), item, back: back && exact, exact, clone },
            15 => Chain { text: format!("{text}.step_by({})", n.max(1)), item, back: back && exact, exact, clone },
            16 => {
                let method = *self.rng.pick(&["take_while", "skip_while"]);
                let test = self.test(&item);
                Chain { text: format!("{text}.{method}({test})"), item, back: false, exact: false, clone }
            }
            17 => {
                let to = self.types.any(&mut self.rng, 1);
                let map = self.over_value(&item, &Ty::Option(Box::new(to.clone())));
                Chain { text: format!("{text}.map_while({map})"), item: to, back: false, exact: false, clone }
            }
            18..=20 => {
                Chain { text: format!("{text}.inspect(|x| println!(\"see {{x:?}}\"))"), item, back, exact, clone }
            }
            21 => {
                let (state, name) = (self.name("s"), self.name("c"));
                let acc = Ty::Int(self.rng.below(INTS.len()));
                let var = |place: &str, ty: &Ty| Var::new(place, ty.clone(), false);
                let vars = [var(&format!("(*{state})"), &acc), var(&name, &item)];
                let next = self.with(&vars, |g| g.value(&acc, 1));
                let start = self.quiet(|g| g.value(&acc, 0));
                let keep = self.with(&vars, |g| g.value(&Ty::Bool, 1));
                let text = format!(
                    "{text}.scan({start}, |{state}, {name}| {{ let next = {next}; *{state} = next; ({keep}).then_some((next, {name})) }})"
                );
                Chain { text, item: Ty::Tuple(vec![acc, item]), back: false, exact: false, clone }
            }
            22 => Chain { text: format!("{text}.peekable()"), item, back, exact, clone },
            23 if clone => {
                Chain { text: format!("{text}.cycle().take({})", n * 2), item, back: false, exact: false, clone }
            }
            _ => Chain { text: format!("{text}.fuse()"), item, back, exact, clone },
        }
    }

    /// A chain that is consumed and shown.
    pub(super) fn chain_statement(&mut self, out: &mut Vec<Node>) {
        self.cost += 10 * self.times;
        let chain = self.chain(4);
        let text = &chain.text;
        let item = chain.item.clone();
        let ord = self.types.is_ord(&item);
        let silent = !self.types.is_noisy(&item);
        let n = self.rng.below(4);
        let line = match self.rng.below(30) {
            0..=3 => format!("println!(\"{{:?}}\", {text}.collect::<Vec<_>>());"),
            4 => format!("println!(\"{{:?}}\", {text}.collect::<std::collections::VecDeque<_>>());"),
            5 if ord => format!("println!(\"{{:?}}\", {text}.collect::<std::collections::BTreeSet<_>>());"),
            6 if ord && silent => {
                format!("println!(\"{{:?}}\", {text}.collect::<std::collections::HashSet<_>>().len());")
            }
            7 => match &item {
                Ty::Tuple(parts) if parts.len() == 2 && self.types.is_ord(&parts[0]) => {
                    format!("println!(\"{{:?}}\", {text}.collect::<std::collections::BTreeMap<_, _>>());")
                }
                Ty::Tuple(parts) if parts.len() == 2 => {
                    format!("println!(\"{{:?}}\", {text}.unzip::<_, _, Vec<_>, Vec<_>>());")
                }
                Ty::Char | Ty::Str | Ty::Text => format!("println!(\"{{:?}}\", {text}.collect::<String>());"),
                Ty::Option(_) => format!("println!(\"{{:?}}\", {text}.collect::<Option<Vec<_>>>());"),
                Ty::Int(i) => {
                    let method = *self.rng.pick(&["sum", "product"]);
                    format!("println!(\"{{:?}}\", {text}.{method}::<{}>());", INTS[*i])
                }
                Ty::F32 => format!("println!(\"{{:?}}\", {text}.sum::<f32>());"),
                Ty::F64 => format!("println!(\"{{:?}}\", {text}.product::<f64>());"),
                _ => format!("println!(\"{{:?}}\", {text}.collect::<Box<[_]>>());"),
            },
            8 => {
                let test = self.over_value(&item, &Ty::Option(Box::new(Ty::U8)));
                format!("println!(\"{{:?}}\", {text}.map({test}).collect::<Option<Vec<_>>>());")
            }
            9 => format!(
                "println!(\"{{:?}}\", {text}.map(|x| if format!(\"{{x:?}}\").len() == {n} {{ Err(x) }} else {{ Ok(x) }}).collect::<Result<Vec<_>, _>>());"
            ),
            10 => format!("println!(\"{{:?}}\", {text}.count());"),
            11 => format!("println!(\"{{:?}}\", {text}.last());"),
            12 => format!("println!(\"{{:?}}\", {text}.nth({n}));"),
            13 if ord => {
                let method = *self.rng.pick(&["min", "max"]);
                format!("println!(\"{{:?}}\", {text}.{method}());")
            }
            14 => {
                let method = *self.rng.pick(&["min_by_key", "max_by_key"]);
                format!("println!(\"{{:?}}\", {text}.{method}(|x| format!(\"{{x:?}}\").len()));")
            }
            15 => {
                let (acc, to) = (self.name("a"), self.types.any(&mut self.rng, 1));
                let name = self.name("c");
                let var = |place: &str, ty: &Ty| Var::new(place, ty.clone(), false);
                let first = self.quiet(|g| g.value(&to, 1));
                let next = self.with(&[var(&acc, &to), var(&name, &item)], |g| g.value(&to, 2));
                let method = if chain.back && self.rng.chance(40) { "rfold" } else { "fold" };
                format!("println!(\"{{:?}}\", {text}.{method}({first}, |{acc}, {name}| {next}));")
            }
            16 => format!(
                "println!(\"{{:?}}\", {text}.reduce(|a, b| if format!(\"{{a:?}}\") < format!(\"{{b:?}}\") {{ b }} else {{ a }}));"
            ),
            17 => {
                let test = self.over_value(&item, &Ty::Bool);
                let method = *self.rng.pick(&["any", "all", "position"]);
                format!("println!(\"{{:?}}\", {text}.{method}({test}));")
            }
            18 if chain.back && chain.exact => {
                let test = self.over_value(&item, &Ty::Bool);
                format!("println!(\"{{:?}}\", {text}.rposition({test}));")
            }
            19 => {
                let test = self.test(&item);
                let method = if chain.back && self.rng.chance(40) { "rfind" } else { "find" };
                format!("println!(\"{{:?}}\", {text}.{method}({test}));")
            }
            20 => {
                let test = self.test(&item);
                format!("println!(\"{{:?}}\", {text}.partition::<Vec<_>, _>({test}));")
            }
            21 => format!("{text}.for_each(|x| println!(\"each {{x:?}}\"));"),
            22 => {
                let other = self.several(&item, 3);
                let method = *self.rng.pick(&["eq", "ne", "lt", "le", "partial_cmp"]);
                format!("println!(\"{{:?}}\", {text}.{method}([{other}]));")
            }
            23 => {
                let name = self.name("i");
                let mut body = vec![
                    Node::line(format!("println!(\"{{:?}} {{:?}}\", {name}.size_hint(), {name}.next());")),
                    Node::line(format!("println!(\"{{:?}}\", {name}.nth({n}));")),
                ];
                if chain.back {
                    body.push(Node::line(format!("println!(\"{{:?}}\", {name}.next_back());")));
                    body.push(Node::line(format!("println!(\"{{:?}}\", {name}.nth_back({}));", n / 2)));
                }
                if chain.exact {
                    body.push(Node::line(format!("println!(\"{{:?}}\", {name}.len());")));
                }
                body.push(Node::line(format!("println!(\"{{:?}} {{:?}}\", {name}.size_hint(), {name}.next());")));
                body.push(Node::line(format!("println!(\"{{:?}}\", {name}.by_ref().take({n}).count());")));
                body.push(Node::line(format!("println!(\"{{:?}}\", {name}.last());")));
                body.insert(0, Node::line(format!("let mut {name} = {text};")));
                out.push(Node::block("", body));
                return;
            }
            24 => {
                let name = self.name("i");
                let test = self.test(&item);
                let body = vec![
                    Node::line(format!("let mut {name} = {text}.peekable();")),
                    Node::line(format!("println!(\"{{:?}}\", {name}.peek());")),
                    Node::line(format!("while let Some(x) = {name}.next_if({test}) {{ println!(\"{{x:?}}\"); }}")),
                    Node::line(format!("println!(\"{{:?}} {{:?}}\", {name}.size_hint(), {name}.collect::<Vec<_>>());")),
                ];
                out.push(Node::block("", body));
                return;
            }
            25 => format!(
                "println!(\"{{:?}}\", {text}.try_fold(0usize, |sum, x| {{ let n = format!(\"{{x:?}}\").len(); if n > 9 {{ None }} else {{ Some(sum + n) }} }}));"
            ),
            26 => format!(
                "println!(\"{{:?}}\", {text}.try_for_each(|x| if format!(\"{{x:?}}\").len() == {} {{ Err(x) }} else {{ Ok(()) }}));",
                n + 1
            ),
            27 => format!(
                "for x in {text} {{ println!(\"{{x:?}}\"); if format!(\"{{x:?}}\").len() > {} {{ break; }} }}",
                n + 3
            ),
            28 => format!(
                "println!(\"{{:?}}\", {text}.map(|x| (format!(\"{{x:?}}\").len(), x)).unzip::<usize, _, Vec<_>, std::collections::VecDeque<_>>());"
            ),
            _ => format!("println!(\"{{:?}}\", {text}.is_sorted_by_key(|x| format!(\"{{x:?}}\").len()));"),
        };
        out.push(Node::line(line));
    }
}

impl Chain {
    /// The first few of one that may not end.
    fn limited(self, n: usize) -> Self {
        Self { text: format!("{}.take({n})", self.text), ..self }
    }
}
