import type { JSX } from "preact";
import { type Frame, Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { countOf, formatList } from "../ui/dutch.ts";
import { Empty } from "../ui/empty.tsx";
import { Table } from "../ui/table.tsx";
import { ALIKE_CRITERIA, ALIKE_WEIGHTS, type AlikePart } from "./alike-weights.ts";
import { alikeSentence, reasonsToTell } from "./alike-words.ts";

interface AlikePageProps {
  frame: Frame;
  /** null for who works for no member and asks for its own */
  member: { slug: string; name: string } | null;
  /** whether the reader speaks for this member */
  isOwn: boolean;
  /** whether the address names the member */
  isAddressed: boolean;
  /** the likest first */
  teams: readonly {
    team: { slug: string; name: string; places: readonly string[] };
    likeness: { total: number; parts: readonly AlikePart[] };
  }[];
  labelOf: (list: string, code: string) => string;
}

/** More places than this are named by their number. */
const MOST_PLACES = 4;

/** The teams most like one member, each with why. */
export function AlikePage({
  frame,
  member,
  isOwn,
  isAddressed,
  teams,
  labelOf,
}: AlikePageProps): JSX.Element {
  return (
    <Layout
      frame={frame}
      title={member && isAddressed ? `Teams zoals ${member.name}` : "Teams zoals wij"}
      heading={isOwn ? "Teams zoals wij" : undefined}
      lead={
        teams.length > 0
          ? "Wie het meest lijkt staat bovenaan. Alleen wat leden aan elkaar laten zien telt mee."
          : "Alleen wat leden aan elkaar laten zien telt mee."
      }
      trail={[
        { href: paths.members(), label: "Leden" },
        ...(member ? [{ href: paths.member(member.slug), label: member.name }] : []),
      ]}
    >
      {member === null ? (
        <Empty why="Je werkt niet namens een lid. Kies een lid om te zien wie erop lijkt.">
          <a href={paths.members()}>Kies een lid</a>
        </Empty>
      ) : teams.length === 0 ? (
        <Empty why="Er is nog te weinig bekend om te vergelijken. Een ingevuld profiel helpt.">
          <a href={isOwn ? paths.memberProfile(member.slug) : paths.member(member.slug)}>
            {isOwn ? "Vul jullie profiel aan" : `Bekijk ${member.name}`}
          </a>
        </Empty>
      ) : (
        <ol class="wt-alike">
          {teams.map(({ team, likeness }) => (
            <li key={team.slug} class="wt-alike__team">
              <h2>
                <a href={paths.member(team.slug)}>{team.name}</a>
              </h2>
              <p class="wt-soft">
                {team.places.length > MOST_PLACES
                  ? countOf(team.places.length, "gemeente", "gemeenten")
                  : formatList(team.places)}
              </p>
              <ul class="wt-reasons">
                {reasonsToTell(likeness.parts).map((reason) => (
                  <li key={reason.about}>{alikeSentence(reason, labelOf)}</li>
                ))}
              </ul>
              <p class="wt-small">
                {likeness.total} van 100 punten:{" "}
                {likeness.parts
                  .map(({ criterion, points }) => `${ALIKE_WEIGHTS[criterion].name.toLowerCase()} ${points}`)
                  .join(", ")}
                .
              </p>
            </li>
          ))}
        </ol>
      )}
      <Weights />
      <p>
        Zoek je een team om te bezoeken? <a href={paths.visits()}>Bekijk het aanbod van werkbezoeken</a>.
      </p>
    </Layout>
  );
}

function Weights(): JSX.Element {
  return (
    <Disclosure summary="Hoe we vergelijken">
      <p>Wat een van beide niet invulde, geeft geen punten. Bij evenveel punten telt het alfabet.</p>
      <Table
        caption="Waar we naar kijken, en hoe zwaar het telt"
        columns={[
          { key: "name", label: "Waarop" },
          { key: "points", label: "Hoogstens", numeric: true },
          { key: "why", label: "Wanneer" },
        ]}
        rows={ALIKE_CRITERIA.map((criterion) => ALIKE_WEIGHTS[criterion])}
        total={{ name: "Samen", points: 100 }}
      />
    </Disclosure>
  );
}
