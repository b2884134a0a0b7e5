import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ReadSheet } from "../../functions/http/table-reading.ts";
import { fitted } from "../../functions/questionnaires/transfer-fitting.ts";
import type { TransferQuestionnaire } from "../../functions/questionnaires/transfer-shape.ts";
import { readXlsForm } from "../../functions/questionnaires/xlsform-reading.ts";
import { xlsFormOf } from "../../functions/questionnaires/xlsform-writing.ts";
import { annualTransfer, anyQuestionnaire } from "../support/questionnaires.ts";

function read(sheets: readonly ReadSheet[]) {
  const outcome = readXlsForm(sheets);
  if (!outcome.ok) throw new Error(outcome.error);
  return fitted(outcome.draft);
}
const back = (questionnaire: TransferQuestionnaire) => read(xlsFormOf(questionnaire, "proef"));
const byList = ({ lists, ...rest }: TransferQuestionnaire) => ({
  ...rest,
  lists: lists.toSorted((one, other) => one.list.localeCompare(other.list)),
});

describe("an XLSForm of our own comes back as it went", () => {
  test("the annual questionnaire", () => {
    const annual = annualTransfer();
    expect(annual.sections.flatMap(({ items }) => items).length).toBeGreaterThan(20);
    const { questionnaire, remarks } = back(annual);
    expect(byList(questionnaire)).toEqual(byList(annual));
    expect(remarks).toEqual([]);
  });

  test("any questionnaire that the editor can make", () => {
    fc.assert(
      fc.property(anyQuestionnaire, (questionnaire) => {
        const outcome = back(questionnaire);
        expect(byList(outcome.questionnaire)).toEqual(byList(questionnaire));
        expect(outcome.remarks).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
