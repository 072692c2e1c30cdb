//! The headers of every answer, on the page of the folder.

use nachlese_site::headers::advice::{for_all, line_for_all};

use crate::{
    deployed::OPTIONAL,
    doctor::{
        looked::{Check, Looked},
        policy::lacks,
        visit::Visit,
    },
};

pub(super) fn look(visit: &Visit<'_>, out: &mut Vec<Looked>) {
    for (name, value) in for_all(&visit.policy) {
        let sent = visit.page.header(&name.to_ascii_lowercase());
        let shown = sent.clone().unwrap_or_default();
        let lines = line_for_all(name, &value);
        let (check, is_well, found) = match name {
            "Content-Security-Policy" => {
                let is_optional = |directive: &String| directive.starts_with(OPTIONAL);
                let lacking = lacks(&shown, &value, &visit.address.origin);
                let found = if lacking.is_empty() {
                    shown
                } else {
                    lacking.join("; ")
                };
                let is_whole = sent.is_some() && lacking.is_empty();
                if !is_whole && sent.is_some() && lacking.iter().all(is_optional) {
                    out.push(Looked::untold(Check::Policy, name, found));
                    continue;
                }
                (Check::Policy, is_whole, found)
            }
            // What browsers do without it is right, too.
            "Referrer-Policy" => {
                let last = shown.rsplit(',').next().unwrap_or_default().trim();
                let is_well = !["no-referrer", "same-origin"].contains(&last);
                (Check::Header, is_well, shown)
            }
            "X-Content-Type-Options" => (Check::Header, shown.eq_ignore_ascii_case(&value), shown),
            _ => (Check::Header, sent.is_some(), shown),
        };
        out.push(Looked::new(check, name, is_well, found, lines));
    }
    let strict = visit.page.header("strict-transport-security");
    if visit.address.origin.starts_with("https://") {
        let name = "Strict-Transport-Security";
        // It concerns the whole host, so it is a matter of its operator.
        out.push(Looked::untold(
            Check::Header,
            name,
            strict.unwrap_or_default(),
        ));
    }
}
