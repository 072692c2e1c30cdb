// What a content security policy allows, as far as it matters for embedding an event.

// All policies of a response. Each of them must allow a request. Several headers are joined by commas.
export function policyOf(answer, page) {
  const headers = (answer.headers.get("content-security-policy") ?? "").split(",");
  const metas = [...page.querySelectorAll("meta[http-equiv='Content-Security-Policy' i]")].map((meta) => meta.content);
  return [...headers, ...metas].map(parse).filter((policy) => policy.size > 0);
}

function parse(text) {
  const policy = new Map();
  for (const directive of text.split(";")) {
    const [name, ...sources] = directive.trim().split(/\s+/);
    // If a name occurs several times, the first counts.
    if (name && !policy.has(name.toLowerCase())) policy.set(name.toLowerCase(), sources);
  }
  return policy;
}

const FALLBACKS = { "frame-src": ["child-src", "default-src"], "worker-src": ["child-src", "script-src", "default-src"] };

// Whether policies allow a source: an origin, or a word in quotes. `page` is the address that 'self' means.
export function admits(policies, directive, wanted, page) {
  return policies.every((policy) => {
    const names = [directive, ...(FALLBACKS[directive] ?? ["default-src"])];
    const sources = policy.get(names.find((name) => policy.has(name)));
    if (!sources) return true;
    if (wanted.startsWith("'")) {
      return sources.some((source) => source.toLowerCase() === wanted || (wanted === "'wasm-unsafe-eval'" && source.toLowerCase() === "'unsafe-eval'"));
    }
    return sources.some((source) => matches(source, new URL(wanted), new URL(page)));
  });
}

// `https:`, `*`, `'self'`, `https://*.example.org:8443/path`. Paths are not compared.
function matches(source, wanted, page) {
  if (source === "*") return /^https?:$/.test(wanted.protocol);
  if (source.toLowerCase() === "'self'") return wanted.origin === page.origin;
  if (/^[a-z][a-z0-9+.-]*:$/i.test(source)) return source.toLowerCase() === wanted.protocol || (source === "http:" && wanted.protocol === "https:");
  const [, scheme, host, port] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/:]+)(?::(\d+|\*))?/i.exec(source) ?? [];
  if (!host) return false;
  const isScheme = scheme ? wanted.protocol === `${scheme}:` || (scheme === "http" && wanted.protocol === "https:") : wanted.protocol === page.protocol || wanted.protocol === "https:";
  const isHost = host.startsWith("*.") ? wanted.hostname.endsWith(host.slice(1).toLowerCase()) : wanted.hostname === host.toLowerCase();
  const isPort = port === "*" || (port ?? "") === wanted.port;
  return isScheme && isHost && isPort;
}
