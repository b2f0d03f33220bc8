import type { ActivityViewProps } from "../activity-state.ts";
import { HowSure } from "../how-sure.tsx";
import { OptionList } from "../option-list.tsx";
import type { SingleKey, SinglePublic, SingleResponse } from "./definition.ts";

export function SingleView(props: ActivityViewProps<SinglePublic, SingleResponse, SingleKey>) {
  const response = props.review?.response ?? props.response;
  return (
    <>
      <OptionList
        type="radio"
        options={props.activity.options}
        order={props.order}
        prefix={props.prefix}
        chosen={response === null ? [] : [response]}
        review={props.review}
      />
      <HowSure {...props} />
    </>
  );
}
