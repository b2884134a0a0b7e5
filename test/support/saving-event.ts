import fc from "fast-check";
import { CONCEPTS } from "./saving-history.ts";

const at = { who: fc.nat({ max: 1 }), tab: fc.nat({ max: 1 }), concept: fc.constantFrom(...CONCEPTS) };
const kindOf = (...kinds: SavingEvent["kind"][]) => fc.constantFrom(...kinds);

/** One thing that happens to somebody's tab, session or network, or to the response. */
export interface SavingEvent {
  kind:
    | "type" // into a field, without leaving it
    | "leave" // the field: it saves itself
    | "answer" // type and leave
    | "choose mine"
    | "choose theirs"
    | "submit" // the whole form, after what waits
    | "open without script"
    | "send without script"
    | "send twice without script"
    | "reload"
    | "crash" // and open again
    | "lose answer" // the next request arrives, its answer does not
    | "lose request"
    | "expire"
    | "sign in"
    | "make ready"
    | "resume"
    | "sign"
    | "reopen";
  who: number;
  tab: number;
  concept: (typeof CONCEPTS)[number];
}

/** Events as they come on a busy day: mostly typing, now and then trouble. */
export const savingEvent: fc.Arbitrary<SavingEvent> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ kind: kindOf("answer"), ...at }) },
  { weight: 3, arbitrary: fc.record({ kind: kindOf("type", "leave"), ...at }) },
  { weight: 3, arbitrary: fc.record({ kind: kindOf("choose mine", "choose theirs"), ...at }) },
  { weight: 3, arbitrary: fc.record({ kind: kindOf("submit"), ...at }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: kindOf("open without script", "send without script", "send twice without script"),
      ...at,
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: kindOf("reload", "crash"), ...at }) },
  { weight: 4, arbitrary: fc.record({ kind: kindOf("lose answer", "lose request"), ...at }) },
  { weight: 3, arbitrary: fc.record({ kind: kindOf("expire", "sign in"), ...at }) },
  { weight: 2, arbitrary: fc.record({ kind: kindOf("make ready", "resume", "sign", "reopen"), ...at }) },
);
