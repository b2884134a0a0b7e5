import { type Context, Hono } from "hono";
import { paths } from "../../web/paths.ts";
import { answerText } from "../../web/questionnaires/answer-text.tsx";
import { VersionPage, VersionsPage } from "../../web/questionnaires/version-pages.tsx";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import type { Env } from "../http/env.ts";
import { refuse } from "../http/faults.tsx";
import { readPage, show } from "../http/page.ts";
import { YEAR } from "./overview-routes.tsx";
import { mayReadAnswers } from "./policy.ts";
import * as queries from "./queries.ts";
import { roundView } from "./round-view.ts";
import { allChoices, itemsWithAnswers } from "./section-queries.ts";
import { shapeOf } from "./section-view.ts";
import { answersOfVersions, signedVersions } from "./version-queries.ts";
import { beforeOf, itemsOf, nameOf, versionDifferences } from "./version-view.ts";

/** Every version that an organisation signed, to read again and to compare. */
export const versionRoutes = new Hono<Env>();

async function readVersions(c: Context<Env>) {
  const year = Number(c.req.param("year"));
  const name = c.req.param("version") ?? null;
  const page = await readPage(c, (db, scope) => [
    queries.roundOfYear(db, scope, year),
    signedVersions(db, scope, year),
    itemsWithAnswers(db, scope, year),
    allChoices(db),
    answersOfVersions(db, scope, year, name),
    queries.sectionProgress(db, scope, year),
  ]);
  const [[round], versions, items, choices, answers, sections] = page.rows;
  const day = dayInAmsterdam(c.var.now);
  const lines = versions.map((one) => ({ ...one, name: nameOf(one) }));
  return { ...page, round, versions: lines, items, choices, answers, sections, day, name };
}

versionRoutes.get(paths.questionnaireVersions(YEAR), async (c) => {
  const read = await readVersions(c);
  const { viewer, frame, round, versions, items, choices, answers, day } = read;
  const decision = mayReadAnswers(viewer, round);
  if (!decision.may) return refuse(c, read, decision);
  if (!round) return refuse(c, read, { because: "missing" });
  const lines = versions.map((one) => ({
    ...one,
    changed:
      versionDifferences(versions, one, items, answers, choices, day)?.map(({ shortName }) => shortName) ??
      null,
  }));
  return show(c, <VersionsPage frame={frame} round={roundView(round, c.var.now)} versions={lines} />);
});

versionRoutes.get(paths.questionnaireVersion(YEAR, ":version{[0-9]{1,3}-[0-9]{1,4}}"), async (c) => {
  const read = await readVersions(c);
  const { viewer, frame, round, versions, items, choices, answers, day } = read;
  const decision = mayReadAnswers(viewer, round);
  if (!decision.may) return refuse(c, read, decision);
  const one = versions.find(({ name }) => name === read.name);
  if (!round || !one) return refuse(c, read, { because: "missing" });
  const differences = versionDifferences(versions, one, items, answers, choices, day);
  const version = { ...one, before: beforeOf(versions, one)?.version ?? null };
  const props = { frame, round: roundView(round, c.var.now), version, differences };
  return show(c, <VersionPage {...props} parts={partsOf(read, one.id)} />);
});

type VersionsRead = Awaited<ReturnType<typeof readVersions>>;

/** The answers of one version by section; of two responses that were merged, with the one each came from. */
function partsOf({ versions, items, choices, answers, sections, day }: VersionsRead, id: string) {
  const sequenceOf = (responseId: string | null | undefined) =>
    versions.find((version) => version.id === responseId)?.sequence ?? null;
  const origins = new Map(
    answers
      .filter(({ responseId, originResponseId }) => responseId === id && originResponseId)
      .map(({ concept, originResponseId }) => [concept, sequenceOf(originResponseId)]),
  );
  const shown = itemsOf(items, answers, id);
  return sections.map((section) => ({
    title: section.title,
    answers: shown
      .filter(({ sectionId }) => sectionId === section.id)
      .map((item) => ({
        stem: item.stem,
        question: item.wording,
        answer: answerText(shapeOf(item, choices, day), item.answer),
        from: origins.get(item.concept) ?? null,
        isAssisted: item.answer?.source === "assisted",
      })),
  }));
}
