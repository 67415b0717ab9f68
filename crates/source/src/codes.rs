//! The code table: every diagnostic is declared here once, with its title and the page that explains it.
//!
//! Pages are Markdown files in `explain/`. Codes of three shapes exist: `E0308`, `rustc`'s own, for invalid Rust;
//! `S0001`, Staircase's, for valid Rust outside the subset; and a plain name where `rustc` gives no code
//! (`syntax` errors, and lints that deny by default such as `arithmetic_overflow`), also invalid Rust.

use std::fmt;

/// Which of the two kinds of rejection.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// `rustc` rejects the program too.
    InvalidRust,
    /// `rustc` accepts the program (or would, as far as this error goes); Staircase cannot run it.
    OutsideSubset,
}

impl Kind {
    /// The name in machine-readable output: `invalid-rust` or `outside-subset`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::InvalidRust => "invalid-rust",
            Self::OutsideSubset => "outside-subset",
        }
    }
}

macro_rules! codes {
    ($($variant:ident $code:literal $title:literal;)*) => {
        /// A diagnostic's code.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Code {
            $(#[doc = $title] $variant,)*
        }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The code as it is printed: `E0382`.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }

            /// What the code stands for, in a few words.
            #[must_use]
            pub fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)* }
            }

            /// The page that explains the code with an example, in Markdown.
            #[must_use]
            pub fn explanation(self) -> &'static str {
                match self { $(Self::$variant => include_str!(concat!("explain/", $code, ".md")),)* }
            }
        }
    };
}

