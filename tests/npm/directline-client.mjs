// The official Direct Line client, told what to do by standard input and reporting to standard
// output, a JSON object a line. Argument: the address of the Direct Line endpoint.
// In:  {"connect":{options of DirectLine}}  {"say":"text","as":"clientActivityID"}  {"kill":true}
// Out: {"ready":true}  {"status":"Online"}  {"activity":{...}}  {"posted":"id"}  {"refused":"why"}  {"killed":true}

import { createRequire } from "node:module";
import readline from "node:readline";

const require = createRequire(import.meta.url);
const { WebSocket } = require("ws");
let socket;

// The client is made for browsers and looks for these when it is loaded, even when it polls.
globalThis.XMLHttpRequest = require("xhr2");
globalThis.WebSocket = class extends WebSocket {
  constructor(address) {
    super(address);
    socket = this;
  }
};

const { ConnectionStatus, DirectLine } = require("botframework-directlinejs");
const domain = process.argv[2];
let client;

const commands = {
  connect(options) {
    // A lost socket is tried again after 3 to 15 seconds at random: here always after 3.
    client = new DirectLine({ domain, pollingInterval: 200, random: () => 0, ...options });
    client.connectionStatus$.subscribe((status) => report({ status: ConnectionStatus[status] }));
    client.activity$.subscribe((activity) => report({ activity }), () => {});
  },
  say(text, { as }) {
    const activity = { type: "message", text, from: { id: "u1" }, channelData: { clientActivityID: as } };
    client.postActivity(activity).subscribe((posted) => report({ posted }), (error) => report({ refused: error.message }));
  },
  kill() {
    socket.once("close", () => report({ killed: true }));
    socket.terminate();
  },
};

function report(what) {
  process.stdout.write(JSON.stringify(what) + "\n");
}

const input = readline.createInterface({ input: process.stdin, crlfDelay: Infinity });
input.on("line", (line) => {
  const command = JSON.parse(line);
  const [name] = Object.keys(command);
  commands[name](command[name], command);
});
input.on("close", () => process.exit(0));
report({ ready: true });
