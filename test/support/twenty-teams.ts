import type { HandResponse } from "./answered-round.ts";

const JULY = "2024-07-01T10:00:00Z";
const SECRET = "Wij zijn bang voor het kwikzilver in de kelder";
/** Per step of the scale, low to high, how many of the twenty teams chose it; then unknown, n.v.t., empty. */
const SCALE = [0, 1, 4, 6, 5] as const;

/** Twenty teams whose figures are worked out by hand: see the numbers in the tests. */
export function twentyTeams(teams: readonly string[]): HandResponse[] {
  const scales = SCALE.flatMap((count, at) => Array.from({ length: count }, () => ({ scale: at + 1 })));
  return teams.slice(0, 20).map((member, at) => ({
    member,
    signedAt: JULY,
    answers: {
      // 20 Wmo, the first 7 also Jeugdwet, number 3 something of its own
      "3A2": {
        choices: at < 7 ? ["wmo", "jeugdwet"] : ["wmo"],
        ...(at === 2 ? { other: "Wet op de Roeibootjes" } : {}),
      },
      // 1..19 locations and one who does not know: the middle of nineteen is 10
      "3B1": at === 19 ? "unknown" : { number: at + 1 },
      "4A1": scales[at] ?? (at === 16 ? "unknown" : at === 17 ? "not_applicable" : "cleared"),
      "4C1": { text: `${SECRET} ${at}` },
    },
    // 9 organisations mention samenwerking, 3 of them twice; 18 visie; 2 data
    mentions: {
      "4C1": [
        ...(at < 9 ? ["samenwerking"] : []),
        ...(at < 3 ? ["samenwerking"] : []),
        ...(at < 15 ? ["visie"] : []),
        ...(at >= 18 ? ["data"] : []),
        ...(at >= 12 ? ["middelen"] : []),
      ],
    },
  }));
}
