// Fetches one npm package as a tarball, checks its pinned integrity and unpacks it to
// <root>/<name>/<version>/. Used by Npm.targets; needs nothing but Node.js and its npm.
//
//   node npm-restore.mjs <root> <name> <version> <integrity>

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";

const [root, name, version, integrity] = process.argv.slice(2);

try {
  restore();
} catch (error) {
  console.log(error.message);
  process.exitCode = 1;
}

function restore() {
  if (!integrity?.startsWith("sha512-")) {
    throw new Error(`${name} needs an Integrity of the form sha512-...`);
  }
  const parent = path.join(root, name);
  const target = path.join(parent, version);
  fs.mkdirSync(parent, { recursive: true });
  // Everything happens in a directory of our own beside the target, and the finished package
  // is renamed into place: a second build at the same time sees all of it or nothing.
  const work = fs.mkdtempSync(path.join(parent, ".restore-"));
  try {
    const unpacked = path.join(work, "package");
    unpack(fetchTarball(work), unpacked);
    fs.writeFileSync(path.join(unpacked, ".integrity"), integrity + "\n");
    moveIntoPlace(unpacked, target);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

function fetchTarball(work) {
  // npm is a script (npm.cmd) on Windows, which only a shell can start. The arguments come from
  // the project file, not from users.
  const command = `npm pack ${name}@${version} --silent --prefer-offline --ignore-scripts`;
  const result = spawnSync(command, { cwd: work, shell: true, encoding: "utf8" });
  const file = fs.readdirSync(work).find((entry) => entry.endsWith(".tgz"));
  if (result.status !== 0 || !file) {
    const reason = (result.stderr || result.stdout || "").trim().split("\n").slice(0, 3).join(" ");
    throw new Error(`"npm pack ${name}@${version}" failed (is npm installed, and is the network there?). ${reason}`);
  }
  const bytes = fs.readFileSync(path.join(work, file));
  const actual = "sha512-" + createHash("sha512").update(bytes).digest("base64");
  if (actual !== integrity) {
    throw new Error(`${name}@${version} does not match its pinned integrity: expected ${integrity}, got ${actual}`);
  }
  return gunzipSync(bytes);
}

// A reader for the tar subset npm writes: plain files, with long names in pax headers.
function unpack(tar, target) {
  let longName = null;
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const header = tar.subarray(at, at + 512);
    const size = parseInt(field(header, 124, 12), 8) || 0;
    const body = tar.subarray(at + 512, at + 512 + size);
    const type = String.fromCharCode(header[156]);
    at += 512 + Math.ceil(size / 512) * 512;
    if (type === "x") {
      longName = /\d+ path=(.*)\n/.exec(body.toString("utf8"))?.[1] ?? null;
      continue;
    }
    const prefix = field(header, 345, 155);
    const entry = longName ?? (prefix ? `${prefix}/` : "") + field(header, 0, 100);
    longName = null;
    if (type === "0" || type === "\0") {
      writeFile(target, entry, body);
    }
  }
}

function writeFile(target, entry, body) {
  const relative = entry.split("/").slice(1).join("/"); // without the leading "package/"
  const file = path.resolve(target, relative);
  if (!file.startsWith(path.resolve(target) + path.sep)) {
    throw new Error(`${name}@${version} contains a path outside of itself: ${entry}`);
  }
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, body);
}

function field(header, start, length) {
  return header.toString("utf8", start, start + length).split("\0")[0].trim();
}

function moveIntoPlace(unpacked, target) {
  if (fs.existsSync(target) && !fs.existsSync(path.join(target, ".integrity"))) {
    fs.rmSync(target, { recursive: true, force: true });
  }
  try {
    fs.renameSync(unpacked, target);
  } catch (error) {
    if (!fs.existsSync(path.join(target, ".integrity"))) {
      throw error; // otherwise another build was first, with the same content
    }
  }
}
