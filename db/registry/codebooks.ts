import { sharedThemes } from "./shared-themes.ts";

interface RegistryTheme {
  /** Unique in its codebook. */
  readonly slug: string;
  readonly name: string;
  readonly definition: string;
}

export interface RegistryCodebook {
  readonly id: string;
  /** Concept of the item whose answers it codes, or "themes": the list shared by 5A1, 5A2 and visits. */
  readonly concept: string;
  readonly title: string;
  /** For the codebooks of 2024: in the published rank, most mentioned first. */
  readonly themes: readonly RegistryTheme[];
}

const theme = (slug: string, name: string, definition: string): RegistryTheme => ({ slug, name, definition });

const helping: readonly RegistryTheme[] = [
  theme(
    "samenwerking",
    "Samenwerking en partnerschap",
    "Partners en gemeente kennen elkaar en trekken samen op.",
  ),
  theme("visie", "Heldere visie en kaders", "Iedereen weet waar het heen moet en wat daarbij hoort."),
  theme(
    "ruimte",
    "Professionele ruimte en vertrouwen",
    "De medewerker mag zelf afwegen en blijft lang genoeg dichtbij.",
  ),
  theme(
    "medewerkers",
    "Betrokkenheid en deskundigheid van medewerkers",
    "Het team kent het vak, leert van elkaar en gaat ervoor.",
  ),
  theme(
    "experimenteren",
    "Gezamenlijk optreden en experimenteren",
    "Samen iets nieuws proberen, ook over de schotten heen.",
  ),
  theme("middelen", "Voldoende middelen en tijd", "Er is genoeg geld en rust om het werk goed te doen."),
  theme(
    "grondoorzaken",
    "Focus op grondoorzaken en maatwerk",
    "Eerst kijken wat er echt speelt, dan doen wat past.",
  ),
  theme(
    "data",
    "Datagericht werken en innovatie",
    "Cijfers, onderzoek en nieuwe werkwijzen sturen het werk bij.",
  ),
];

const hindering: readonly RegistryTheme[] = [
  theme(
    "sturing",
    "Gebrek aan visie en sturing vanuit gemeenten",
    "De gemeente kiest geen vaste koers of wisselt die te vaak.",
  ),
  theme(
    "financiering",
    "Beperkte middelen en financiering",
    "Het budget past niet bij wat er wordt gevraagd.",
  ),
  theme(
    "versnippering",
    "Versnipperde samenwerking",
    "Partners werken langs elkaar heen, niemand houdt het geheel bijeen.",
  ),
  theme(
    "schaarste",
    "Personele schaarste en werkdruk",
    "Er zijn te weinig collega's en wie er is, heeft het te druk.",
  ),
  theme(
    "bureaucratie",
    "Bureaucratie en inefficiëntie",
    "Regels, formulieren en systemen kosten tijd die de inwoner mist.",
  ),
  theme(
    "wachtlijsten",
    "Wachtlijsten en doorstroomproblemen",
    "Wie verder moet naar andere hulp, blijft te lang bij het team.",
  ),
  theme(
    "schaal",
    "Organisatorische schaal en afhankelijkheden",
    "Het team is klein of hangt af van keuzes van anderen.",
  ),
  theme(
    "normalisering",
    "Gebrek aan normalisering en focus op grondoorzaken",
    "Gewone tegenslag krijgt zware hulp, de oorzaak blijft liggen.",
  ),
  theme(
    "verwachtingen",
    "Verwachtingsmanagement en onrealistische doelen",
    "Anderen verwachten van het team wat niet kan.",
  ),
];

const concerns: readonly RegistryTheme[] = [
  theme(
    "tekorten",
    "Tekorten in middelen en personeel",
    "Er is te weinig geld of er zijn te weinig mensen voor de hulp.",
  ),
  theme(
    "solidariteit",
    "Solidariteit en maatschappelijke cohesie",
    "Mensen leven langs elkaar heen en gunnen elkaar minder.",
  ),
  theme(
    "complexiteit",
    "Toename en complexiteit van hulpvragen",
    "Er komen meer vragen en er speelt meer tegelijk.",
  ),
  theme(
    "bestaanszekerheid",
    "Armoede en bestaanszekerheid",
    "Inkomen, huis of schulden geven mensen geen rust.",
  ),
  theme(
    "normalisering",
    "Normalisering en maatschappelijke verwachtingen",
    "De samenleving verwacht voor elke tegenslag een oplossing.",
  ),
  theme(
    "versnippering",
    "Samenwerking en versnippering",
    "Het stelsel is zo verdeeld dat inwoners tussen wal en schip raken.",
  ),
  theme(
    "mentaal",
    "Mentale gezondheid en veerkracht",
    "Meer mensen, vooral jongeren, zitten niet goed in hun vel.",
  ),
  theme(
    "preventie",
    "Preventie en sociale basis",
    "Aan de voorkant gebeurt te weinig, dus wordt het later zwaarder.",
  ),
];

const innovations: readonly RegistryTheme[] = [
  theme("transformatie", "Innovatie en transformatie", "Het werk zelf is anders ingericht dan vroeger."),
  theme("verbinding", "Samenwerking en verbinding", "Nieuwe vormen om met anderen één gezicht te zijn."),
  theme(
    "vakmanschap",
    "Vakmanschap en teamontwikkeling",
    "Het team leert op een manier die anderen kunnen overnemen.",
  ),
  theme("vroegsignalering", "Preventie en vroegsignalering", "Er eerder bij zijn, voordat het misgaat."),
  theme("data", "Data gestuurd werken en monitoring", "Cijfers en verhalen helpen bij kiezen en bijsturen."),
  theme(
    "collectief",
    "Collectiviseren en zelfredzaamheid",
    "Samen in een groep, of zelf verder met een steuntje.",
  ),
  theme(
    "praktisch",
    "Financiële en praktische ondersteuning",
    "Geld, spullen of regelwerk die meteen lucht geven.",
  ),
];

/** The codebooks of 2024 and the shared list of themes. */
export const codebooks: readonly RegistryCodebook[] = [
  { id: "codebook-4c1", concept: "4C1", title: "Helpende factoren", themes: helping },
  { id: "codebook-4c2", concept: "4C2", title: "Belemmerende factoren", themes: hindering },
  { id: "codebook-5b1", concept: "5B1", title: "Maatschappelijke zorgen", themes: concerns },
  { id: "codebook-5c1", concept: "5C1", title: "Innovaties", themes: innovations },
  { id: "codebook-themes", concept: "themes", title: "Thema's van leren en visites", themes: sharedThemes },
];

/** The id of a theme's row: stable, so that a seed can be repeated and a demo can point at it. */
export function themeId(codebookId: string, slug: string): string {
  return `${codebookId}-${slug}`;
}
