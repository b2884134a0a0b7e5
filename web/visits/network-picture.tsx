import type { JSX } from "preact";

export interface DrawnNode {
  id: string;
  name: string;
  /** visits as guest and as host */
  out: number;
  in: number;
  number: number;
  /** on the unit circle, y downwards */
  x: number;
  y: number;
}

/** A pair that visited: from guest to host, or both ways. */
export interface DrawnTie {
  from: DrawnNode;
  to: DrawnNode;
  isMutual: boolean;
}

const SIZE = 640;
const RADIUS = 288;
const NODE = 24;
/** How far a line bends towards the middle: 0 is straight, 1 goes through it. */
const BEND = 0.35;
const ARROW = 15;

const at = ({ x, y }: { x: number; y: number }) => ({ x: SIZE / 2 + x * RADIUS, y: SIZE / 2 + y * RADIUS });
const shown = (value: number): string => value.toFixed(1);

/** Who visited whom. Ties differ in width and in arrow, never in colour alone; numbers lead to the table. */
export function NetworkPicture({
  nodes,
  ties,
  title,
}: {
  nodes: readonly DrawnNode[];
  ties: readonly DrawnTie[];
  title: string;
}): JSX.Element {
  return (
    <div class="wt-network">
      <svg
        class="wt-network__picture"
        viewBox={`0 0 ${SIZE} ${SIZE}`}
        role="img"
        aria-labelledby="netwerk-titel"
      >
        <title id="netwerk-titel">{title}</title>
        {ties.map((tie) => (
          <Tie key={`${tie.from.id} ${tie.to.id}`} tie={tie} />
        ))}
        {nodes.map((node) => {
          const { x, y } = at(node);
          return (
            <g key={node.id}>
              <circle class="wt-network__node" cx={shown(x)} cy={shown(y)} r={NODE} />
              <text class="wt-network__number" x={shown(x)} y={shown(y)} dy="0.35em" text-anchor="middle">
                {node.number}
              </text>
            </g>
          );
        })}
      </svg>
      <ul class="wt-legend">
        <li>
          <svg class="wt-key" width="40" height="14" aria-hidden="true" focusable="false">
            <path class="wt-network__tie" d="M1 7H28" />
            <path class="wt-network__arrow" d="M39 7L27 1V13Z" />
          </svg>
          eenmaal of vaker op bezoek, de pijl wijst naar de gastheer
        </li>
        <li>
          <svg class="wt-key" width="40" height="14" aria-hidden="true" focusable="false">
            <path class="wt-network__tie wt-network__tie--mutual" d="M1 7H39" />
          </svg>
          over en weer op bezoek
        </li>
      </ul>
    </div>
  );
}

function Tie({ tie }: { tie: DrawnTie }): JSX.Element {
  const [from, to] = [at(tie.from), at(tie.to)];
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const bend = {
    x: middle.x + (SIZE / 2 - middle.x) * BEND,
    y: middle.y + (SIZE / 2 - middle.y) * BEND,
  };
  const start = towards(from, bend, NODE);
  const end = towards(to, bend, tie.isMutual ? NODE : NODE + ARROW);
  const path = `M${shown(start.x)} ${shown(start.y)}Q${shown(bend.x)} ${shown(bend.y)} ${shown(end.x)} ${shown(end.y)}`;
  if (tie.isMutual) return <path class="wt-network__tie wt-network__tie--mutual" d={path} />;
  return (
    <>
      <path class="wt-network__tie" d={path} />
      <path class="wt-network__arrow" d={arrowAt(end, towards(to, bend, NODE))} />
    </>
  );
}

interface Point {
  x: number;
  y: number;
}

/** The point so far from `from` on the way to `to`. */
function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return {
    x: from.x + ((to.x - from.x) / length) * distance,
    y: from.y + ((to.y - from.y) / length) * distance,
  };
}

function arrowAt(base: Point, tip: Point): string {
  const half = ARROW / 2;
  const [dx, dy] = [(tip.x - base.x) / ARROW, (tip.y - base.y) / ARROW];
  const corner = (side: number) => `${shown(base.x - dy * half * side)} ${shown(base.y + dx * half * side)}`;
  return `M${shown(tip.x)} ${shown(tip.y)}L${corner(1)}L${corner(-1)}Z`;
}
