import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultIn, filledIn } from "../../functions/insights/interpretation-text.ts";

const CODES = [
  { name: "n", label: "organisaties", value: "46" },
  { name: "aantal:4-5", label: "Grotendeels of volledig", value: "hooguit 2" },
  { name: "deel:wmo", label: "Wmo", value: "63 %" },
];
const said = (text: string) =>
  filledIn(text, CODES)
    .map(({ text: part, isBound }) => (isBound ? `<${part}>` : part))
    .join("");

describe("a text beneath a figure", () => {
  it("takes its numbers from the release, masked as they are", () => {
    expect(said("Van de {n} zijn er {aantal:4-5} zover; {Deel: wmo} voert de Wmo uit.")).toBe(
      "Van de <46> zijn er <hooguit 2> zover; <63 %> voert de Wmo uit.",
    );
    expect(said("{aantal:weg} en {n")).toBe("<niet bekend> en {n");
  });

  it.each([
    [
      "Er is samenhang met feedback (tau = 2,57, p < 0,05).",
      "tau = 2,57 kan niet: deze maat ligt tussen -1 en 1.",
    ],
    ["Er is samenhang (Kendall's tau = 2.58).", "tau = 2.58 kan niet"],
    ["Dat is toeval (p = 1,3).", "p = 1,3 kan niet: p ligt tussen 0 en 1."],
    ["Dat is toeval (p=-0,2).", "p=-0,2 kan niet"],
    ["Wel 140 % doet mee.", "140 % kan niet: een deel ligt tussen 0 en 100 %."],
    ["Wel honderd, nee 101 procent doet mee.", "101 procent kan niet"],
    ["Cliffs delta = −1,2.", "delta = −1,2 kan niet"],
    ["τ = 1.01", "τ = 1.01 kan niet"],
  ])("with an impossible statistic is refused: %s", (text, sentence) => {
    expect(faultIn(text, CODES)).toContain(sentence);
    expect(faultIn(text, CODES)).toContain(
      text.includes("%") || text.includes("procent") ? "Gebruik" : "Kijk",
    );
  });

  it.each([
    ["Zo'n 63 % voert de Wmo uit.", "Typ 63 % niet zelf. Gebruik {deel:optie}"],
    ["In 12 organisaties is dat zo.", "Typ ‘12’ niet zelf. Gebruik {n} of {aantal:optie}"],
    ["Bij twaalf van de organisaties is dat zo.", "Typ ‘twaalf van de organisaties’ niet zelf."],
    ["Eenentwintig leden doen dit.", "Typ ‘Eenentwintig leden’ niet zelf."],
    ["Het zijn er 1.200 of meer.", "Typ ‘1.200’ niet zelf."],
    ["Hier staat {aantal:onbekend}.", "{aantal:onbekend} bestaat niet bij dit cijfer."],
  ])("with a typed number is refused and names the code: %s", (text, sentence) => {
    expect(faultIn(text, CODES)).toContain(sentence);
  });

  it.each([
    "In 2024 en 2026 vroegen we dit aan {n} organisaties.",
    "Zie ook vraag 4A1 en 3C2, vooral in de G40 en de M50.",
    "De samenhang is matig (tau = 0,49, p < 0,01).",
    "De samenhang is matig (τ = .493; p=.049).",
    "Teams noemen vooral {deel:wmo} en {aantal:4-5}.",
    "Een team dat dit al doet, vertelt er graag over.",
  ])("may say: %s", (text) => {
    expect(faultIn(text, CODES)).toBeNull();
  });

  it("lets no digit through outside years, names and statistics that can exist", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1800 }), (count) => {
        expect(faultIn(`Er zijn er ${count} die dat doen.`, CODES)).not.toBeNull();
      }),
    );
  });
});
