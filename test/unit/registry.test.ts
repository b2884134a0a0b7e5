import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { choiceLists } from "../../db/registry/choice-lists.ts";
import { codebooks, themeId } from "../../db/registry/codebooks.ts";
import { municipalityRegistry } from "../../db/registry/municipalities.ts";
import { annualQuestionnaire, itemId } from "../../db/registry/questionnaire.ts";
import { foldForSearch } from "../../db/registry/search-key.ts";
import { CHOICE_LISTS, MUNICIPALITY_CLASSES, PROFILE_FIELDS } from "../../db/vocabulary.ts";

const registry = municipalityRegistry();

function find(typed: string): string[] {
  return registry.filter(({ searchKey }) => searchKey.includes(foldForSearch(typed))).map(({ name }) => name);
}

describe("the registry of municipalities", () => {
  it("is the CSV file, field by field", () => {
    const file = readFileSync(join(import.meta.dirname, "../../db/registry/municipalities.csv"), "utf8");
    const rows = parse(file, { columns: true }) as Record<string, string>[];
    const registryAsRows = registry.map((municipality) => ({
      code: municipality.code,
      name: municipality.name,
      official_name: municipality.officialName,
      province: municipality.province,
      network: municipality.network,
      size_class: municipality.sizeClass,
      lat: municipality.lat.toFixed(4),
      lon: municipality.lon.toFixed(4),
      inhabitants_2022_01_01: String(municipality.inhabitants["2022-01-01"]),
      inhabitants_2026_01_01: String(municipality.inhabitants["2026-01-01"]),
      synonyms: municipality.synonyms.join("|"),
    }));
    expect(registryAsRows).toEqual(rows);
  });

  it("covers the country: 342 municipalities, 12 provinces, the official number of inhabitants", () => {
    expect(registry).toHaveLength(342);
    expect(new Set(registry.map(({ code }) => code)).size).toBe(342);
    expect(new Set(registry.map(({ province }) => province)).size).toBe(12);
    const sum = (date: "2022-01-01" | "2026-01-01") =>
      registry.reduce((total, { inhabitants }) => total + inhabitants[date], 0);
    expect(sum("2022-01-01")).toBe(17_590_672);
    expect(sum("2026-01-01")).toBe(18_130_231);
  });

  it("gives every municipality a known class, a code and a place within the country", () => {
    for (const { code, lat, lon, sizeClass } of registry) {
      expect(code).toMatch(/^GM\d{4}$/);
      expect(MUNICIPALITY_CLASSES).toContain(sizeClass);
      expect(lat).toBeGreaterThan(50.7);
      expect(lat).toBeLessThan(53.6);
      expect(lon).toBeGreaterThan(3.3);
      expect(lon).toBeLessThan(7.3);
    }
  });

  it.each([
    ["den bosch", "'s-Hertogenbosch"],
    ["s-Hertogenbosch", "'s-Hertogenbosch"],
    ["Den Haag", "Den Haag"],
    ["gravenhage", "Den Haag"],
    ["Sudwest", "Súdwest-Fryslân"],
    ["SÚDWEST-FRYSLÂN", "Súdwest-Fryslân"],
    ["Friesland", "Leeuwarden"],
    ["hengelo (o", "Hengelo"],
    ["Nuenen, Gerwen", "Nuenen, Gerwen en Nederwetten"],
  ])("finds %s as %s", (typed, name) => {
    expect(find(typed)).toContain(name);
  });

  it("does not find what is not there", () => {
    expect(find("Lindestad")).toEqual([]);
  });
});

describe("the managed lists", () => {
  it("has choices for every list, with codes that occur once", () => {
    for (const list of CHOICE_LISTS) {
      const codes = choiceLists[list].map(({ code }) => code);
      expect(codes.length, list).toBeGreaterThan(2);
      expect(new Set(codes).size, list).toBe(codes.length);
      for (const code of codes) expect(code).toMatch(/^[a-z0-9_]+$/);
    }
    expect(choiceLists.extent.map(({ code }) => code)).toEqual(["1", "2", "3", "4", "5"]);
  });

  it("has the codebooks of 2024 and one shared list, each theme with a definition of its own", () => {
    expect(codebooks.map(({ concept, themes }) => [concept, themes.length])).toEqual([
      ["4C1", 8],
      ["4C2", 9],
      ["5B1", 8],
      ["5C1", 7],
      ["themes", 14],
    ]);
    const all = codebooks.flatMap(({ id, themes }) => themes.map((theme) => ({ id, ...theme })));
    expect(new Set(all.map(({ id, slug }) => themeId(id, slug))).size).toBe(all.length);
    expect(new Set(all.map(({ definition }) => definition)).size).toBe(all.length);
  });
});

describe("the annual questionnaire", () => {
  const items = annualQuestionnaire.sections.flatMap((section) => section.items);

  it("has all 24 items once, in the published order", () => {
    expect(items.map(({ concept }) => concept)).toEqual(
      (
        "3A1 3A2 3B1 3B2 3C1 3C2 3D1 3E1 3E2 3F1 " + "4A1 4A2 4A3 4A4 4B1 4B2 4B3 4B4 4C1 4C2 5A1 5A2 5B1 5C1"
      ).split(" "),
    );
    expect(new Set(items.map(({ concept }) => itemId(concept))).size).toBe(24);
  });

  it("keeps a section small", () => {
    for (const section of annualQuestionnaire.sections) expect(section.items.length).toBeLessThanOrEqual(8);
  });

  it("opens facts to members and keeps opinions and open answers confidential", () => {
    for (const { concept, audience } of items) {
      expect(audience, concept).toBe(concept.startsWith("3") ? "members" : "confidential");
    }
  });

  it("fills every profile field but the municipalities, each from one fact", () => {
    const fields = items.flatMap(({ profileField }) => profileField ?? []);
    expect(["municipalities", ...fields]).toEqual([...PROFILE_FIELDS]);
  });

  it("gives every choice and scale a list, and no other item", () => {
    for (const { concept, kind, choiceList } of items) {
      expect(choiceList !== undefined, concept).toBe(["one", "many", "scale"].includes(kind));
    }
  });

  it("says in short sentences why it asks and what is done with it", () => {
    for (const { concept, purpose, use, help } of items) {
      for (const text of [purpose, use, help ?? "Geen hulp nodig."]) {
        expect(text, concept).toMatch(/^[A-ZÉ].*\.$/);
        expect(text, concept).not.toMatch(/!|\bu\b/i);
        for (const sentence of text.split(/(?<=\.)\s/)) {
          expect(sentence.split(/\s+/).length, `${concept}: ${sentence}`).toBeLessThanOrEqual(20);
        }
      }
    }
  });
});
