import { expect, test } from "vitest";
import { writeCsv } from "#app/domain/csv.ts";

test("cells with commas, quotation marks and line breaks are quoted, rows end as the standard says", () => {
  expect(
    writeCsv([
      ["a", 'say "yes", please', 12],
      ["two\nlines", "", -1],
    ]),
  ).toBe('\ufeffa,"say ""yes"", please",12\r\n"two\nlines",,-1\r\n');
});

test("no cell of text is a formula for a spreadsheet", () => {
  expect(writeCsv([["=1+1", "+1", "-1", "@a", '=HYPERLINK("x")', "a=1"]])).toBe(
    `\ufeff'=1+1,'+1,'-1,'@a,"'=HYPERLINK(""x"")",a=1\r\n`,
  );
});
