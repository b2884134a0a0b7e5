import { display } from "./display.ts";

/**
 * Whether the total of a yes/no item passes the audit in words whatever the count is, so that its being there
 * tells nothing and it need not be withheld by lot. It is offered first, so only the opened answers bear on it.
 *
 * For every word that the total could show, and for every number of yes answers among those that the learning
 * group knows, there must be room for two more yes and two more no among the answers that stayed closed.
 *
 * @param size organisations that count
 * @param open their answers that members or everybody may read, as 0 or 1
 * @param learning how many more only the learning group may read
 */
export function totalAlwaysFits(size: number, open: readonly number[], learning: number): boolean {
  const closed = size - open.length - learning;
  const yes = open.filter((answer) => answer === 1).length;
  const words = Array.from({ length: size + 1 }, (_, count) => display(count, size, 0, true));
  return words.every((shown) => {
    if (!shown) return false;
    const least = Math.max(0, shown.low - yes);
    const most = Math.min(closed, shown.high - yes - learning);
    return least <= closed - 2 && most >= 2 && least <= most;
  });
}
