// Redirects from the page of a withdrawn talk to its event, which says so and links to the programme.

const [, event, talk] = /^(.*\/)talk\/([^/]+)\/(?:index\.html)?$/.exec(location.pathname) ?? [];
if (talk) location.replace(`${event}#${talk}`);
