//! What findings about ids and addresses at video providers say.

use nachlese_event::{
    Speech, VideoSource,
    problem::{
        Finding::{self, AddressAsId, InvalidProviderId, OtherProvider},
        clip,
    },
    say,
};

pub(super) fn message(finding: &Finding, speech: Speech) -> String {
    match finding {
        InvalidProviderId { provider, value } => {
            let value = clip(value);
            say!(
                speech,
                "`{value}` kann keine Kennung bei `{provider}` sein",
                "`{value}` cannot be an id at `{provider}`"
            )
        }
        OtherProvider { provider, found } => say!(
            speech,
            "Die Adresse gehört zu `{found}`, nicht zu `{provider}`",
            "the address belongs to `{found}`, not to `{provider}`"
        ),
        AddressAsId { id, video } => {
            let read = fields(id, video.as_ref());
            say!(
                speech,
                "Statt der Kennung steht hier eine Adresse; gelesen wird `{read}`",
                "there is an address in place of the id; it is read as `{read}`"
            )
        }
        _ => String::new(),
    }
}

/// What to do, in German and English.
pub(super) fn help(finding: &Finding) -> (&'static str, &'static str) {
    match finding {
        AddressAsId { .. } => (
            "Das kann so bleiben. Kürzer sind die Felder, die hier genannt sind.",
            "it may stay so. The fields named here are shorter.",
        ),
        OtherProvider { .. } => (
            "Nennen Sie in `provider` den Anbieter, zu dem die Adresse gehört, oder die Adresse bei \
             diesem Anbieter.",
            "give the provider that the address belongs to as `provider`, or the address at this \
             provider.",
        ),
        _ => (
            "Übernehmen Sie nur die Kennung aus der Adresse beim Anbieter, keinen Einbettungscode.",
            "copy only the id from the address at the provider, no embed code.",
        ),
    }
}

/// What was read, as the fields of the format.
fn fields(id: &str, video: Option<&VideoSource>) -> String {
    let mut fields = vec![("id", id.to_owned())];
    match video {
        Some(VideoSource::PeerTube { host, .. }) => fields.push(("host", host.to_string())),
        Some(VideoSource::Vimeo {
            hash: Some(hash), ..
        }) => fields.push(("hash", hash.to_string())),
        _ => {}
    }
    if let Some(start) = video.and_then(|video| video.position(None)) {
        fields.push(("start", start.to_string()));
    }
    let fields = fields.iter();
    let written = fields.map(|(name, value)| format!(r#""{name}": "{value}""#));
    written.collect::<Vec<_>>().join(", ")
}
