import * as z from "zod";

const EMAIL_SENTENCE = "Vul je mailadres in, bijvoorbeeld naam@organisatie.nl.";

/** An e-mail address in the shape in which it is stored: trimmed and in lower case. */
export const emailOr = (sentence: string) =>
  z
    .string(sentence)
    .trim()
    .toLowerCase()
    .max(254, "Dit mailadres is te lang. Vul een adres van minder dan 255 tekens in.")
    .pipe(z.email(sentence));

/** Where to go after signing in, and a form that waits for it. Both are checked where they are used. */
const carried = { terug: z.string(), bewaard: z.string() };

export const signInContract = z.object({
  email: emailOr(EMAIL_SENTENCE),
  aanvraag: z.string(),
  ...carried,
});

export const codeContract = z.object({
  code: z
    .string()
    .transform((text) => text.replace(/[\s.-]/g, ""))
    .pipe(z.string().regex(/^\d{6}$/, "Vul de zes cijfers uit de mail in, bijvoorbeeld 123456.")),
  ...carried,
});

export const TOO_MANY_CODES =
  "Voor dit adres zijn al vijf codes aangevraagd. Gebruik de code uit de nieuwste mail, of wacht een uur.";

export const CODE_SENTENCES = {
  wrong: "Deze code klopt niet. Typ de zes cijfers uit de nieuwste mail.",
  ended: "Deze code werkt niet meer. Vraag een nieuwe code aan.",
};

export const demoContract = z.object({ persoon: z.string().max(40), ...carried });

export const switchContract = z.object({ lid: z.string().max(100), terug: z.string() });
