import { useEffect, useRef, useState } from "react";

/** `refused`: the server will not take it, and it is not sent again. */
export type SaveState = "idle" | "saving" | "saved" | "unsaved" | "refused";

/** Waits between tries, in milliseconds; the last one repeats. */
const PAUSES = [1000, 2000, 5000, 10_000, 30_000];

interface Job {
  url: string;
  body: unknown;
}

/**
 * Sends answers one after the other and keeps sending the newest until the server has said that it is stored.
 * The state is true at every moment: "saved" only after the server's yes.
 * A job may wait for a pause, in milliseconds, in which a newer one takes its place.
 * @param onSaved gets the server's answer to the newest job
 * @param onRefused gets the code with which the server refused for good (any 4xx but 408 and 429)
 * @param leaving true once the form itself is on its way: it carries every answer, so nothing is lost by going
 */
export function useSavedAnswer<Reply>({
  onSaved,
  onRefused,
  leaving,
}: {
  onSaved?: (reply: Reply) => void;
  onRefused?: (code: string) => void;
  leaving?: { readonly current: boolean };
}): { state: SaveState; save: (job: Job, pause?: number) => void } {
  const [state, setState] = useState<SaveState>("idle");
  const waiting = useRef<Job | null>(null);
  const running = useRef(false);
  const resting = useRef<ReturnType<typeof setTimeout>>();
  const handlers = useRef({ onSaved, onRefused });
  handlers.current = { onSaved, onRefused };

  useEffect(() => {
    if (state !== "unsaved" && state !== "saving") return;
    const warn = (event: BeforeUnloadEvent) => {
      if (!leaving?.current) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [state, leaving]);

  async function run(): Promise<void> {
    if (running.current) return;
    running.current = true;
    for (let failures = 0; waiting.current; ) {
      const job = waiting.current;
      const status = await send(job, handlers.current.onSaved, () => waiting.current === job);
      if (status === "saved" || status === "refused") {
        failures = 0;
        if (waiting.current === job) {
          waiting.current = null;
          setState(status);
        }
        continue;
      }
      setState("unsaved");
      const pause = PAUSES[Math.min(failures, PAUSES.length - 1)] ?? 30_000;
      failures += 1;
      await wait(pause);
    }
    running.current = false;
  }

  async function send(
    job: Job,
    saved: typeof onSaved,
    isNewest: () => boolean,
  ): Promise<"saved" | "refused" | "failed"> {
    try {
      const answer = await fetch(job.url, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(job.body),
      });
      if (answer.ok) {
        const reply = (await answer.json()) as Reply;
        if (isNewest()) saved?.(reply);
        return "saved";
      }
      if (answer.status >= 500 || answer.status === 429 || answer.status === 408) return "failed";
      if (isNewest()) handlers.current.onRefused?.(await problemOf(answer));
      return "refused";
    } catch {
      return "failed";
    }
  }

  return {
    state,
    save(job, pause = 0) {
      waiting.current = job;
      setState("saving");
      clearTimeout(resting.current);
      if (pause === 0) void run();
      else resting.current = setTimeout(() => void run(), pause);
    },
  };
}

async function problemOf(answer: Response): Promise<string> {
  const body = (await answer.json().catch(() => null)) as { problem?: unknown } | null;
  if (typeof body?.problem === "string") return body.problem;
  // The guard in front of everything says it in plain words.
  return answer.status === 413 ? "text-too-long" : "answer-foreign";
}

/** Waits, but no longer than until the line comes back. */
function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener("online", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    window.addEventListener("online", done);
  });
}
