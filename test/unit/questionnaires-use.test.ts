import { expect, test } from "vitest";
import { type AnswerUse, shownWords } from "../../web/questionnaires/use.ts";

const withheld = { audience: "confidential", isReleased: 1, editions: "1", isShown: 0 } as AnswerUse;

test("why a figure is withheld is told to nobody, for some are by chance", () => {
  const words = shownWords(withheld);
  expect(words).toContain("geen cijfer te zien");
  expect(words).not.toMatch(/omdat|verraden|zou |te weinig/);
  expect(shownWords({ ...withheld, isShown: 1 })).toContain("een cijfer te zien");
  expect(shownWords({ ...withheld, isReleased: 0 })).toBeNull();
});
