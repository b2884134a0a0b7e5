/** One property of a calendar object: `ATTENDEE;PARTSTAT=ACCEPTED:mailto:…`. Names in capitals. */
export interface CalendarLine {
  name: string;
  parameters: ReadonlyMap<string, string>;
  value: string;
}

export interface CalendarEvent {
  /** METHOD of the whole object, in capitals; "" without one */
  method: string;
  /** properties of the first event itself, not of an alarm in it */
  lines: readonly CalendarLine[];
}

const LINE = /^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)$/;
const PARAMETER = /;([A-Za-z0-9-]+)=("[^"]*"|[^";:,]*)/g;

/**
 * The first event of a calendar object (RFC 5545, 3.1 and 3.6); null for what is no such object: a line of another
 * shape, parts that do not close, no event. Reads no more than an answer needs. A library for all of the standard
 * would add a twentieth to the Worker; the tests read the same messages with two of them.
 */
export function firstEvent(content: string): CalendarEvent | null {
  const within: string[] = [];
  const lines: CalendarLine[] = [];
  let method = "";
  let events = 0;
  for (const text of content.replace(/\r?\n[ \t]/g, "").split(/\r?\n/)) {
    if (text === "") continue;
    const line = readLine(text);
    if (!line) return null;
    const part = line.value.toUpperCase();
    if (line.name === "BEGIN") {
      if (within.length === 0 && part !== "VCALENDAR") return null;
      within.push(part);
      if (within.length === 2 && part === "VEVENT") events += 1;
    } else if (line.name === "END") {
      if (within.pop() !== part) return null;
    } else if (within.length === 0) return null;
    else if (within.length === 1 && line.name === "METHOD") method = part;
    else if (within.length === 2 && within[1] === "VEVENT" && events === 1) lines.push(line);
  }
  return within.length === 0 && events > 0 ? { method, lines } : null;
}

function readLine(text: string): CalendarLine | null {
  const [, name, given = "", value = ""] = LINE.exec(text) ?? [];
  if (!name) return null;
  const parameters = [...given.matchAll(PARAMETER)].map(
    ([, key = "", word = ""]) => [key.toUpperCase(), word.replaceAll('"', "")] as const,
  );
  return { name: name.toUpperCase(), parameters: new Map(parameters), value };
}

/** A moment in UTC, 20261201T090000Z, in milliseconds since 1970; null for any other form. */
export function utcMoment(text: string): number | null {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(text) ?? [];
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at) ? null : at;
}
