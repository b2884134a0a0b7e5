import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { seedRegistry } from "../../db/registry/seed.ts";
import { faultAnswer } from "../../web/insights/api-contract.ts";
import { seedRoundOf2024 } from "../support/answered-round.ts";
import { startApp, type TestApp, textOf } from "../support/app.ts";
import { type CastKey, seedCast } from "../support/cast.ts";
import { SCALE_CELLS, seedRelease, THEME_CELLS } from "../support/released-round.ts";
import { openTemporaryDatabase, type TemporaryDatabase } from "../support/temporary-database.ts";

const API = "/api/v1/rondes/2024/cijfers";
const FACTS = "/api/v1/rondes/2024/feiten";
const DESCRIPTION = "/api/v1/openapi.json";

let database: TemporaryDatabase;
let app: TestApp;

beforeAll(async () => {
  database = await openTemporaryDatabase();
  await seedRegistry(database.db);
  await seedCast(database.db);
  await seedRoundOf2024(database.db);
  await seedRelease(database.db, "4A1", SCALE_CELLS);
  await seedRelease(database.db, "4C1", THEME_CELLS);
  app = startApp(database.db);
});
afterAll(() => database.close());

const ask = async (path: string, as: CastKey | null = "editor", status = 200) => {
  const answer = await app.get(path, as);
  expect(answer.status, path).toBe(status);
  return (await answer.json()) as unknown;
};

interface Described {
  paths: Record<string, { get: { parameters: { name: string }[]; responses: Record<string, unknown> } }>;
  components: { schemas: Record<string, object> };
}

describe("the description of the API", () => {
  const described = async () => (await ask(DESCRIPTION, null)) as Described;

  it("is OpenAPI 3.1 by the schema of its makers, and open to all", async () => {
    const whole = JSON.stringify(await described());
    const checker = new Validator();
    expect(await checker.validate(JSON.parse(whole))).toEqual({ valid: true });
    expect(checker.version).toBe("3.1");
    const broken = JSON.parse(whole.replaceAll('"in":"query"', '"in":"somewhere"'));
    expect((await new Validator().validate(broken)).valid).toBe(false);
  });

  it("is true of real answers of every address and outcome, by a validator that is not ours", async () => {
    const { paths, components } = await described();
    expect(Object.keys(paths)).toEqual(["/api/v1/rondes/{jaar}/cijfers", "/api/v1/rondes/{jaar}/feiten"]);
    const get = paths["/api/v1/rondes/{jaar}/cijfers"]?.get;
    expect(get?.parameters.map(({ name }) => name)).toEqual(["jaar", "vraag", "na", "aantal", "versie"]);
    expect(Object.keys(get?.responses ?? {})).toEqual(["200", "401", "403", "404", "422"]);
    const checker = new Ajv2020({ strict: false });
    addFormats.default(checker);
    const is = (name: string) => checker.compile(components.schemas[name] ?? false);
    const [isFigures, isFault] = [is("Cijfers"), is("Fout")];
    const real = (await ask(`${API}?aantal=500`)) as Record<string, unknown>;
    expect(isFigures(real), JSON.stringify(isFigures.errors)).toBe(true);
    expect(isFigures(await ask(FACTS)), JSON.stringify(isFigures.errors)).toBe(true);
    expect(isFigures({ ...real, cijfers: [{}] })).toBe(false);
    expect(isFault(await ask(API, null, 401))).toBe(true);
    expect(isFault(await ask(`${API}?aantal=0`, "editor", 422))).toBe(true);
    expect(isFault(await ask(FACTS.replace("2024", "2023"), "editor", 404))).toBe(true);
    expect(isFault(real)).toBe(false);
  });

  it("has a page in Dutch that leads to it", async () => {
    const answer = await app.get("/inzicht/api");
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html).toContain('href="/api/v1/openapi.json"');
    expect(textOf(html)).toContain("/api/v1/rondes/2024/cijfers");
  });
});

describe("what is no question to the API", () => {
  it.each(["POST", "PUT", "DELETE"])("%s is answered with 405 in JSON", async (method) => {
    for (const path of [API, FACTS, DESCRIPTION]) {
      const answer = await app.request(path, { method, headers: { "sec-fetch-site": "same-origin" } });
      expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
      faultAnswer.parse(await answer.json());
    }
  });

  it("an unknown address is answered with 404 in JSON", async () => {
    for (const path of ["/api/v1/rondes", "/api/v2/rondes/2024/cijfers", `${API}/4A1`])
      faultAnswer.parse(await ask(path, "editor", 404));
  });
});
