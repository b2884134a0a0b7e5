import { demoMembers, LINDESTAD, WATERRAND } from "./association.ts";

/** Nine of the 55 members did not answer in 2024, so 46 did. */
const absentIn2024: readonly string[] = [
  "stichting-grachtenkring",
  "wijkteam-zeedijk",
  "dorpsteam-de-dries",
  "polderteams-vliegwiel",
  "buurtteams-kassenlicht",
  "naoberschap-de-spil",
  "gebietsteam-de-trekfeart",
  "wijkkracht-korenmarkt",
  "lokaal-team-molenwiek",
];

/** These two answered 2024 twice, once for each part of their area: 48 responses. */
const twiceIn2024: readonly string[] = ["gebiedsteams-maasheggen", "noaberteams-essenhof"];

/** Each response to the round of 2024, in no special order. */
export const responsesOf2024: readonly { slug: string; sequence: number }[] = demoMembers
  .filter(({ slug }) => !absentIn2024.includes(slug))
  .flatMap(({ slug }) =>
    twiceIn2024.includes(slug)
      ? [
          { slug, sequence: 1 },
          { slug, sequence: 2 },
        ]
      : [{ slug, sequence: 1 }],
  );

/** Who was a member when the pilot began and let the pilot pass; five of these eight did answer in 2024. */
const absentInPilot: readonly string[] = [
  "team-vuurtorenstraat",
  "stichting-merelhof",
  "team-koempelhof",
  "buurtschap-samen-sterk",
  "stadjerskring",
  "lokaal-team-molenwiek",
  "gebietsteam-de-trekfeart",
  "dorpsteam-de-dries",
];
/** Who became a member during or after the pilot. */
const notYetMember: readonly string[] = [
  "sociale-teams-zuideroever",
  "lokaal-team-de-groene-loper",
  "dichtbij-droogmakerij",
  "noaberteams-essenhof",
  "doarpsteams-de-stjelp",
  "jeugd-en-gezinsteam-tulpenveld",
  "opgroeiteam-vennebos",
];

/** The 40 organisations that answered the pilot of 2022; 34 of them answered in 2024 too. */
export const inPilot: readonly string[] = demoMembers
  .map(({ slug }) => slug)
  .filter((slug) => !absentInPilot.includes(slug) && !notYetMember.includes(slug));

export const signedIn2026: readonly string[] = [
  "havenbuurt-samen",
  "team-sleutelplein",
  "gebiedsteams-rietland",
  "stichting-weversplein",
  "gebiedsteams-mergelrand",
  "wijkwerkers-lichtplein",
  "dorpenteam-wierdekamp",
  "sociaal-team-eekhoornbos",
  "opgroeiteam-vennebos",
  "gebiedsteams-maasheggen",
  "doarpsteams-de-stjelp",
  "wijkteam-zeedijk",
  "buurtteams-kassenlicht",
  "dorpsteam-peelvenen",
];

export const readyIn2026: readonly string[] = [WATERRAND, "stadjerskring", "samen-in-de-ring"];

/** How many of the ten sections are done; the section after those has its first answer. */
export const inProgressIn2026: readonly { slug: string; sectionsDone: number }[] = [
  { slug: LINDESTAD, sectionsDone: 2 },
  { slug: "team-vuurtorenstraat", sectionsDone: 5 },
  { slug: "stichting-waalbrug-nabij", sectionsDone: 8 },
  { slug: "wijkteam-roerzicht", sectionsDone: 1 },
  { slug: "stichting-grachtenkring", sectionsDone: 6 },
];
