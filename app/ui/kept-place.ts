import { useEffect } from "react";

interface LessonPlace {
  courseId: string;
  moduleId: string;
  lessonId: string;
  /** Anchors of the screens, in order. */
  sections: readonly string[];
}

/** How long a screen must have been the current one before it is kept, in milliseconds. */
const SETTLED = 1500;

/** Tells the server which screen of a lesson is being read, so that "continue" opens it. A lost message harms nobody. */
export function useKeptPlace({ courseId, moduleId, lessonId, sections }: LessonPlace): void {
  const anchors = sections.join(" ");
  useEffect(() => {
    const headings = anchors.split(" ").flatMap((id) => document.getElementById(id) ?? []);
    if (headings.length === 0 || !("IntersectionObserver" in window)) return;
    let kept = "";
    let timer: ReturnType<typeof setTimeout> | undefined;
    const keep = () => {
      const passed = headings.filter((heading) => heading.getBoundingClientRect().top < window.innerHeight * 0.6);
      const anchor = passed[passed.length - 1]?.id;
      if (!anchor || anchor === kept) return;
      kept = anchor;
      // The address says where one is, so that reloading, sharing and changing the language keep the place.
      history.replaceState(history.state, "", `#${anchor}`);
      void fetch("/autosave/places", {
        method: "POST",
        keepalive: true,
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ courseId, moduleId, lessonId, anchor }),
      }).catch(() => {
        kept = "";
      });
    };
    const observer = new IntersectionObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(keep, SETTLED);
    });
    for (const heading of headings) observer.observe(heading);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [courseId, moduleId, lessonId, anchors]);
}
