import { expect, test } from "vitest";
import { readGift } from "#app/interop/read-gift.ts";
import { fixture, pageOf, placesOf, readBack, RULES } from "./rules.ts";

test("a bank of every kind becomes the questions that we have, and one line for each that we have not", () => {
  const read = readGift(fixture("bank.gift"), RULES);
  expect(placesOf(read)).toMatchInlineSnapshot(`
    [
      "2 category",
      "4 weights",
      "4 no-feedback",
      "20 several-right",
      "25 no-feedback",
      "32 unreadable",
      "34 unreadable",
      "37 moved-feedback",
      "39 moved-feedback",
      "41 kind-essay",
      "43 no-feedback",
      "45 several-right",
      "47 kind-description",
    ]
  `);
  expect(pageOf(read.questions)).toMatchInlineSnapshot(`
    "---
    title: "A quiz"
    summary: "One sentence."
    ---

    <Question id="who-counts" outcome="m1.o1">

    Who is a **migrant worker**?

    Mind the [Convention](https://www.ilo.org/x).

    - [x] A person who *is to be* engaged: see [https://www.ilo.org](https://www.ilo.org)
      > Right, before departure too.
    - [ ] A tourist
      > No paid work.
    - [ ] A student
      >

    The Convention covers the whole cycle.

    </Question>

    <Question id="kto-schitaetsia-migrantom" outcome="m1.o1">

    Выберите все верные ответы.

    - [x] Рабочий \\{по договору}
      > Верно.
    - [x] Сезонный работник
      > Верно.
    - [ ] Турист
      > Неверно: a \\< b = c.

    </Question>

    <Question id="statement" outcome="m1.o1" order="fixed">

    A border must be crossed for trafficking.

    - [ ] True
      > The Protocol asks for no border.
    - [x] False
      > Right, no border is needed.

    </Question>

    <Match id="pairs" outcome="m1.o1">

    Match each term.

    | What is asked | Answer |
    |---|---|
    | stock | people at one date |
    | flow | moves in a period |
    | | a forecast : none |

    </Match>

    <Number id="year" outcome="m1.o1">

    In which year?

    - [x] 1990

    Right

    </Number>

    <Number id="negative" outcome="m1.o1">

    When?

    - [x] 3 ± 2

    Completely wrong

    </Number>

    <Short id="short" outcome="m1.o1">

    Two plus two

    - [x] four
    - [x] 4

    </Short>

    <Question id="last" outcome="m1.o1">

    Is the bank still read?

    - [x] Yes
      > Of course.
    - [ ] No
      > Look again.

    </Question>
    "
  `);
  expect(readBack(pageOf(read.questions)).questions).toEqual(read.questions);
});

test("a broken question is named with its line and spoils no other", () => {
  const read = readGift("::a::A?{=1 ~2}\n\n::b::B?{\n=1\n~}2\n\n::c::C?{=1 ~2}\n", RULES);
  expect(read.questions.map(({ id }) => id)).toEqual(["a", "c"]);
  expect(read.notes.filter(({ lost }) => lost === "question")).toEqual([
    {
      line: 5,
      lost: "question",
      code: "unreadable",
      message:
        "The question that begins in line 3 cannot be read, from column 1 on. The signs ~ = # { } : need a backslash before them where they are meant as themselves.",
      fix: "Mend it in the GIFT file and import it again.",
    },
  ]);
});

test("signs that Moodle takes without a backslash are taken here too", () => {
  const read = readGift(
    '::Link: a::See <a href="https://a.example/?b=1">this</a>: which # of {=https://a.example ~A -> B: c#Because: no ~12\\:30}',
    RULES,
  );
  expect(read.notes.filter(({ lost }) => lost === "question")).toEqual([]);
  const page = pageOf(read.questions);
  expect(page).toContain("See [this](https://a.example/?b=1): which # of");
  expect(page).toContain("- [ ] A -> B: c\n  > Because: no\n- [ ] 12:30");
});

test("line ends of every system and a byte order mark make no difference", () => {
  const [unix, windows, mac] = ["\n", "\r\n", "\r"].map((end) =>
    readGift(`\uFEFF::a::A?{${end}=1${end}~2${end}}${end}${end}::b::B?{=1 ~2}`, RULES),
  );
  expect(windows).toEqual(unix);
  expect(mac).toEqual(unix);
  expect(unix?.questions).toHaveLength(2);
});

test("questions of one name get ids of their own", () => {
  const { questions } = readGift(
    "::Тест ў::A?{=1 ~2}\n\n::Тест ў::A?{=1 ~2}\n\nA?{=1 ~2}\n\n::Sources::A?{=1 ~2}",
    RULES,
  );
  expect(questions.map(({ id }) => id)).toEqual(["test-u", "test-u-2", "question-3", "q-sources"]);
});

test("a file of endless signs is read in a moment", () => {
  const start = performance.now();
  for (const sign of ["{", "~", "=a ", "\\", "#", "::", "[html]", " ", "<b>", "*", "[", "> ", "- ", "//", "&"]) {
    const read = readGift(`::a::A?{=1 ~${sign.repeat(7_000)}}\n\n::b::B?{=1 ~2}`, RULES);
    expect(read.questions.at(-1)?.id).toBe("b");
    const text = readGift(`::a::[markdown]${sign.repeat(7_000)}{=1 ~2}\n\n::b::B?{=1 ~2}`, RULES);
    expect(text.questions.at(-1)?.id).toBe("b");
  }
  expect(performance.now() - start).toBeLessThan(12_000);
}, 60_000);
