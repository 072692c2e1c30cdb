//! Rules that only give advice. They change nothing on the page, so its readers do not download
//! them.

/// Applies a rule of `nachlese_check` to a part that was read.
#[cfg(feature = "advice")]
macro_rules! advise {
    ($context:expr, $rule:ident($($argument:expr),*)) => {
        $context.check(|out| nachlese_check::rules::$rule($($argument,)* out))
    };
}

/// Does nothing. It takes the arguments so that they count as used.
#[cfg(not(feature = "advice"))]
macro_rules! advise {
    ($context:expr, $rule:ident($($argument:expr),*)) => {{
        let _ = || { let _ = ($context, $(&$argument,)*); };
    }};
}

pub(crate) use advise;
