import type { ChoiceList } from "../vocabulary.ts";

export interface RegistryChoice {
  readonly code: string;
  readonly label: string;
  /** Other names that people type for the same thing. */
  readonly synonyms: readonly string[];
}

const choice = (code: string, label: string, ...synonyms: string[]): RegistryChoice => ({
  code,
  label,
  synonyms,
});

/**
 * What the managed lists hold at the start; the order is the order on the page. A code is for ever. Of
 * "extent" the code is the number that a scale answer stores, 1 = lowest.
 */
export const choiceLists: Readonly<Record<ChoiceList, readonly RegistryChoice[]>> = {
  target_group: [
    choice("all_ages", "Alle leeftijden", "iedereen", "0-100"),
    choice("youth_and_family", "0-18 jaar en gezin", "jeugd", "gezin", "ouder en kind"),
    choice("adults", "18 jaar en ouder", "volwassenen", "18+"),
  ],
  laws: [
    choice("wmo", "Wmo 2015", "Wet maatschappelijke ondersteuning"),
    choice("jeugdwet", "Jeugdwet", "jeugdhulp"),
    choice("participatiewet", "Participatiewet", "bijstand", "Pw"),
    choice("wgs", "Wet gemeentelijke schuldhulpverlening (Wgs)", "schuldhulp"),
    choice("wpg", "Wet publieke gezondheid (Wpg)", "jeugdgezondheidszorg", "GGD"),
    choice("wvggz", "Wet verplichte ggz (Wvggz)", "verplichte geestelijke gezondheidszorg"),
    choice("wkkgz", "Wet kwaliteit, klachten en geschillen zorg (Wkkgz)", "klachten"),
  ],
  location_uses: [
    choice("walk_in", "Inloop of spreekuur", "inloopspreekuur"),
    choice("appointments", "Gesprekken op afspraak", "afspraken"),
    choice("group_activities", "Collectieve activiteiten", "groepen"),
    choice("welfare_activities", "Welzijnsactiviteiten", "welzijn", "ontmoeting"),
    choice("trainings", "Trainingen en workshops", "cursussen"),
    choice("volunteering", "Vrijwilligerscoördinatie", "vrijwilligers"),
    choice("day_activities", "Dagbesteding", "dagactiviteiten"),
    choice("day_care", "Dagopvang"),
    choice("playground", "Speeltuin"),
    choice("office", "Kantoor", "kantoorlocatie", "werkplekken"),
    choice("satellite", "Satellietlocatie", "dependance"),
  ],
  legal_form: [
    choice("foundation", "Stichting"),
    choice("municipal_service", "Gemeentelijke dienst of afdeling", "gemeente"),
    choice("part_of_welfare", "Onderdeel van een welzijnsorganisatie", "welzijn"),
    choice("cooperative", "Coöperatie", "cooperatie"),
    choice("limited_company", "Besloten vennootschap (bv)", "bv"),
    choice("joint_scheme", "Gemeenschappelijke regeling", "GR"),
    choice(
      "network",
      "Netwerk of samenwerkingsverband zonder rechtspersoon",
      "netwerkorganisatie",
      "convenant",
    ),
  ],
  process_systems: [
    choice("suite4sociale_regie", "Suite4Sociale Regie", "Centric", "S4SR"),
    choice("suite4jeugdzorg", "Suite4Jeugdzorg", "Centric"),
    choice("gws", "GWS", "GWS4all", "Suite voor Sociaal Domein"),
    choice("zorgned", "Zorgned", "zorg ned"),
    choice("mozard", "Mozard"),
    choice("topicus", "Topicus", "JeugdNed"),
    choice("wizportaal", "WIZportaal", "WIZ"),
    choice("cumulus", "Cumulus"),
    choice("joep", "JOEP"),
    choice("menscentraal", "MensCentraal", "Mens Centraal"),
  ],
  cao: [
    choice("sociaal_werk", "CAO Sociaal Werk", "welzijn"),
    choice("gemeenten", "CAO Gemeenten"),
    choice("sgo", "CAO SGO", "Samenwerkende Gemeentelijke Organisaties"),
    choice("jeugdzorg", "CAO Jeugdzorg"),
    choice("kinderopvang", "CAO Kinderopvang"),
    choice("woondiensten", "CAO Woondiensten"),
    choice("huisartsenzorg", "CAO Huisartsenzorg"),
    choice("several", "Meerdere: gedetacheerde collega's houden hun eigen CAO", "detachering"),
    choice("none", "Geen CAO"),
  ],
  governance_code: [
    choice("sociaal_werk", "Governancecode Sociaal Werk"),
    choice("zorg", "Governancecode Zorg", "Governancecode Zorg 2022"),
    choice("openbaar_bestuur", "Nederlandse Code voor Goed Openbaar Bestuur"),
    choice("none_explicit", "Geen expliciete code", "geen"),
    choice("municipal", "Niet van toepassing: wij zijn een gemeentelijke dienst", "gemeente"),
  ],
  branch_organisation: [
    choice("sociaal_werk_nederland", "Sociaal Werk Nederland", "SWN"),
    choice("vng", "VNG", "Vereniging van Nederlandse Gemeenten"),
    choice("jeugdzorg_nederland", "Jeugdzorg Nederland"),
    choice("actiz", "ActiZ"),
    choice("vgn", "VGN", "Vereniging Gehandicaptenzorg Nederland"),
    choice("ggz", "de Nederlandse ggz", "GGZ Nederland"),
    choice("zorgthuisnl", "Zorgthuisnl"),
    choice("divosa", "Divosa"),
    choice("nvvk", "NVVK", "schuldhulpverlening"),
    choice("mee", "MEE NL", "MEE"),
    choice("valente", "Valente"),
    choice("ggd_ghor", "GGD GHOR Nederland", "GGD"),
    choice("none", "Geen brancheorganisatie", "geen"),
  ],
  extent: [
    choice("1", "Helemaal niet"),
    choice("2", "Beperkt"),
    choice("3", "Deels"),
    choice("4", "Grotendeels"),
    choice("5", "Volledig"),
  ],
  stars: [
    choice("1", "1 ster"),
    choice("2", "2 sterren"),
    choice("3", "3 sterren"),
    choice("4", "4 sterren"),
    choice("5", "5 sterren"),
  ],
};
