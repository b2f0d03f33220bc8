import type { Place } from "#app/commands/services.ts";
import { keepPlace } from "#app/store/progress.server.ts";
import type { Store } from "#app/store/open-store.server.ts";

/** How long a place may wait before it is written, in milliseconds. */
const PAUSE = 2000;

/**
 * Gathers where learners are and writes it in batches, so that reading a lesson costs no commit of its own. Nothing here was
 * acknowledged to anybody: a crash loses two seconds of scrolling.
 */
export function gatherPlaces({
  store,
  newId,
  onError,
}: {
  store: Store;
  newId: () => string;
  onError: (error: unknown) => void;
}) {
  let waiting = new Map<string, Place>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const places = [...waiting.values()];
    waiting = new Map();
    if (places.length === 0) return;
    try {
      await store.write(async (tx) => {
        for (const place of places) await keepPlace(tx, { id: newId(), ...place });
      });
    } catch (error) {
      onError(error);
    }
  }

  return {
    remember(place: Place): void {
      const key = `${place.accountId}|${place.courseId}|${place.lessonId}`;
      const earlier = waiting.get(key);
      // Opening a lesson again must not forget the screen that was reached in it.
      waiting.set(key, { ...place, anchor: place.anchor ?? earlier?.anchor ?? null });
      timer ??= setTimeout(() => void flush(), PAUSE);
    },
    flush,
  };
}
