//! Reads pictures.

use nachlese_event::{Figure, Illustration, Photo, problem::Finding};

use super::{
    cursor::{Fields, Node},
    reference::talk_at,
    scalar::{boolean, count, href, label, string, text},
};
use crate::{advice::advise, rules::own_picture};

/// Reads a picture.
pub(super) fn figure(node: Node<'_>) -> Option<Figure> {
    node.object(|fields| {
        let before = node.context.count();
        let figure = figure_of(fields);
        if figure.is_none() && node.context.count() == before {
            let field = "illustration";
            node.report(Finding::MissingField { field });
        }
        figure
    })
}

/// Reads the fields `photo` and `illustration` of an object. Returns `None` if there is neither.
pub(super) fn figure_of(fields: &Fields<'_>) -> Option<Figure> {
    let photo = fields.read("photo", photo);
    let illustration = fields.read("illustration", illustration);
    let has_any = photo.is_some() || illustration.is_some();
    has_any.then_some(Figure {
        photo,
        illustration,
    })
}

fn photo(node: Node<'_>) -> Option<Photo> {
    node.object(|fields| {
        let src = fields.need("src", href);
        let width = fields.read("width", count).unwrap_or_default();
        let height = fields.read("height", count).unwrap_or_default();
        let alt = fields.read("alt", label);
        let caption = fields.read("caption", text);
        let credit = fields.read("credit", string);
        let licence = fields.read("licence", string);
        let rights_cleared = fields.read("rightsCleared", boolean).unwrap_or_default();
        let (talk, at) = talk_at(fields, "at");
        let photo = Photo {
            src: src?,
            width,
            height,
            alt,
            caption,
            credit,
            licence,
            rights_cleared,
            talk,
            at,
        };
        let path = node.path();
        advise!(node.context, photo_is_complete(&photo, &path));
        node.context
            .check(|out| own_picture(&photo.src, &path.field("src"), out));
        Some(photo)
    })
}

fn illustration(node: Node<'_>) -> Option<Illustration> {
    node.object(|fields| {
        let reference = fields.need("ref", href);
        let alt = fields.read("alt", label);
        let caption = fields.read("caption", text);
        // As in HTML, an empty text means that the picture is decoration.
        let is_decoration = fields.is_given("alt");
        let illustration = Illustration {
            reference: reference?,
            alt,
            caption,
        };
        let path = node.path();
        if !is_decoration {
            advise!(node.context, illustration_has_alt(&illustration, &path));
        }
        node.context.check(|out| {
            own_picture(&illustration.reference, &path.field("ref"), out);
        });
        Some(illustration)
    })
}
