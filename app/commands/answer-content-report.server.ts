import { LONGEST_REPORT, tidyReport } from "#app/domain/content-report.ts";
import { accept, refuse, type Result } from "#app/domain/result.ts";
import { answerContentReport as answer, findContentReport } from "#app/store/content-reports.server.ts";
import type { Services } from "./services.ts";

type Refusal = "report-unknown" | "note-too-long" | "report-answered";

/**
 * Marks a report as answered. Sent twice with the same note, it counts once.
 * @param note for the other authors; may be empty
 * @returns refused as `report-answered` when somebody has answered it otherwise: the first answer stands
 */
export async function answerContentReport(
  services: Pick<Services, "store" | "now">,
  { actorId, reportId, ...given }: { actorId: string; reportId: string; note: string },
): Promise<Result<null, Refusal>> {
  const note = tidyReport(given.note);
  if (note.length > LONGEST_REPORT) return refuse("note-too-long", { field: "note" });
  return services.store.write(async (tx) => {
    if (await answer(tx, { reportId, by: actorId, at: services.now(), note })) return accept(null);
    const stored = await findContentReport(tx, reportId);
    if (!stored) return refuse("report-unknown");
    return stored.answeredBy === actorId && stored.note === note ? accept(null) : refuse("report-answered");
  });
}
