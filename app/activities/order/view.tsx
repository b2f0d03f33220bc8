import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { plainText } from "#app/domain/rich-text.ts";
import { RichText } from "#app/ui/rich-text.tsx";
import type { ActivityViewProps } from "../activity-state.ts";
import { inOrder } from "../option-list.tsx";
import type { OrderKey, OrderPublic, OrderResponse } from "./definition.ts";

type OrderProps = ActivityViewProps<OrderPublic, OrderResponse, OrderKey>;

export function OrderView(props: OrderProps) {
  return props.review ? <OrderReview activity={props.activity} review={props.review} /> : <OrderForm {...props} />;
}

/**
 * Steps with a list of places each, which is all that a page without script needs. With script the steps are moved up and down by
 * buttons; the lists are hidden then and go on holding the answer, so that it is sent and saved as any other.
 */
function OrderForm({ activity, order, prefix, response }: OrderProps) {
  const t = useTranslations("activity");
  const list = useRef<HTMLOListElement>(null);
  const pressed = useRef<{ id: string; up: boolean } | null>(null);
  /** Step ids as they are shown; null until the script has taken over. */
  const [sequence, setSequence] = useState<string[] | null>(null);
  const [moved, setMoved] = useState(false);
  const [said, setSaid] = useState("");
  const steps = inOrder(activity.steps, sequence ?? order);
  const total = steps.length;
  const given = response ?? {};
  const fieldId = (id: string) => `${prefix}-${id}`;

  useEffect(() => {
    // What was chosen before the script arrived stays.
    const places = new Map(fieldsIn(list.current).map((field) => [field.id, Number(field.value) || Infinity]));
    const placeOf = (id: string) => places.get(`${prefix}-${id}`) ?? Infinity;
    const shown = inOrder(activity.steps, order).map(({ id }) => id);
    setSequence(shown.sort((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b))));
    setMoved(new Set(places.values()).size === places.size && !new Set(places.values()).has(Infinity));
  }, [activity, order, prefix]);

  useEffect(() => {
    if (!sequence || !pressed.current) return;
    const { id, up } = pressed.current;
    pressed.current = null;
    const row = document.getElementById(`${prefix}-${id}`)?.closest("li");
    const [first, second] = row?.querySelectorAll<HTMLButtonElement>("button") ?? [];
    const [wanted, other] = up ? [first, second] : [second, first];
    (wanted?.disabled ? other : wanted)?.focus();
  }, [sequence, prefix]);

  function move(id: string, by: -1 | 1): void {
    const from = steps.findIndex((step) => step.id === id);
    const next = steps.map((step) => step.id).filter((other) => other !== id);
    next.splice(from + by, 0, id);
    const fields = fieldsIn(list.current);
    for (const field of fields) field.value = String(next.findIndex((one) => fieldId(one) === field.id) + 1);
    const step = plainText(steps[from]?.text ?? []);
    pressed.current = { id, up: by < 0 };
    setSequence(next);
    setMoved(true);
    setSaid(t("movedTo", { step, place: from + by + 1, total }));
    fields[0]?.dispatchEvent(new Event("change", { bubbles: true }));
  }

  return (
    <>
      <ol className="order" ref={list}>
        {steps.map((step, index) => {
          const id = fieldId(step.id);
          const place = given[step.id];
          const isShared =
            !moved && place !== undefined && steps.some((one) => one !== step && given[one.id] === place);
          return (
            <li key={step.id} className="match-row order-step">
              <span className={sequence ? "order-place" : "order-place order-place-paper"}>
                {moved ? index + 1 : sequence ? null : place}
              </span>
              <label htmlFor={id}>
                <RichText nodes={step.text} />
              </label>
              {isShared && (
                <p className="field-problem" id={`${id}-shared`}>
                  {t("samePlace")}
                </p>
              )}
              <select
                id={id}
                name={`${prefix}.answer.${step.id}`}
                defaultValue={place ?? ""}
                hidden={sequence !== null}
                aria-invalid={isShared || undefined}
                aria-describedby={isShared ? `${id}-shared` : undefined}
              >
                <option value="">{t("pick")}</option>
                {steps.map((_, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the place is all there is
                  <option key={at} value={at + 1}>
                    {t("place", { place: at + 1 })}
                  </option>
                ))}
              </select>
              {sequence && (
                <span className="order-buttons">
                  <MoveButton
                    name={t("moveUp", { step: plainText(step.text) })}
                    sign="↑"
                    disabled={index === 0}
                    onPress={() => move(step.id, -1)}
                  />
                  <MoveButton
                    name={t("moveDown", { step: plainText(step.text) })}
                    sign="↓"
                    disabled={index === total - 1}
                    onPress={() => move(step.id, 1)}
                  />
                </span>
              )}
            </li>
          );
        })}
      </ol>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </>
  );
}

function MoveButton(props: { name: string; sign: string; disabled: boolean; onPress: () => void }) {
  return (
    <button type="button" aria-label={props.name} title={props.name} disabled={props.disabled} onClick={props.onPress}>
      <span aria-hidden="true">{props.sign}</span>
    </button>
  );
}

function fieldsIn(list: HTMLOListElement | null): HTMLSelectElement[] {
  return [...(list?.querySelectorAll("select") ?? [])];
}

/** The steps in their right order, each with the place that it was given and the reason for its own. */
function OrderReview({ activity, review }: { activity: OrderPublic; review: NonNullable<OrderProps["review"]> }) {
  const t = useTranslations("activity");
  const given = review.response ?? {};
  return (
    <>
      <p className="match-surplus">{t("rightOrder")}</p>
      <ol className="order">
        {inOrder(activity.steps, review.key.sequence).map((step, index) => {
          const mark = review.grade.marks[step.id];
          const place = given[step.id];
          const reason = review.feedback.parts[step.id];
          return (
            <li key={step.id} className={`match-row order-step option-${mark}`}>
              <span className="order-place">{index + 1}</span>
              <p className="row-words">
                <RichText nodes={step.text} />
              </p>
              <div className="order-review">
                {!review.solution && (
                  <p className="match-given">{place === undefined ? t("noAnswer") : t("yourPlace", { place })}</p>
                )}
                <div className="reason">
                  {!review.solution && (
                    <p className="reason-mark">
                      <b>{t(mark === "right" ? "inOrder" : "notInOrder")}</b>
                    </p>
                  )}
                  {reason && <RichText nodes={reason} />}
                </div>
              </div>
            </li>
          );
        })}
      </ol>
    </>
  );
}
