// What can be pressed and is smaller than the given number of pixels. Links in running text are left out.
const [least] = arguments;

function isInText(element) {
  const around = element.parentElement;
  const hasText = [...around.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim().length > 2);
  return element.localName === "a" && around.matches("p, dd, li, figcaption") && hasText;
}

const found = [];
for (const element of document.querySelectorAll("a[href], button, input:not([type=checkbox]), label:has(input), select, summary, [tabindex='0']")) {
  const { width, height } = element.getBoundingClientRect();
  const isSeen = element.checkVisibility({ visibilityProperty: true }) && width > 1 && !element.matches(".skip-link");
  const isSmall = Math.min(width, height) < least - 0.1;
  if (isSeen && isSmall && !isInText(element)) {
    const name = `${element.localName}.${element.className || element.parentElement.className}`;
    found.push(`${name} ${Math.round(width)}×${Math.round(height)} ${element.textContent.trim().slice(0, 40)}`);
  }
}
return found;
