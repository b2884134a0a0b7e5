import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { GRADE_LABELS, READER_LABELS } from "../../web/questionnaires/editing.ts";
import { PassportPage } from "../../web/questionnaires/passport-page.tsx";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import type { Env } from "../http/env.ts";
import { sendExcel } from "../http/excel.ts";
import { refuse } from "../http/faults.tsx";
import { readPage, show } from "../http/page.ts";
import { mayReadPassport } from "./editing-policy.ts";
import { itemRows, questionnaireOf, questionnaireRows, sectionRows } from "./editing-queries.ts";
import { conditionLines, shapeInWords } from "./editing-views.ts";
import { allChoices } from "./section-queries.ts";

/** Why every question is asked and what is done with it: for who makes the questionnaire and for who answers it. */
export const passportRoutes = new Hono<Env>();

const MISSING = { because: "missing" } as const;

async function readPassport(c: Context<Env>) {
  const id = c.req.param("id") ?? "";
  const { rows, ...page } = await readPage(
    c,
    (db) => [questionnaireRows(db, id), sectionRows(db, id), itemRows(db, id), allChoices(db)] as const,
  );
  const [[row], sections, items, choices] = rows;
  const questionnaire = row && questionnaireOf(row);
  const decision = mayReadPassport(page.viewer, questionnaire);
  const read = { sections, items, choices };
  const passports = sections
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .map((section) => ({
      title: section.title,
      items: items
        .filter((item) => item.sectionId === section.id && item.withdrawnAt === null)
        .map((item) => ({
          concept: item.concept,
          stem: item.stem,
          question: item.wording,
          shape: shapeInWords(read, item),
          purpose: item.purpose,
          use: item.use,
          definition: item.definition,
          readers: READER_LABELS[item.audience],
          shown: [
            ...conditionLines(read, section.id, section.shownIf),
            ...conditionLines(read, item.id, item.shownIf),
          ].join(" "),
          compared: item.comparability ? GRADE_LABELS[item.comparability] : "",
        })),
    }));
  return { ...page, questionnaire, decision, passports };
}

passportRoutes.get(paths.passport(":id"), async (c) => {
  const read = await readPassport(c);
  const { decision, questionnaire, frame, passports } = read;
  if (!decision.may) return refuse(c, read, decision);
  if (!questionnaire) return refuse(c, read, MISSING);
  return show(c, <PassportPage frame={frame} questionnaire={questionnaire} sections={passports} />);
});

passportRoutes.get(paths.passportExport(":id", "xlsx"), async (c) => {
  const read = await readPassport(c);
  const { decision, questionnaire, passports } = read;
  if (!decision.may) return refuse(c, read, decision);
  if (!questionnaire) return refuse(c, read, MISSING);
  return sendExcel(c, sheetOf(passports, questionnaire, dayInAmsterdam(c.var.now)));
});

const LABELS = [
  ...["Sectie", "Code", "Vraag", "Soort", "Doel", "Gebruik", "Definitie"],
  ...["Wie ziet het", "Wanneer gevraagd", "Vergelijking"],
];

type PassportRead = Awaited<ReturnType<typeof readPassport>>;

function sheetOf(
  passports: PassportRead["passports"],
  { title, rounds }: NonNullable<PassportRead["questionnaire"]>,
  today: string,
) {
  return {
    fileName: `paspoort-${today}`,
    columns: LABELS.map((label) => ({ label, kind: "text" as const })),
    rows: passports.flatMap((section) =>
      section.items.map((item) => [
        section.title,
        item.concept,
        [item.stem, item.question].filter(Boolean).join(" … "),
        item.shape,
        item.purpose,
        item.use,
        item.definition,
        item.readers,
        item.shown || "Altijd",
        item.compared,
      ]),
    ),
    notes: [
      ["Vragenlijst", title],
      ["Rondes", rounds.map(({ year }) => year).join(", ") || "nog geen"],
      ["Gemaakt op", today],
      ["Vragen", passports.reduce((sum, { items }) => sum + items.length, 0)],
    ] satisfies [string, string | number][],
  };
}
