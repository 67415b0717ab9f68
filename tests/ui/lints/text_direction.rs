/// Shown ‮backwards‬. //~ ERROR text_direction_codepoint_in_literal
fn main() {
    // This ‮is too‬. //~ ERROR text_direction_codepoint_in_comment
    println!("abc⁦def⁩"); //~ ERROR text_direction_codepoint_in_literal
}
