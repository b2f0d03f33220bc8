/** Reads a password without showing it. */
import type { ReadStream } from "node:tty";

/**
 * Asks at a terminal, twice, without echo.
 * @throws Error when the two differ, or when the question was broken off with Ctrl-C or Ctrl-D
 */
export async function askPassword(input: ReadStream, output: NodeJS.WritableStream): Promise<string> {
  const first = await askOnce("Password: ", input, output);
  const second = await askOnce("Again: ", input, output);
  if (first !== second) throw new Error("The two passwords differ. Nothing was changed.");
  return first;
}

/** The first line of what is piped in; a line break at its end is not part of it. */
export async function readPassword(input: AsyncIterable<Buffer | string>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of input) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8").split(/\r?\n/, 1)[0] ?? "";
}

function askOnce(question: string, input: ReadStream, output: NodeJS.WritableStream): Promise<string> {
  // Before the question: whoever types at once must not see it either.
  input.setRawMode(true);
  output.write(question);
  input.setEncoding("utf8");
  input.resume();
  return new Promise((resolve, reject) => {
    let typed: string[] = [];
    const finish = (settle: () => void) => {
      input.off("data", read);
      input.setRawMode(false);
      input.pause();
      output.write("\n");
      settle();
    };
    const read = (chunk: string) => {
      for (const character of chunk) {
        if (character === "\r" || character === "\n") return finish(() => resolve(typed.join("")));
        if (character === "\u0003" || character === "\u0004") {
          return finish(() => reject(new Error("Broken off. Nothing was changed.")));
        }
        if (character === "\u007f" || character === "\b") typed.pop();
        else if (character === "\u0015") typed = [];
        else typed.push(character);
      }
    };
    input.on("data", read);
  });
}
