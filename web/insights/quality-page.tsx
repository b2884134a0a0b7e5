import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { PROFILE_FIELD_LABELS } from "../members/labels.ts";
import { paths } from "../paths.ts";
import { DataDownloads } from "../ui/data-downloads.tsx";
import { formatDay, formatNumber } from "../ui/dutch.ts";
import { MetaLine, PrintNote } from "../ui/meta-line.tsx";
import { Table } from "../ui/table.tsx";
import { cellText, PARTS, type Quality, qualityLines, qualitySentence } from "./quality.ts";
import { roundWords } from "./round-words.ts";
import type { ShownRound } from "./shown-figure.ts";

interface PartProps {
  quality: Quality;
  year: number;
}

function Items({ quality, year }: PartProps): JSX.Element {
  return (
    <>
      <h2 id="vragen">{PARTS.items}</h2>
      <p>
        Van vertrouwelijke vragen staat hier wat is vrijgegeven. Bij open antwoorden zijn alleen thema's
        vrijgegeven.
      </p>
      <Table
        caption="Per vraag: weet ik niet, niet van toepassing, niet ingevuld"
        columns={[
          { key: "question", label: "Vraag" },
          { key: "unknown", label: "Weet ik niet", numeric: true },
          { key: "notApplicable", label: "N.v.t.", numeric: true },
          { key: "missing", label: "Niet ingevuld", numeric: true },
          { key: "n", label: "n", numeric: true },
        ]}
        rows={quality.items.map((item) => ({
          question: (
            <a href={paths.insightItem(year, item.concept)}>
              {item.concept} {item.shortName}
            </a>
          ),
          unknown: cellText(item.unknown),
          notApplicable: cellText(item.notApplicable),
          missing: cellText(item.missing),
          n: item.n === null ? "" : formatNumber(item.n),
        }))}
      />
    </>
  );
}

function Responses({ quality, year }: PartProps): JSX.Element {
  return (
    <>
      <h2 id="inzendingen">{PARTS.responses}</h2>
      <Table
        caption="Inzendingen die aandacht vragen"
        columns={[
          { key: "what", label: "Wat" },
          { key: "count", label: "Leden", numeric: true },
          { key: "of", label: "Van", numeric: true },
        ]}
        rows={qualityLines(quality)
          .filter(({ part }) => part === PARTS.responses)
          .map(({ what, count, of }) => ({
            what,
            count: formatNumber(count ?? 0),
            of: formatNumber(of ?? 0),
          }))}
      />
      <p>
        <a href={paths.responseBoard(year)}>Bekijk om welke leden het gaat</a>
      </p>
    </>
  );
}

function Fields({ quality }: PartProps): JSX.Element {
  return (
    <>
      <h2 id="profielen">{PARTS.fields}</h2>
      <Table
        caption="Leden per profielgegeven, en wat zij ermee deden in de vragenlijst"
        columns={[
          { key: "field", label: "Gegeven" },
          { key: "empty", label: "Geen waarde", numeric: true },
          { key: "unconfirmed", label: "Niet bevestigd sinds de opening", numeric: true },
          { key: "old", label: "Ouder dan een jaar", numeric: true },
          { key: "members", label: "Leden", numeric: true },
          { key: "confirmed", label: "Bevestigd", numeric: true },
          { key: "changed", label: "Gewijzigd", numeric: true },
          { key: "skipped", label: "Overgeslagen", numeric: true },
        ]}
        rows={quality.fields.map(({ field, ...counts }) => ({
          field: PROFILE_FIELD_LABELS[field].name,
          empty: formatNumber(counts.empty),
          unconfirmed: formatNumber(counts.unconfirmed),
          old: formatNumber(counts.old),
          members: formatNumber(counts.members),
          confirmed: formatNumber(counts.confirmed),
          changed: formatNumber(counts.changed),
          skipped: formatNumber(counts.skipped),
        }))}
      />
    </>
  );
}

function Outliers({ quality }: PartProps): JSX.Element {
  const { outliers, earlierYear } = quality;
  return (
    <>
      <h2 id="getallen">{PARTS.outliers}</h2>
      {earlierYear === null ? (
        <p>Er is geen eerdere ronde om mee te vergelijken.</p>
      ) : outliers.length === 0 ? (
        <p>Geen getal is twee keer zo groot of zo klein als in een eerdere ronde.</p>
      ) : (
        <>
          <p>
            Twee keer zo groot of zo klein als wat dezelfde organisatie eerder zei, en minstens 3 verschil.
            Leden openden deze feiten voor elkaar.
          </p>
          <Table
            caption="Getallen naast het eerdere getal van dezelfde organisatie"
            columns={[
              { key: "name", label: "Organisatie" },
              { key: "question", label: "Vraag" },
              { key: "earlier", label: "Eerder", numeric: true },
              { key: "present", label: "Nu", numeric: true },
            ]}
            rows={outliers.map((each) => ({
              name: <a href={paths.member(each.slug)}>{each.name}</a>,
              question: `${each.concept} ${each.shortName}`,
              earlier: `${formatNumber(each.earlier)} (${each.earlierYear})`,
              present: formatNumber(each.present),
            }))}
          />
        </>
      )}
    </>
  );
}

function Others({ quality }: PartProps): JSX.Element {
  const { others } = quality;
  return (
    <>
      <h2 id="anders">{PARTS.others}</h2>
      {others.length === 0 ? (
        <p>Niemand vulde eigen woorden in bij anders.</p>
      ) : (
        <Table
          caption="Wat er achter anders, namelijk staat"
          columns={[
            { key: "question", label: "Vraag" },
            { key: "text", label: "Tekst" },
            { key: "name", label: "Organisatie" },
          ]}
          rows={others.map(({ concept, shortName, text, name, slug }) => ({
            question: `${concept} ${shortName}`,
            text,
            name: <a href={paths.member(slug)}>{name}</a>,
          }))}
        />
      )}
    </>
  );
}

/** How good the data of a round are: what is open, double, late, old, odd or in own words. */
export function QualityPage({
  frame,
  round,
  quality,
  today,
}: {
  frame: Frame;
  round: ShownRound;
  quality: Quality;
  today: string;
}): JSX.Element {
  const { year } = round;
  const part = { quality, year };
  return (
    <Layout
      frame={frame}
      title={`Kwaliteit van de gegevens ${year}`}
      lead={qualitySentence(quality)}
      wide
      trail={[
        { href: paths.insights(), label: "Inzicht" },
        { href: paths.insight(year), label: String(year) },
      ]}
    >
      <MetaLine
        parts={[
          `n = ${formatNumber(round.counted)}`,
          `peildatum ${roundWords(round).referenceDay}`,
          `stand van ${formatDay(today)}`,
        ]}
      />
      <Items {...part} />
      <Responses {...part} />
      <Fields {...part} />
      <Outliers {...part} />
      <Others {...part} />
      <DataDownloads
        csv={paths.qualityExport(year, "csv")}
        excel={paths.qualityExport(year, "xlsx")}
        subject="de kwaliteit van de gegevens"
      />
      <PrintNote>
        Stand van {formatDay(today)}. {paths.quality(year)}
      </PrintNote>
    </Layout>
  );
}
