// Writes nfkc.txt, the data of NfkcTable, to standard output: node make-nfkc.mjs > nfkc.txt
// Lines are "code mapping..." for characters NFKC changes, and "+base mark composed" for the
// pairs that form one character. All numbers are hexadecimal code points.

const hex = (text) => [...text].map((c) => c.codePointAt(0).toString(16)).join(" ");
const lines = [];
for (let code = 0x80; code <= 0x10ffff; code++) {
  if (code >= 0xd800 && code <= 0xdfff) {
    continue;
  }
  const text = String.fromCodePoint(code);
  const mapped = text.normalize("NFKC");
  if (mapped !== text) {
    lines.push(`${hex(text)} ${hex(mapped)}`);
  } else if (code < 0xac00 || code > 0xd7a3) {
    // Hangul syllables are left out: nothing here is typed in jamo.
    const parts = [...text.normalize("NFD")];
    const pair = parts.length > 1 ? [parts.slice(0, -1).join("").normalize("NFC"), parts.at(-1)] : [];
    if (pair.length === 2 && [...pair[0]].length === 1 && (pair[0] + pair[1]).normalize("NFC") === text) {
      lines.push(`+${hex(pair[0])} ${hex(pair[1])} ${hex(text)}`);
    }
  }
}
console.log(lines.join("\n"));
