import type { Language } from "#app/domain/language.ts";

type Forms = { one: string; few?: string; other: string };

/** How a language counts: `#` of the fitting form becomes the number. */
export function countIn(language: Language): (n: number, forms: Forms) => string {
  // Browsers may lack Belarusian; it counts as Russian does.
  const rules = new Intl.PluralRules(language === "be" ? "ru" : language);
  return (n, forms) => {
    const rule = rules.select(n);
    const form = rule === "one" ? forms.one : rule === "few" ? (forms.few ?? forms.other) : forms.other;
    return form.replace("#", String(n));
  };
}
