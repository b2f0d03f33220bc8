/**
 * On an old machine somebody writes before script has taken over the page. React then puts the server's text back into the field, so what was
 * typed is remembered until the form of the field has asked for it.
 */
const typed = new Map<string, string>();

/** Begins before the page is taken over. */
export function rememberTyping(): void {
  for (const area of document.querySelectorAll("textarea")) {
    if (area.value !== area.defaultValue) typed.set(area.id, area.value);
  }
  document.addEventListener("input", remember, true);
}

function remember({ target }: Event): void {
  if (target instanceof HTMLTextAreaElement) typed.set(target.id, target.value);
}

/**
 * Puts what was typed back into the fields of a form; to be called when the form has been taken over.
 * @returns whether there was anything
 */
export function restoreTyping(form: HTMLFormElement): boolean {
  let found = false;
  for (const area of form.querySelectorAll("textarea")) {
    const text = typed.get(area.id);
    if (text === undefined) continue;
    found = true;
    // Past React's own setter, which would hide the change from it.
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(area, text);
    area.dispatchEvent(new Event("input", { bubbles: true }));
  }
  // All forms of the page ask in one go; a page that is opened later has nothing to restore.
  queueMicrotask(forget);
  return found;
}

function forget(): void {
  document.removeEventListener("input", remember, true);
  typed.clear();
}
