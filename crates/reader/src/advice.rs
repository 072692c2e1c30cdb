//! Rules that only give advice: the page shows a part all the same, so that its readers do not
//! download them.

/// Lets a rule of `nachlese_check` look at a part that was read.
#[cfg(feature = "advice")]
macro_rules! advise {
    ($context:expr, $rule:ident($($argument:expr),*)) => {
        $context.check(|out| nachlese_check::rules::$rule($($argument,)* out))
    };
}

/// Does nothing; the arguments are named, so that they count as used.
#[cfg(not(feature = "advice"))]
macro_rules! advise {
    ($context:expr, $rule:ident($($argument:expr),*)) => {{
        let _ = || { let _ = ($context, $(&$argument,)*); };
    }};
}

pub(crate) use advise;
