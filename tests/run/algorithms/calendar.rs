// Dates: leap years, days since an epoch and back, days of the week, Easter, the page of a month.
use std::fmt;
use std::ops::{Add, Sub};

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Date {
    year: i32,
    month: u8,
    day: u8,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

use Weekday::*;

const WEEK: [Weekday; 7] = [Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn month_length(year: i32, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => panic!("there is no month {month}"),
    }
}

impl Date {
    fn new(year: i32, month: u8, day: u8) -> Option<Date> {
        match month {
            1..=12 if day >= 1 && day <= month_length(year, month) => Some(Date { year, month, day }),
            _ => None,
        }
    }

    /// Days since the first of March of the year 0.
    fn number(self) -> i64 {
        let (y, m) = if self.month > 2 { (self.year, self.month - 3) } else { (self.year - 1, self.month + 9) };
        let era = y.div_euclid(400) as i64;
        let year_of_era = y.rem_euclid(400) as i64;
        let day_of_year = (153 * m as i64 + 2) / 5 + self.day as i64 - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year
    }

    fn from_number(number: i64) -> Date {
        let era = number.div_euclid(146_097);
        let day = number.rem_euclid(146_097);
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day_of_year = day - (365 * year + year / 4 - year / 100);
        let m = (5 * day_of_year + 2) / 153;
        let day = (day_of_year - (153 * m + 2) / 5 + 1) as u8;
        let month = (if m < 10 { m + 3 } else { m - 9 }) as u8;
        Date { year: (year + era * 400) as i32 + (month <= 2) as i32, month, day }
    }

    fn weekday(self) -> Weekday {
        WEEK[(self.number() + 2).rem_euclid(7) as usize]
    }
}

impl Add<i64> for Date {
    type Output = Date;
    fn add(self, days: i64) -> Date {
        Date::from_number(self.number() + days)
    }
}

impl Sub for Date {
    type Output = i64;
    fn sub(self, other: Date) -> i64 {
        self.number() - other.number()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if f.alternate() {
            write!(f, "{} {} {}", self.day, MONTHS[self.month as usize - 1], self.year)
        } else {
            write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
        }
    }
}

fn easter(year: i32) -> Date {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date { year, month: (n / 31) as u8, day: (n % 31) as u8 + 1 }
}

fn page(year: i32, month: u8) {
    println!("{:^20}", MONTHS[usize::from(month - 1)]);
    let first = Date { year, month, day: 1 };
    let offset = first.weekday() as u8;
    for _ in 0..offset {
        print!("   ");
    }
    for day in 1..=month_length(year, month) {
        print!("{day:2}");
        print!("{}", if (offset + day) % 7 == 0 { '\n' } else { ' ' });
    }
    println!();
}

fn main() {
    page(2024, 2);
    page(2023, 10);
    let moon = Date { year: 1969, month: 7, day: 20 };
    println!("{moon} {moon:#} {:?}", moon.weekday());
    let millennium = Date::new(2000, 1, 1).unwrap();
    println!("{} {} {}", millennium - moon, moon + 10_000, moon < millennium);
    println!("{:?} {:?} {:?}", Date::new(1900, 2, 29), Date::new(2000, 2, 29), Date::new(2001, 13, 1));
    println!("{} {} {}", is_leap(1900), is_leap(2000), is_leap(-4));
    for year in 2024..2028 {
        print!("{:#}, ", easter(year));
    }
    println!();
    let mut number = -1_000_000;
    while number < 1_000_000 {
        let date = Date::from_number(number);
        assert_eq!(date.number(), number);
        if number % 8 == 0 {
            println!("{number} {date} {:?}", date.weekday());
        }
        number += 9_973 - number.rem_euclid(27);
    }
    println!("{}", Date::from_number(0));
}
