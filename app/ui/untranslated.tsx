import { useTranslations } from "use-intl";
import type { Language } from "#app/domain/language.ts";
import { useLang } from "./language.tsx";

/** Says that a text is not translated into the reader's language, and in which one it is; nothing where it is translated. */
export function Untranslated({ language }: { language: Language }) {
  const t = useTranslations("lesson");
  const foreign = useLang()(language) !== undefined;
  return foreign ? <p className="review-state">{t("untranslated", { language })}</p> : null;
}
