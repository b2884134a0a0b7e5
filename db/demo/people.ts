import type { AssociationRole, MemberRole } from "../vocabulary.ts";
import { demoMembers, EEKHOORNBOS, LINDESTAD, WATERRAND } from "./association.ts";

export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Names the person's button on the sign-in page. */
  readonly demoKey?: string;
  readonly roles: readonly { readonly slug: string; readonly role: MemberRole }[];
  readonly associationRole?: AssociationRole;
}

/** The people with a button of their own. Their names are roles: no real person is meant. */
const buttonPeople: readonly DemoPerson[] = [
  withButton("professional", "Professional (demo)", [[LINDESTAD, "professional"]]),
  withButton("redacteur", "Redacteur (demo)", [[LINDESTAD, "editor"]]),
  withButton("tekenaar", "Tekenaar (demo)", [[LINDESTAD, "signatory"]]),
  withButton("gastheer", "Gastheer (demo)", [
    [LINDESTAD, "host"],
    [EEKHOORNBOS, "host"],
  ]),
  withButton("redacteur-2", "Redacteur Waterrand (demo)", [[WATERRAND, "editor"]]),
  withButton("gastheer-2", "Gastvrouw Waterrand (demo)", [[WATERRAND, "host"]]),
  { ...withButton("monitoring", "Analist monitoring (demo)", []), associationRole: "monitoring" },
  { ...withButton("bureau", "Medewerker bureau (demo)", []), associationRole: "bureau" },
];

const staff: readonly DemoPerson[] = [
  {
    id: "analist-2",
    name: "Tweede analist monitoring",
    email: "analist-2@associatie-demo.example",
    roles: [],
    associationRole: "monitoring",
  },
];

/** Everybody of the demo: each organisation has an editor, a signatory and a host. */
export const demoPeople: readonly DemoPerson[] = [
  ...buttonPeople,
  ...staff,
  ...demoMembers.flatMap(({ slug, name }) =>
    [
      contact(editorOf(slug), `Redacteur ${name}`, `redactie@${slug}.example`, slug, [
        "editor",
        "professional",
      ]),
      contact(signatoryOf(slug), `Directie ${name}`, `directie@${slug}.example`, slug, ["signatory"]),
      contact(hostOf(slug), `Gastvrouw ${name}`, `visite@${slug}.example`, slug, ["host"]),
    ].filter(({ id }) => !buttonPeople.some((person) => person.id === id)),
  ),
];

/** The id of the person who edits for this organisation. */
export function editorOf(slug: string): string {
  if (slug === LINDESTAD) return "redacteur";
  return slug === WATERRAND ? "redacteur-2" : `${slug}-redacteur`;
}

export function signatoryOf(slug: string): string {
  return slug === LINDESTAD ? "tekenaar" : `${slug}-directie`;
}

export function hostOf(slug: string): string {
  if (slug === LINDESTAD) return "gastheer";
  return slug === WATERRAND ? "gastheer-2" : `${slug}-visite`;
}

/** Who asks for visits on behalf of this organisation. */
export function guestOf(slug: string): string {
  return slug === LINDESTAD ? "professional" : editorOf(slug);
}

function withButton(
  demoKey: string,
  name: string,
  roles: readonly (readonly [slug: string, role: MemberRole])[],
): DemoPerson {
  const domain = roles[0]?.[0] ?? "associatie-demo";
  return {
    id: demoKey,
    name,
    email: `${demoKey}@${domain}.example`,
    demoKey,
    roles: roles.map(([slug, role]) => ({ slug, role })),
  };
}

function contact(
  id: string,
  name: string,
  email: string,
  slug: string,
  roles: readonly MemberRole[],
): DemoPerson {
  return { id, name, email, roles: roles.map((role) => ({ slug, role })) };
}
