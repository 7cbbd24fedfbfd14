// Checks an app package with Microsoft's own schemas, offline.
// Argument: a folder with manifest.json and the files of its languages. Out: a JSON array of complaints.

import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { AppManifestUtils } = require("@microsoft/app-manifest");
// The version for draft 04, which the schemas of languages are written in.
const Ajv = require("ajv-draft-04");

globalThis.fetch = () => Promise.reject(new Error("Nothing is fetched."));

const folder = process.argv[2];
const read = (name) => JSON.parse(fs.readFileSync(path.join(folder, name), "utf8"));
const manifest = read("manifest.json");
const complaints = await AppManifestUtils.validateAgainstSchema(manifest);
for (const { file } of manifest.localizationInfo?.additionalLanguages ?? []) {
  const schema = path.join(
    path.dirname(require.resolve("@microsoft/app-manifest/package.json")),
    "build/json-schemas/teams", "v" + manifest.manifestVersion, "MicrosoftTeams.Localization.schema.json");
  // The expressions in it are not written for Unicode mode.
  const validate = new Ajv({ allErrors: true, strict: false, logger: false, unicodeRegExp: false }).compile(JSON.parse(fs.readFileSync(schema, "utf8")));
  if (!validate(read(file))) {
    complaints.push(...validate.errors.map((e) => `${file}${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`));
  }
}
process.stdout.write(JSON.stringify(complaints));
