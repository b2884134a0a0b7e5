import { sql } from "drizzle-orm";
import { expect } from "vitest";
import type { Database } from "../../db/client.ts";
import type { MunicipalityClass, SizeClass } from "../../db/vocabulary.ts";
import { releaseAttributes } from "../../functions/insights/release-attributes.ts";
import * as pure from "../../functions/members/division.ts";
import { sizeClassOf } from "../../functions/members/size-class.ts";
import { SIZE_CLASS_ADDRESSES } from "../../web/members/labels.ts";
import { MEMBERS } from "./changing-members.ts";

interface Standing {
  day_id: number;
  member_id: string;
  municipalities: number;
  inhabitants: number;
  size_class: SizeClass;
  province: string;
  part: string | null;
}

/** What each member is on each kept day by the pure files: `division.ts`, `sizeClassOf` and `releaseAttributes`. */
async function computed(db: Database): Promise<Standing[]> {
  const towns = await db.all<pure.DividedMunicipality & { province: string; class: MunicipalityClass }>(sql`
    select code, valid_from as validFrom, valid_to as validTo, province, municipality_class as class,
      case when code in (select part_code from municipality_parts) then successor_code end as successorCode
    from municipalities`);
  const counts = await db.all<pure.CountedInhabitants>(
    sql`select code, reference_on as referenceOn, inhabitants from municipality_inhabitants`,
  );
  const worked = await db.all<pure.WorkedIn & { member: string }>(sql`
    select member_id as member, code, since, null as until from member_municipalities
    union all select member_id, code, since, until from member_municipalities_ended`);
  const days = await db.all<{ id: number; kind: string; day: string }>(
    sql`select id, kind, day from standing_days`,
  );
  return days.flatMap(({ id, kind, day }) =>
    MEMBERS.flatMap((member): Standing[] => {
      const own = worked.filter((each) => each.member === member);
      const codes =
        kind === "present"
          ? own.filter(({ until }) => until === null).map(({ code }) => code)
          : pure.placesOn(towns, own, day);
      if (codes.length === 0) return [];
      const places = codes.map((code) => {
        const town = towns.find((each) => each.code === code);
        const inhabitants = pure.inhabitantsOn(towns, counts, [code], day);
        return {
          memberId: member,
          province: town?.province ?? "",
          municipalityClass: town?.class ?? "M50",
          inhabitants,
        };
      });
      const attributes = releaseAttributes(places, [], []);
      const value = (key: string) => attributes.find((each) => each.key === key)?.of[member]?.[0] ?? null;
      const total = places.reduce((sum, place) => sum + place.inhabitants, 0);
      const sizeClass =
        sizeClassOf(
          places.map((place) => place.municipalityClass),
          total,
        ) ?? "small";
      expect(value("grootte")).toBe(SIZE_CLASS_ADDRESSES[sizeClass]);
      expect(value("gemeenten")).toBe(places.length === 1 ? "een" : "meer");
      const weights = Map.groupBy(places, ({ province }) => province);
      const [province = ""] = [...weights]
        .map(([name, there]) => [name, there.reduce((sum, place) => sum + place.inhabitants, 0)] as const)
        .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
        .map(([name]) => name);
      return [
        {
          day_id: id,
          member_id: member,
          municipalities: places.length,
          inhabitants: total,
          size_class: sizeClass,
          province,
          part: value("landsdeel"),
        },
      ];
    }),
  );
}

const inOrder = (rows: readonly Standing[]) =>
  rows.toSorted((a, b) => a.day_id - b.day_id || (a.member_id < b.member_id ? -1 : 1));

/** What is kept, which must be what the pure files say. */
export async function keptAsComputed(db: Database): Promise<Standing[]> {
  const kept = inOrder(await db.all<Standing>(sql`select * from member_standings`));
  expect(kept).toEqual(inOrder(await computed(db)));
  return kept;
}
