import type { AnswerValue } from "../../db/schema/values.ts";
import type { MunicipalityClass } from "../../db/vocabulary.ts";
import { FILTER_LISTS, type FilterKey, OTHER_VALUE } from "../../web/insights/filter-labels.ts";
import { SIZE_CLASS_ADDRESSES } from "../../web/members/labels.ts";
import { sizeClassOf } from "../members/size-class.ts";
import type { Attribute } from "./gate/cells.ts";

/** One municipality of one organisation that counts; inhabitants at the reference date of the round. */
export interface PlaceOfMember {
  memberId: string;
  province: string;
  municipalityClass: MunicipalityClass;
  inhabitants: number;
}

/** What an organisation that counts said in this round on an item that all members may read. */
export interface FactOfMember {
  memberId: string;
  list: string;
  value: AnswerValue | null;
}

type ValuesOf = Record<string, string[]>;

/** The usual four parts of the country, by province. */
const PARTS_OF_THE_COUNTRY = {
  noord: ["Groningen", "Fryslân", "Drenthe"],
  oost: ["Overijssel", "Gelderland", "Flevoland"],
  west: ["Utrecht", "Noord-Holland", "Zuid-Holland", "Zeeland"],
  zuid: ["Noord-Brabant", "Limburg"],
} as const;
const PARTS = Object.keys(PARTS_OF_THE_COUNTRY) as (keyof typeof PARTS_OF_THE_COUNTRY)[];

const partOf = (province: string): string | undefined =>
  PARTS.find((part) => PARTS_OF_THE_COUNTRY[part].some((name) => name === province));

/**
 * The public facts by which figures are filtered, in the order of the report: that order also decides what
 * the audit is offered first, so it stands fixed here and never follows the answers. The first four have one
 * value an organisation and may be crossed; of the last three an organisation has several.
 *
 * @param codes the codes of the managed lists, in their order
 */
export function releaseAttributes(
  places: readonly PlaceOfMember[],
  facts: readonly FactOfMember[],
  codes: readonly { list: string; code: string }[],
): Attribute[] {
  const placesOf = Map.groupBy(places, ({ memberId }) => memberId);
  const derived = (of: (places: readonly PlaceOfMember[]) => string | null | undefined): ValuesOf =>
    Object.fromEntries([...placesOf].map(([id, own]) => [id, [of(own)].flatMap((value) => value ?? [])]));
  const listed = (key: keyof typeof FILTER_LISTS, isSingle: boolean): Attribute => {
    const list = FILTER_LISTS[key];
    return {
      key,
      isSingle,
      values: [...codes.filter((each) => each.list === list).map(({ code }) => code), OTHER_VALUE],
      of: Object.fromEntries(
        facts.filter((fact) => fact.list === list).map(({ memberId, value }) => [memberId, chosen(value)]),
      ),
    };
  };
  const single = (key: FilterKey, values: readonly string[], of: ValuesOf): Attribute => ({
    key,
    isSingle: true,
    values,
    of,
  });
  return [
    single("grootte", Object.values(SIZE_CLASS_ADDRESSES), derived(sizeOf)),
    single("landsdeel", PARTS, derived(mostlyIn)),
    listed("doelgroep", true),
    single(
      "gemeenten",
      ["een", "meer"],
      derived((own) => (own.length === 1 ? "een" : "meer")),
    ),
    listed("wet", false),
    listed("systeem", false),
    listed("rechtsvorm", false),
  ];
}

function sizeOf(places: readonly PlaceOfMember[]): string | null {
  const classes = places.map(({ municipalityClass }) => municipalityClass);
  const size = sizeClassOf(classes, inhabitantsOf(places));
  return size && SIZE_CLASS_ADDRESSES[size];
}

/** The part of the country where most of an organisation's inhabitants live; a tie goes to the first. */
function mostlyIn(places: readonly PlaceOfMember[]): string | undefined {
  const weights = PARTS.map((part) => ({
    part,
    weight: inhabitantsOf(places.filter(({ province }) => partOf(province) === part)),
  }));
  const most = Math.max(...weights.map(({ weight }) => weight));
  return weights.find(
    ({ weight, part }) => weight === most && places.some((p) => partOf(p.province) === part),
  )?.part;
}

const inhabitantsOf = (places: readonly PlaceOfMember[]): number =>
  places.reduce((sum, { inhabitants }) => sum + inhabitants, 0);

const chosen = (value: AnswerValue | null): string[] => [
  ...(value?.choices ?? []),
  ...(value?.other?.trim() ? [OTHER_VALUE] : []),
];
