import { municipalityRegistry } from "../registry/municipalities.ts";
import { foldForSearch } from "../registry/search-key.ts";
import type { associationRoles, members, memberships, people } from "../schema/tables.ts";
import { demoMembers } from "./association.ts";
import { demoPeople } from "./people.ts";
import { randomFrom } from "./random.ts";
import { onWorkday } from "./workdays.ts";

/** From when the demo association uses the platform. */
const BEGAN_AT = onWorkday("2022-09-12", 0, "09:00");

export const associationRow = {
  id: 1,
  name: "Associatie Wijkteams (demo)",
  contactEmail: "bureau@associatie-demo.example",
  contactPhone: "088 000 00 00",
  isDemo: true,
  createdAt: BEGAN_AT,
};

export function memberRows(): (typeof members.$inferInsert)[] {
  const keys = new Map(municipalityRegistry().map(({ code, searchKey }) => [code, searchKey]));
  return demoMembers.map(({ slug, name, codes }) => {
    const random = randomFrom(`member ${slug}`);
    const joinedOn = `${random.between(2017, 2023)}-${random.pick(["01-01", "06-15", "09-01"])}`;
    return {
      id: slug,
      slug,
      name,
      searchKey: [foldForSearch(name), ...codes.map((code) => keys.get(code))].join(" | "),
      website: `https://www.${slug}.example`,
      contactEmail: `info@${slug}.example`,
      joinedOn: joinedOn < "2017-06-15" ? "2017-06-15" : joinedOn,
      createdAt: BEGAN_AT,
    };
  });
}

export function personRows(): (typeof people.$inferInsert)[] {
  return demoPeople.map(({ id, name, email, demoKey }) => ({
    id,
    name,
    email,
    demoKey: demoKey ?? null,
    createdAt: BEGAN_AT,
  }));
}

export function membershipRows(): (typeof memberships.$inferInsert)[] {
  return demoPeople.flatMap(({ id, roles }) =>
    roles.map(({ slug, role }) => ({ personId: id, memberId: slug, role, grantedAt: BEGAN_AT })),
  );
}

export function associationRoleRows(): (typeof associationRoles.$inferInsert)[] {
  return demoPeople.flatMap(({ id, associationRole: role }) =>
    role ? [{ personId: id, role, grantedAt: BEGAN_AT }] : [],
  );
}
