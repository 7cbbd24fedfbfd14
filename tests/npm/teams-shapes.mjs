// The JSON that the official Teams SDK makes of replies. In: a JSON object a line with text, citations [{position, name, abstract, url}],
// feedback, card and suggestions. Out: the activity, a line each.

import readline from "node:readline";
import { MessageActivity } from "@microsoft/teams.api";

for await (const line of readline.createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const reply = JSON.parse(line);
  const activity = new MessageActivity(reply.text).withTextFormat("markdown");
  for (const { position, ...appearance } of reply.citations) {
    activity.addCitation(position, appearance);
  }
  if (reply.feedback) {
    activity.addFeedback();
  }
  if (reply.card) {
    activity.addCard("adaptive", reply.card);
  }
  if (reply.suggestions.length > 0) {
    const actions = reply.suggestions.map((text) => ({ type: "imBack", title: text, value: text }));
    activity.withSuggestedActions({ to: reply.to, actions });
  }
  process.stdout.write(JSON.stringify(activity.toInterface()) + "\n");
}
