/** Degrees, WGS 84. */
export interface Point {
  latitude: number;
  longitude: number;
}

/** The Netherlands in degrees, with a little air. */
const WEST = 3.3;
const EAST = 7.25;
const SOUTH = 50.7;
const NORTH = 53.6;
/** A degree to the east is shorter than one to the north: by the cosine of 52.15 degrees. */
const SHORTER = 0.6135;
export const MAP_HEIGHT = 560;
const SCALE = MAP_HEIGHT / (NORTH - SOUTH);
export const MAP_WIDTH = Math.round((EAST - WEST) * SHORTER * SCALE);

export const roundToTenth = (value: number): number => Math.round(value * 10) / 10;

/** Where a point lies on the map, in its units. */
export const mapX = ({ longitude }: Point): number => roundToTenth((longitude - WEST) * SHORTER * SCALE);
export const mapY = ({ latitude }: Point): number => roundToTenth((NORTH - latitude) * SCALE);

/** Points as one path of strokes without length: drawn with round ends each is a dot. */
export const dotsPath = (points: readonly Point[]): string =>
  points.map((point) => `M${mapX(point)} ${mapY(point)}h0`).join("");
