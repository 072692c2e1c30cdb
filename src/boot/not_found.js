// Leads from the page of a talk that was withdrawn to its event, which says so and where the programme is.

const [, event, talk] = /^(.*\/)talk\/([^/]+)\/(?:index\.html)?$/.exec(location.pathname) ?? [];
if (talk) location.replace(`${event}#${talk}`);
