/** Long words would leave no room for the statement beside them. */
const LONGEST = 24;

/** The words for true and for false out of `Lawful/Unlawful`; null for anything that is not two different words or short phrases. */
export function columnsOf(value: string): [string, string] | null {
  const [yes = "", no = "", ...others] = value.split("/").map((word) => word.trim());
  const fits = [yes, no].every((word) => word !== "" && word.length <= LONGEST);
  return fits && yes !== no && others.length === 0 ? [yes, no] : null;
}
