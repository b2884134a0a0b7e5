import * as z from "zod";

/** The two choices beside the colleagues. */
export const NEW_COLLEAGUE = "nieuw";
export const NOBODY = "niemand";

/** Whose work goes to whom. Name and address only count for somebody new. */
export const handoverContract = z
  .object({
    id: z.string().max(40),
    van: z.string().min(1).max(60),
    aan: z.string().min(1, "Kies wie het werk overneemt."),
    naam: z.string().trim().max(80, "Gebruik hoogstens 80 tekens."),
    email: z.string().trim().toLowerCase().max(200, "Gebruik hoogstens 200 tekens."),
  })
  .check(({ value, issues }) => {
    if (value.aan !== NEW_COLLEAGUE) return;
    const wrong = (path: "naam" | "email", message: string) =>
      issues.push({ code: "custom", path: [path], input: value[path], message });
    if (value.naam === "") wrong("naam", "Vul de naam van je nieuwe collega in.");
    if (!/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(value.email))
      wrong("email", "Vul het mailadres in, bijvoorbeeld naam@organisatie.nl.");
  });
export type HandoverForm = z.output<typeof handoverContract>;
