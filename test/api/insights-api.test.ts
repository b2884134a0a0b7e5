import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { seedRegistry } from "../../db/registry/seed.ts";
import { auditEntries, people, sessions } from "../../db/schema/tables.ts";
import { sha256 } from "../../functions/http/identifiers.ts";
import { faultAnswer, figuresAnswer } from "../../web/insights/api-contract.ts";
import { seedRoundOf2024 } from "../support/answered-round.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { CAST, type CastKey, seedCast, TODAY, tokenOf } from "../support/cast.ts";
import { exact, SCALE_CELLS, seedRelease, THEME_CELLS } from "../support/released-round.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

const API = "/api/v1/rondes/2024/cijfers";

let database: TemporaryDatabase;
let app: TestApp;

beforeEach(async () => {
  database = await openTemporaryDatabase();
  await seedRegistry(database.db);
  await seedCast(database.db);
  await seedRoundOf2024(database.db);
  await seedRelease(database.db, "4C1", THEME_CELLS);
  await seedRelease(database.db, "4A1", [["alle", "4-5", 20, exact(3)]]);
  await seedRelease(database.db, "4A1", SCALE_CELLS, { edition: 2 });
  app = startApp(database.db);
});
afterEach(() => database.close());

const ask = async (path: string, as: CastKey | null = "editor", status = 200) => {
  app.roundTrips();
  const answer = await app.get(path, as);
  expect(answer.status, path).toBe(status);
  expect(answer.headers.get("content-type")).toContain("application/json");
  expect(app.roundTrips()).toBe(1);
  return (await answer.json()) as unknown;
};

describe("the read API", () => {
  it.each([1, 3, 7, 500])("gives every cell of the newest editions once, %i at a time", async (most) => {
    const found: z.infer<typeof figuresAnswer>["cijfers"] = [];
    let next: string | null = `${API}?aantal=${most}`;
    for (let turns = 0; next && turns < 50; turns++) {
      const part: z.infer<typeof figuresAnswer> = figuresAnswer.parse(await ask(next));
      expect(part.cijfers.length).toBeLessThanOrEqual(most);
      found.push(...part.cijfers);
      next = part.volgende;
    }
    const expected = [
      ...SCALE_CELLS.map((cell) => ["4A1", 2, ...cell] as const),
      ...THEME_CELLS.map((cell) => ["4C1", 1, ...cell] as const),
    ];
    const keyOf = (filters: { filter: string; waarde: string }[]) =>
      filters.length === 0 ? "alle" : filters.map(({ filter, waarde }) => `${filter}=${waarde}`).join("&");
    expect(
      found.map((cell) => [
        cell.vraag,
        cell.versie,
        keyOf(cell.filters),
        cell.optie,
        cell.n,
        cell.status,
        cell.aantal,
        cell.van,
        cell.tot,
        cell.dichtstbij && keyOf(cell.dichtstbij),
      ]),
    ).toEqual(
      expected.map(([concept, edition, key, option, size, shown, nearest]) => [
        concept,
        edition,
        key,
        option,
        size,
        shown ? "getoond" : "verborgen",
        shown?.kind === "exact" ? shown.low : null,
        shown?.low ?? null,
        shown?.high ?? null,
        nearest ?? null,
      ]),
    );
    for (const cell of found)
      expect(cell.reden).toBe(
        cell.status === "getoond" ? null : "Dit cijfer tonen we niet. Zo blijft elk antwoord vertrouwelijk.",
      );
  });

  it("notes in the log who begins to read, once", async () => {
    await ask(`${API}?aantal=5`, "monitoring");
    await ask(`${API}?vraag=4A1&na=4&aantal=5`, "monitoring");
    await ask(`${API}?vraag=4C1`, "professional");
    const log = await database.db.select().from(auditEntries);
    expect(log.map(({ personId, action, subject }) => [personId, action, subject])).toEqual([
      ["monitoring", "figures_exported", "2024/api/alle"],
      ["professional", "figures_exported", "2024/api/4C1"],
    ]);
  });

  it("is for everybody who may read figures, and the same for all of them", async () => {
    const answers = new Set<string>();
    for (const as of Object.keys(CAST) as CastKey[]) answers.add(JSON.stringify(await ask(API, as)));
    expect(answers.size).toBe(1);
  });

  it("tells a visitor to sign in and who belongs nowhere to ask the bureau, in JSON", async () => {
    faultAnswer.parse(await ask(API, null, 401));
    await database.db
      .insert(people)
      .values({ id: "los", name: "Los", email: "los@proef.example", createdAt: TODAY });
    await database.db.insert(sessions).values({
      id: await sha256(tokenOf("los")),
      personId: "los",
      createdAt: TODAY,
      expiresAt: TODAY + 1000,
    });
    const loose = await app.request(API, { headers: { cookie: `sessie=${tokenOf("los")}` } });
    expect(loose.status).toBe(403);
    faultAnswer.parse(await loose.json());
    expect(await database.db.select().from(auditEntries)).toEqual([]);
  });

  it.each([
    ["/api/v1/rondes/2023/cijfers", 404],
    ["/api/v1/rondes/abcd/cijfers", 404],
    [`${API}?vraag=3A2`, 404],
    [`${API}?vraag=4B1`, 404],
    [`${API}?vraag=4A1&na=99999`, 404],
    [`${API}?vraag=4A1'--`, 422],
    [`${API}?aantal=0`, 422],
    [`${API}?aantal=501`, 422],
    [`${API}?aantal=veel`, 422],
    [`${API}?na=-2`, 422],
    [`${API}?na=1.5`, 422],
  ])("%s: %i, in JSON", async (path, status) => {
    faultAnswer.parse(await ask(path, "editor", status));
    expect(await database.db.select().from(auditEntries)).toEqual([]);
  });
});

