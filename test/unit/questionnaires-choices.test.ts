import { expect, test } from "vitest";
import { type ItemRow, shapeOf } from "../../functions/questionnaires/section-view.ts";

const item = {
  concept: "1A1",
  kind: "one",
  wording: "Rechtsvorm",
  help: "",
  unit: null,
  choiceList: "legal_form",
  allowsOther: false,
  allowsExplanation: false,
  answer: null,
};
const row = (code: string, validTo: string | null) => ({
  list: "legal_form" as const,
  code,
  label: code,
  validTo,
});
const CHOICES = [row("blijft", null), row("eindigt", "2026-06-01"), row("later", "2026-06-02")];
const offered = (held: string[] = []) => {
  const answer = held.length > 0 ? { state: "given", value: { choices: held }, explanation: "" } : null;
  return shapeOf({ ...item, answer } as unknown as ItemRow, CHOICES, "2026-06-01").choices.map(
    ({ value }) => value,
  );
};

test("a choice is no longer offered from its last day on, unless the answer holds it", () => {
  expect(offered()).toEqual(["blijft", "later"]);
  expect(offered(["eindigt"])).toEqual(["blijft", "eindigt", "later"]);
});
