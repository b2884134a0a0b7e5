import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seedRegistry } from "../../db/registry/seed.ts";
import {
  answers,
  choices,
  items,
  questionnaireRevisions,
  questionnaires,
  responses,
  sections,
} from "../../db/schema/tables.ts";
import { newId } from "../../functions/http/identifiers.ts";
import { type Fields, startApp, type TestApp, textOf } from "../support/app.ts";
import { seedCast, TODAY } from "../support/cast.ts";
import {
  addRound,
  itemForm,
  itemOf,
  itemsOf,
  makeCopy,
  newItemForm,
  revisionOf,
  sectionsOf,
} from "../support/editing.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

let open: TemporaryDatabase;
let app: TestApp;
let copy: string;
beforeEach(async () => {
  open = await openTemporaryDatabase();
  await seedRegistry(open.db);
  await seedCast(open.db);
  app = startApp(open.db);
  copy = await makeCopy(app);
});
afterEach(() => open.close());

const guarded = async (fields: Fields = {}): Promise<Fields> => ({
  id: newId(),
  versie: String(await revisionOf(open.db, copy)),
  reden: "",
  ...fields,
});
const itemPath = async (concept: string) =>
  `/vragenlijsten/${copy}/vragen/${(await itemOf(open.db, copy, concept)).id}`;
const sectionPath = async (at: number) =>
  `/vragenlijsten/${copy}/secties/${(await sectionsOf(open.db, copy))[at]?.id}`;
const post = (path: string, fields: Fields) => app.post(path, fields, "monitoring");

/** Lindestad answered one question of the copy in an open round, and signed when told. */
async function answer(concept: string, value: object, state: "in_progress" | "signed" = "in_progress") {
  const roundId = await addRound(open.db, copy, 2026);
  const item = await itemOf(open.db, copy, concept);
  await open.db.insert(responses).values({
    id: "response",
    roundId,
    memberId: "lindestad",
    state,
    startedAt: TODAY,
    signedAt: state === "signed" ? TODAY : null,
  });
  await open.db.insert(answers).values({
    responseId: "response",
    itemId: item.id,
    revision: 1,
    state: "given",
    value,
    source: "typed",
    savedAt: TODAY,
  });
}

describe("sections", () => {
  test("are added at the end, changed, moved and taken away again", async () => {
    const before = (await sectionsOf(open.db, copy)).map(({ title }) => title);
    const fields = await guarded({ titel: "Tot slot", inleiding: "Nog één vraag.", minuten: "2" });
    for (const _ of [1, 2])
      expect((await post(`/vragenlijsten/${copy}/secties/nieuw`, fields)).status).toBe(303);
    expect((await sectionsOf(open.db, copy)).map(({ title }) => title)).toEqual([...before, "Tot slot"]);
    const last = before.length;
    expect(
      (await post(`${await sectionPath(last)}/omhoog`, { versie: String(await revisionOf(open.db, copy)) }))
        .status,
    ).toBe(303);
    expect((await sectionsOf(open.db, copy)).map(({ title }) => title)[last - 1]).toBe("Tot slot");
    const path = await sectionPath(last - 1);
    expect((await post(path, await guarded({ titel: "Slot", inleiding: "", minuten: "3" }))).status).toBe(
      303,
    );
    expect((await sectionsOf(open.db, copy))[last - 1]).toMatchObject({
      title: "Slot",
      minutes: 3,
      intro: "",
    });
    expect((await post(`${path}/intrekking`, await guarded())).status).toBe(303);
    const after = await sectionsOf(open.db, copy);
    expect(after.map(({ title }) => title)).toEqual(before);
    expect(after.map(({ position }) => position)).toEqual(after.map((_, at) => at + 1));
  });

  test("with questions are not taken away, and a form without minutes keeps what was typed", async () => {
    const full = await post(`${await sectionPath(0)}/intrekking`, await guarded());
    expect(full.status).toBe(422);
    expect(textOf(await full.text())).toContain("Haal eerst de vragen uit deze sectie");
    const wrong = await post(
      await sectionPath(0),
      await guarded({ titel: "Een nieuwe titel", inleiding: "", minuten: "veel" }),
    );
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain("Een nieuwe titel");
  });

  test("moved twice by one click are moved once; who comes second is told", async () => {
    const titles = (await sectionsOf(open.db, copy)).map(({ title }) => title);
    const first = await sectionPath(0);
    const fields = { versie: "1" };
    for (const _ of [1, 2]) expect((await post(`${first}/omlaag`, fields)).status).toBe(303);
    expect((await sectionsOf(open.db, copy))[1]?.title).toBe(titles[0]);
    expect((await post(`${await sectionPath(5)}/omlaag`, fields)).status).toBe(409);
    expect((await post(`${await sectionPath(0)}/omhoog`, { versie: "2" })).status).toBe(409);
  });
});

