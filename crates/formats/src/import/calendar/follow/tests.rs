//! Tests: rules and their days, in tables.

use super::*;
use crate::import::calendar::stamp::Stamp;

fn number(day: &str) -> i64 {
    Stamp::read(day).unwrap().day
}

/// Up to twelve days from `start` on, as `0309` in March.
fn check(rule: &str, start: &str, expected: &str) {
    let rule = Rule::new(rule).unwrap();
    let start = number(start);
    let last = rule.until.map(|until| until.day);
    let wanted = Wanted {
        from: start,
        to: start + 1_500,
        most: 12,
    };
    let days = rule.days(start, last, wanted, &mut 10_000);
    let shown = days.all.iter().map(|day| {
        let date = date(*day).unwrap();
        format!("{:02}{:02}", date.month(), date.day())
    });
    let end = if days.is_end { " end" } else { "" };
    let shown = shown.collect::<Vec<_>>().join(" ") + end;
    assert_eq!(shown, expected, "{rule:?}");
}

#[test]
fn follows_days_and_weeks() {
    for (rule, expected) in [
        ("FREQ=DAILY;COUNT=3", "0309 0310 0311 end"),
        ("FREQ=DAILY;COUNT=1", "0309 end"),
        (
            "FREQ=DAILY;INTERVAL=10;UNTIL=20260329",
            "0309 0319 0329 end",
        ),
        ("FREQ=DAILY;UNTIL=20260301", "0309 end"),
        ("FREQ=DAILY;BYDAY=SA,SU;COUNT=4", "0309 0314 0315 0321 end"),
        (
            "FREQ=DAILY;BYMONTHDAY=-1,1;COUNT=4",
            "0309 0331 0401 0430 end",
        ),
        ("FREQ=WEEKLY;COUNT=3", "0309 0316 0323 end"),
        ("FREQ=WEEKLY;BYDAY=FR,MO;COUNT=4", "0309 0313 0316 0320 end"),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;COUNT=4",
            "0309 0315 0323 0329 end",
        ),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU;COUNT=4",
            "0309 0322 0323 0405 end",
        ),
        ("FREQ=WEEKLY;BYMONTH=4;COUNT=3", "0309 0406 0413 end"),
    ] {
        check(rule, "20260309", expected);
    }
}

#[test]
fn follows_months_and_years() {
    for (rule, start, expected) in [
        ("FREQ=MONTHLY;COUNT=3", "20260131", "0131 0331 0531 end"),
        (
            "FREQ=MONTHLY;BYDAY=2TU;COUNT=3",
            "20260310",
            "0310 0414 0512 end",
        ),
        (
            "FREQ=MONTHLY;BYDAY=-1FR;COUNT=3",
            "20260327",
            "0327 0424 0529 end",
        ),
        (
            "FREQ=MONTHLY;BYDAY=-2FR,1MO;COUNT=4",
            "20260302",
            "0302 0320 0406 0417 end",
        ),
        (
            "FREQ=MONTHLY;BYDAY=5SA;COUNT=3",
            "20260131",
            "0131 0530 0829 end",
        ),
        (
            "FREQ=MONTHLY;BYDAY=TH;COUNT=6",
            "20260305",
            "0305 0312 0319 0326 0402 0409 end",
        ),
        (
            "FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=15,-1;COUNT=4",
            "20260915",
            "0915 0930 0215 0228 end",
        ),
        (
            "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3",
            "20260213",
            "0213 0313 1113 end",
        ),
        ("FREQ=YEARLY;COUNT=2", "20260504", "0504 0504 end"),
        ("FREQ=YEARLY;COUNT=2", "20240229", "0229 0229 end"),
        (
            "FREQ=YEARLY;BYMONTH=10,3;BYDAY=-1SU;COUNT=4",
            "20260329",
            "0329 1025 0328 1031 end",
        ),
        (
            "FREQ=YEARLY;BYMONTHDAY=1;COUNT=3",
            "20260101",
            "0101 0201 0301 end",
        ),
    ] {
        check(rule, start, expected);
    }
}

#[test]
fn finds_what_is_wanted_of_rules_without_an_end() {
    for (rule, expected) in [
        ("FREQ=DAILY;INTERVAL=7", "20260309 20260316"),
        ("FREQ=WEEKLY;BYDAY=TU,MO", "20260309 20260310 20260316"),
        ("FREQ=MONTHLY;BYDAY=2MO", "20260309"),
        ("FREQ=YEARLY;BYMONTH=3;BYDAY=-3TU", "20260317"),
    ] {
        let start = number("16010101");
        let wanted = Wanted {
            from: number("20260308"),
            to: number("20260317"),
            most: 3,
        };
        let mut steps = 500;
        let days = Rule::new(rule)
            .unwrap()
            .days(start, None, wanted, &mut steps);
        let expected: Vec<_> = expected.split(' ').map(number).collect();
        assert_eq!((days.all, days.is_end), (expected, false), "{rule}");
    }
    let never = Rule::new("FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2").unwrap();
    let wanted = Wanted {
        from: 0,
        to: i64::MAX,
        most: 9,
    };
    let days = never.days(0, None, wanted, &mut 1_000);
    assert_eq!((days.all, days.is_end), (vec![0], false));
    let always = Rule::new("FREQ=DAILY").unwrap();
    let end = always.days(number("99991230"), None, wanted, &mut 1_000);
    assert_eq!((end.all.len(), end.is_end), (2, true));
}
