import { useAuthorWords } from "./author-words.tsx";

/** A form that shows only the sources of one owner, or those that hold some words. */
export function SourceFilter({ owners, filter }: { owners: string[]; filter: { owner: string; text: string } }) {
  const t = useAuthorWords();
  return (
    <form method="get" className="register-search">
      <div className="field">
        <label htmlFor="text">{t("sources.text")}</label>
        <input id="text" name="text" type="search" defaultValue={filter.text} maxLength={120} />
      </div>
      <div className="field">
        <label htmlFor="owner">{t("sources.owner")}</label>
        <select id="owner" name="owner" defaultValue={filter.owner}>
          <option value="">{t("sources.allOwners")}</option>
          {owners.map((owner) => (
            <option key={owner} value={owner}>
              {owner}
            </option>
          ))}
        </select>
      </div>
      <button className="button" type="submit">
        {t("sources.show")}
      </button>
    </form>
  );
}