describe("conditions", () => {
  const condition = { bij: "3A1", keuzes: ["adults", "all_ages"], hoe: "wel" };
  test("name an earlier question and its answers, stand in words, and go again", async () => {
    const path = `${await itemPath("3B1")}/voorwaarde`;
    const chosen = textOf(await (await app.get(`${path}?bij=3A1`, "monitoring")).text());
    expect(chosen).toContain("18 jaar en ouder");
    expect((await post(path, await guarded(condition))).status).toBe(303);
    expect((await itemOf(open.db, copy, "3B1")).shownIf).toEqual([
      { concept: "3A1", choices: ["all_ages", "adults"] },
    ]);
    const page = textOf(await (await app.get(await itemPath("3B1"), "monitoring")).text());
    expect(page).toContain(
      "Alleen als je bij 'Doelgroep' kiest voor 'Alle leeftijden' of '18 jaar en ouder'.",
    );
    expect((await post(path, await guarded({ weg: "0" }))).status).toBe(303);
    expect((await itemOf(open.db, copy, "3B1")).shownIf).toBeNull();
  });

  test.each([
    ["itself", "3A1", { bij: "3A1", keuzes: "adults", hoe: "wel" }],
    ["a later question", "3A1", { bij: "3E1", keuzes: "gemeenten", hoe: "wel" }],
    ["a number", "3B2", { bij: "3B1", keuzes: "1", hoe: "wel" }],
    ["an answer that is not offered", "3B1", { bij: "3A1", keuzes: "martians", hoe: "wel" }],
  ])("never wait for %s", async (_, concept, fields) => {
    const refused = await post(`${await itemPath(concept)}/voorwaarde`, await guarded(fields));
    expect(refused.status).toBe(422);
    expect((await itemOf(open.db, copy, concept)).shownIf).toBeNull();
  });

  test("hold a section back, and stop a move that would turn the order around", async () => {
    const [first, second] = await sectionsOf(open.db, copy);
    expect((await post(`${await sectionPath(1)}/voorwaarde`, await guarded(condition))).status).toBe(303);
    const moved = await post(`${await sectionPath(1)}/omhoog`, {
      versie: String(await revisionOf(open.db, copy)),
    });
    expect(moved.status).toBe(409);
    expect(textOf(await moved.text())).toContain("3A1");
    expect((await sectionsOf(open.db, copy)).map(({ id }) => id).slice(0, 2)).toEqual([
      first?.id,
      second?.id,
    ]);
  });

  test("on a question that was taken away are flagged", async () => {
    await post(`${await itemPath("3B1")}/voorwaarde`, await guarded(condition));
    const asked = await app.get(`${await itemPath("3A1")}/intrekking`, "monitoring");
    expect(textOf(await asked.text())).toContain("hierop wachten vraag 3B1");
    expect((await post(`${await itemPath("3A1")}/intrekking`, await guarded())).status).toBe(303);
    expect((await itemsOf(open.db, copy)).some(({ concept }) => concept === "3A1")).toBe(false);
    const outline = textOf(await (await app.get(`/vragenlijsten/${copy}`, "monitoring")).text());
    expect(outline).toContain("Vraag 3B1 wacht op een vraag die er niet meer is: 3A1");
  });
});

