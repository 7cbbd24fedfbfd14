// Reads sentences from standard input, a JSON string a line, and writes what kuromoji.js makes of
// each, a JSON array a line: surface, details (six columns), base form, reading of every token.

import { createRequire } from "node:module";
import path from "node:path";
import readline from "node:readline";

const require = createRequire(import.meta.url);
const dicPath = path.join(path.dirname(require.resolve("kuromoji/package.json")), "dict");

require("kuromoji").builder({ dicPath }).build((error, tokenizer) => {
  if (error) {
    throw error;
  }
  const input = readline.createInterface({ input: process.stdin, crlfDelay: Infinity });
  input.on("line", (line) => process.stdout.write(JSON.stringify(tokenizer.tokenize(JSON.parse(line)).map(columns)) + "\n"));
});

function columns(token) {
  const details = [token.pos, token.pos_detail_1, token.pos_detail_2, token.pos_detail_3, token.conjugated_type, token.conjugated_form];
  return [token.surface_form, details.join(","), token.basic_form, token.reading ?? ""];
}
