import { useTranslations } from "use-intl";
import type { AidAge } from "#app/domain/aid-version.ts";

/**
 * The answer to somebody who comes from a printed sheet: is it still current?
 * @param version of the page, as it is printed
 * @param revision of the page
 */
export function AidAgeNote({ age, version, revision }: { age: AidAge; version: string; revision: number }) {
  const t = useTranslations("aid");
  if (age.kind === "current") {
    return (
      <div className="notice aid-age">
        <p className="aid-age-title">{t("currentTitle")}</p>
        <p>{t("currentText", { version })}</p>
      </div>
    );
  }
  return (
    <div className="notice notice-warning aid-age">
      <p className="aid-age-title">{age.kind === "older" ? t("olderTitle") : t("unsureTitle")}</p>
      {age.kind === "older" && (
        <>
          <p>{t("olderText", { printed: age.printed, revision })}</p>
          <p>{age.change === "material" ? t("material") : t("wording")}</p>
        </>
      )}
      {age.kind === "different" && <p>{t("differentText", { revision })}</p>}
      {age.kind === "unknown" && <p>{t("unknownText")}</p>}
    </div>
  );
}
