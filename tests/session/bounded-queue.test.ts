import { expect, test } from "vitest";
import { createBoundedQueue } from "#app/session/bounded-queue.ts";

test("no more run at once than may, and they start in the order of their coming", async () => {
  const queue = createBoundedQueue({ running: 2, waiting: 8 });
  const started: number[] = [];
  let running = 0;
  let most = 0;
  await Promise.all(
    [1, 2, 3, 4, 5, 6].map((number) =>
      queue.run(async () => {
        started.push(number);
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 1));
        running -= 1;
      }),
    ),
  );
  expect(most).toBe(2);
  expect(started).toEqual([1, 2, 3, 4, 5, 6]);
});

test("work that fails gives its place back", async () => {
  const queue = createBoundedQueue({ running: 1, waiting: 0 });
  for (let time = 0; time < 3; time += 1) {
    await expect(queue.run(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  }
  expect(await queue.run(async () => "done")).toEqual({ ok: true, value: "done" });
});
