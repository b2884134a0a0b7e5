import { startEdge } from "../support/edge.ts";
import { ask, timed } from "./load.ts";
import { signIn } from "./measured.ts";
import { PLAN } from "./plan.ts";
import { fieldAlone, filledForm } from "./section-form.ts";

/** Requests to the database for each page and for a save, counted at the database itself. */
export async function roundTrips(database: string): Promise<Record<string, number>> {
  const edge = await startEdge(database);
  const found: Record<string, number> = {};
  const count = async (name: string, work: () => Promise<unknown>) => {
    const before = edge.database.requests();
    await work();
    found[name] = edge.database.requests() - before;
  };
  try {
    for (const { name, path, person } of PLAN.pages) {
      const cookie = await signIn(edge.url, person);
      await count(name, () => timed({ url: `${edge.url}${path}`, cookie }, 200));
    }
    const [save] = PLAN.saves;
    if (!save) throw new Error("The plan saves a section");
    const { path, person } = save;
    const cookie = await signIn(edge.url, person);
    const { body } = await ask({ url: `${edge.url}${path}`, cookie });
    const form = filledForm(body, path, "Meting van rondes");
    await count("save", () => timed({ url: `${edge.url}${path}`, cookie, form }, 303));
    const [fields, accept] = [fieldAlone(form), "application/json"];
    await count("field", () => timed({ url: `${edge.url}${path}`, cookie, form: fields, accept }, 200));
  } finally {
    await edge.close();
  }
  return found;
}
