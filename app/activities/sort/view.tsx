import type { ActivityViewProps } from "../activity-state.ts";
import { inOrder } from "../option-list.tsx";
import { RowChoices } from "../row-choices.tsx";
import type { SortKey, SortPublic, SortResponse } from "./definition.ts";

/** Each item with a radio button for each category: the same for mouse, keyboard, touch and without script. */
export function SortView(props: ActivityViewProps<SortPublic, SortResponse, SortKey>) {
  const { activity, order, prefix, response, review } = props;
  return (
    <RowChoices
      layout="below"
      rows={inOrder(activity.items, order)}
      choices={activity.categories}
      prefix={prefix}
      given={review?.response ?? response ?? {}}
      review={review}
    />
  );
}
