//! Character references of HTML: `&auml;`, `&#228;`, `&#xe4;`.
//!
//! With a list of our own: all names of HTML, as in the crate htmlize (1.1.0), make each importer a
//! quarter larger (26 kB of brotli more), and readers of other programs' files download it.

/// Reads a reference at the start of a text; gives its length too.
///
/// Those of C1 control characters mean what browsers make of them, windows-1252's.
pub(in crate::import) fn entity(text: &str) -> Option<(char, usize)> {
    let inner = text.strip_prefix('&')?;
    let end = inner.bytes().take(LONGEST).position(|b| b == b';')?;
    let name = inner.get(..end)?;
    let character = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16).ok()?,
                None => number.parse().ok()?,
            };
            let windows = code
                .checked_sub(0x80)
                .and_then(|at| C1.chars().nth(at as usize));
            let character = windows.or_else(|| char::from_u32(code))?;
            Some(character).filter(|c| !c.is_control() || matches!(c, '\t' | '\n' | '\r'))?
        }
        None => named(name)?,
    };
    Some((character, end + 2))
}

/// Whether every ampersand of a text was escaped once too often, as in `Bits &amp;amp; Bytes`.
///
/// A single reference that says what it means forbids the thought.
pub(super) fn is_escaped_twice(text: &str) -> bool {
    let mut rest = text;
    let mut is_any = false;
    while let Some(at) = rest.find('&') {
        rest = &rest[at..];
        if !rest.starts_with("&amp;") || entity(&escaped(rest)).is_none() {
            return false;
        }
        is_any = true;
        rest = &rest[5..];
    }
    is_any
}

/// The reference at the start of a text that was escaped: `&auml;` of `&amp;auml;`.
pub(super) fn escaped(text: &str) -> String {
    let inner = text.strip_prefix("&amp;").unwrap_or_default();
    "&".chars().chain(inner.chars().take(LONGEST)).collect()
}

/// No name that we know is longer.
const LONGEST: usize = 26;

fn named(name: &str) -> Option<char> {
    if name.is_empty() {
        return None;
    }
    if let Some(at) = LATIN.split(' ').position(|known| known == name) {
        return char::from_u32(0xa0 + u32::try_from(at).ok()?);
    }
    OTHERS.split(' ').find_map(|entry| {
        let mut rest = entry.strip_prefix(name)?.chars();
        let character = rest.next()?;
        rest.next().is_none().then_some(character)
    })
}

/// What the codes 128 to 159 mean on the web.
const C1: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// The names of U+00A0 to U+00FF.
const LATIN: &str = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg \
    plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 \
    iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml \
    Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash \
    Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring \
    aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve \
    oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

