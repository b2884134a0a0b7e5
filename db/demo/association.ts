import { municipalityRegistry } from "../registry/municipalities.ts";
import { foldForSearch } from "../registry/search-key.ts";

export interface DemoMember {
  /** Also the row's id. */
  readonly slug: string;
  readonly name: string;
  /** Municipality codes. */
  readonly codes: readonly string[];
  readonly municipalityNames: readonly string[];
}

/**
 * 55 organisations that do not exist, spread over municipalities that do, such that the published figures
 * come out: 123 municipalities in ten provinces, 9,572,027 inhabitants on 1 January 2022, 35 large, 16
 * middle and 4 small. Rotterdam and Soest each have two members, so counting inhabitants once matters.
 */
const memberPlaces: readonly (readonly [name: string, municipalities: readonly string[]])[] = [
  // in or around a big town
  ["Buurtkracht Lindestad", ["Apeldoorn", "Voorst"]],
  ["Wijkteam Waterrand", ["Dordrecht"]],
  ["Havenbuurt Samen", ["Rotterdam"]],
  ["Sociale Teams Zuideroever", ["Rotterdam", "Schiedam"]],
  ["Stadskring Duinvoet", ["Den Haag"]],
  ["Team Sleutelplein", ["Leiden", "Oegstgeest", "Leiderdorp", "Voorschoten"]],
  ["Lokaal Team De Groene Loper", ["Zoetermeer"]],
  ["Gebiedsteams Rietland", ["Alphen aan den Rijn", "Waddinxveen", "Zoeterwoude", "Kaag en Braassem"]],
  ["Stichting De Kaarsenmakerij", ["Gouda", "Bodegraven-Reeuwijk", "Zuidplas"]],
  ["Buurtteams Kassenlicht", ["Westland", "Midden-Delfland"]],
  ["Coöperatie Eilandkracht", ["Nissewaard", "Voorne aan Zee"]],
  ["Stichting Grachtenkring", ["Amsterdam"]],
  ["Nabij aan de Duinen", ["Haarlem", "Heemstede", "Bloemendaal"]],
  ["Polderteams Vliegwiel", ["Haarlemmermeer"]],
  ["Buurtwerk Vier Windstreken", ["Alkmaar", "Heiloo", "Uitgeest", "Castricum"]],
  ["Sociaal Team Wilgenbocht", ["Amstelveen", "Ouder-Amstel", "Uithoorn"]],
  ["Teams van het Hoge Land", ["Hilversum", "Laren", "Wijdemeren", "Huizen", "Blaricum"]],
  ["Dichtbij Droogmakerij", ["Purmerend", "Koggenland", "Waterland", "Landsmeer"]],
  ["Buurtkamers Torenlicht", ["Utrecht"]],
  ["Samen in de Ring", ["Amersfoort", "Soest", "Leusden", "Bunschoten", "Baarn"]],
  ["Dorpen- en Wijkteams Beukenlaan", ["Zeist", "De Bilt", "Bunnik", "Utrechtse Heuvelrug"]],
  ["Wijkwerkers Lichtplein", ["Eindhoven"]],
  ["Stichting Weversplein", ["Tilburg", "Loon op Zand", "Goirle", "Oisterwijk"]],
  ["Sociale Kracht Nassaulinde", ["Breda"]],
  ["Coöperatie De Watermolen", ["'s-Hertogenbosch", "Sint-Michielsgestel", "Vught"]],
  ["Gebiedsteams Maasheggen", ["Oss", "Bernheze", "Maashorst", "Meierijstad"]],
  ["Stichting Waalbrug Nabij", ["Nijmegen", "Heumen", "Beuningen", "Berg en Dal"]],
  ["Wijkkracht Korenmarkt", ["Arnhem", "Rozendaal", "Westervoort", "Renkum", "Duiven"]],
  [
    "Noaberteams Essenhof",
    ["Enschede", "Hengelo", "Oldenzaal", "Haaksbergen", "Losser", "Borne", "Dinkelland", "Hof van Twente"],
  ],
  ["Sociaal Wijkteam Hanzeplein", ["Zwolle", "Zwartewaterland"]],
  [
    "Gebiedsteams Mergelrand",
    ["Maastricht", "Meerssen", "Eijsden-Margraten", "Valkenburg aan de Geul", "Beek"],
  ],
  ["Dorpsverbinders Maaswaard", ["Venlo", "Horst aan de Maas", "Peel en Maas", "Beesel", "Venray"]],
  ["Stadsteams Nieuwe Oever", ["Almere"]],
  ["Doarpsteams De Stjelp", ["Leeuwarden", "Tytsjerksteradiel", "Waadhoeke", "Dantumadiel"]],
  ["Stadjerskring", ["Groningen"]],
  // of middle size
  ["Lokaal Team Molenwiek", ["Barendrecht"]],
  ["Jeugd- en Gezinsteam Tulpenveld", ["Katwijk"]],
  ["Sociaal Team Sluiswachter", ["Ridderkerk"]],
  ["Eilandteam Zoutkreek", ["Goeree-Overflakkee"]],
  ["Wijkteam Zeedijk", ["Den Helder"]],
  ["Team Vuurtorenstraat", ["Velsen"]],
  ["Dorpenteam Kogge en Klaver", ["Medemblik"]],
  ["Opgroeiteam Vennebos", ["Soest"]],
  ["Sociaal Dorpsteam Vechtlinde", ["Stichtse Vecht"]],
  ["Dorpsteam Peelvenen", ["Deurne", "Asten"]],
  ["Stichting Merelhof", ["Bergen op Zoom"]],
  ["Naoberschap De Spil", ["Doetinchem"]],
  ["Sociaal Team Eekhoornbos", ["Nunspeet", "Elburg"]],
  ["Buurtschap Samen Sterk", ["Raalte"]],
  ["Wijkteam Roerzicht", ["Roermond"]],
  ["Gebietsteam De Trekfeart", ["Heerenveen"]],
  // small
  ["Dorpsteam De Dries", ["Reusel-De Mierden"]],
  ["Kernteam IJsselzoom", ["Hattem"]],
  ["Dorpenteam Wierdekamp", ["Pekela"]],
  ["Team Koempelhof", ["Vaals", "Simpelveld"]],
];

/** The two members of which the demo persons are. */
export const LINDESTAD = "buurtkracht-lindestad";
export const WATERRAND = "wijkteam-waterrand";
/** Where the demo host works too, so that changing organisation can be shown. */
export const EEKHOORNBOS = "sociaal-team-eekhoornbos";

export const demoMembers: readonly DemoMember[] = memberPlaces.map(([name, places]) => ({
  slug: foldForSearch(name).replaceAll(" ", "-"),
  name,
  codes: places.map(codeOf),
  municipalityNames: places,
}));

function codeOf(name: string): string {
  const found = municipalityRegistry().filter((municipality) => municipality.name === name);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} municipalities are called ${name}`);
  return found[0].code;
}
