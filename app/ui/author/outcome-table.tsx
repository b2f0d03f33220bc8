import { useAuthorWords } from "./author-words.tsx";
import { TableFrame } from "./table-frame.tsx";

/** What a learner shall be able to do, and how often the course lets them do it. */
export interface OutcomeLine {
  id: string;
  text: string;
  /** Activities in lessons. */
  practice: number;
  /** Questions in the pools of quizzes. */
  items: number;
}

/** The outcomes of a course; one that is never practised or asked says so. */
export function OutcomeTable({ label, outcomes }: { label: string; outcomes: OutcomeLine[] }) {
  const t = useAuthorWords();
  return (
    <TableFrame label={label}>
      <thead>
        <tr>
          <th scope="col">{t("status.outcome")}</th>
          <th scope="col">{t("status.practice")}</th>
          <th scope="col">{t("status.items")}</th>
        </tr>
      </thead>
      <tbody>
        {outcomes.map(({ id, text, practice, items }) => (
          <tr key={id}>
            <th scope="row">
              {text} <code>{id}</code>
            </th>
            <td className={practice === 0 ? "author-flag" : undefined}>{practice || t("status.noPractice")}</td>
            <td className={items === 0 ? "author-flag" : undefined}>{items || t("status.noItems")}</td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}
