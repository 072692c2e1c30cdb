//! Everything that is looked at.

mod addresses;
mod files;
mod headers;

use super::{
    looked::{Check, Looked},
    visit::Visit,
};
use crate::http::{Answer, Trouble};

/// Looks at everything. A host that stops answering ends it.
pub(super) fn look(visit: &Visit<'_>) -> Vec<Looked> {
    let mut looked = Vec::new();
    addresses::look(visit, &mut looked);
    files::look(visit, &mut looked);
    headers::look(visit, &mut looked);
    // All of one sort together.
    looked.sort_by_key(|one| one.check);
    looked
}

/// What the host says about a file of the folder; if it says nothing, that is noted.
fn asked(
    visit: &Visit<'_>,
    path: &str,
    headers: &[(&str, &str)],
    check: Check,
    out: &mut Vec<Looked>,
) -> Option<Answer> {
    let url = visit.address.file(path)?;
    match visit.client.head(&url, headers) {
        Ok(answer) => Some(answer),
        Err(trouble) => {
            out.push(Looked::untold(check, path, said(&trouble)));
            None
        }
    }
}

/// What kept the host from answering, in its own words.
fn said(trouble: &Trouble) -> String {
    match trouble {
        Trouble::Other(text) | Trouble::Certificate(text) => text.clone(),
        Trouble::Enough => "…".to_owned(),
        Trouble::NoHost | Trouble::Refused | Trouble::Slow => "–".to_owned(),
    }
}
