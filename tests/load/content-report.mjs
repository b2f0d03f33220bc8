/** The figures of `npm run bench -- --content` as targets and as a table. */
import { figure, row, verdicts } from "./report.mjs";

/** Milliseconds: the half-way mark of several runs is judged, and the slowest ones are shown. */
export function contentTargetsOf({ check, edit, tree }) {
  return [
    {
      name: "Check of the whole course",
      wanted: "at most 2 s",
      value: check.p50,
      shown: `${figure(check.p50 / 1000)} s`,
      reached: check.p50 <= 2000,
    },
    {
      name: "A saved edit in the served page",
      wanted: "at most 300 ms",
      value: edit.p50,
      shown: `${figure(edit.p50)} ms`,
      reached: edit.p50 <= 300,
    },
    {
      name: `A lesson file among ${tree.large.files} beside ${tree.small.files}`,
      wanted: "at most 1.2 times",
      value: tree.ratio,
      shown: `${figure(tree.ratio)} times`,
      reached: tree.ratio <= 1.2,
    },
  ];
}

/** @returns {string} */
export function contentTableOf({ machine, check, edit, tree, targets }) {
  return [
    `What an author waits for, on ${machine.processors} processors, Node ${machine.node}; load before the run ${machine.load.map(figure).join(", ")}.`,
    "",
    row(["milliseconds", "fastest", "p50", "p95", "runs"]),
    spread(`Check of ${check.files} pages, with its start`, check),
    spread("Saved file to served page", edit),
    row(["  processor time of the server", "", figure(edit.cpuMs)]),
    "",
    row(["milliseconds a lesson file", "check", "compile", "both"]),
    costs(tree.small),
    costs(tree.large),
    row(["  largest memory, MiB", "", "", figure(tree.peakMebibytes)]),
    "",
    ...verdicts(targets),
  ].join("\n");
}

function spread(name, { fastest, p50, p95, runs }) {
  return row([name, figure(fastest), figure(p50), figure(p95), String(runs)]);
}

function costs({ files, check, compile, both }) {
  return row([`${files} lesson files`, ...[check, compile, both].map(figure)]);
}
