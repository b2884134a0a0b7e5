import * as z from "zod";

/** The most cells in one answer: a page stays far under what the edge may spend on one request. */
export const MOST_CELLS = 500;
export const USUAL_CELLS = 200;

/** What may be asked behind the address. */
export const figuresQuery = z.object({
  vraag: z
    .string()
    .regex(/^[0-9A-Za-z-]{1,20}$/, "Noem een vraag bij haar nummer, bijvoorbeeld 4A1.")
    .optional()
    .describe("Nummer van de vraag. Zonder: de eerste vraag met vrijgegeven cijfers."),
  na: z.coerce
    .number("Geef bij ‘na’ een geheel getal.")
    .int("Geef bij ‘na’ een geheel getal.")
    .min(-1, "Geef bij ‘na’ een getal vanaf 0.")
    .optional()
    .describe("Plaats van het laatste cijfer dat je al hebt; staat in ‘volgende’."),
  aantal: z.coerce
    .number("Geef bij ‘aantal’ een geheel getal.")
    .int("Geef bij ‘aantal’ een geheel getal.")
    .min(1, `Vraag 1 tot ${MOST_CELLS} cijfers tegelijk.`)
    .max(MOST_CELLS, `Vraag 1 tot ${MOST_CELLS} cijfers tegelijk.`)
    .default(USUAL_CELLS)
    .describe("Hoeveel cijfers in dit antwoord."),
  versie: z.coerce
    .number("Geef bij ‘versie’ een geheel getal.")
    .int("Geef bij ‘versie’ een geheel getal.")
    .min(1, "Geef bij ‘versie’ een getal vanaf 1.")
    .optional()
    .describe("Cijfers van deze versie. Zonder: van elke vraag de nieuwste."),
});

const filter = z
  .object({
    filter: z.string().describe("Kenmerk, zoals in het adres van de pagina."),
    waarde: z.string(),
    naam: z.string().describe("De waarde in woorden."),
  })
  .describe("Eén filter. Geen filters: alle leden.");

/** One released cell. */
const figure = z.object({
  vraag: z.string(),
  naam: z.string().describe("Korte naam van de vraag."),
  versie: z.int().min(1).describe("Versie van deze vrijgave."),
  vrijgegevenOp: z.iso.date(),
  filters: z.array(filter),
  optie: z.string().describe("Code van het antwoord of het thema."),
  optienaam: z.string(),
  aantal: z.int().min(0).nullable().describe("Aantal organisaties; null als er geen precies aantal is."),
  vermeldingen: z
    .int()
    .min(0)
    .nullable()
    .describe("Hoe vaak een thema is genoemd, bij alle leden samen; null waar dat er niet is."),
  weergave: z.string().nullable().describe("Wat de pagina toont: een getal, een woord, of null."),
  van: z.int().min(0).nullable().describe("Het aantal is minstens dit."),
  tot: z.int().min(0).nullable().describe("Het aantal is hoogstens dit."),
  n: z.int().min(0).nullable().describe("Organisaties in deze groep; null als het cijfer verborgen is."),
  status: z.enum(["getoond", "verborgen"]),
  reden: z.string().nullable().describe("Dezelfde zin voor elk verborgen cijfer."),
  dichtstbij: z
    .array(filter)
    .nullable()
    .describe("Filters van de dichtstbijzijnde groep waarvan dit cijfer er wel is."),
});
export type ApiFigure = z.infer<typeof figure>;

/** The size of a number: of a confidential one what was released, of a fact all of it. */
const size = z.object({
  vraag: z.string(),
  filters: z.array(filter),
  organisaties: z.int().min(0).describe("Hoeveel organisaties een getal gaven."),
  mediaan: z.number(),
  mediaanVan: z
    .number()
    .nullable()
    .describe("Met ‘zekerheid’ ligt het midden tussen dit getal en ‘mediaanTot’."),
  mediaanTot: z.number().nullable(),
  zekerheid: z
    .number()
    .nullable()
    .describe("Deel van 1; null onder 6 getallen, en bij vertrouwelijke: een grens is iemands eigen getal."),
  som: z.number().nullable().describe("null als de som één organisatie te veel zou laten zien."),
  gemiddelde: z.number().nullable().describe("null onder 10 getallen."),
});
export type ApiSize = z.infer<typeof size>;

export const figuresAnswer = z.object({
  ronde: z.int(),
  titel: z.string(),
  peildatum: z.iso.date(),
  geteld: z.int().min(0).describe("Organisaties die meetellen, in de nieuwste versie van de feiten."),
  leden: z.int().min(0).describe("Leden die konden antwoorden: samen met ‘geteld’ de dekking."),
  totaal: z
    .int()
    .min(0)
    .describe("Zoveel cijfers zijn er in deze ronde. Volg ‘volgende’ vanaf het begin en je hebt ze alle."),
  cijfers: z.array(figure),
  omvang: z
    .array(size)
    .describe("Mediaan, som en gemiddelde van getallen in dit deel; van vertrouwelijke zoals vrijgegeven."),
  volgende: z.string().nullable().describe("Adres van het volgende deel; null aan het eind."),
});
export type FiguresAnswer = z.infer<typeof figuresAnswer>;

export const faultAnswer = z.object({
  fout: z.string().describe("Wat er misging en hoe je verder kunt."),
});