codes! {
    E0004 "E0004" "a `match` leaves values out";
    E0005 "E0005" "a pattern that may not match where it must";
    E0015 "E0015" "a constant calls a function that is not `const`";
    E0023 "E0023" "a pattern names the wrong number of fields";
    E0025 "E0025" "a field is bound twice";
    E0026 "E0026" "a struct pattern names a field that does not exist";
    E0027 "E0027" "a struct pattern leaves fields out";
    E0029 "E0029" "a range pattern is neither of numbers nor of characters";
    E0030 "E0030" "a range pattern is empty";
    E0034 "E0034" "a method could come from several traits";
    E0038 "E0038" "a trait does not allow trait objects";
    E0040 "E0040" "a destructor is called";
    E0046 "E0046" "an implementation lacks items of its trait";
    E0049 "E0049" "a method has another number of generic parameters than in its trait";
    E0050 "E0050" "a method has another number of parameters than in its trait";
    E0053 "E0053" "a method has other types than in its trait";
    E0054 "E0054" "a cast to `bool`";
    E0055 "E0055" "dereferencing a value never comes to an end";
    E0057 "E0057" "a closure is called with the wrong number of arguments";
    E0061 "E0061" "a function is called with the wrong number of arguments";
    E0062 "E0062" "a field is given twice";
    E0063 "E0063" "fields are missing";
    E0067 "E0067" "a compound assignment to something that is no place";
    E0069 "E0069" "`return` without a value where one is needed";
    E0070 "E0070" "an assignment to something that is no place";
    E0071 "E0071" "something that is no struct is constructed with fields";
    E0072 "E0072" "a type contains itself";
    E0080 "E0080" "a constant cannot be evaluated";
    E0081 "E0081" "two variants have the same discriminant";
    E0084 "E0084" "an enum without variants has a representation";
    E0106 "E0106" "a lifetime is missing";
    E0107 "E0107" "wrong number of generic arguments";
    E0109 "E0109" "generic arguments where none are possible";
    E0116 "E0116" "an inherent implementation for a foreign type";
    E0117 "E0117" "an implementation of a foreign trait for a foreign type";
    E0118 "E0118" "an inherent implementation for something that cannot have one";
    E0119 "E0119" "two implementations overlap";
    E0120 "E0120" "`Drop` for what can have no destructor";
    E0121 "E0121" "the placeholder `_` in a signature";
    E0124 "E0124" "two fields have the same name";
    E0128 "E0128" "a default names a parameter that is declared later";
    E0131 "E0131" "`main` is generic";
    E0133 "E0133" "something unsafe outside `unsafe`";
    E0158 "E0158" "a generic constant in a pattern";
    E0161 "E0161" "a value of unknown size is moved";
    E0164 "E0164" "something that is no tuple variant in a tuple pattern";
    E0170 "E0170" "a pattern's variable has the name of a variant";
    E0178 "E0178" "a `+` behind a reference to a trait";
    E0184 "E0184" "a type with a destructor is to be `Copy`";
    E0185 "E0185" "an associated function of a trait got a receiver";
    E0186 "E0186" "a method of a trait lost its receiver";
    E0191 "E0191" "the type of a trait object lacks an associated type";
    E0195 "E0195" "lifetime parameters differ from the trait's";
    E0197 "E0197" "an inherent implementation is `unsafe`";
    E0199 "E0199" "an implementation of a safe trait is `unsafe`";
    E0200 "E0200" "an implementation of an unsafe trait is not `unsafe`";
    E0201 "E0201" "an item is defined twice in an implementation";
    E0203 "E0203" "a parameter is said twice to need no known size";
    E0204 "E0204" "`Copy` on a type that holds something else";
    E0207 "E0207" "nothing determines a parameter of an implementation";
    E0212 "E0212" "an associated type of a bound that holds for many lifetimes";
    E0214 "E0214" "generic arguments in parentheses";
    E0220 "E0220" "an associated type that does not exist";
    E0221 "E0221" "an associated type that two traits have";
    E0223 "E0223" "an associated type of an unknown trait";
    E0224 "E0224" "a trait object or `impl` type names no trait";
    E0225 "E0225" "a trait object of several traits";
    E0226 "E0226" "a trait object with two lifetimes";
    E0228 "E0228" "the lifetime of a trait object cannot be told";
    E0229 "E0229" "an associated type is bound where it cannot be";
    E0252 "E0252" "two imports bring the same name";
    E0255 "E0255" "an import and a definition have the same name";
    E0261 "E0261" "a lifetime is not declared";
    E0262 "E0262" "a lifetime with a reserved name";
    E0267 "E0267" "`break` or `continue` inside a closure";
    E0268 "E0268" "`break` or `continue` outside a loop";
    E0271 "E0271" "an associated type is another type";
    E0275 "E0275" "a requirement never ends";
    E0276 "E0276" "a method asks for more than its trait does";
    E0277 "E0277" "a type does not implement a trait";
    E0282 "E0282" "a type cannot be inferred";
    E0283 "E0283" "an implementation cannot be chosen";
    E0284 "E0284" "an associated type cannot be chosen";
    E0307 "E0307" "the receiver has a type that is not allowed";
    E0308 "E0308" "the types do not agree";
    E0316 "E0316" "a `for<…>` within a `for<…>`";
    E0317 "E0317" "an `if` without `else` where a value is needed";
    E0320 "E0320" "dropping a value never ends";
    E0322 "E0322" "a trait that cannot be implemented by hand";
    E0323 "E0323" "a constant where the trait has something else";
    E0324 "E0324" "a function where the trait has something else";
    E0325 "E0325" "a type where the trait has something else";
    E0326 "E0326" "a constant's type differs from its trait's";
    E0364 "E0364" "a private name is re-exported";
    E0365 "E0365" "a private module is re-exported";
    E0366 "E0366" "a destructor for some of a type's instances";
    E0367 "E0367" "a destructor requires more than its type";
    E0368 "E0368" "a compound assignment is not defined for the type";
    E0369 "E0369" "an operator is not defined for the type";
    E0370 "E0370" "a discriminant overflows";
    E0371 "E0371" "a trait object implements the trait by itself";
    E0379 "E0379" "a trait's function cannot be `const`";
    E0381 "E0381" "a variable is used before it has a value";
    E0382 "E0382" "a value is used after it was moved";
    E0384 "E0384" "an immutable variable is assigned twice";
    E0390 "E0390" "an inherent implementation for a primitive type";
    E0391 "E0391" "a definition depends on itself";
    E0392 "E0392" "a parameter is never used";
    E0393 "E0393" "a default that mentions `Self` is left out of a trait object's type";
    E0401 "E0401" "a generic parameter of an outer item";
    E0403 "E0403" "a generic parameter is declared twice";
    E0404 "E0404" "something that is no trait is used as one";
    E0405 "E0405" "a trait is not in scope";
    E0407 "E0407" "a method is not in the trait";
    E0408 "E0408" "a variable is not bound in all alternatives";
    E0409 "E0409" "a variable is bound in different ways";
    E0411 "E0411" "`Self` outside an implementation";
    E0415 "E0415" "two parameters have the same name";
    E0416 "E0416" "a pattern binds a name twice";
    E0422 "E0422" "something that is no struct is used as one";
    E0423 "E0423" "something that is no value is used as one";
    E0424 "E0424" "`self` outside a method";
    E0425 "E0425" "a value is not in scope";
    E0426 "E0426" "a label is not declared";
    E0428 "E0428" "a name is defined twice";
    E0429 "E0429" "`self` at the end of an import";
    E0432 "E0432" "an import cannot be resolved";
    E0433 "E0433" "a path cannot be resolved";
    E0434 "E0434" "an inner function uses a variable of the outer one";
    E0435 "E0435" "a variable where a constant is needed";
    E0436 "E0436" "a record update on something that is no struct";
    E0437 "E0437" "a type is not in the trait";
    E0438 "E0438" "a constant is not in the trait";
    E0446 "E0446" "a private type is given away as an associated type";
    E0449 "E0449" "a visibility where none is possible";
    E0451 "E0451" "a private field is used";
    E0452 "E0452" "a lint attribute that is not a list of lints";
    E0453 "E0453" "a lint is allowed within what forbids it";
    E0492 "E0492" "a constant refers to a cell of its own";
    E0493 "E0493" "something would be dropped in a constant";
    E0496 "E0496" "a lifetime shadows another";
    E0507 "E0507" "something borrowed is moved";
    E0508 "E0508" "an element is moved out of an array";
    E0509 "E0509" "something is moved out of what has a destructor";
    E0516 "E0516" "`typeof`";
    E0517 "E0517" "a representation that the type cannot have";
    E0518 "E0518" "`inline` on a macro";
    E0525 "E0525" "a closure does not implement the trait that is needed";
    E0527 "E0527" "a slice pattern has the wrong number of elements";
    E0528 "E0528" "a slice pattern needs more elements than there are";
    E0529 "E0529" "a slice pattern on something that is no slice";
    E0530 "E0530" "a binding has the name of something else";
    E0531 "E0531" "a tuple struct or variant is not in scope";
    E0532 "E0532" "a pattern is of the wrong kind";
    E0533 "E0533" "a method or variant where a value or pattern is expected";
    E0537 "E0537" "a configuration predicate that does not exist";
    E0538 "E0538" "an attribute says something twice";
    E0539 "E0539" "an attribute that is not written as it must be";
    E0552 "E0552" "a representation does not exist";
    E0554 "E0554" "an experimental feature";
    E0559 "E0559" "a variant has no such field";
    E0560 "E0560" "a struct has no such field";
    E0561 "E0561" "a pattern in the type of a function pointer";
    E0565 "E0565" "a literal where an attribute expects a name";
    E0566 "E0566" "representations that exclude each other";
    E0571 "E0571" "`break` with a value inside a `for` or `while`";
    E0572 "E0572" "`return` outside a function";
    E0573 "E0573" "something that is no type is used as one";
    E0574 "E0574" "something that is neither struct nor variant is used as one";
    E0576 "E0576" "an associated item that does not exist";
    E0577 "E0577" "a visibility is restricted to something that is no module";
    E0579 "E0579" "a range pattern is empty";
    E0580 "E0580" "`main` has the wrong type";
    E0581 "E0581" "a function pointer returns a lifetime from nowhere";
    E0582 "E0582" "an associated type has a lifetime from nowhere";
    E0584 "E0584" "a doc comment at the end documents nothing";
    E0585 "E0585" "a doc comment documents nothing";
    E0586 "E0586" "an inclusive range has no end";
    E0590 "E0590" "`break` or `continue` without a label in a loop's condition";
    E0592 "E0592" "two items of a type have the same name";
    E0593 "E0593" "a closure has another number of parameters than is expected";
    E0594 "E0594" "an assignment to something that is not mutable";
    E0596 "E0596" "a mutable borrow of something that is not mutable";
    E0599 "E0599" "a method or associated item does not exist";
    E0600 "E0600" "a unary operator is not defined for the type";
    E0601 "E0601" "there is no `main`";
    E0603 "E0603" "a private item is used";
    E0604 "E0604" "a cast to `char`";
    E0605 "E0605" "a cast that does not exist";
    E0606 "E0606" "a cast between incompatible types";
    E0608 "E0608" "a type cannot be indexed";
    E0609 "E0609" "a field does not exist";
    E0610 "E0610" "a field of a primitive type";
    E0614 "E0614" "a value that is no pointer is dereferenced";
    E0615 "E0615" "a method is used as a field";
    E0616 "E0616" "a private field is used";
    E0618 "E0618" "something that is no function is called";
    E0620 "E0620" "a cast to an unsized type";
    E0624 "E0624" "a private method is called";
    E0631 "E0631" "a closure has other types of parameters than are expected";
    E0637 "E0637" "a lifetime's name is needed here";
    E0642 "E0642" "a pattern in a function without a body";
    E0643 "E0643" "`impl Trait` here, a named parameter there";
    E0646 "E0646" "`main` has a `where` clause";
    E0658 "E0658" "something of Rust that is not stable";
    E0659 "E0659" "a name is ambiguous";
    E0665 "E0665" "a derived `Default` of an enum without a default variant";
    E0666 "E0666" "`impl Trait` within `impl Trait`";
    E0689 "E0689" "a method on a number of unknown type";
    E0690 "E0690" "a transparent type with two fields";
    E0692 "E0692" "a transparent type has another representation";
    E0695 "E0695" "`break` without a label inside a labelled block";
    E0696 "E0696" "`continue` to a labelled block";
    E0704 "E0704" "a visibility is restricted to something that is no module path";
    E0710 "E0710" "the tool before a lint's name is not known";
    E0719 "E0719" "an associated type is given twice";
    E0720 "E0720" "an `impl Trait` that is made of itself";
    E0726 "E0726" "a lifetime is hidden where it must be written";
    E0730 "E0730" "a pattern on an array of unknown length";
    E0731 "E0731" "a transparent enum has more than one variant";
    E0732 "E0732" "discriminants need a representation";
    E0734 "E0734" "an attribute for the standard library only";
    E0735 "E0735" "a default names `Self`";
    E0742 "E0742" "a visibility is restricted to a module that is not around it";
    E0743 "E0743" "`...` in a type";
    E0746 "E0746" "a function returns a trait object itself";
    E0747 "E0747" "generic arguments are of another kind or in another order";
    E0748 "E0748" "a raw string does not end";
    E0753 "E0753" "an inner doc comment stands where nothing encloses it";
    E0758 "E0758" "a block comment does not end";
    E0762 "E0762" "a character literal does not end";
    E0763 "E0763" "a byte literal does not end";
    E0764 "E0764" "a mutable reference in a constant";
    E0765 "E0765" "a string does not end";
    E0766 "E0766" "a byte string does not end";
    E0767 "E0767" "a label outside of the closure, or a C string that does not end";
    E0768 "E0768" "a number with a base has no digits";
    E0769 "E0769" "a tuple variant is written as a struct variant";
    E0770 "E0770" "the type of a constant parameter depends on a parameter";
    E0774 "E0774" "`derive` on something that is no type";
    E0777 "E0777" "`derive` with a text";
    E0782 "E0782" "a trait where a type is needed";
    E0783 "E0783" "`...` is no longer a range pattern";
    E0790 "E0790" "a trait's function without the type that implements it";
    E0794 "E0794" "lifetime arguments where none can be given";
    E0797 "E0797" "`..` in a struct expression has no base";
    E0799 "E0799" "`use<…>` names what is no parameter";
    E0800 "E0800" "`use<…>` names a parameter that does not exist";
    E0801 "E0801" "a generic `self`";
    E0805 "E0805" "an attribute has the wrong number of arguments";
    S0001 "S0001" "associated types with type parameters";
    S0005 "S0005" "an item of the standard library that is not there yet";
    S0006 "S0006" "a method of the standard library that is not there yet";
    S0008 "S0008" "`unsafe`";
    S0009 "S0009" "`async` and `await`";
    S0010 "S0010" "a trait object that is called with many arguments";
    S0011 "S0011" "`impl Trait` in a trait";
    S0013 "S0013" "raw pointers";
    S0015 "S0015" "foreign functions, crates and unions";
    S0016 "S0016" "mutable statics";
    S0017 "S0017" "modules in other files";
    S0019 "S0019" "C strings";
    S0020 "S0020" "constant blocks";
    S0021 "S0021" "a coercion that is not there yet";
    S0022 "S0022" "an attribute that is not there yet";
    S0023 "S0023" "an expression that is nested too deeply";
    S0024 "S0024" "a type that is too large";
    S0025 "S0025" "an implementation of a library trait that is not there yet";
    S0026 "S0026" "a macro of the standard library that needs files or an environment";
    S0027 "S0027" "macros that expand to too much";
    S0029 "S0029" "the format of pointers";
    S0030 "S0030" "a constant that takes long to evaluate";
    S0031 "S0031" "a construct in a constant that is not there yet";
    S0900 "S0900" "a program that exceeds a limit";
    AmbiguousAssociatedItems "ambiguous_associated_items" "`Self::name` is a variant and an associated type";
    ArithmeticOverflow "arithmetic_overflow" "an operation is known to overflow";
    BindingMode "binding_mode" "a pattern says how it binds where that follows already";
    ElidedLifetimesInAssociatedConstant "elided_lifetimes_in_associated_constant" "a reference in an associated constant has no lifetime";
    EnumIntrinsicsNonEnums "enum_intrinsics_non_enums" "the discriminant of what is no enum";
    InvalidTypeParamDefault "invalid_type_param_default" "a default where no parameter can have one";
    LetUnderscoreLock "let_underscore_lock" "a lock is unlocked at once";
    MissingRequiredBound "missing_required_bound" "an associated type does not say what outlives its lifetime";
    NonStructural "non_structural" "a constant in a pattern has a type that does not derive `PartialEq`";
    OverflowingLiterals "overflowing_literals" "a literal does not fit its type";
    RecursionLimit "recursion_limit" "a generic function needs ever larger instances of itself";
    SizedMethod "sized_method" "a method for sized types only is called on a trait object";
    Syntax "syntax" "the text is not a Rust program";
    TextDirectionInComment "text_direction_codepoint_in_comment" "a comment turns the direction of text";
    TextDirectionInLiteral "text_direction_codepoint_in_literal" "a literal turns the direction of text";
    UnconditionalPanic "unconditional_panic" "an operation is known to panic";
}

impl Code {
    /// The kind of rejection that this code stands for.
    #[must_use]
    pub fn kind(self) -> Kind {
        let code = self.as_str().as_bytes();
        if code[0] == b'S' && code[1..].iter().all(u8::is_ascii_digit) {
            Kind::OutsideSubset
        } else {
            Kind::InvalidRust
        }
    }

    /// Look a code up by its printed form, in any letter case.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|c| c.as_str().eq_ignore_ascii_case(text))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
