//! The names of the style sheet for classes of text.

use stair_protocol::Class;

/// The style sheet's name of a class.
pub fn class_name(class: Class) -> &'static str {
    match class {
        Class::Plain => "t-plain",
        Class::Keyword => "t-keyword",
        Class::Name => "t-name",
        Class::Type => "t-type",
        Class::Number => "t-number",
        Class::Text => "t-text",
        Class::Place => "t-place",
        Class::Comment => "t-comment",
        Class::Punctuation => "t-punctuation",
    }
}
