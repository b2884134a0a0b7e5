import { expect, test } from "vitest";
import { municipalityRegistry } from "../../db/registry/municipalities.ts";
import { COUNTRY_DOTS } from "../../web/ui/country-dots.ts";
import { dotsPath, MAP_HEIGHT, MAP_WIDTH, mapX, mapY } from "../../web/ui/country-projection.ts";

const points = municipalityRegistry().map(({ lat, lon }) => ({ latitude: lat, longitude: lon }));

test("the drawn country is that of the registry, within the map, with its towns where they lie", () => {
  expect(COUNTRY_DOTS).toBe(dotsPath(points));
  expect(COUNTRY_DOTS.match(/M/g)).toHaveLength(342);
  for (const point of points) {
    expect(mapX(point)).toBeGreaterThan(0);
    expect(mapX(point)).toBeLessThan(MAP_WIDTH);
    expect(mapY(point)).toBeGreaterThan(0);
    expect(mapY(point)).toBeLessThan(MAP_HEIGHT);
  }
  const groningen = { latitude: 53.22, longitude: 6.57 };
  const maastricht = { latitude: 50.85, longitude: 5.69 };
  expect(mapY(groningen)).toBeLessThan(mapY(maastricht));
  expect(mapX(groningen)).toBeGreaterThan(mapX(maastricht));
});
