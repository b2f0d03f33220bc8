/** What a work of the author's desk answers: a refusal is a sentence for the author, in English as all of the desk. */
export type DeskResult<T> = { ok: true; value: T } | { ok: false; message: string };

export function refuseWork(message: string): { ok: false; message: string } {
  return { ok: false, message };
}
