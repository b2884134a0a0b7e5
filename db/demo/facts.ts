import type { AnswerValue } from "../schema/values.ts";
import type { AnswerState } from "../vocabulary.ts";
import type { DemoMember } from "./association.ts";
import { inhabitantsOf } from "./inhabitants.ts";
import { type Random, randomFrom } from "./random.ts";
import { factExplanations } from "./sentences/fact-texts.ts";

/** What one organisation says on one item. */
export interface DemoAnswer {
  readonly state: AnswerState;
  readonly value?: AnswerValue;
  readonly explanation?: string;
}

/** Part 3 of the questionnaire, by concept; a concept that is left out was left blank. */
export type DemoFacts = Readonly<Record<string, DemoAnswer>>;

const unknown: DemoAnswer = { state: "unknown" };
const notApplicable: DemoAnswer = { state: "not_applicable" };

/** Plausible facts of one organisation: they hang together with its name, its size and its legal form. */
export function factsOf(member: DemoMember): DemoFacts {
  const random = randomFrom(`facts of ${member.slug}`);
  const targetGroup = targetGroupOf(member, random);
  const legalForm = legalFormOf(member, random);
  const inhabitants = inhabitantsOf(member);
  const locations = Math.max(1, Math.min(38, Math.round((inhabitants / 21_000) * (0.6 + random.next()))));
  const fte = Math.max(4.5, Math.round((inhabitants / 2_300) * (0.6 + random.next() * 0.9) * 10) / 10);
  const facts: Record<string, DemoAnswer> = {
    "3A1": given({ choices: [targetGroup] }),
    "3A2": given({ choices: lawsOf(targetGroup, random) }),
    "3B1": given({ number: locations }),
    "3B2": given({ choices: usesOf(locations, random) }),
    "3C1": given({ choices: legalForm }),
    "3C2": random.chance(0.05) ? unknown : given({ number: fte }),
    "3D1": random.chance(0.03) ? unknown : given({ choices: systemsOf(random) }),
    "3E1": given({ choices: caoOf(legalForm, random) }),
  };
  const code = governanceOf(legalForm, random);
  if (code) facts["3E2"] = code;
  const branches = branchesOf(legalForm, random);
  if (branches) facts["3F1"] = branches;
  return withExplanations(facts, random);
}

function given(value: AnswerValue): DemoAnswer {
  return { state: "given", value };
}

function targetGroupOf({ name }: DemoMember, random: Random): string {
  if (/jeugd|opgroei/i.test(name)) return "youth_and_family";
  const chance = random.next();
  if (chance < 0.66) return "all_ages";
  return chance < 0.82 ? "youth_and_family" : "adults";
}

function lawsOf(targetGroup: string, random: Random): string[] {
  const laws: string[] = [];
  if (targetGroup !== "youth_and_family" || random.chance(0.3)) laws.push("wmo");
  if (targetGroup !== "adults") laws.push("jeugdwet");
  if (random.chance(0.45)) laws.push("participatiewet");
  if (random.chance(0.5)) laws.push("wgs");
  if (random.chance(0.15)) laws.push("wpg");
  if (random.chance(0.13)) laws.push("wvggz");
  if (random.chance(0.1)) laws.push("wkkgz");
  return laws;
}

function usesOf(locations: number, random: Random): string[] {
  const chances: readonly (readonly [string, number])[] = [
    ["walk_in", 0.82],
    ["appointments", 0.96],
    ["group_activities", 0.6],
    ["welfare_activities", 0.42],
    ["trainings", 0.48],
    ["volunteering", 0.3],
    ["day_activities", 0.24],
    ["day_care", 0.07],
    ["playground", 0.09],
    ["office", 0.55],
    ["satellite", locations > 5 ? 0.3 : 0.04],
  ];
  const uses = chances.filter(([, chance]) => random.chance(chance)).map(([use]) => use);
  return uses.length > 0 ? uses : ["appointments"];
}

function legalFormOf({ name, codes }: DemoMember, random: Random): string[] {
  if (name.startsWith("Stichting")) return ["foundation"];
  if (name.startsWith("Coöperatie")) return ["cooperative"];
  if (codes.length > 3 && random.chance(0.4)) return ["joint_scheme"];
  const chance = random.next();
  if (chance < 0.4) return ["foundation"];
  if (chance < 0.7) return ["municipal_service"];
  if (chance < 0.8) return ["part_of_welfare"];
  if (chance < 0.9) return ["network"];
  return chance < 0.95 ? ["foundation", "network"] : ["limited_company"];
}

function systemsOf(random: Random): string[] {
  const common = ["suite4sociale_regie", "zorgned", "suite4sociale_regie", "wizportaal", "topicus", "gws"];
  const rare = ["suite4jeugdzorg", "mozard", "cumulus", "joep", "menscentraal"];
  const systems = [random.pick(common)];
  if (random.chance(0.45)) systems.push(random.pick(common));
  if (random.chance(0.3)) systems.push(random.pick(rare));
  return [...new Set(systems)];
}

function isMunicipal(legalForm: readonly string[]): boolean {
  return legalForm.includes("municipal_service") || legalForm.includes("joint_scheme");
}

function caoOf(legalForm: readonly string[], random: Random): string[] {
  if (isMunicipal(legalForm)) return [legalForm.includes("joint_scheme") ? "sgo" : "gemeenten"];
  if (legalForm.includes("network")) return ["several", "sociaal_werk"];
  return random.chance(0.2) ? ["sociaal_werk", "jeugdzorg"] : ["sociaal_werk"];
}

function governanceOf(legalForm: readonly string[], random: Random): DemoAnswer | undefined {
  const chance = random.next();
  if (chance < 0.06) return unknown;
  if (isMunicipal(legalForm)) return chance < 0.35 ? notApplicable : given({ choices: ["municipal"] });
  if (chance < 0.12) return undefined;
  if (chance < 0.5) return given({ choices: ["sociaal_werk"] });
  if (chance < 0.7) return given({ choices: ["zorg"] });
  return given({ choices: [chance < 0.8 ? "openbaar_bestuur" : "none_explicit"] });
}

function branchesOf(legalForm: readonly string[], random: Random): DemoAnswer | undefined {
  const chance = random.next();
  if (chance < 0.05) return undefined;
  if (chance < 0.09) return unknown;
  if (isMunicipal(legalForm)) return given({ choices: chance < 0.6 ? ["vng"] : ["vng", "divosa"] });
  if (chance < 0.2) return given({ choices: ["none"] });
  if (chance < 0.35) return given({ choices: ["sociaal_werk_nederland", "jeugdzorg_nederland"] });
  if (chance < 0.45) return given({ choices: ["sociaal_werk_nederland", "nvvk"] });
  return given({ choices: ["sociaal_werk_nederland"] });
}

function withExplanations(facts: Record<string, DemoAnswer>, random: Random): DemoFacts {
  const entries = Object.entries(facts).map(([concept, answer]): [string, DemoAnswer] => {
    const texts = factExplanations[concept];
    if (!texts || answer.state !== "given" || !random.chance(0.16)) return [concept, answer];
    return [concept, { ...answer, explanation: random.pick(texts) }];
  });
  return Object.fromEntries(entries);
}
