/** The day on which the author sits at the desk, `YYYY-MM-DD`, not the one in Greenwich. */
export function authorsDay(now: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
