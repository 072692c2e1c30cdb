//! The time axis: how high the rows of a day are, and how much text fits into a cell.
//!
//! All minutes of a day have the same height. Only if a talk is too short to be read, or to be hit
//! with a finger, its minutes are up to twice as high.

use super::Day;

/// The axis has a line every half hour.
pub const LINE: u32 = 1_800;

/// Up to this many rooms, the columns are wide enough for titles in one or two lines.
const WIDE: usize = 4;

/// Sets the sizes of a day's rows and cells.
pub(super) fn scale(day: &mut Day) {
    let cells = day.cells().filter(|(_, cell)| !cell.talks.is_empty());
    let spans: Vec<_> = cells
        .map(|(row, cell)| {
            let rows = row as usize..(row + cell.rows) as usize;
            let seconds: u32 = day.rows[rows.clone()].iter().map(|row| row.seconds).sum();
            (rows, seconds)
        })
        .collect();
    let short = spans.iter().filter(|(_, seconds)| *seconds < LINE);
    day.is_dense = day.rooms.len() > WIDE && short.count() * 4 >= spans.len();
    for row in &mut day.rows {
        let minutes = ((row.seconds + 30) / 60).clamp(u32::from(row.seconds > 0), LINE / 60);
        // The stylesheet has only a few sizes.
        row.size = if minutes > 5 {
            (minutes + 2) / 5 * 5
        } else {
            minutes
        };
    }
    // How many minutes are as high as a line of text. The height of a line with its padding, in
    // hundredths.
    let (least, minute) = if day.is_dense { (5, 32) } else { (10, 20) };
    for (rows, _) in spans
        .into_iter()
        .filter(|(_, seconds)| *seconds < least * 60)
    {
        for row in &mut day.rows[rows] {
            row.size = row.size.max((row.size * 2).min(least));
        }
    }
    let mut height = 0;
    let heights = day.rows.iter().map(|row| {
        height += row.size * minute;
        height
    });
    let heights: Vec<_> = [0].into_iter().chain(heights).collect();
    for (at, row) in day.rows.iter_mut().enumerate() {
        for cell in &mut row.cells {
            let height = heights[at + cell.rows as usize] - heights[at];
            if height > 0 {
                cell.lines = (height.saturating_sub(30) / 130).max(1);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::timetable::{Timetable, tests::event};

    /// Draws the rows of a day as minutes and size.
    fn check(talks: &str, is_dense: bool, expected: &str) {
        let day = &Timetable::new(&event(talks)).days[0];
        let rows = day.rows.iter();
        let rows: Vec<_> = rows
            .map(|row| format!("{}:{}", row.seconds / 60, row.size))
            .collect();
        assert_eq!(rows.join(" "), expected, "{talks}");
        assert_eq!(day.is_dense, is_dense, "{talks}");
    }

    #[test]
    fn minutes_are_of_one_height() {
        check(
            "a 2026-03-04T09:00 PT45M A, b 2026-03-04T09:00 PT2H B",
            false,
            "30:30 15:15 15:15 30:30 30:30",
        );
    }

    #[test]
    fn what_is_short_among_longer_ones_is_up_to_twice_as_high() {
        let long = "a 2026-03-04T09:00 PT1H A, b 2026-03-04T10:00 PT1H A, c 2026-03-04T11:00 PT1H A, \
                    d 2026-03-04T11:00 PT1H C,";
        check(
            &format!("{long} e 2026-03-04T09:00 PT5M B"),
            false,
            "5:10 25:25 30:30 30:30 30:30 30:30 30:30",
        );
        check(
            &format!("{long} e 2026-03-04T09:00 PT1M B"),
            false,
            "1:2 29:30 30:30 30:30 30:30 30:30 30:30",
        );
    }

    #[test]
    fn many_short_ones_have_more_space_for_each_minute() {
        check(
            "a 2026-03-04T09:00 PT1H A, b 2026-03-04T09:00 PT5M B, c 2026-03-04T09:05 PT3M B, \
             d 2026-03-04T09:00 PT1H C, e 2026-03-04T09:00 PT1H D, f 2026-03-04T09:00 PT1H E",
            true,
            "5:5 3:5 22:20 30:30",
        );
    }

    #[test]
    fn a_cell_knows_how_many_lines_fit() {
        let day = &Timetable::new(&event("a 2026-03-04T09:00 PT1H A")).days[0];
        assert_eq!(day.rows[0].cells[0].lines, (60 * 20 - 30) / 130);
    }
}
