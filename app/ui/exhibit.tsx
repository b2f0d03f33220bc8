import { useMemo } from "react";
import type { Exhibit as PublicExhibit } from "#app/activities/activity.ts";
import { exhibitViewOf } from "#app/activities/views.tsx";
import { useAddress } from "./address.ts";

/**
 * Something to look at and to try, which keeps nothing.
 * @param prefix of its ids, where one page shows two languages
 */
export function Exhibit({
  kind,
  id,
  data,
  prefix = "",
}: {
  kind: string;
  id: string;
  data: PublicExhibit;
  prefix?: string;
}) {
  const { search } = useAddress();
  const query = useMemo(() => new URLSearchParams(search), [search]);
  const View = exhibitViewOf(kind);
  return (
    <section className="exhibit" id={`${prefix}${id}`} data-kind={kind} tabIndex={-1}>
      <View exhibit={data} prefix={`${prefix}${id}`} query={query} />
    </section>
  );
}
