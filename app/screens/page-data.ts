import { useLoaderData } from "@remix-run/react";

/**
 * What the page's loader returned, in its own type. Remix's type for it cannot express values of unknown shape, such as the
 * answers of an activity. True as long as loaders return plain JSON: no dates, no maps, no undefined inside lists.
 */
export function usePageData<Loader extends (...args: never[]) => Promise<unknown>>(): Awaited<ReturnType<Loader>> {
  return useLoaderData() as Awaited<ReturnType<Loader>>;
}
