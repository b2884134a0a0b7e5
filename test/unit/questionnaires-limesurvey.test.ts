import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readLimeSurvey } from "../../functions/questionnaires/limesurvey-reading.ts";
import { limeSurveyOf } from "../../functions/questionnaires/limesurvey-writing.ts";
import { fitted } from "../../functions/questionnaires/transfer-fitting.ts";
import type { TransferQuestionnaire } from "../../functions/questionnaires/transfer-shape.ts";
import { annualTransfer, anyQuestionnaire } from "../support/questionnaires.ts";

function read(xml: string) {
  const outcome = readLimeSurvey(xml);
  if (!outcome.ok) throw new Error(outcome.error);
  return fitted(outcome.draft);
}
const byList = ({ lists, ...rest }: TransferQuestionnaire) => ({
  ...rest,
  lists: lists.toSorted((one, other) => one.list.localeCompare(other.list)),
});

describe("a LimeSurvey file of our own comes back as it went", () => {
  test("the annual questionnaire", () => {
    const annual = annualTransfer();
    const { questionnaire, remarks } = read(limeSurveyOf(annual));
    expect(byList(questionnaire)).toEqual(byList(annual));
    expect(remarks).toEqual([]);
  });

  test("any questionnaire that the editor can make", () => {
    fc.assert(
      fc.property(anyQuestionnaire, (questionnaire) => {
        const outcome = read(limeSurveyOf(questionnaire));
        expect(byList(outcome.questionnaire)).toEqual(byList(questionnaire));
        expect(outcome.remarks).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