/// Other names that people and programs use, each before its character.
const OTHERS: &str = "amp& lt< gt> quot\" apos' OEligŒ oeligœ ScaronŠ scaronš YumlŸ fnofƒ circˆ tilde˜ \
    AlphaΑ BetaΒ GammaΓ DeltaΔ EpsilonΕ ZetaΖ EtaΗ ThetaΘ IotaΙ KappaΚ LambdaΛ MuΜ NuΝ XiΞ \
    OmicronΟ PiΠ RhoΡ SigmaΣ TauΤ UpsilonΥ PhiΦ ChiΧ PsiΨ OmegaΩ alphaα betaβ gammaγ \
    deltaδ epsilonε zetaζ etaη thetaθ iotaι kappaκ lambdaλ muμ nuν xiξ omicronο piπ rhoρ \
    sigmafς sigmaσ tauτ upsilonυ phiφ chiχ psiψ omegaω thetasymϑ upsihϒ pivϖ ensp\u{2002} \
    emsp\u{2003} thinsp\u{2009} zwnj\u{200c} zwj\u{200d} lrm\u{200e} rlm\u{200f} ndash– \
    mdash— lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ dagger† Dagger‡ bull• hellip… permil‰ \
    prime′ Prime″ lsaquo‹ rsaquo› oline‾ frasl⁄ euro€ imageℑ weierp℘ realℜ trade™ alefsymℵ \
    larr← uarr↑ rarr→ darr↓ harr↔ crarr↵ lArr⇐ uArr⇑ rArr⇒ dArr⇓ hArr⇔ forall∀ part∂ \
    exist∃ empty∅ nabla∇ isin∈ notin∉ ni∋ prod∏ sum∑ minus− lowast∗ radic√ prop∝ infin∞ \
    ang∠ and∧ or∨ cap∩ cup∪ int∫ there4∴ sim∼ cong≅ asymp≈ ne≠ equiv≡ le≤ ge≥ sub⊂ sup⊃ \
    nsub⊄ sube⊆ supe⊇ oplus⊕ otimes⊗ perp⊥ sdot⋅ lceil⌈ rceil⌉ lfloor⌊ rfloor⌋ lang⟨ rang⟩ \
    loz◊ spades♠ clubs♣ hearts♥ diams♦ Tab\t NewLine\n excl! num# dollar$ percnt% lpar( \
    rpar) ast* plus+ comma, period. sol/ colon: semi; equals= quest? commat@ lsqb[ lbrack[ \
    bsol\\ rsqb] rbrack] Hat^ lowbar_ grave` lcub{ lbrace{ vert| verbar| rcub} rbrace} \
    hyphen‐ dash‐ horbar― check✓ cross✗ star☆ starf★ phone☎ male♂ female♀ AMP& LT< GT> \
    QUOT\" COPY© REG® TRADE™ abreveă AbreveĂ amacrā AmacrĀ aogoną AogonĄ cacuteć CacuteĆ \
    ccaronč CcaronČ ccircĉ CcircĈ cdotċ CdotĊ dcaronď DcaronĎ dstrokđ DstrokĐ ecaroně \
    EcaronĚ edotė EdotĖ emacrē EmacrĒ eogonę EogonĘ gbreveğ GbreveĞ gcircĝ GcircĜ hstrokħ \
    HstrokĦ imathı inodotı Idotİ imacrī ImacrĪ iogonį IogonĮ itildeĩ lacuteĺ LacuteĹ \
    lcaronľ LcaronĽ lstrokł LstrokŁ nacuteń NacuteŃ ncaronň NcaronŇ odblacő OdblacŐ omacrō \
    OmacrŌ rcaronř RcaronŘ sacuteś SacuteŚ scedilş ScedilŞ scircŝ ScircŜ tcaronť TcaronŤ \
    tcedilţ TcedilŢ ubreveŭ UbreveŬ udblacű UdblacŰ umacrū UmacrŪ uogonų UogonŲ uringů \
    UringŮ zacuteź ZacuteŹ zcaronž ZcaronŽ zdotż ZdotŻ ZeroWidthSpace\u{200b} \
    NoBreak\u{2060} numsp\u{2007} puncsp\u{2008} hairsp\u{200a} bullet• mldr… nldr‥ ellℓ \
    rightarrow→ leftarrow← uparrow↑ downarrow↓ half½ frac13⅓ frac23⅔ frac15⅕ \
    OpenCurlyQuote‘ CloseCurlyQuote’ OpenCurlyDoubleQuote“ CloseCurlyDoubleQuote” rsquor’ \
    rdquor” lsquor‚ ldquor„ Lt≪ Gt≫ leq≤ geq≥ sung♪ flat♭ sharp♯ natural♮ numero№";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_names_and_numbers() {
        for (text, expected) in [
            ("&amp; co", Some(('&', 5))),
            ("&AMP;", Some(('&', 5))),
            ("&uuml;", Some(('ü', 6))),
            ("&yuml;", Some(('ÿ', 6))),
            ("&nbsp;", Some(('\u{a0}', 6))),
            ("&ensp;", Some(('\u{2002}', 6))),
            ("&lstrok;", Some(('ł', 8))),
            ("&quot;", Some(('"', 6))),
            ("&lt;", Some(('<', 4))),
            ("&Zcaron;", Some(('Ž', 8))),
            ("&rarr;", Some(('→', 6))),
            ("&#8211;", Some(('–', 7))),
            ("&#x1F980;", Some(('🦀', 9))),
            ("&#150;", Some(('–', 6))),
            ("&#39;", Some(('\'', 5))),
            ("&#0;", None),
            ("&#xd800;", None),
            ("&#7;", None),
            ("&#x81;", None),
            ("&;", None),
            ("&unknown;", None),
            ("&am;", None),
            ("&l;", None),
            ("&amp", None),
            ("&ä;", None),
            ("&", None),
            ("", None),
        ] {
            assert_eq!(entity(text), expected, "{text}");
        }
    }

    #[test]
    fn is_sure_of_what_was_escaped_twice() {
        for (text, expected) in [
            ("Bits &amp;amp; B&amp;auml;ume", true),
            ("x &amp;#8211; y", true),
            ("Bits &amp; B&amp;auml;ume", false),
            ("R&amp;D; und &amp;amp;", false),
            ("AT&T, &amp;amp;", false),
            ("nichts", false),
        ] {
            assert_eq!(is_escaped_twice(text), expected, "{text}");
        }
    }
}
