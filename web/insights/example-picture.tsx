import type { JSX } from "preact";
import type { Example } from "./example.ts";

/** Teams are letters: A, B, C. */
export const teamName = (at: number): string => String.fromCharCode(65 + at);

const SIZES = ["groot", "klein"] as const;
const REGIONS = ["west", "oost"] as const;
const STEP = 30;
const LEFT = 62;
/** Room between west and east, and above each row. */
const GAP = 16;
const ROW_HEIGHT = 62;
const TOP = 30;

interface Placed {
  at: number;
  x: number;
  y: number;
}

function placed({ teams }: Example) {
  const inWest = Math.max(
    ...SIZES.map((size) => teams.filter((t) => t.size === size && t.region === "west").length),
  );
  const inEast = Math.max(
    ...SIZES.map((size) => teams.filter((t) => t.size === size && t.region === "oost").length),
  );
  const eastFrom = LEFT + inWest * STEP + GAP;
  const dots: Placed[] = SIZES.flatMap((size, row) =>
    REGIONS.flatMap((region) =>
      teams
        .flatMap((each, at) => (each.size === size && each.region === region ? [at] : []))
        .map((at, place) => ({
          at,
          x: (region === "west" ? LEFT : eastFrom) + place * STEP + STEP / 2,
          y: TOP + row * ROW_HEIGHT + ROW_HEIGHT / 2,
        })),
    ),
  );
  return { dots, eastFrom, inWest, width: eastFrom + inEast * STEP + 6 };
}

/** Twelve teams as dots by size and region; two frames around counts, and the team that is left over. */
export function ExamplePicture({ example }: { example: Example }): JSX.Element {
  const { dots, eastFrom, inWest, width } = placed(example);
  const { from, less, left } = example.sum;
  const height = TOP + SIZES.length * ROW_HEIGHT + 4;
  return (
    <figure class="wt-attack">
      <svg
        class="wt-attack__drawing"
        role="img"
        aria-labelledby="aanval-t aanval-d"
        viewBox={`0 0 ${width} ${height}`}
        focusable="false"
      >
        <title id="aanval-t">Eén cijfer min een ander cijfer laat één team over</title>
        <desc id="aanval-d">
          {`Een rand om alle grote teams: ${from.count} van ${from.size} zeggen ja. Daarbinnen een rand om de grote teams in het westen: ${less.count} van ${less.size}. Alleen team ${teamName(left)} ligt ertussen.`}
        </desc>
        <text x={LEFT + (inWest * STEP) / 2} y="16" class="wt-attack__label">
          westen
        </text>
        <text x={(eastFrom + width) / 2} y="16" class="wt-attack__label">
          oosten
        </text>
        <rect
          class="wt-attack__from"
          x={LEFT - 8}
          y={TOP}
          width={width - LEFT + 6}
          height={ROW_HEIGHT - 6}
          rx="8"
        />
        <rect
          class="wt-attack__less"
          x={LEFT - 3}
          y={TOP + 6}
          width={inWest * STEP + 6}
          height={ROW_HEIGHT - 18}
          rx="6"
        />
        {SIZES.map((size, row) => (
          <text key={size} x="0" y={TOP + row * ROW_HEIGHT + ROW_HEIGHT / 2 + 2} class="wt-attack__row">
            {size}
          </text>
        ))}
        {dots.map(({ at, x, y }) => (
          <g key={at} class={at === left ? "wt-attack__team wt-attack__team--left" : "wt-attack__team"}>
            <circle cx={x} cy={y - 3} r="12" />
            <text x={x} y={y - 3}>
              {teamName(at)}
            </text>
          </g>
        ))}
      </svg>
      <figcaption>
        <ul class="wt-attack__key">
          <li>
            <svg class="wt-key" width="18" height="14" aria-hidden="true" focusable="false">
              <rect class="wt-attack__from" x="1" y="1" width="16" height="12" rx="3" />
            </svg>
            {from.label}: {from.count} van de {from.size} zeggen ja
          </li>
          <li>
            <svg class="wt-key" width="18" height="14" aria-hidden="true" focusable="false">
              <rect class="wt-attack__less" x="1" y="1" width="16" height="12" rx="3" />
            </svg>
            {less.label}: {less.count} van de {less.size} zeggen ja
          </li>
          <li>
            <svg class="wt-key" width="18" height="14" aria-hidden="true" focusable="false">
              <g class="wt-attack__team wt-attack__team--left">
                <circle cx="9" cy="7" r="6" />
              </g>
            </svg>
            Team {teamName(left)} blijft over: {from.count} − {less.count} = {from.count - less.count}
          </li>
        </ul>
      </figcaption>
    </figure>
  );
}
