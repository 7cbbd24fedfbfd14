// Turns the npm package of Japan's holidays into the lines that the product reads:
//
//   node holidays.mjs <package folder> <target file>     writes date TAB name TAB English name

import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const [folder, target] = process.argv.slice(2);
const holidays = createRequire(import.meta.url)(path.resolve(folder, "lib/holidays.js"));
const days = Object.values(holidays.default ?? holidays).filter((day) => day.date >= "2020");
if (!days.length || days.some((day) => !/^\d{4}-\d{2}-\d{2}$/.test(day.date) || !day.name || !day.name_en)) {
  throw new Error(`${folder} does not hold holidays in the form that is known`);
}
days.sort((a, b) => (a.date < b.date ? -1 : 1));

// Renamed into place when complete: a second build at the same time sees all of it or nothing.
fs.mkdirSync(path.dirname(target), { recursive: true });
const unfinished = `${target}.${process.pid}`;
fs.writeFileSync(unfinished, days.map((day) => `${day.date}\t${day.name}\t${day.name_en}\n`).join(""));
fs.renameSync(unfinished, target);
