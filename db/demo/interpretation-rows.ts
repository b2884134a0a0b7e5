import { itemId } from "../registry/questionnaire.ts";
import type { interpretationRevisions, interpretations } from "../schema/tables.ts";

const WRITTEN_AT = Date.parse("2025-01-20T11:00:00+01:00");

/** Codes between braces become numbers of the release when the text is read. */
const TEXTS: Readonly<Record<string, string>> = {
  "4A1":
    "Van de {n} organisaties zeggen er {aantal:4-5} dat zij hier een eind mee op weg zijn. In de gesprekken hoorden we vooral hoe je tijd vrijmaakt voor de buurt.\n\nWie net begint, kan bij een ander team kijken. Zoek een werkbezoek bij het thema preventie.",
  "4C1":
    "Samenwerking staat bovenaan, ook bij kleine organisaties. Het gaat dan vaak om elkaar kennen en korte lijnen, minder om afspraken op papier.",
};

/** What the learning group wrote beneath two figures of the published round. */
export const interpretationRows: (typeof interpretations.$inferInsert)[] = Object.entries(TEXTS).map(
  ([concept, text]) => ({
    id: `demoduiding2024${concept.toLowerCase()}xx`,
    roundId: "round-2024",
    itemId: itemId(concept),
    revision: 1,
    text,
    writtenAt: WRITTEN_AT,
    writtenBy: "analist-2",
  }),
);

/** The same texts as history. */
export const interpretationRevisionRows: (typeof interpretationRevisions.$inferInsert)[] =
  interpretationRows.map(({ id, roundId: _round, itemId: _item, ...row }) => ({
    ...row,
    interpretationId: id,
  }));
