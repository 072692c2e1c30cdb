//! Who takes part in the item of each row.

use std::collections::BTreeMap;

use nachlese_event::{
    LocalizedText, Part, Participation, Person,
    problem::{Finding, ImportFinding, JsonPath, Problem},
};

use super::{
    cells::Row,
    columns::Plan,
    field::Field,
    names::{Named, names, part_of, values},
    place::at_cell,
};
use crate::import::{command::rows::Items, people::MOST_PEOPLE, value::one_line};

/// The people of all rows.
#[derive(Default)]
pub(super) struct Casts {
    /// About whom rows say different things: in how many rows, and where first.
    differing: BTreeMap<String, (usize, JsonPath)>,
    /// Rows with too many people, by heading.
    crowded: BTreeMap<String, (usize, JsonPath)>,
}

impl Casts {
    /// Reads the people of a row, each once.
    pub(super) fn of_row(
        &mut self,
        plan: &Plan,
        row: &Row,
        items: &mut Items,
    ) -> Vec<Participation> {
        let speakers: Vec<_> = plan.columns_of(Field::Speakers).collect();
        let mut cast: Vec<(Vec<Named>, &str)> = Vec::new();
        for (at, heading) in &speakers {
            cast.push((names(row.text(*at).unwrap_or_default()), heading));
        }
        if let Some(named) = in_parts(plan, row) {
            cast.push((
                vec![named],
                plan.columns_of(Field::LastName)
                    .next()
                    .map_or("", |(_, it)| it),
            ));
        }
        for (field, set) in [
            (Field::Role, set_role as fn(&mut Named, String)),
            (Field::Organisation, set_organisation),
        ] {
            beside(plan, row, field, &mut cast, set, &mut items.problems);
        }
        for (at, heading) in plan.columns_of(Field::Moderators) {
            let found = names(row.text(at).unwrap_or_default()).into_iter();
            let moderators = found.map(|named| Named {
                part: Some(Part::Moderator),
                ..named
            });
            cast.push((moderators.collect(), heading));
        }
        let mut people: Vec<Participation> = Vec::new();
        for (named, heading) in cast {
            for named in named {
                if people.len() >= MOST_PEOPLE {
                    count(&mut self.crowded, heading, row, heading);
                } else if let Some(one) = self.participation(named, row, heading, items)
                    && !people.iter().any(|other| other.person == one.person)
                {
                    people.push(one);
                }
            }
        }
        people
    }

    fn participation(
        &mut self,
        named: Named,
        row: &Row,
        heading: &str,
        items: &mut Items,
    ) -> Option<Participation> {
        let name = one_line(&named.name);
        let people = &mut items.programme.people;
        let id = people.named(name.clone(), named.filed)?;
        let person = people.get_mut(&name)?;
        let is_same = told(named.role, person, |it| &mut it.role_at_event)
            & told(named.organisation, person, |it| &mut it.organization);
        if !is_same {
            count(&mut self.differing, &name, row, heading);
        }
        let part = named.part.unwrap_or_default();
        Some(Participation { person: id, part })
    }

    /// Reports what was left out.
    pub(super) fn finish(self, problems: &mut Vec<Problem>) {
        let differing = self.differing.into_iter().map(|(name, (count, path))| {
            let finding = ImportFinding::PersonDiffers { name, count };
            Problem::new(&path, Finding::Import(finding))
        });
        problems.extend(differing);
        for (field, (count, path)) in self.crowded {
            problems.push(Problem::new(&path, Finding::NotImported { field, count }));
        }
    }
}

fn count(in_rows: &mut BTreeMap<String, (usize, JsonPath)>, key: &str, row: &Row, heading: &str) {
    let first = || (0, at_cell(row.line, heading));
    in_rows.entry(key.to_owned()).or_insert_with(first).0 += 1;
}

/// Notes what is said about somebody. Returns whether an earlier row says nothing else.
fn told(
    text: Option<String>,
    person: &mut Person,
    slot: fn(&mut Person) -> &mut Option<LocalizedText>,
) -> bool {
    let text = text
        .map(|text| one_line(&text))
        .filter(|text| !text.is_empty());
    let Some(text) = text.map(LocalizedText::plain) else {
        return true;
    };
    *slot(person).get_or_insert_with(|| text.clone()) == text
}

/// A name in two columns.
fn in_parts(plan: &Plan, row: &Row) -> Option<Named> {
    let text = |field| {
        let mut columns = plan.columns_of(field);
        columns.find_map(|(at, _)| row.text(at))
    };
    let parts = [text(Field::FirstName), text(Field::LastName)];
    let name = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    (!name.is_empty()).then(|| Named {
        name,
        ..Named::default()
    })
}

fn set_role(named: &mut Named, role: String) {
    match part_of(&role) {
        Some(part) if named.part.is_none() => named.part = Some(part),
        _ => named.role = Some(role),
    }
}

fn set_organisation(named: &mut Named, organisation: String) {
    named.organisation = Some(organisation);
}

/// Gives the names what stands in other columns: in as many columns as there are columns of names,
/// or as many entries as there are names.
fn beside(
    plan: &Plan,
    row: &Row,
    field: Field,
    cast: &mut [(Vec<Named>, &str)],
    set: fn(&mut Named, String),
    problems: &mut Vec<Problem>,
) {
    let columns: Vec<_> = plan.columns_of(field).collect();
    let is_paired = columns.len() > 1 && columns.len() == cast.len();
    let mut uneven = |heading: &str, (names, others)| {
        let finding = Finding::Import(ImportFinding::PeopleUneven { names, others });
        problems.push(Problem::new(&at_cell(row.line, heading), finding));
    };
    if is_paired {
        for ((at, heading), (named, _)) in columns.into_iter().zip(cast) {
            let told = values(row.text(at).unwrap_or_default(), named.len());
            give(named.iter_mut(), told, set).unwrap_or_else(|counts| uneven(heading, counts));
        }
        return;
    }
    let count = cast.iter().map(|(named, _)| named.len()).sum();
    let texts = columns.iter().filter_map(|(at, _)| row.text(*at));
    let told = texts.flat_map(|text| values(text, count)).collect();
    let everybody = cast.iter_mut().flat_map(|(named, _)| named.iter_mut());
    let heading = columns.first().map_or("", |(_, heading)| heading);
    give(everybody, told, set).unwrap_or_else(|counts| uneven(heading, counts));
}

fn give<'a>(
    named: impl Iterator<Item = &'a mut Named>,
    told: Vec<String>,
    set: fn(&mut Named, String),
) -> Result<(), (usize, usize)> {
    let named: Vec<_> = named.collect();
    if told.is_empty() {
        return Ok(());
    }
    if named.len() != told.len() {
        return Err((named.len(), told.len()));
    }
    for (named, told) in named.into_iter().zip(told) {
        set(named, told);
    }
    Ok(())
}
