import type { DemoPerson } from "../support/browser.ts";
import { type Ask, ask, load, type Measurement, round, summary, timed } from "./load.ts";
import { type MeasuredPage, PLAN } from "./plan.ts";
import type { Target } from "./processes.ts";
import { filledForm } from "./section-form.ts";

/** A page beside the bare page in the same turns. */
export interface Compared extends Measurement {
  /** processor time of the server for one request; for a save without that of reading its form */
  cpuMs: number;
  bare: Measurement & { cpuMs: number };
  /** how many times the processor time of the bare page; the machine's speed falls out of it */
  cpuRatio: number;
  p50Ratio: number;
}

/** Signs in by the demo's button; answers the cookie. */
export async function signIn(url: string, person: DemoPerson): Promise<string> {
  const form = new URLSearchParams({ persoon: person });
  const answer = await ask({ url: `${url}/inloggen/demo`, form });
  const cookie = [answer.headers["set-cookie"] ?? ""].flat()[0]?.split(";")[0] ?? "";
  if (answer.status !== 303 || !cookie) throw new Error(`Signing in at ${url} gave ${answer.status}`);
  return cookie;
}

/** Adds up turns: how long each request took, the time by the clock, and the server's processor time. */
export class Turns {
  readonly durations: number[] = [];
  elapsedMs = 0;
  cpuMs = 0;

  async take(target: Target, work: () => Promise<number[]>): Promise<void> {
    const [begin, cpu] = [performance.now(), target.cpuMs()];
    this.durations.push(...(await work()));
    this.elapsedMs += performance.now() - begin;
    this.cpuMs += target.cpuMs() - cpu;
  }

  get result(): Measurement & { cpuMs: number } {
    return {
      ...summary(this.durations, this.elapsedMs),
      cpuMs: round(this.cpuMs / Math.max(1, this.durations.length)),
    };
  }
}

export function compared(page: Turns, bare: Turns, cpuMs = page.result.cpuMs): Compared {
  const [own, other] = [page.result, bare.result];
  const ratio = (a: number, b: number) => (b > 0 ? round(a / b) : 0);
  return {
    ...own,
    cpuMs: round(cpuMs),
    bare: other,
    cpuRatio: ratio(cpuMs, other.cpuMs),
    p50Ratio: ratio(own.p50Ms, other.p50Ms),
  };
}

/** Measures a page and the bare page in turns, after warming both up. */
export async function comparePage(
  app: Target,
  bare: Target,
  page: MeasuredPage,
  { requests, concurrency, yardstick } = {
    requests: PLAN.requestsPerTurn * PLAN.turns,
    concurrency: PLAN.concurrency,
    yardstick: PLAN.requestsPerTurn,
  },
): Promise<Compared> {
  const { turns, warmUpRequests } = PLAN;
  const perTurn = Math.ceil(requests / turns);
  const own: Ask = { url: `${app.url}${page.path}`, cookie: await signIn(app.url, page.person) };
  const bareAsk: Ask = { url: `${bare.url}/` };
  await load(own, Math.min(warmUpRequests, perTurn * 2), concurrency);
  await load(bareAsk, Math.min(warmUpRequests, yardstick * 2), concurrency);
  const [ownTurns, bareTurns] = [new Turns(), new Turns()];
  for (let turn = 0; turn < turns; turn++) {
    await ownTurns.take(app, () => load(own, perTurn, concurrency));
    await bareTurns.take(bare, () => load(bareAsk, yardstick, concurrency));
  }
  return compared(ownTurns, bareTurns);
}

/**
 * Measures saving a section. Each save needs the form as it stands after the one before, so it is read first;
 * that reading is not timed, and its processor time (`readingCpuMs`) is taken off.
 */
export async function compareSave(app: Target, bare: Target, readingCpuMs: number): Promise<Compared> {
  const { saves, turns, savesPerTurn, requestsPerTurn, concurrency } = PLAN;
  const people = await Promise.all(
    saves.map(async ({ path, person }) => ({ path, cookie: await signIn(app.url, person) })),
  );
  let number = 0;
  const saveOnce = async ({ path, cookie }: { path: string; cookie: string }): Promise<number> => {
    const url = `${app.url}${path}`;
    const { body } = await ask({ url, cookie });
    number += 1;
    return timed({ url, cookie, form: filledForm(body, path, `Meting ${number}, om te bewaren`) }, 303);
  };
  const [ownTurns, bareTurns] = [new Turns(), new Turns()];
  await Promise.all(people.map(saveOnce));
  for (let turn = 0; turn < turns; turn++) {
    await ownTurns.take(app, async () => {
      const saved = people.map(async (person) => {
        const durations: number[] = [];
        for (let save = 0; save < savesPerTurn; save++) durations.push(await saveOnce(person));
        return durations;
      });
      return (await Promise.all(saved)).flat();
    });
    await bareTurns.take(bare, () => load({ url: `${bare.url}/` }, requestsPerTurn, concurrency));
  }
  return compared(ownTurns, bareTurns, ownTurns.result.cpuMs - readingCpuMs);
}
