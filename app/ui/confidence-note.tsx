import { useTranslations } from "use-intl";
import { type Confidence, confidenceAdvice } from "#app/domain/confidence.ts";

const SAID = {
  sure: "wasSure",
  fairly: "wasFairly",
  guess: "wasGuess",
} as const satisfies Record<Confidence, string>;
const ADVICE = { "second-look": "secondLook", "read-reasons": "readReasons" } as const;

/**
 * How sure the learner was, in words, and where the reasons are worth reading for it. It stands right before them.
 * @param score of the answer, 0…1
 */
export function ConfidenceNote({ said, score }: { said: Confidence; score: number }) {
  const t = useTranslations("confidence");
  const advice = confidenceAdvice(said, score);
  return (
    <p className="confidence-note">
      {t(SAID[said])}
      {advice && ` ${t(ADVICE[advice])}`}
    </p>
  );
}
