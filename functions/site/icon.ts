const HOUSE = "M0 6.2 8 0l8 6.2V15a1 1 0 0 1-1 1H1a1 1 0 0 1-1-1Z";
const house = (x: number, y: number, colour: string) =>
  `<path d="${HOUSE}" fill="${colour}" transform="translate(${x} ${y})"/>`;

/** The wordmark as an icon. Its colours stand out on light and on dark browser tabs. */
export const ICON = [
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 -2 40 40">',
  house(0, 0, "#2f8f89"),
  house(20, 0, "#2f8f89"),
  house(0, 20, "#2f8f89"),
  house(20, 20, "#f2c35b"),
  "</svg>",
].join("");
