// Compresses one file as well as brotli and gzip can, for serving as it is:
//
//   node compress.mjs <source> <target folder>     writes <name>.br and <name>.gz

import fs from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const [source, folder] = process.argv.slice(2);
const content = fs.readFileSync(source);
const name = path.basename(source);
fs.mkdirSync(folder, { recursive: true });

// Renamed into place when complete: a second build at the same time sees all of it or nothing.
write(`${name}.gz`, gzipSync(content, { level: 9 }));
write(`${name}.br`, brotliCompressSync(content, {
  params: {
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  },
}));

function write(file, bytes) {
  const unfinished = path.join(folder, `.${process.pid}-${file}`);
  fs.writeFileSync(unfinished, bytes);
  fs.renameSync(unfinished, path.join(folder, file));
}
