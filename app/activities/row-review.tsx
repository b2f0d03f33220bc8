import { useTranslations } from "use-intl";
import type { RichNode } from "#app/domain/rich-text.ts";
import type { Mark } from "./activity.ts";
import { Reason } from "./option-list.tsx";

/** What stands under a row after the answer: what was given, what is right where that differs, and why. */
export function RowReview({
  given,
  right,
  mark,
  reason,
}: {
  /** In words; null for a row left open. */
  given: string | null;
  right: string;
  mark: Mark | undefined;
  reason: RichNode[] | undefined;
}) {
  const t = useTranslations("activity");
  return (
    <>
      <p className="match-given">{given ?? t("noAnswer")}</p>
      {mark !== "right" && <p className="match-right">{t("rightAnswer", { answer: right })}</p>}
      <Reason mark={mark === "missed" ? "wrong" : mark} nodes={reason} chosen={false} />
    </>
  );
}
