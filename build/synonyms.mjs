// Turns the npm package of Sudachi's synonyms into the numbers that the product reads:
//
//   node synonyms.mjs <package folder> <target file>
//
// All numbers are little-endian. Forms sorted by their bytes: how many and one, where each starts and the last ends, the bytes.
// Then how many groups; where the groups of each form start (forms and one), the groups in which a form calls for the others;
// where the members of each group start (groups and one), the members as forms, and which word each is a form of.

import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const [folder, target] = process.argv.slice(2);
const groups = createRequire(import.meta.url)(path.resolve(folder, "sudachi-synonyms-dictionary.json"));
if (!Array.isArray(groups) || !groups.length || groups.some((group) => !Array.isArray(group.items) || group.items.some((item) => !item.midashi))) {
  throw new Error(`${folder} does not hold synonyms in the form that is known`);
}

const written = (item) => item.midashi.normalize("NFKC").toLowerCase().trim();
// 2: struck off the list.
const listed = groups.map((group) => group.items.filter((item) => item.expandControl !== 2)).filter((items) => items.length > 1);
const forms = [...new Set(listed.flat().map(written))].map((form) => ({ form, bytes: Buffer.from(form, "utf8") }));
forms.sort((a, b) => Buffer.compare(a.bytes, b.bytes));
const numbers = new Map(forms.map(({ form }, number) => [form, number]));

const groupsOf = forms.map(() => []);
const members = listed.map((items, group) => {
  const words = new Map();
  for (const item of items) {
    const form = numbers.get(written(item));
    // 1: stands for others, but others do not stand for it.
    if (item.expandControl !== 1 && !groupsOf[form].includes(group)) {
      groupsOf[form].push(group);
    }
    // A wrong form is understood, but nobody looks for it.
    const isWrong = item.gokeiSyubetsu === "間違い" || item.hyoukiYure === "間違い表記";
    if (!words.has(form)) {
      words.set(form, { word: item.vocabularyNumber ?? 0, isWrong });
    }
  }
  return [...words].map(([form, { word, isWrong }]) => ({ form, mark: (Math.min(word, 127) << 1) | (isWrong ? 1 : 0) }));
});

const ints = (values) => Buffer.from(Int32Array.from(values).buffer);
function placesOf(lists) {
  const places = [0];
  for (const list of lists) {
    places.push(places[places.length - 1] + list.length);
  }
  return places;
}
const bytes = Buffer.concat([
  ints([forms.length + 1, ...placesOf(forms.map(({ bytes }) => bytes))]),
  ...forms.map(({ bytes }) => bytes),
  ints([members.length, ...placesOf(groupsOf), ...groupsOf.flat()]),
  ints([...placesOf(members), ...members.flat().map(({ form }) => form)]),
  Buffer.from(members.flat().map(({ mark }) => mark)),
]);

// Renamed into place when complete: a second build at the same time sees all of it or nothing.
fs.mkdirSync(path.dirname(target), { recursive: true });
const unfinished = `${target}.${process.pid}`;
fs.writeFileSync(unfinished, bytes);
fs.renameSync(unfinished, target);
