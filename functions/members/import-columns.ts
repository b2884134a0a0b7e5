import type { ImportColumn } from "./import-table.ts";

export type MemberColumn =
  | "naam"
  | "synoniemen"
  | "lid_sinds"
  | "gemeenten"
  | "rechtsvorm"
  | "website"
  | "email"
  | "telefoon";

export const MEMBER_COLUMNS: readonly ImportColumn<MemberColumn>[] = [
  {
    key: "naam",
    label: "Naam",
    alsoCalled: ["Organisatie", "Lid", "Naam organisatie"],
    explanation: "Naam van de organisatie. Aan de naam zien we of het lid er al is.",
    example: "Wijkteam Voorbeeld",
    isNeeded: true,
  },
  {
    key: "synoniemen",
    label: "Ook bekend als",
    alsoCalled: ["Afkorting", "Synoniemen"],
    explanation: "Andere namen waarop mensen zoeken, met een puntkomma ertussen.",
    example: "WTV; De Voorbeelden",
  },
  {
    key: "lid_sinds",
    label: "Lid sinds",
    alsoCalled: ["Lid vanaf", "Ingangsdatum"],
    explanation: "Eerste dag van het lidmaatschap. Nodig voor een nieuw lid.",
    example: "1-1-2026",
  },
  {
    key: "gemeenten",
    label: "Gemeenten",
    alsoCalled: ["Gemeente"],
    explanation: "Namen of codes (GM0363), met een puntkomma ertussen.",
    example: "Utrecht; De Bilt",
  },
  {
    key: "rechtsvorm",
    label: "Organisatievorm",
    alsoCalled: ["Rechtsvorm", "Vorm"],
    explanation: "Een of meer vormen uit de lijst, met een puntkomma ertussen.",
    example: "Stichting",
  },
  {
    key: "website",
    label: "Website",
    explanation: "Webadres van de organisatie.",
    example: "https://www.voorbeeld.example",
  },
  {
    key: "email",
    label: "E-mail",
    alsoCalled: ["Mailadres", "E-mailadres"],
    explanation: "Algemeen mailadres, niet van één persoon.",
    example: "info@voorbeeld.example",
  },
  {
    key: "telefoon",
    label: "Telefoon",
    alsoCalled: ["Telefoonnummer"],
    explanation: "Algemeen telefoonnummer.",
    example: "030 123 45 67",
  },
];

export type PersonColumn = "naam" | "email" | "telefoon" | "organisatie" | "rollen";

export const PERSON_COLUMNS: readonly ImportColumn<PersonColumn>[] = [
  {
    key: "naam",
    label: "Naam",
    alsoCalled: ["Volledige naam", "Medewerker"],
    explanation: "Voornaam en achternaam.",
    example: "Kim Voorbeeld",
    isNeeded: true,
  },
  {
    key: "email",
    label: "E-mail",
    alsoCalled: ["Mailadres", "E-mailadres"],
    explanation: "Mailadres van het werk. Hieraan zien we of de persoon er al is.",
    example: "kim@voorbeeld.example",
    isNeeded: true,
  },
  {
    key: "telefoon",
    label: "Telefoon",
    alsoCalled: ["Telefoonnummer"],
    explanation: "Telefoonnummer van het werk.",
    example: "030 123 45 67",
  },
  {
    key: "organisatie",
    label: "Organisatie",
    alsoCalled: ["Lid", "Lidorganisatie"],
    explanation: "Naam van het lid waar de rollen voor gelden.",
    example: "Wijkteam Voorbeeld",
    isNeeded: true,
  },
  {
    key: "rollen",
    label: "Rollen",
    alsoCalled: ["Rol"],
    explanation:
      "Professional, redacteur, tekenaar of gastheer, met een puntkomma ertussen. Leeg is professional.",
    example: "redacteur; gastheer",
  },
];
