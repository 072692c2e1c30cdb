//! What a site answers instead of a file.

use std::{io::Write, time::Duration};

use axum::{body::Body, http::header, response::Response};
use flate2::{Compression, write::GzEncoder};
use serde_json::Value;

use crate::support::Outcome;

/// What a site answers instead of a file.
#[derive(Clone)]
pub(crate) struct Answer {
    status: u16,
    media_type: &'static str,
    body: Vec<u8>,
    is_packed: bool,
    pub(super) delay: Duration,
}

impl Answer {
    pub(crate) fn new(status: u16, media_type: &'static str, body: impl Into<Vec<u8>>) -> Self {
        Self {
            status,
            media_type,
            body: body.into(),
            is_packed: false,
            delay: Duration::ZERO,
        }
    }

    pub(crate) fn json(value: &Value) -> Self {
        Self::text(value.to_string())
    }

    /// Text that claims to be JSON.
    pub(crate) fn text(body: impl Into<Vec<u8>>) -> Self {
        Self::new(200, "application/json", body)
    }

    pub(crate) fn html(status: u16, body: &str) -> Self {
        Self::new(status, "text/html; charset=utf-8", body)
    }

    /// None: the connection stays open and silent.
    pub(crate) fn never() -> Self {
        Self::text("").after(Duration::from_secs(600))
    }

    /// As a server sends it to save time.
    pub(crate) fn packed(self) -> Outcome<Self> {
        let mut packer = GzEncoder::new(Vec::new(), Compression::best());
        packer.write_all(&self.body)?;
        let (body, is_packed) = (packer.finish()?, true);
        Ok(Self {
            body,
            is_packed,
            ..self
        })
    }

    pub(crate) fn after(self, delay: Duration) -> Self {
        Self { delay, ..self }
    }
}

impl Answer {
    pub(super) fn into_response(self) -> Response {
        let mut response = Response::builder()
            .status(self.status)
            .header(header::CONTENT_TYPE, self.media_type);
        if self.is_packed {
            response = response.header(header::CONTENT_ENCODING, "gzip");
        }
        response.body(Body::from(self.body)).unwrap_or_default()
    }
}
