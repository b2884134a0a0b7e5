import { visitOffers } from "../../db/schema/tables.ts";

/** The whole practical sheet of an offer, for every statement whose rows tell somebody how to come. */
export const practicalColumns = {
  practical: visitOffers.practical,
  access: visitOffers.access,
  parking: visitOffers.parking,
  diet: visitOffers.diet,
  safety: visitOffers.safety,
  noPhotos: visitOffers.noPhotos,
  language: visitOffers.language,
};
