import { LANGUAGES } from "#app/domain/language.ts";
import { LANGUAGE_NAMES } from "../shell.tsx";
import { useAuthorWords } from "./author-words.tsx";
import { PREVIEW_MODES, type PreviewChoice } from "./preview-address.ts";

/** Chooses how a preview looks; its address says it all, so it can be sent to a colleague. */
export function PreviewForm({ choice }: { choice: PreviewChoice }) {
  const t = useAuthorWords();
  return (
    <form method="get" className="author-filter preview-bar">
      <div className="field">
        <label htmlFor="as">{t("preview.as")}</label>
        <select id="as" name="as" defaultValue={choice.as}>
          {PREVIEW_MODES.map((mode) => (
            <option key={mode} value={mode}>
              {t(`preview.${mode}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="in">{t("preview.in")}</label>
        <select id="in" name="in" defaultValue={choice.in}>
          {LANGUAGES.map((language) => (
            <option key={language} value={language} lang={language}>
              {LANGUAGE_NAMES[language]}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="beside">{t("preview.beside")}</label>
        <select id="beside" name="beside" defaultValue={choice.beside ?? ""}>
          <option value="">{t("preview.alone")}</option>
          {LANGUAGES.map((language) => (
            <option key={language} value={language} lang={language}>
              {LANGUAGE_NAMES[language]}
            </option>
          ))}
        </select>
      </div>
      {choice.report && <input type="hidden" name="report" value={choice.report} />}
      <button className="button" type="submit">
        {t("preview.show")}
      </button>
    </form>
  );
}