describe("while a round is open", () => {
  test("a change of words tells who is touched, asks for a reason and keeps it with before and after", async () => {
    await answer("4A1", { scale: 3 }, "signed");
    const path = await itemPath("4A1");
    const page = textOf(await (await app.get(path, "monitoring")).text());
    expect(page).toContain("1 organisatie is begonnen");
    expect(page).toContain("1 organisatie heeft ondertekend");
    expect(page).toContain("1 organisatie heeft deze vraag beantwoord");
    const fields = await itemForm(open.db, copy, "4A1", { uitleg: "Denk aan het hele werkgebied." });
    const refused = await post(path, fields);
    expect(refused.status).toBe(422);
    expect(textOf(await refused.text())).toContain("Vul in waarom je dit verandert.");
    expect((await post(path, { ...fields, reden: "Er kwamen vragen over." })).status).toBe(303);
    const [row] = await open.db
      .select()
      .from(questionnaireRevisions)
      .where(eq(questionnaireRevisions.reason, "Er kwamen vragen over."));
    expect(row).toMatchObject({
      changedBy: "monitoring",
      after: { uitleg: ["Denk aan het hele werkgebied."] },
    });
    expect(await open.db.$count(answers)).toBe(1);
  });

  test.each([
    ["kind", { soort: "open", lijst: "" }, "Er zijn al antwoorden van deze soort."],
    ["list", { lijst: "stars" }, "Er zijn al antwoorden uit de oude keuzelijst."],
    ["promise", { lezers: "members" }, "Organisaties antwoordden met een andere belofte."],
    ["room to explain", { toelichting: "" }, "Er kunnen al toelichtingen staan."],
  ])("a change of %s is refused, with the way out", async (_, changes, sentence) => {
    await answer("4A1", { scale: 3 });
    const fields = await itemForm(open.db, copy, "4A1", {
      ...changes,
      vergelijking: "scale_changed",
      reden: "Beter zo.",
    });
    const refused = await post(await itemPath("4A1"), fields);
    expect(refused.status).toBe(422);
    expect(textOf(await refused.text())).toContain(sentence);
    expect(await itemOf(open.db, copy, "4A1")).toMatchObject({
      kind: "scale",
      choiceList: "extent",
      audience: "confidential",
    });
  });

  test("an unanswered question may still become another kind", async () => {
    await answer("4A1", { scale: 3 });
    const fields = await itemForm(open.db, copy, "4A2", {
      soort: "open",
      lijst: "",
      vergelijking: "scale_changed",
      reden: "Beter zo.",
    });
    expect((await post(await itemPath("4A2"), fields)).status).toBe(303);
    expect((await itemOf(open.db, copy, "4A2")).kind).toBe("open");
  });

  test("a question is withdrawn: asked no more, its answer stays, and it can come back", async () => {
    await answer("3A1", { choices: ["adults"] });
    const path = await itemPath("3A1");
    expect((await post(`${path}/intrekking`, await guarded())).status).toBe(422);
    expect(
      (await post(`${path}/intrekking`, await guarded({ reden: "Niemand gebruikte haar." }))).status,
    ).toBe(303);
    expect((await itemOf(open.db, copy, "3A1")).withdrawnAt).not.toBeNull();
    expect(await open.db.$count(answers)).toBe(1);
    const asked = textOf(await (await app.get("/vragenlijst/2026/sectie/1", "editor")).text());
    expect(asked).not.toContain("Voor welke inwoners werken jullie?");
    expect(asked).toContain("Welke wetten voert jouw organisatie uit?");
    expect((await post(`${path}/herstel`, await guarded({ reden: "Toch nodig." }))).status).toBe(303);
    expect(textOf(await (await app.get("/vragenlijst/2026/sectie/1", "editor")).text())).toContain(
      "Voor welke inwoners werken jullie?",
    );
  });

  test("a section is withdrawn: the others keep following each other, and members do not see it", async () => {
    await answer("4A1", { scale: 3 });
    const before = await sectionsOf(open.db, copy);
    expect(
      (await post(`${await sectionPath(1)}/intrekking`, await guarded({ reden: "Te lang." }))).status,
    ).toBe(303);
    const after = (await sectionsOf(open.db, copy)).filter(({ withdrawnAt }) => withdrawnAt === null);
    expect(after.map(({ title }) => title)).toEqual(
      before.map(({ title }) => title).filter((title) => title !== before[1]?.title),
    );
    expect(after.map(({ position }) => position)).toEqual(after.map((_, at) => at + 1));
    const tasks = textOf(await (await app.get("/vragenlijst/2026", "editor")).text());
    expect(tasks).not.toContain("Waar inwoners jullie vinden");
  });

  test("the order stays, and who adds a question hears that signed responses miss it", async () => {
    await answer("3A1", { choices: ["adults"] }, "signed");
    expect((await post(`${await sectionPath(0)}/omlaag`, { versie: "1" })).status).toBe(409);
    const page = textOf(await (await app.get(`/vragenlijsten/${copy}/vragen/nieuw`, "monitoring")).text());
    expect(page).toContain("Wie al ondertekende, mist deze vraag.");
    expect(
      (
        await post(
          `/vragenlijsten/${copy}/vragen/nieuw`,
          await newItemForm(open.db, copy, { reden: "Nieuwe wet." }),
        )
      ).status,
    ).toBe(303);
    expect((await itemOf(open.db, copy, "9Z1")).position).toBeGreaterThan(1);
  });
});

