import { countOf } from "../ui/dutch.ts";
import { type ComposedMail, composeMail } from "../ui/mail.ts";

export interface ExchangeWords {
  year: number;
  /** proposals for requests of the reader */
  asGuest: number;
  /** proposals to visit the organisation of the reader */
  asHost: number;
  association: { name: string; contactEmail: string; contactPhone: string };
}

/** The yearly exchange has proposals for the reader. Nothing is booked: both sides still decide. */
export function exchangeMail(
  { year, asGuest, asHost, association }: ExchangeWords,
  url: string,
): ComposedMail {
  const count = asGuest + asHost;
  return composeMail({
    subject: `Ruilbeurs ${year}: ${countOf(count, "voorstel", "voorstellen")} voor jullie`,
    paragraphs: [
      "De ruilbeurs heeft alle open vragen naast al het aanbod gelegd.",
      [
        ...(asGuest > 0
          ? [`Om zelf op bezoek te gaan: ${countOf(asGuest, "voorstel", "voorstellen")}.`]
          : []),
        ...(asHost > 0 ? [`Om een team te ontvangen: ${countOf(asHost, "voorstel", "voorstellen")}.`] : []),
      ].join("\n"),
      "Er is nog niets geregeld. Jullie kiezen zelf of het bezoek er komt.",
    ],
    action: { label: count === 1 ? "Bekijk het voorstel" : "Bekijk de voorstellen", url },
    association,
  });
}
