fn main() {
    let s = "abc1defXghi";
    println!("{:?}", s.split(|c| c == '1' || c == 'X').collect::<Vec<_>>());
    println!("{:?}", s.split(|c: char| c.is_numeric()).collect::<Vec<&str>>());
    println!("{:?}", s.split(char::is_numeric).collect::<Vec<&str>>());
    println!("{:?}", s.split(['1', 'X']).collect::<Vec<&str>>());
    println!("{:?}", s.split(&['1', 'X']).collect::<Vec<&str>>());
    println!("{:?}", s.split(&['1', 'X'][..]).collect::<Vec<&str>>());
    let sep = String::from("de");
    println!("{:?}", s.split(&sep).collect::<Vec<&str>>());
    println!("{:?}", s.split(sep.as_str()).collect::<Vec<&str>>());
    println!("{:?}", s.split("").collect::<Vec<&str>>());
    println!("{:?}", "añb".split("").collect::<Vec<&str>>());
    println!("{:?}", "añb".rsplit("").collect::<Vec<&str>>());
    println!("{:?}", "añb".match_indices("").collect::<Vec<_>>());
    println!("{:?}", "".split("").collect::<Vec<&str>>());
    println!("{:?}", "".split(',').collect::<Vec<&str>>());
    println!("{:?}", "".rsplit(',').collect::<Vec<&str>>());
    println!("{:?}", "".split_terminator(',').collect::<Vec<&str>>());
    println!("{:?}", "".lines().collect::<Vec<&str>>());
    for t in ["a,b,c", "a,b,c,", ",a,,b", ",", ",,", "x"] {
        println!("{t:?}");
        println!(" {:?}", t.split(',').collect::<Vec<_>>());
        println!(" {:?}", t.split(',').rev().collect::<Vec<_>>());
        println!(" {:?}", t.rsplit(',').collect::<Vec<_>>());
        println!(" {:?}", t.split_terminator(',').collect::<Vec<_>>());
        println!(" {:?}", t.rsplit_terminator(',').collect::<Vec<_>>());
        println!(" {:?}", t.split_terminator(',').rev().collect::<Vec<_>>());
        println!(" {:?}", t.split_inclusive(',').collect::<Vec<_>>());
        println!(" {:?}", t.split_inclusive(',').rev().collect::<Vec<_>>());
        for n in 0..4 {
            println!(" {:?} {:?}", t.splitn(n, ',').collect::<Vec<_>>(), t.rsplitn(n, ",").collect::<Vec<_>>());
        }
        println!(" {:?} {:?}", t.split_once(','), t.rsplit_once(","));
        println!(" {:?} {:?}", t.trim_matches(','), t.trim_start_matches(","));
        println!(" {:?} {:?}", t.trim_end_matches(','), t.strip_suffix(","));
        println!(" {:?} {:?}", t.matches(',').count(), t.rmatch_indices(",").collect::<Vec<_>>());
        println!(" {:?}", t.replace(',', "--"));
        println!(" {:?} {:?}", t.replacen(",", "--", 1), t.replace("", "."));
    }
    println!("{:?}", "aaaa".matches("aa").collect::<Vec<_>>());
    println!("{:?}", "aaaaa".rmatch_indices("aa").collect::<Vec<_>>());
    println!("{:?}", "aaaaa".match_indices("aa").collect::<Vec<_>>());
    println!("{:?} {:?}", "foo1bar1".trim_matches(char::is_alphabetic), "11foo1bar11".trim_matches('1'));
    println!("{:?}", "123foo1bar123".trim_matches(|c: char| c.is_ascii_digit()));
    println!("{:?} {:?}", "Löwe 老虎 Léopard".find('é'), "Löwe 老虎 Léopard".find("虎"));
    println!("{:?} {:?}", "Löwe 老虎 Léopard".find(char::is_whitespace), "Löwe 老虎 Léopard".rfind(char::is_whitespace));
    println!("{:?}", "Löwe".find(|c: char| c.is_whitespace() || c.is_lowercase()));
    println!("{} {} {}", "hello".contains("ell"), "hello".contains('z'), "hello".contains(&['z', 'h'][..]));
    println!("{} {}", "hello".starts_with(|c: char| c == 'h'), "hello".ends_with(char::is_alphabetic));
    println!("{} {}", "".starts_with(""), "".ends_with('x'));
    let mut n = 0;
    let parts: Vec<&str> = "a-b-c-d".split(|c| { n += 1; c == '-' && n > 3 }).collect();
    println!("{parts:?} {n}");
    println!("{:?} {:?}", "xxabcxx".trim_start_matches("xx"), "ababab".trim_end_matches("ab"));
    println!("{:?}", "one  two".split("  ").map(str::to_string).collect::<Vec<String>>());
    println!("{:?}", "a=1;b=2".split(';').map(|kv| kv.split_once('=').unwrap()).collect::<Vec<_>>());
    let words = "the quick brown fox".split(' ').map(|w| w.chars().rev().collect::<String>()).collect::<Vec<_>>().join(" ");
    println!("{words}");
    println!("{:?}", "αβγ".split('β').collect::<Vec<_>>());
    println!("{:?}", "lion::tiger::leopard".split("::").last());
    println!("{:?}", "a b c".split(' ').nth(1));
    let v: Vec<&&str> = vec![&"b"];
    println!("{:?}", "abc".find(v[0]));
    println!("{:?}", "Mary had a little lamb".split(' ').rev().collect::<Vec<&str>>());
}
