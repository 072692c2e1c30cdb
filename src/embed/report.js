// The look of the pages that check something: embed-check.html and host-check.html.
// In this deployment's colours if its stylesheet is loaded, else like the host page.

export const LOOK = `.nachlese .embed-check { display: grid; gap: 1em; justify-items: start; margin-inline: auto; max-inline-size: 60em; padding: 2em 1.25em; }
.nachlese .embed-check form { align-items: end; display: flex; flex-wrap: wrap; gap: 0.5em; inline-size: 100%; }
.nachlese .embed-check label { flex: 1 1 20em; font-weight: 700; }
.nachlese .embed-check input { background: transparent; border: 1px solid var(--_line-strong); display: block; inline-size: 100%; min-block-size: 2.75em; padding: 0.35em; }
.nachlese .embed-check [role="status"] { color: var(--_heading); font-size: 1.25em; font-weight: 700; }
.nachlese .embed-check .heading { font-size: 1.75em; }
.nachlese .embed-check ol { display: grid; gap: 0.5em; list-style: none; padding: 0; }
.nachlese .embed-check strong { color: var(--_heading); }
.nachlese .embed-check [data-well="false"] { border-inline-start: 4px solid var(--_status-error); padding-inline-start: 0.75em; }
.nachlese .embed-check [data-well="false"] > strong { color: var(--_status-error); }
.embed-check code { overflow-wrap: anywhere; }
.nachlese .embed-check pre { background: var(--_surface); font: 0.875em/1.5 monospace; margin-block: 0.25em 0.75em; overflow-wrap: anywhere; padding: 0.5em 0.75em; white-space: pre-wrap; }
.nachlese .embed-check li > p { margin-block-start: 0.35em; }
.embed-check textarea { background: transparent; color: inherit; font: 0.875em monospace; inline-size: 100%; }`;
