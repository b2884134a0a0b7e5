/** The parts of saxen that are used here; the package brings no types. */
declare module "saxen" {
  export class Parser {
    on(event: "openTag" | "closeTag", listener: (name: string) => void): Parser;
    on(event: "text", listener: (text: string, decode: (text: string) => string) => void): Parser;
    on(event: "cdata" | "error", listener: (text: string) => void): Parser;
    parse(xml: string): void;
  }
}
