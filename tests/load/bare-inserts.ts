/**
 * The limit of answers over HTTP: Node's own server, and for each request one inserted row in a transaction of its own with
 * `synchronous=FULL`. No sessions, no checks. `bare-inserts.ts <port> <folder>`.
 */
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import path from "node:path";
import { openAnswers } from "./one-row-inserts.ts";

const [port = "0", folder = "."] = process.argv.slice(2);
const insert = openAnswers(path.join(folder, "inserts.sqlite"));
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const answer = JSON.parse(Buffer.concat(chunks).toString("utf8")) as { attemptId: string; itemId: string };
    insert.run(randomUUID(), answer.attemptId, answer.itemId, '"b"', Date.now());
    response.writeHead(200, { "Content-Type": "application/json", "Content-Length": 14 });
    response.end('{"saved":true}');
  });
});
server.listen(Number(port), "127.0.0.1", () => process.stdout.write("ready\n"));