const schema = z.record(z.string(), z.unknown());
const openapi = z.strictObject({
  openapi: z.literal("3.1.0"),
  info: z.object({ title: z.string(), version: z.string(), description: z.string() }),
  paths: z.record(
    z.string().startsWith("/"),
    z.object({
      get: z.object({
        operationId: z.string(),
        parameters: z.array(
          z.object({ name: z.string(), in: z.enum(["path", "query"]), required: z.boolean(), schema }),
        ),
        responses: z.record(
          z.string().regex(/^\d{3}$/),
          z.object({
            description: z.string(),
            content: z.object({
              "application/json": z.object({
                schema: z.object({ $ref: z.string().startsWith("#/components/schemas/") }),
              }),
            }),
          }),
        ),
      }),
    }),
  ),
  components: z.object({
    schemas: z.record(z.string(), schema),
    securitySchemes: z.record(z.string(), schema),
  }),
});

describe("the description of the API", () => {
  it("is OpenAPI 3.1, open to all, and true of real answers", async () => {
    const described = openapi.parse(await ask("/api/v1/openapi.json", null));
    const [path] = Object.keys(described.paths);
    expect(path).toBe("/api/v1/rondes/{jaar}/cijfers");
    const get = described.paths[path ?? ""]?.get;
    if (!get) throw new Error("The path has no description.");
    const { parameters, responses } = get;
    expect(parameters.map(({ name }) => name)).toEqual(["jaar", "vraag", "na", "aantal"]);
    expect(Object.keys(responses)).toEqual(["200", "401", "403", "404", "422"]);
    const promised = (status: string) => {
      const name = responses[status]?.content["application/json"].schema.$ref.split("/").at(-1) ?? "";
      return z.fromJSONSchema(described.components.schemas[name] as Parameters<typeof z.fromJSONSchema>[0]);
    };
    const real = (await ask(API)) as Record<string, unknown>;
    expect(promised("200").safeParse(real).success).toBe(true);
    expect(promised("200").safeParse({ ...real, cijfers: [{}] }).success).toBe(false);
    expect(promised("401").safeParse(await ask(API, null, 401)).success).toBe(true);
  });

  it("has a page in Dutch that leads to it", async () => {
    const answer = await app.get("/inzicht/api");
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html).toContain('href="/api/v1/openapi.json"');
    expect(textOf(html)).toContain("/api/v1/rondes/2024/cijfers");
  });
});
