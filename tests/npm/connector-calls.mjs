// Calls a connector as the official client does. Argument: its service URL. Standard input: {conversation, activity, reply}, where reply is
// the id of an activity. Ends when every call was answered.

import fs from "node:fs";
import { ConnectorClient, MicrosoftAppCredentials } from "botframework-connector";

const { conversation, activity, reply } = JSON.parse(fs.readFileSync(0, "utf8"));
// A token of ours instead of one that the credentials would fetch.
const credentials = new MicrosoftAppCredentials("", "");
credentials.signRequest = async (request) => {
  request.headers.set("authorization", "Bearer token-1");
  return request;
};
const { conversations } = new ConnectorClient(credentials, { baseUri: process.argv[2] });

await conversations.sendToConversation(conversation, activity);
await conversations.replyToActivity(conversation, reply, activity);
await conversations.updateActivity(conversation, reply, activity);
await conversations.deleteActivity(conversation, reply);
await conversations.createConversation({ isGroup: true, bot: activity.from, activity });
