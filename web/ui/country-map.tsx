import type { JSX } from "preact";
import { COUNTRY_DOTS } from "./country-dots.ts";
import { MAP_HEIGHT, MAP_WIDTH, mapX, mapY, type Point, roundToTenth } from "./country-projection.ts";

/** Something that lies somewhere. */
export interface MapMark extends Point {
  label: string;
  /** `own` has a shape of its own, so that colour is not all that tells */
  kind?: "plain" | "member" | "own";
}

/** A way between two places. */
export interface MapArc {
  from: Point;
  to: Point;
  label: string;
  isPast: boolean;
}

/** From one dot to the other, bent to the left of who travels: there and back are two lines. */
function arcPath({ from, to }: MapArc): string {
  const [x1, y1, x2, y2] = [mapX(from), mapY(from), mapX(to), mapY(to)];
  const middle = { x: (x1 + x2) / 2 + (y2 - y1) / 5, y: (y1 + y2) / 2 - (x2 - x1) / 5 };
  return `M${x1} ${y1}Q${roundToTenth(middle.x)} ${roundToTenth(middle.y)} ${x2} ${y2}`;
}

function Mark({ mark }: { mark: MapMark }): JSX.Element {
  const [x, y] = [mapX(mark), mapY(mark)];
  if (mark.kind === "own")
    return (
      <path class="wt-map__mark wt-map__mark--own" d={`M${x} ${y - 9}l9 9l-9 9l-9 -9z`}>
        <title>{mark.label}</title>
      </path>
    );
  const isMember = mark.kind === "member";
  return (
    <circle
      class={`wt-map__mark${isMember ? " wt-map__mark--member" : ""}`}
      cx={x}
      cy={y}
      r={isMember ? 5 : 6}
    >
      <title>{mark.label}</title>
    </circle>
  );
}

/**
 * The country as faint dots, one a municipality (drawn once, when the platform is built), with marks and arcs over
 * it; drawn by the server. The table beside it says the same in words.
 */
export function CountryMap({
  title,
  marks,
  arcs = [],
}: {
  title: string;
  marks: readonly MapMark[];
  arcs?: readonly MapArc[];
}): JSX.Element {
  return (
    <svg
      class="wt-map"
      role="img"
      aria-labelledby="kaart-titel"
      viewBox={`0 0 ${MAP_WIDTH} ${MAP_HEIGHT}`}
      width={MAP_WIDTH}
      height={MAP_HEIGHT}
      focusable="false"
    >
      <title id="kaart-titel">{title}</title>
      <path class="wt-map__country" d={COUNTRY_DOTS} />
      <g class="wt-map__arcs" fill="none">
        {arcs.map((arc, at) => (
          <g key={at}>
            <path class={`wt-map__arc${arc.isPast ? " wt-map__arc--past" : ""}`} d={arcPath(arc)}>
              <title>{arc.label}</title>
            </path>
            <circle class="wt-map__end" cx={mapX(arc.to)} cy={mapY(arc.to)} r="4" />
          </g>
        ))}
      </g>
      <g class="wt-map__marks">
        {marks.map((mark) => (
          <Mark key={mark.label} mark={mark} />
        ))}
      </g>
    </svg>
  );
}
