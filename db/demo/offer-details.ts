import type { visitOffers } from "../schema/tables.ts";

type Details = Partial<
  Pick<
    typeof visitOffers.$inferInsert,
    | "practical"
    | "access"
    | "parking"
    | "diet"
    | "safety"
    | "noPhotos"
    | "language"
    | "seatsMin"
    | "isPublic"
    | "needsApproval"
  >
>;

/** Practical sheets, and which hosts show their offer in the public agenda. Offers without a line have none. */
export const offerDetails: Readonly<Record<string, Details>> = {
  "aanbod-inloop-linde": {
    practical: "Vanaf het station bus 4, halte Lindeplein. Koffie staat klaar om half negen.",
    access: "Meld je bij de balie. Er is een lift en een toilet voor rolstoelen.",
    parking: "Parkeren kan achter het gebouw. Fietsen zet je bij de ingang.",
    diet: "Er is soep met brood. Geef je dieet door in je aanvraag.",
    safety: "Loop niet alleen een gespreksruimte in.",
    noPhotos: "bezoekers van de inloop",
    isPublic: true,
    seatsMin: 2,
  },
  "aanbod-gezinstafel": { seatsMin: 3, needsApproval: false },
  "aanbod-leertafel-waterrand": {
    access: "De zaal is op de eerste verdieping. Er is een lift.",
    parking: "Parkeer in de garage aan de kade. De eerste drie uur zijn gratis.",
    noPhotos: "schermen met cijfers",
    isPublic: true,
  },
  "aanbod-vroeg-erbij": {
    practical: "We verzamelen in het Kadehuis en fietsen samen. Een fiets staat klaar.",
    safety: "Je gaat altijd met een collega naar binnen.",
    noPhotos: "mensen en hun huis",
  },
  "aanbod-digitaal-rechtsvorm": { practical: "Je krijgt de link een dag vooraf.", isPublic: true },
  "aanbod-leerhuis": {
    access: "De ingang is aan de achterkant. Bel aan bij Leerhuis.",
    diet: "Lunch nemen we samen. Vegetarisch is gewoon.",
    isPublic: true,
    needsApproval: false,
  },
  "aanbod-groepen": { diet: "Thee en koek, zonder noten.", isPublic: true, seatsMin: 3 },
  "aanbod-doarp": { language: "frisian", safety: "Neem schoenen mee die tegen modder kunnen." },
  "aanbod-mergel": { language: "german", parking: "Parkeren is gratis voor de deur." },
  "aanbod-dorpen": { isPublic: true, diet: "We eten onderweg in een dorpshuis." },
  "aanbod-speeltuin": { noPhotos: "kinderen en ouders", safety: "Blijf in het zicht van een collega." },
  "aanbod-papierwinkel": { access: "De bibliotheek is overal gelijkvloers.", isPublic: true },
};

/** The same offer on one more day, with seats of its own. */
export const seriesDay = {
  of: "aanbod-inloop-linde",
  id: "aanbod-inloop-linde-2",
  on: [46, "09:00", "12:30"],
} as const;
