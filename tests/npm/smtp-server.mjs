// A mail server that does as it is told by standard input and reports to standard output, a JSON
// object a line.
// Argument: --sign-in for a server that takes mail only from those who sign in.
// In:  {"rcpt":"450 busy"}  {"data":"554 no"}  the next recipient or mail is refused with that
//      {"drop":true}  the next mail is taken and the connection cut instead of saying so
// Out: {"port":12345}  {"mail":"raw message","to":["address"],"user":"name or null","tls":true}  {"told":true}

import readline from "node:readline";
import { SMTPServer } from "smtp-server";

const orders = { rcpt: [], data: [], drop: [] };

const server = new SMTPServer({
  authOptional: !process.argv.includes("--sign-in"),
  allowInsecureAuth: true,
  disableReverseLookup: true,
  logger: false,
  onAuth({ username, password }, session, done) {
    password === "right" ? done(null, { user: username }) : done(refusal("535 no"));
  },
  onRcptTo(address, session, done) {
    const order = orders.rcpt.shift();
    order ? done(refusal(order)) : done();
  },
  onData(stream, session, done) {
    const chunks = [];
    stream.on("data", (chunk) => chunks.push(chunk));
    stream.on("end", () => {
      const order = orders.data.shift();
      if (order) {
        return done(refusal(order));
      }
      const to = session.envelope.rcptTo.map((recipient) => recipient.address);
      report({ mail: Buffer.concat(chunks).toString("utf8"), to, user: session.user ?? null, tls: session.secure });
      if (orders.drop.shift()) {
        return [...server.connections].find((connection) => connection.session === session)._socket.destroy();
      }
      done();
    });
  },
});
server.on("error", () => {}); // A cut connection is what was asked for.
server.listen(0, "127.0.0.1", () => report({ port: server.server.address().port }));

function refusal(order) {
  return Object.assign(new Error(order.slice(4)), { responseCode: Number(order.slice(0, 3)) });
}

function report(what) {
  process.stdout.write(JSON.stringify(what) + "\n");
}

const input = readline.createInterface({ input: process.stdin, crlfDelay: Infinity });
input.on("line", (line) => {
  for (const [name, value] of Object.entries(JSON.parse(line))) {
    orders[name].push(value);
  }
  report({ told: true });
});
input.on("close", () => process.exit(0));
