import type { AssociationRole, MemberRole } from "../db/vocabulary.ts";
import { paths } from "./paths.ts";

const ROLE_LABELS: Record<MemberRole | AssociationRole, string> = {
  professional: "professional",
  editor: "redacteur",
  signatory: "tekenaar",
  host: "gastheer",
  monitoring: "leergroep monitoring",
  bureau: "bureau",
};

/** A role in Dutch, as the interface says it. */
export const labelOfRole = (role: MemberRole | AssociationRole): string => ROLE_LABELS[role];

/** What stands beside a person's name: the roles of this moment, in Dutch. */
export function roleLabel(memberRoles: MemberRole[], associationRoles: AssociationRole[]): string {
  const roles = [...associationRoles, ...memberRoles].filter(
    (role, _, all) => role !== "professional" || all.length === 1,
  );
  return roles.map(labelOfRole).join(", ");
}

/** The links at the top of every page, for this viewer or for a visitor (null). */
export function navigationFor(viewer: { associationRoles: AssociationRole[] } | null) {
  const links = [
    { href: paths.home(), label: viewer ? "Vandaag" : "Welkom" },
    { href: paths.members(), label: "Leden" },
  ];
  if (!viewer) return [...links, { href: paths.publicAgenda(), label: "Agenda" }];
  links.push(
    { href: paths.questionnaires(), label: "Vragenlijst" },
    { href: paths.insights(), label: "Inzicht" },
    { href: paths.visits(), label: "Werkbezoeken" },
  );
  if (viewer.associationRoles.includes("bureau")) links.push({ href: paths.bureau(), label: "Bureau" });
  return links;
}
