import { readFileSync } from "node:fs";
import { getTableName, isTable } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import * as auditVocabulary from "../../db/audit-vocabulary.ts";
import * as tables from "../../db/schema/tables.ts";
import * as visitVocabulary from "../../db/visit-vocabulary.ts";
import * as coreVocabulary from "../../db/vocabulary.ts";
import { readersPastTheGate } from "../support/answer-readers.ts";
import { RULES, readSources, type Sources } from "../support/house.ts";

const sources = readSources();

/** One violation a rule: proof that the rule can fail. */
const PLANTED: Record<keyof typeof RULES, Sources> = {
  "rooms look one way": { "web/ui/leak.tsx": 'import { members } from "../../db/schema/members.ts";' },
  "the vocabulary imports nothing": { "db/vocabulary.ts": 'import { x } from "./client.ts";' },
  "features look left only": { "functions/members/x.ts": 'import { y } from "../visits/y.ts";' },
  "http, mail and ui know no feature": { "functions/http/x.ts": 'import { y } from "../members/y.ts";' },
  "no circular imports": {
    "db/a.ts": 'import { b } from "./b.ts";',
    "db/b.ts": 'import type { a } from "./a.ts";',
  },
  "no file over 250 lines": { "db/long.ts": "\n".repeat(251) },
  "files are named by a word of the field, in kebab case": { "functions/members/utils.ts": "" },
  "query files never wait": { "functions/members/queries.ts": "const rows = await db.all(sql``);" },
  "nothing inline that the content policy forbids": { "web/members/x.tsx": '<p style="color: red">' },
  "no roles in pages and routes": { "functions/members/routes.tsx": 'if (roles.has("editor")) {}' },
  "features write only their own tables": {
    "db/schema/visits.ts": "export const visits = sqliteTable(",
    "functions/members/queries.ts": "db.update(visits)",
  },
  "the environment is read in one place": { "functions/http/x.ts": "process.env.PORT" },
  "the publication gate is pure": { "functions/insights/gate/x.ts": "const now = new Date();" },
  "nobody reads confidential answers past the gate": {
    "functions/visits/x-queries.ts": "select count(*) from answers a where a.item_id = 1",
  },
  "the statistics are pure": { "functions/insights/statistics/x.ts": "const draw = Math.random();" },
  "matching is pure": {
    "functions/visits/matching/x.ts": 'import { readVisit } from "../visit-queries.ts";',
  },
  "the Worker never reaches the solver": {
    "functions/worker.ts": 'import { x } from "./insights/solver.ts";',
    "functions/insights/solver.ts": 'import loadHighs from "highs";',
  },
  "what Node runs as it stands reaches no page": {
    "functions/release.ts": 'import { due } from "./due.ts";',
    "functions/due.ts": 'import { lines } from "../web/x/x-page.tsx";',
    "web/x/x-page.tsx": "export const lines = [];",
  },
  "nothing is skipped, silenced or left for later": { "test/unit/x.test.ts": "test.skip(" },
};

describe("the rules of the house", () => {
  for (const [name, rule] of Object.entries(RULES)) {
    test(`${name}: a planted violation is seen`, () => {
      expect(rule(PLANTED[name] ?? {})).not.toEqual([]);
    });
    test(name, () => {
      expect(rule(sources)).toEqual([]);
    });
  }
});

describe("readers of confidential answers", () => {
  const FACTS = "functions/insights/fact-queries.ts";
  const JOB = "functions/insights/package-proof-queries.ts";

  test.each<[string, Sources, string]>([
    [
      "an import of the table",
      { "functions/x/y.ts": 'import { answers } from "../../db/schema/tables.ts";' },
      "reads answers",
    ],
    ["facts of any audience", { [FACTS]: "select 1 from answers" }, "is not as it says: facts"],
    ["a name too many", { [FACTS]: "select 1 from rounds" }, "reads none of them any more"],
    [
      "a page with the job's statements",
      {
        [JOB]: "from release_proofs",
        "functions/insights/x-routes.tsx": `import { y } from "./package-proof-queries.ts";`,
      },
      "reads what only the job may",
    ],
  ])("%s is seen", (_, planted, complaint) => {
    expect(readersPastTheGate(planted).join()).toContain(complaint);
  });
});

describe("the glossary", () => {
  const glossary = readFileSync("GLOSSARY.md", "utf8");
  const missing = (words: string[], text = glossary) => words.filter((word) => !text.includes(`\`${word}\``));

  test("a missing word is seen", () => {
    expect(missing(["signed"], "`ready`")).toEqual(["signed"]);
  });
  test("holds every stored word", () => {
    const vocabulary = { ...coreVocabulary, ...visitVocabulary, ...auditVocabulary };
    const words = Object.values(vocabulary).flatMap((list) => (Array.isArray(list) ? [...list] : []));
    expect(missing(words)).toEqual([]);
  });
  test("holds every table", () => {
    const names = Object.values(tables).flatMap((table) => (isTable(table) ? [getTableName(table)] : []));
    expect(names.length).toBeGreaterThan(20);
    expect(missing(names)).toEqual([]);
  });
});
