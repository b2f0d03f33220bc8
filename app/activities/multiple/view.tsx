import type { ActivityViewProps } from "../activity-state.ts";
import { HowSure } from "../how-sure.tsx";
import { OptionList } from "../option-list.tsx";
import type { MultipleKey, MultiplePublic, MultipleResponse } from "./definition.ts";

export function MultipleView(props: ActivityViewProps<MultiplePublic, MultipleResponse, MultipleKey>) {
  return (
    <>
      <OptionList
        type="checkbox"
        options={props.activity.options}
        order={props.order}
        prefix={props.prefix}
        chosen={props.review?.response ?? props.response ?? []}
        review={props.review}
      />
      <HowSure {...props} />
    </>
  );
}
