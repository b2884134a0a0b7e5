import type { DrawnNode, DrawnTie } from "../../web/visits/network-picture.tsx";

interface Node {
  id: string;
  name: string;
  out: number;
  in: number;
  latitude: number | null;
  longitude: number | null;
}

/**
 * Puts organisations on a circle in the order in which they lie around the middle of them all, north on top and
 * then with the clock: who is near each other in the country is near each other in the picture. Who does not say
 * where it works comes last. The same organisations always give the same picture.
 *
 * @returns nodes with a place on the unit circle and a number from 1, and one tie a pair
 */
export function layOut(
  nodes: readonly Node[],
  ties: readonly { guest: string; host: string; count: number }[],
): { nodes: DrawnNode[]; ties: DrawnTie[] } {
  const placed = nodes.filter(({ latitude, longitude }) => latitude !== null && longitude !== null);
  const middle = {
    latitude: mean(placed.map(({ latitude }) => latitude ?? 0)),
    longitude: mean(placed.map(({ longitude }) => longitude ?? 0)),
  };
  const bearing = ({ latitude, longitude }: Node): number => {
    if (latitude === null || longitude === null) return Number.POSITIVE_INFINITY;
    const angle = Math.atan2(longitude - middle.longitude, latitude - middle.latitude);
    return angle < 0 ? angle + 2 * Math.PI : angle;
  };
  const around = nodes
    .map((node) => ({ node, at: bearing(node) }))
    .toSorted((a, b) => (a.at === b.at ? (a.node.id < b.node.id ? -1 : 1) : a.at - b.at));
  const drawn = around.map(({ node }, nth): DrawnNode => {
    const angle = (2 * Math.PI * nth) / around.length;
    return {
      id: node.id,
      name: node.name,
      out: node.out,
      in: node.in,
      number: nth + 1,
      x: Math.sin(angle),
      y: -Math.cos(angle),
    };
  });
  return { nodes: drawn, ties: pairsOf(drawn, ties) };
}

function pairsOf(
  nodes: readonly DrawnNode[],
  ties: readonly { guest: string; host: string; count: number }[],
): DrawnTie[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const ways = new Set(ties.map(({ guest, host }) => `${guest}\n${host}`));
  return ties.flatMap(({ guest, host }): DrawnTie[] => {
    const [from, to] = [byId.get(guest), byId.get(host)];
    if (!from || !to) return [];
    const isMutual = ways.has(`${host}\n${guest}`);
    // Of two ways one line is drawn, from the lower number.
    return isMutual && from.number > to.number ? [] : [{ from, to, isMutual }];
  });
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
