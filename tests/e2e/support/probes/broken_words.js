// The words of the facts that stand on more than one line.
const broken = [];
for (const fact of document.querySelectorAll(".facts__label, .facts__value")) {
  const texts = document.createTreeWalker(fact, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { currentNode: text } = texts;
    for (const { 0: word, index } of text.data.matchAll(/[^\s\u00AD-]+/g)) {
      const range = new Range();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (lines.size > 1) broken.push(word);
    }
  }
}
return broken;
