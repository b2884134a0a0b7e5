import * as z from "zod";
import { faultAnswer, figuresAnswer, figuresQuery } from "../../web/insights/api-contract.ts";
import { paths } from "../../web/paths.ts";

const schemaOf = (schema: z.ZodType) => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema);
  return rest;
};

const fault = (description: string) => ({
  description,
  content: { "application/json": { schema: { $ref: "#/components/schemas/Fout" } } },
});

const answer = (description: string, more = {}) => ({
  description,
  ...more,
  content: { "application/json": { schema: { $ref: "#/components/schemas/Cijfers" } } },
});

const refusals = (missing: string) => ({
  401: fault("Je bent niet ingelogd."),
  403: fault("Je hoort niet bij een lidorganisatie of bij de vereniging."),
  404: fault(missing),
});

const YEAR = {
  name: "jaar",
  in: "path",
  required: true,
  description: "Jaar van de ronde.",
  schema: { type: "string", pattern: "^\\d{4}$" },
};

const NEXT = {
  description: "Het volgende deel, met rel=next: hetzelfde adres als in ‘volgende’. Ontbreekt aan het eind.",
  schema: { type: "string" },
};

/** The read API in OpenAPI 3.1; its schemas are those that the answers are made and tested with. */
export function apiDescription(association: string, version: string) {
  const query = z.toJSONSchema(figuresQuery, { io: "input" });
  const parameters = Object.entries(query.properties ?? {}).map(([name, schema]) => {
    const { description, ...rest } = schema as { description?: string };
    return { name, in: "query", required: false, description, schema: rest };
  });
  return {
    openapi: "3.1.0",
    info: {
      title: `Vrijgegeven cijfers van ${association}`,
      version,
      description:
        "Alle cijfers van vertrouwelijke vragen die zijn vrijgegeven. Een verborgen cijfer heeft geen getal en altijd dezelfde reden. Er wordt niets opnieuw geteld. Wie leest, komt in het logboek. Niets komt uit een tussengeheugen (cache-control: no-store).",
    },
    servers: [{ url: "/" }],
    paths: {
      [paths.apiFigures("{jaar}")]: {
        get: {
          operationId: "cijfers",
          summary: "De vrijgegeven cijfers van een ronde, per vraag en in delen",
          parameters: [YEAR, ...parameters],
          responses: {
            200: answer("Een deel van de cijfers. Volg ‘volgende’ tot het null is.", {
              headers: { Link: NEXT },
            }),
            ...refusals("Van deze ronde of vraag zijn geen cijfers vrijgegeven."),
            422: fault("Iets in het adres klopt niet."),
          },
          security: [{ sessie: [] }],
        },
      },
      [paths.apiFacts("{jaar}")]: {
        get: {
          operationId: "feiten",
          summary: "De aantallen van feiten die leden voor elkaar openden, van alle leden samen",
          parameters: [YEAR],
          responses: {
            200: answer("Alle aantallen, precies. Ze veranderen nog zolang de ronde open is."),
            ...refusals("Van dit jaar is er geen ronde."),
          },
          security: [{ sessie: [] }],
        },
      },
    },
    components: {
      schemas: { Cijfers: schemaOf(figuresAnswer), Fout: schemaOf(faultAnswer) },
      securitySchemes: {
        sessie: {
          type: "apiKey",
          in: "cookie",
          name: "sessie",
          description: "De sessie van iemand die is ingelogd.",
        },
      },
    },
  };
}
