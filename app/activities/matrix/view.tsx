import { useTranslations } from "use-intl";
import type { ActivityViewProps } from "../activity-state.ts";
import { inOrder } from "../option-list.tsx";
import { RowChoices } from "../row-choices.tsx";
import type { MatrixKey, MatrixPublic, MatrixResponse } from "./definition.ts";

/** Each statement with two radio buttons: in columns where there is room, one under the other on a phone. */
export function MatrixView(props: ActivityViewProps<MatrixPublic, MatrixResponse, MatrixKey>) {
  const { activity, order, prefix, response, review } = props;
  const t = useTranslations("activity");
  const [yes, no] = activity.columns ?? [t("yes"), t("no")];
  return (
    <RowChoices
      layout="beside"
      rows={inOrder(activity.rows, order)}
      choices={[
        { id: "yes", text: [yes] },
        { id: "no", text: [no] },
      ]}
      prefix={prefix}
      given={review?.response ?? response ?? {}}
      review={review}
    />
  );
}
