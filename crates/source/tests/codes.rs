//! The code table: spelling, order, pages.

use stair_source::{Code, Kind};

/// `E…` before `S…` before names, and each in order.
fn rank(code: Code) -> (u8, &'static str) {
    let text = code.as_str();
    let numbered = |letter: u8| text.as_bytes()[0] == letter && text[1..].bytes().all(|b| b.is_ascii_digit());
    let class = if numbered(b'E') {
        0
    } else if numbered(b'S') {
        1
    } else {
        2
    };
    (class, text)
}

#[test]
fn the_table_is_sorted_and_each_code_is_spelled_once() {
    for pair in Code::ALL.windows(2) {
        assert!(rank(pair[0]) < rank(pair[1]), "{} must stand after {}", pair[0], pair[1]);
    }
}

#[test]
fn spellings_have_one_of_three_shapes() {
    for &code in Code::ALL {
        let (class, text) = rank(code);
        match class {
            0 | 1 => assert_eq!(text.len(), 5, "{text}: a letter and four digits"),
            _ => assert!(text.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'), "{text}: a name in lower case"),
        }
        assert_eq!(code.kind() == Kind::OutsideSubset, class == 1);
        assert_eq!(Code::parse(&text.to_ascii_uppercase()), Some(code));
        let title = code.title();
        assert!(!title.is_empty() && !title.ends_with('.'), "{text}: {title}");
    }
}

#[test]
fn each_page_explains_with_an_example() {
    for &code in Code::ALL {
        let page = code.explanation();
        let fences = page.lines().filter(|l| l.starts_with("```")).count();
        assert!(fences >= 2 && fences % 2 == 0, "{code}: a fenced example is due");
        let before = page.split("```").next().unwrap_or_default();
        assert!(before.trim().len() > 20, "{code}: the page begins with what is wrong");
        assert!(page.ends_with('\n') && !page.ends_with("\n\n"), "{code}: one line end at the end");
        assert!(page.lines().all(|l| l.chars().count() <= 120), "{code}: lines of at most 120 characters");
    }
}
