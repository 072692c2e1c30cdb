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
                "this is an address, not an id; it is read as `{read}`"
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
            "you can leave it as it is. The fields named here are shorter.",
        ),
        OtherProvider { .. } => (
            "Nennen Sie in `provider` den Anbieter, zu dem die Adresse gehört, oder die Adresse bei \
             diesem Anbieter.",
            "set `provider` to the provider that the address belongs to, or give the address at \
             this provider.",
        ),
        _ => (
            "Übernehmen Sie nur die Kennung aus der Adresse beim Anbieter, nicht den Einbettungscode.",
            "copy only the id from the provider's address, not the embed code.",
        ),
    }
}

/// What was read, written as fields of the format.
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
