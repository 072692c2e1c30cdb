// An event in the host's colour: the properties that the dialog shows, and that embed.html?accent=… sets.

// `accent` is `#rrggbb`. Anything else is ignored. On dark, white with a quarter of it is light enough for text.
export function lookOf(accent) {
  if (!/^#[0-9a-f]{6}$/i.test(accent)) return [];
  const mixed = (share, ground) => `color-mix(in oklab, ${accent} ${share}%, ${ground})`;
  return [
    ["--nachlese-accent", `light-dark(${accent}, ${mixed(25, "white")})`],
    ["--nachlese-accent-strong", `light-dark(${mixed(70, "black")}, ${mixed(12, "white")})`],
    ["--nachlese-heading", `light-dark(${mixed(50, "black")}, white)`],
    ["--nachlese-footer", `light-dark(${accent}, ${mixed(20, "black")})`],
  ];
}

// The contrast of a colour with the lightest blue background that its text may have (WCAG 2: 4.5 is enough).
export function contrastOf(accent) {
  const light = (colour) => {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const part = parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  };
  return light("#E5EEF5") / light(accent);
}