describe("own lists", () => {
  const list = newId();
  const make = (keuzes: string, titel = "Vervoer") =>
    post("/vragenlijsten/keuzelijsten/nieuw", { id: list, gezien: "0", titel, keuzes });
  const stored = () => open.db.select().from(choices).where(eq(choices.list, list)).orderBy(choices.position);
  const told = async () =>
    (await stored()).filter(({ validTo }) => validTo === null).map(({ code, label }) => `${code} ${label}`);

  test("are one choice a line, made once, and found on the form of a question", async () => {
    for (const _ of [1, 2]) expect((await make("Fiets\nOv\n\nAuto ")).status).toBe(303);
    expect(await told()).toEqual(["1 Fiets", "2 Ov", "3 Auto"]);
    expect(await (await app.get(`/vragenlijsten/${copy}/vragen/nieuw`, "monitoring")).text()).toContain(
      "Vervoer: Fiets, Ov, Auto",
    );
    for (const bad of ["Fiets", "Fiets\nfiets", "x".repeat(200)])
      expect(
        (
          await post("/vragenlijsten/keuzelijsten/nieuw", {
            id: newId(),
            gezien: "0",
            titel: "Kort",
            keuzes: bad,
          })
        ).status,
      ).toBe(422);
    for (const as of ["editor", "bureau"] as const)
      expect(
        (
          await app.post(
            "/vragenlijsten/keuzelijsten/nieuw",
            { id: newId(), gezien: "0", titel: "Nee", keuzes: "a\nb" },
            as,
          )
        ).status,
      ).toBe(403);
    expect((await app.get("/vragenlijsten/keuzelijsten", null)).status).toBe(401);
  });

  test("a new text for an old choice is asked for, and keeps its code", async () => {
    await make("Fiets\nOv\nAuto");
    const path = `/vragenlijsten/keuzelijsten/${list}`;
    const doubt = await post(path, {
      id: newId(),
      gezien: "1",
      titel: "Vervoer",
      keuzes: "Fiets\nBus en trein\nAuto",
    });
    expect(doubt.status).toBe(422);
    expect(textOf(await doubt.text())).toContain("Wat is 'Bus en trein'?");
    const fields = {
      id: newId(),
      gezien: "1",
      titel: "Vervoer",
      keuzes: "Fiets\nBus en trein\nAuto",
      "was-1": "2",
    };
    expect((await post(path, fields)).status).toBe(303);
    expect(await told()).toEqual(["1 Fiets", "2 Bus en trein", "3 Auto"]);
    const stale = await post(path, { ...fields, keuzes: "Fiets\nAuto" });
    expect(stale.status).toBe(409);
    expect(textOf(await stale.text())).toContain("Bus en trein");
  });

  test("a choice that goes stays with who held it; its code is never given again", async () => {
    await make("Fiets\nOv\nAuto");
    await post(
      `/vragenlijsten/${copy}/vragen/nieuw`,
      await newItemForm(open.db, copy, { soort: "one", lijst: list }),
    );
    await answer("9Z1", { choices: ["3"] });
    const path = `/vragenlijsten/keuzelijsten/${list}`;
    expect(
      (await post(path, { id: newId(), gezien: "1", titel: "Vervoer", keuzes: "Fiets\nOv" })).status,
    ).toBe(303);
    expect(await told()).toEqual(["1 Fiets", "2 Ov"]);
    expect((await stored()).find(({ code }) => code === "3")?.validTo).not.toBeNull();
    expect(
      (await post(path, { id: newId(), gezien: "2", titel: "Vervoer", keuzes: "Fiets\nOv\nLopen" })).status,
    ).toBe(303);
    expect(await told()).toEqual(["1 Fiets", "2 Ov", "4 Lopen"]);
    const held = await (await app.get("/vragenlijst/2026/sectie/1", "editor")).text();
    expect(held).toContain("Auto");
  });

  test("of an answered scale keep their steps; of a published round they stand still", async () => {
    await make("Nooit\nSoms\nVaak");
    await post(
      `/vragenlijsten/${copy}/vragen/nieuw`,
      await newItemForm(open.db, copy, { soort: "scale", lijst: list }),
    );
    await answer("9Z1", { scale: 3 });
    const path = `/vragenlijsten/keuzelijsten/${list}`;
    const other = await post(path, { id: newId(), gezien: "1", titel: "Mate", keuzes: "Soms\nNooit\nVaak" });
    expect(other.status).toBe(422);
    expect(textOf(await other.text())).toContain("Deze schaal is in gebruik.");
    const renamed = {
      id: newId(),
      gezien: "1",
      titel: "Mate",
      keuzes: "Nooit\nSoms\nHeel vaak",
      "was-2": "3",
    };
    expect((await post(path, renamed)).status).toBe(303);
    expect(await told()).toEqual(["1 Nooit", "2 Soms", "3 Heel vaak"]);
    await addRound(open.db, copy, 2025, "published");
    expect(
      (await post(path, { ...renamed, gezien: "2", keuzes: "Nooit\nSoms\nVaak", "was-2": "3" })).status,
    ).toBe(409);
  });
});

