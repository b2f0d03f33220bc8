import { useAuthorWords } from "./author-words.tsx";

/** A form that shows only what rests on one place in a source. */
export function PlaceFilter({ cited, at }: { cited: string[]; at: string | null }) {
  const t = useAuthorWords();
  return (
    <form method="get" className="register-search">
      <div className="field">
        <label htmlFor="at">{t("impact.place")}</label>
        <select id="at" name="at" defaultValue={at ?? ""}>
          <option value="">{t("impact.allPlaces")}</option>
          {cited.map((place) => (
            <option key={place} value={place}>
              {place}
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
