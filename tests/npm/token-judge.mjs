// Which of the requests on standard input the official library lets in.
// Arguments: the address of the metadata, the bot's app id.
// In:  [{"name":"…","header":"Bearer …","activity":{…}}]
// Out: ["name of each that is let in"]

import { createRequire } from "node:module";
import { text } from "node:stream/consumers";

const require = createRequire(import.meta.url);
const { BotFrameworkAuthenticationFactory, PasswordServiceClientCredentialFactory } = require("botframework-connector");

const [metadata, appId] = process.argv.slice(2);
console.error = () => {};

const judge = BotFrameworkAuthenticationFactory.create(
  "", true,
  "https://login.microsoftonline.com/botframework.com", "https://api.botframework.com", "https://api.botframework.com",
  "https://api.botframework.com", metadata, metadata, "",
  new PasswordServiceClientCredentialFactory(appId, "a secret", ""), { requiredEndorsements: [] });

const letIn = [];
for (const { name, header, activity } of JSON.parse(await text(process.stdin))) {
  try {
    await judge.authenticateRequest(activity, header);
    letIn.push(name);
  } catch {
    // Refused.
  }
}
process.stdout.write(JSON.stringify(letIn));
process.exit(0);
