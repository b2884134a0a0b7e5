import { expect, test } from "vitest";
import { createApp } from "../../functions/app.tsx";
import { FRONT } from "../../functions/front.ts";
import type { Platform } from "../../functions/http/env.ts";
import { OFFICE } from "../../functions/office.ts";
import { isOfficeAddress } from "../../functions/office-addresses.ts";
import { TEST_SETTINGS } from "../support/settings.ts";

/** Addresses of these features, with something in place of each part that varies. */
const addressesOf = (features: typeof FRONT): string[] =>
  createApp({ settings: TEST_SETTINGS } as Platform, features)
    .routes.map(({ path }) => path)
    .filter((path) => path !== "/*")
    .map((path) => path.replaceAll(/:[a-z]+(\{[^}]*\})?/gi, "2024"));

test("the Worker in front hands over what the office answers, and nothing else", () => {
  const office = addressesOf(OFFICE);
  expect(office.length).toBeGreaterThan(50);
  expect(office.filter((path) => !isOfficeAddress(path))).toEqual([]);
  const front = addressesOf(FRONT);
  expect(front.length).toBeGreaterThan(150);
  expect(front.filter(isOfficeAddress)).toEqual([]);
});

test("an address that only begins alike is not handed over", () => {
  for (const path of ["/bureaustoel", "/vragenlijst/2026", "/inzicht/2024", "/inzicht/2024/vraag/4A1", "/"])
    expect(isOfficeAddress(path), path).toBe(false);
  for (const path of ["/bureau", "/bureau/mensen.csv", "/inzicht/2024/respons.xlsx", "/vragenlijsten/x"])
    expect(isOfficeAddress(path), path).toBe(true);
});
