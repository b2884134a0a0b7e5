import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { DataDownloads } from "../ui/data-downloads.tsx";
import { formatNumber } from "../ui/dutch.ts";
import type { FieldErrors } from "../ui/field-errors.ts";
import { DownloadIcon } from "../ui/icons.tsx";
import { MetaLine, PrintNote } from "../ui/meta-line.tsx";
import { Notice } from "../ui/notice.tsx";
import { CELLS_IN_A_FILE, MOST_IN_A_FILE, researchNotice, type ShownStatement } from "./research.ts";
import { ResearchForm } from "./research-form.tsx";
import { ResearchStatements } from "./research-statements.tsx";
import { roundWords } from "./round-words.ts";
import type { ShownRound } from "./shown-figure.ts";

export interface ResearchPageProps {
  frame: Frame;
  round: ShownRound;
  statements: readonly ShownStatement[];
  /** how many figures are released */
  cells: number;
  /** "2026-12-01" */
  today: string;
  typed: Record<string, string[]>;
  errors?: FieldErrors;
  /** the word in ?melding= */
  notice?: string | undefined;
}

function Figures({ year, cells }: { year: number; cells: number }): JSX.Element {
  const parts = Math.ceil(cells / CELLS_IN_A_FILE);
  return (
    <>
      <h2 id="cijfers">Vrijgegeven cijfers</h2>
      <p>
        Elk cijfer dat is vrijgegeven, met vraag, filters, antwoord, aantal en n. Deze cijfers zijn samen
        veilig. Je mag ze publiceren.
      </p>
      {parts === 0 ? (
        <p>
          Van deze ronde zijn er nog geen cijfers vrijgegeven. De beheerder maakt ze met{" "}
          <code>npm run vrijgeven -- {year}</code>
        </p>
      ) : parts > 1 ? (
        <>
          <p>
            Het zijn {formatNumber(cells)} cijfers, in {parts} bestanden van hoogstens {CELLS_IN_A_FILE}. In
            het jaarpakket staan ze in één bestand.
          </p>
          <p class="wt-downloads">
            <DownloadIcon />
            <span>CSV:</span>
            {Array.from({ length: parts }, (_, at) => (
              <a href={`${paths.researchFigures(year)}${at === 0 ? "" : `?deel=${at + 1}`}`}>deel {at + 1}</a>
            ))}
          </p>
        </>
      ) : (
        <DataDownloads csv={paths.researchFigures(year)} subject="alle vrijgegeven cijfers" />
      )}
      <ul>
        <li>
          <a href={paths.apiGuide()}>Dezelfde cijfers lezen met een programma</a>
        </li>
        <li>
          <a href={paths.releaseAccount(year)}>Wat er verborgen bleef, en waarom</a>
        </li>
      </ul>
    </>
  );
}

function Separate(): JSX.Element {
  return (
    <>
      <h2 id="losse-antwoorden">Losse antwoorden onder code</h2>
      <p>
        Voor een eigen berekening kun je losse antwoorden krijgen. Elke rij is één organisatie, met een code
        in plaats van een naam. De code is in elk bestand en bij elke verklaring anders.
      </p>
      <ul>
        <li>
          <strong>Vertrouwelijke antwoorden.</strong> Van de organisatie staat er alleen een groep bij, van
          minstens 5 organisaties. Is geen enkele groep veilig, dan staat er niets bij. Het codeboek zegt wat
          het werd.
        </li>
        <li>
          <strong>Feiten.</strong> Wat leden voor elkaar openden, zoals wetten en FTE. Wie profielen kent,
          herkent hier organisaties. Daarom zijn feiten en antwoorden niet te koppelen.
        </li>
        <li>
          <strong>Teksten niet.</strong> Van open antwoorden staan er alleen thema's in.
        </li>
      </ul>
      <p>Eerst onderteken je een verklaring. Elke download komt in het logboek.</p>
    </>
  );
}

function YearPackage({ year }: { year: number }): JSX.Element {
  return (
    <>
      <h2 id="jaarpakket">Jaarpakket</h2>
      <p>
        Eén zip met de vragenlijst, het codeboek, de gegevens per openheid en wat verborgen bleef. Er zit een
        programma bij dat de cijfers narekent.
      </p>
      <p>Het pakket is groot. Daarom maakt de beheerder het met een opdracht op de server:</p>
      <p>
        <code class="wt-address">npm run jaarpakket -- {year}</code>
      </p>
      <p>
        Zo bevat het alleen vrijgegeven cijfers. Met het nummer van een lopende verklaring erachter komen ook
        opengestelde antwoorden mee, onder code.
      </p>
    </>
  );
}

/** All that research may have of a round: released figures, separate answers under a promise, the year package. */
export function ResearchPage(props: ResearchPageProps): JSX.Element {
  const { frame, round, statements, today, typed, errors, notice } = props;
  const words = roundWords(round);
  const { year } = round;
  const said = researchNotice(notice);
  return (
    <Layout
      frame={frame}
      title={`Onderzoek ${year}`}
      lead="Cijfers en antwoorden om zelf mee te rekenen, voor de leergroep monitoring."
      trail={[
        { href: paths.insights(), label: "Inzicht" },
        { href: paths.insight(year), label: String(year) },
      ]}
      errors={errors}
      notice={said ? { kind: "ok", text: said } : undefined}
    >
      <MetaLine parts={[words.coverage, `peildatum ${words.referenceDay}`, words.version]} />
      {round.state === "published" ? (
        <>
          <Figures year={year} cells={props.cells} />
          <Separate />
          {round.counted > MOST_IN_A_FILE ? (
            <Notice kind="info" title="Te groot voor deze pagina">
              <p>Bij meer dan {MOST_IN_A_FILE} organisaties staan deze bestanden alleen in het jaarpakket.</p>
            </Notice>
          ) : null}
          <ResearchStatements round={round} statements={statements} today={today} />
          <ResearchForm year={year} today={today} typed={typed} errors={errors} />
          <YearPackage year={year} />
        </>
      ) : (
        <Notice kind="info" title="Deze ronde is nog niet gepubliceerd">
          <p>Antwoorden kunnen nog veranderen. De bestanden staan hier na de publicatie.</p>
        </Notice>
      )}
      <PrintNote>
        Peildatum {words.referenceDay}. {words.version}. {paths.research(year)}
      </PrintNote>
    </Layout>
  );
}