test("the title changes, and what nobody used in two published rounds is told", async () => {
  expect(
    (await post(`/vragenlijsten/${copy}/titel`, await guarded({ titel: "Wijkteams 2028" }))).status,
  ).toBe(303);
  const [row] = await open.db.select().from(questionnaires).where(eq(questionnaires.id, copy));
  expect(row?.title).toBe("Wijkteams 2028");
  const outline = async () => textOf(await (await app.get(`/vragenlijsten/${copy}`, "monitoring")).text());
  expect(await outline()).not.toContain("Twee rondes niet gebruikt");
  const annual = "hoe-werken-onze-wijkteams";
  await addRound(open.db, annual, 2024, "published");
  await addRound(open.db, annual, 2025, "published");
  await open.db.run(
    "insert into audit_entries (at, action, subject) values (1, 'figures_exported', '2025/4A1'), (1, 'figures_exported', '2025/4A2 ')",
  );
  const text = await outline();
  expect(text).toContain("Twee rondes niet gebruikt");
  const sentence = /Niemand deed iets met ([^:]+):/.exec(text)?.[1] ?? "";
  expect(sentence).toContain("4A2");
  expect(sentence).not.toContain("4A1");
  expect(sentence).not.toContain("3A1");
  expect(await open.db.$count(items)).toBeGreaterThan(0);
  expect(await open.db.$count(sections)).toBeGreaterThan(0);
});
