/**
 * On an old machine somebody writes and chooses before script has taken over the page. React then puts some of the server's answers back into
 * the fields, and nobody saves the others; so what was changed is remembered until the form of the field has asked for it.
 */
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Of activities alone: what is typed into other forms is nobody's to keep. */
const FIELDS = ["textarea", "select", "input:not([type=hidden])"].map((field) => `${field}[name]`).join(", ");

/** By `keyOf`: the text of a field, the value of the chosen radio button, whether a box is ticked. */
const early = new Map<string, string | boolean>();

/** Begins before the page is taken over. */
export function rememberTyping(): void {
  for (const activity of document.querySelectorAll("[data-kind]")) {
    for (const field of activity.querySelectorAll<Field>(FIELDS)) if (isChanged(field)) remember(field);
  }
  document.addEventListener("input", hear, true);
}

function hear({ target }: Event): void {
  if (target instanceof Element && target.matches(FIELDS) && target.closest("[data-kind]")) remember(target as Field);
}

function remember(field: Field): void {
  if (field.type === "radio") {
    if ((field as HTMLInputElement).checked) early.set(keyOf(field), field.value);
  } else early.set(keyOf(field), field.type === "checkbox" ? (field as HTMLInputElement).checked : field.value);
}

/**
 * Puts what was typed and chosen back into the fields of an activity; to be called when it has been taken over.
 * @returns whether there was anything
 */
export function restoreTyping(activity: Element): boolean {
  let found = false;
  for (const field of activity.querySelectorAll<Field>(FIELDS)) {
    const known = early.get(keyOf(field));
    if (known === undefined) continue;
    found = true;
    if (field.type === "radio" || field.type === "checkbox") {
      (field as HTMLInputElement).checked = field.type === "radio" ? field.value === known : known === true;
    } else {
      // Past React's own setter, which would hide the change from it.
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(field, known);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
  // All activities of the page ask in one go; a page that is opened later has nothing to restore.
  queueMicrotask(forget);
  return found;
}

function forget(): void {
  document.removeEventListener("input", hear, true);
  early.clear();
}

/** Radio buttons share theirs: one of them is chosen. */
function keyOf({ type, name, value }: Field): string {
  return type === "checkbox" ? `${name} ${value}` : name;
}

/** Whether a field says something else than the page with which it came. */
function isChanged(field: Field): boolean {
  if (field instanceof HTMLSelectElement) {
    const options = [...field.options];
    return field.value !== (options.find(({ defaultSelected }) => defaultSelected) ?? options[0])?.value;
  }
  return field.type === "radio" || field.type === "checkbox"
    ? (field as HTMLInputElement).checked !== (field as HTMLInputElement).defaultChecked
    : field.value !== field.defaultValue;
}
