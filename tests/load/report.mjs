/** The figures of a run as targets and as a table. */

/** Targets that the product has set itself; each is judged from the figures of one run on one machine. */
export function targetsOf({ lessons, answers, assets }) {
  return [
    {
      name: "Server CPU of a lesson view",
      wanted: "at most 2 ms",
      value: lessons.product.cpuMsPerRound,
      shown: `${figure(lessons.product.cpuMsPerRound)} ms`,
      reached: lessons.product.cpuMsPerRound <= 2,
    },
    {
      name: "Lesson views beside React and gzip",
      wanted: "at least 25 %",
      value: lessons.ratio,
      shown: percent(lessons.ratio),
      reached: lessons.ratio >= 0.25,
    },
    {
      name: "Script of a first lesson view, brotli",
      wanted: "at most 110 kB",
      value: assets && assets.bytes.script.br / 1000,
      shown: assets ? `${figure(assets.bytes.script.br / 1000)} kB` : "not measured: no Chromium",
      reached: assets && assets.bytes.script.br <= 110_000,
    },
    {
      name: "Assets packed with br and gzip, immutable",
      wanted: "all",
      value: assets?.faults.length ?? null,
      shown: assets ? `${assets.faults.length} faults in ${assets.files} files` : "not measured: no Chromium",
      reached: assets && assets.faults.length === 0,
    },
    {
      name: "Durable answers beside one-row inserts",
      wanted: "at least 3 times",
      value: answers.ratio,
      shown: `${figure(answers.ratio)} times`,
      reached: answers.ratio >= 3,
    },
  ];
}

/** @returns {string} */
export function tableOf({ machine, lessons, attempts, answers, assets, targets }) {
  const lines = [
    `Waymark beside its limits, on ${machine.processors} processors, Node ${machine.node}; load before the run ${machine.load.map(figure).join(", ")}.`,
    "The load generator is a process of its own and shares the processors with the server.",
    "",
    row(["", "a second", "p50 ms", "p95 ms", "p99 ms", "CPU ms"]),
    measured(`Lesson views, ${lessons.clients} clients`, lessons.product),
    measured("  limit: React and gzip", lessons.limit),
    row([
      "  ratio",
      percent(lessons.ratio),
      "",
      "",
      "",
      percent(lessons.limit.cpuMsPerRound / lessons.product.cpuMsPerRound),
    ]),
    measured(`Quiz attempts, ${attempts.clients} clients`, attempts.product),
    row(["  (times are of one request of 12)"]),
    measured(`Durable answers, ${answers.clients} callers`, answers.product),
    measured("  limit: one-row FULL inserts", answers.limit),
    row(["  ratio", `${figure(answers.ratio)} times`]),
    measured(`The same over HTTP, ${answers.clients} clients`, answers.overHttp.product),
    measured("  limit: one-row inserts over HTTP", answers.overHttp.limit),
    row(["  ratio", `${figure(answers.overHttp.ratio)} times`]),
    "",
  ];
  if (assets) {
    const { script, stylesheet } = assets.bytes;
    lines.push(
      `First view of a lesson in Chromium: ${assets.scripts} script files, ${figure(script.br / 1000)} kB br, ${figure(script.gzip / 1000)} kB gzip; style ${figure(stylesheet.br / 1000)} kB br.`,
      ...assets.faults.map((fault) => `  ${fault}`),
      "",
    );
  }
  return [...lines, ...verdicts(targets)].join("\n");
}

/** A line for each target: whether it was reached, and with which figure. */
export function verdicts(targets) {
  return targets.map(({ name, wanted, shown, reached }) => {
    const verdict = reached === null ? "unknown" : reached ? "reached" : "MISSED";
    return `${verdict.padEnd(8)} ${name.padEnd(42)} ${shown.padStart(26)}   wanted: ${wanted}`;
  });
}

function measured(name, { perSecond, p50, p95, p99, cpuMsPerRound }) {
  return row([
    name,
    ...[perSecond, p50, p95, p99, cpuMsPerRound].map((value) => (value === undefined ? "" : figure(value))),
  ]);
}

export function row([name, ...cells]) {
  return (name.padEnd(36) + cells.map((cell) => cell.padStart(12)).join("")).trimEnd();
}

function percent(share) {
  return `${figure(share * 100)} %`;
}

/** Three figures that mean something, as far as they go. */
export function figure(value) {
  if (!Number.isFinite(value)) return "–";
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
