import { useTranslations } from "use-intl";

/** Says a length of time, given in minutes, in words: "45 minutes", "1 h 14 min", "2 hours". */
export function useDuration(): (minutes: number) => string {
  const t = useTranslations("time");
  return (minutes) => {
    const hours = Math.floor(minutes / 60);
    const rest = minutes % 60;
    if (hours === 0) return t("minutes", { count: rest });
    return rest === 0 ? t("hours", { count: hours }) : t("hoursMinutes", { hours, minutes: rest });
  };
}
