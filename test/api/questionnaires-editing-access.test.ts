import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seedRegistry } from "../../db/registry/seed.ts";

import { startApp, type TestApp, textOf } from "../support/app.ts";
import { type CastKey, seedCast } from "../support/cast.ts";
import { ANNUAL, addRound, itemForm, itemOf, makeCopy, newItemForm, revisionOf } from "../support/editing.ts";
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

const itemPath = async (concept: string) =>
  `/vragenlijsten/${copy}/vragen/${(await itemOf(open.db, copy, concept)).id}`;

describe("who may", () => {
  const PAGES = [
    "/vragenlijsten",
    "/vragenlijsten/nieuw",
    "",
    "/secties/nieuw",
    "/vragen/nieuw",
    "/paspoort",
    "/proef",
  ];
  const pathOf = (page: string) =>
    page.startsWith("/vragenlijsten") ? page : `/vragenlijsten/${copy}${page}`;
  test.each<[CastKey | null, number[]]>([
    [null, [401, 401, 401, 401, 401, 401, 401]],
    ["professional", [403, 403, 403, 403, 403, 404, 403]],
    ["editor", [403, 403, 403, 403, 403, 404, 403]],
    ["signatory", [403, 403, 403, 403, 403, 404, 403]],
    ["host", [403, 403, 403, 403, 403, 404, 403]],
    ["otherEditor", [403, 403, 403, 403, 403, 404, 403]],
    ["bureau", [200, 403, 200, 403, 403, 200, 200]],
    ["monitoring", [200, 200, 200, 200, 200, 200, 200]],
  ])("%s reads", async (as, expected) => {
    const statuses = [];
    for (const page of PAGES) statuses.push((await app.get(pathOf(page), as)).status);
    expect(statuses).toEqual(expected);
  });

  test.each<[CastKey | null, number]>([
    [null, 401],
    ["editor", 403],
    ["bureau", 403],
  ])("%s changes nothing", async (as, status) => {
    const path = await itemPath("3B1");
    const posts = [
      await app.post(path, await itemForm(open.db, copy, "3B1", { uitleg: "Anders." }), as),
      await app.post(`${path}/intrekking`, { id: "z123456789abcdefghjk", versie: "1" }, as),
      await app.post(`${path}/omlaag`, { versie: "1" }, as),
      await app.post(
        `${path}/voorwaarde`,
        { id: "z123456789abcdefghjk", versie: "1", bij: "3A1", keuzes: "adults", hoe: "wel" },
        as,
      ),
      await app.post(`/vragenlijsten/${copy}/vragen/nieuw`, await newItemForm(open.db, copy), as),
      await app.post(
        `/vragenlijsten/${copy}/titel`,
        { id: "z123456789abcdefghjk", versie: "1", titel: "Anders" },
        as,
      ),
      await app.post(
        "/vragenlijsten/nieuw",
        { id: "z123456789abcdefghjk", titel: "Anders", bron: ANNUAL },
        as,
      ),
    ];
    expect(posts.map((post) => post.status)).toEqual(posts.map(() => status));
    expect(await revisionOf(open.db, copy)).toBe(1);
    if (as === null) expect(await posts[0]?.text()).toContain("Anders.");
  });

  test("who may not edit reads the question, without a form", async () => {
    const html = await (await app.get(await itemPath("3B1"), "bureau")).text();
    expect(textOf(html)).toContain("Hoeveel fysieke locaties");
    expect(html).not.toContain('name="doel"');
  });

  test("what is not there is not found, and nothing changes once a round is published", async () => {
    expect((await app.get("/vragenlijsten/bestaat-niet", "monitoring")).status).toBe(404);
    expect((await app.get(`/vragenlijsten/${copy}/vragen/item-3b1`, "monitoring")).status).toBe(404);
    await addRound(open.db, copy, 2025, "published");
    const path = await itemPath("3B1");
    const page = await app.get(path, "monitoring");
    expect(page.status).toBe(200);
    expect(textOf(await page.text())).toContain("Ronde 2025 is gepubliceerd met deze vragenlijst.");
    const late = await app.post(
      path,
      await itemForm(open.db, copy, "3B1", { uitleg: "Te laat." }),
      "monitoring",
    );
    expect(late.status).toBe(409);
    expect((await itemOf(open.db, copy, "3B1")).help).not.toBe("Te laat.");
  });
});
