import { type Context, Hono } from "hono";
import type { Statement } from "../../db/client.ts";
import { paths } from "../../web/paths.ts";
import {
  ListPage,
  type ListPageProps,
  ListsPage,
  renamedIn,
} from "../../web/questionnaires/choice-editing-page.tsx";
import { listContract } from "../../web/questionnaires/item-editing-contract.ts";
import { dayInAmsterdam } from "../../web/ui/dutch.ts";
import type { Env } from "../http/env.ts";
import { fault, refuse } from "../http/faults.tsx";
import { parseForm, readForm, type Typed } from "../http/form.ts";
import { isId, newId } from "../http/identifiers.ts";
import { readPage, show, write } from "../http/page.ts";
import { addList, endChoice, keepChoice, openList, ownListRows } from "../members/choice-list-queries.ts";
import { answersIn, linesOf, listLock, type OwnList, ownListOf, planList } from "./choice-editing.ts";
import { mayMakeQuestionnaires, mayReadQuestionnaires } from "./editing-policy.ts";

/** The lists of choices for questions of the learning group's own. */
export const choiceEditingRoutes = new Hono<Env>();

const NEW = "nieuw";
const MISSING = { because: "missing" } as const;

choiceEditingRoutes.get(paths.ownLists(), async (c) => {
  const { rows, ...page } = await readPage(c, (db) => [ownListRows(db)] as const);
  const decision = mayReadQuestionnaires(page.viewer);
  if (!decision.may) return refuse(c, page, decision);
  const lists = rows[0].map(ownListOf).map(({ list, title, choices, uses }) => ({
    list,
    title,
    choices: choices.length,
    uses: namesOf({ uses }),
  }));
  return show(
    c,
    <ListsPage frame={page.frame} lists={lists} mayMake={mayMakeQuestionnaires(page.viewer).may} />,
  );
});

const namesOf = ({ uses }: Pick<OwnList, "uses">) => [...new Set(uses.map(({ concept }) => concept))];

async function readList(c: Context<Env>, typed?: Typed) {
  const word = c.req.param("lijst") ?? "";
  // A new list is looked up by the id that its form brings: then a second click finds what the first one made.
  const id = word === NEW ? (typed?.id?.[0] ?? "") : word;
  const { rows, ...page } = await readPage(c, (db) => [ownListRows(db, id)] as const);
  const list = rows[0][0] ? ownListOf(rows[0][0]) : null;
  return { ...page, list, isNew: word === NEW };
}
type ListRead = Awaited<ReturnType<typeof readList>>;

function showList(
  c: Context<Env>,
  read: ListRead,
  told: Partial<Pick<ListPageProps, "doubt" | "errors" | "theirs">> & { typed?: Typed } = {},
  status: 200 | 409 | 422 = 200,
) {
  const { list, frame, viewer } = read;
  const stored: Typed = list
    ? { titel: [list.title], keuzes: [list.choices.map(({ label }) => label).join("\n")] }
    : {};
  const { typed, ...rest } = told;
  return show(
    c,
    <ListPage
      frame={frame}
      list={
        list && {
          ...list,
          lock: listLock(list),
          answers: answersIn(list),
          uses: namesOf(list),
        }
      }
      mayEdit={mayMakeQuestionnaires(viewer).may}
      formId={typed?.id?.[0] ?? newId()}
      fields={typed ?? stored}
      isSaved={status === 200 && c.req.query("melding") === "opgeslagen"}
      {...rest}
    />,
    status,
  );
}

choiceEditingRoutes.get(paths.ownList(":lijst"), async (c) => {
  const read = await readList(c);
  const decision = read.isNew ? mayMakeQuestionnaires(read.viewer) : mayReadQuestionnaires(read.viewer);
  if (!decision.may) return refuse(c, read, decision);
  return read.list || read.isNew ? showList(c, read) : refuse(c, read, MISSING);
});

choiceEditingRoutes.post(paths.ownList(":lijst"), async (c) => {
  const typed = await readForm(c);
  const read = await readList(c, typed);
  const decision = mayMakeQuestionnaires(read.viewer);
  if (!decision.may) return refuse(c, read, decision, typed);
  const { list } = read;
  if (!list && !read.isNew) return refuse(c, read, MISSING);
  const lock = list && listLock(list);
  if (lock) return fault(c, read, "stale", lock, { href: paths.ownLists(), label: "Naar de keuzelijsten" });
  return saveList(c, read, typed);
});

async function saveList(c: Context<Env>, read: ListRead, typed: Typed) {
  const form = parseForm(listContract, typed);
  if (!form.ok) return showList(c, read, { typed, errors: form.errors }, 422);
  const { titel: title, keuzes, gezien, id } = form.value;
  const lines = linesOf(keuzes);
  const empty: OwnList = {
    list: isId(id) ? id : newId(),
    title,
    revision: 0,
    highest: 0,
    choices: [],
    uses: [],
  };
  const before = read.list ?? empty;
  const done = () => c.redirect(`${paths.ownList(before.list)}?melding=opgeslagen`, 303);
  const isThere =
    before.title === title && before.choices.map(({ label }) => label).join("\n") === lines.join("\n");
  if (isThere) return done();
  const theirs = { title: before.title, choices: before.choices.map(({ label }) => label) };
  if (String(before.revision) !== gezien) return showList(c, read, { typed, theirs }, 409);
  const plan = planList(before, lines, renamedIn(typed));
  if ("errors" in plan) return showList(c, read, { typed, ...plan }, 422);
  const { db, now } = c.var;
  const edit = { list: before.list, token: newId(), today: dayInAmsterdam(now) };
  const isHeld = before.uses.some(({ answers }) => answers > 0);
  const [opened] = (await write(c, [
    read.list
      ? openList(db, { ...edit, title, seen: before.revision })
      : addList(db, { ...edit, title, now }),
    ...plan.kept.map((choice) => keepChoice(db, edit, choice)),
    ...plan.ended.map((code) => endChoice(db, edit, code, isHeld)),
  ] as unknown as [Statement])) as unknown as [{ list: string }[]];
  return opened.length > 0 || !read.list ? done() : showList(c, read, { typed, theirs }, 409);
}
