import type { JSX } from "preact";
import type { MapArc, MapMark, Point } from "./map-seen.ts";

/** The Netherlands in degrees, with a little air. */
const WEST = 3.3;
const EAST = 7.25;
const SOUTH = 50.7;
const NORTH = 53.6;
/** A degree to the east is shorter than one to the north: by the cosine of 52.15 degrees. */
const SHORTER = 0.6135;
const HEIGHT = 560;
const SCALE = HEIGHT / (NORTH - SOUTH);
const WIDTH = Math.round((EAST - WEST) * SHORTER * SCALE);

const x = ({ longitude }: Point) => round((longitude - WEST) * SHORTER * SCALE);
const y = ({ latitude }: Point) => round((NORTH - latitude) * SCALE);
const round = (value: number) => Math.round(value * 10) / 10;

/** From one dot to the other, bent to the left of who travels: there and back are two lines. */
function arcPath({ from, to }: MapArc): string {
  const [x1, y1, x2, y2] = [x(from), y(from), x(to), y(to)];
  const middle = { x: (x1 + x2) / 2 + (y2 - y1) / 5, y: (y1 + y2) / 2 - (x2 - x1) / 5 };
  return `M${x1} ${y1}Q${round(middle.x)} ${round(middle.y)} ${x2} ${y2}`;
}

/**
 * The country as faint dots, hosts as large ones and visits as arcs; drawn by the server. The table beside it
 * says the same in words.
 */
export function CountryMap({
  title,
  country,
  marks,
  arcs,
}: {
  title: string;
  country: readonly Point[];
  marks: readonly MapMark[];
  arcs: readonly MapArc[];
}): JSX.Element {
  return (
    <svg
      class="wt-map"
      role="img"
      aria-labelledby="kaart-titel"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      focusable="false"
    >
      <title id="kaart-titel">{title}</title>
      <g class="wt-map__country">
        {country.map((point) => (
          <circle key={`${point.latitude} ${point.longitude}`} cx={x(point)} cy={y(point)} r="2.2" />
        ))}
      </g>
      <g class="wt-map__arcs" fill="none">
        {arcs.map((arc, at) => (
          <g key={at}>
            <path class={`wt-map__arc${arc.isPast ? " wt-map__arc--past" : ""}`} d={arcPath(arc)}>
              <title>{arc.label}</title>
            </path>
            <circle class="wt-map__end" cx={x(arc.to)} cy={y(arc.to)} r="4" />
          </g>
        ))}
      </g>
      <g class="wt-map__marks">
        {marks.map((mark) => (
          <circle key={mark.label} class="wt-map__mark" cx={x(mark)} cy={y(mark)} r="6">
            <title>{mark.label}</title>
          </circle>
        ))}
      </g>
    </svg>
  );
}
