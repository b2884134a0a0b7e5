import type { ComponentChildren, JSX } from "preact";
import { DataDownloads } from "./data-downloads.tsx";
import { MetaLine } from "./meta-line.tsx";
import { Table, type TableProps } from "./table.tsx";

export interface FigureProps {
  id: string;
  /** The question as asked. */
  title: ComponentChildren;
  level?: 2 | 3;
  /** The sentence that a director would quote; computed, never typed. */
  conclusion: ComponentChildren;
  chart: ComponentChildren;
  /** n, missing, coverage, reference date. */
  meta: readonly ComponentChildren[];
  /** The same data as the chart. */
  table: TableProps;
  downloads?: { csv?: string; excel?: string };
  /** Under the chart: footnotes, what was done with the answers. */
  children?: ComponentChildren;
}

/** Sentence, chart, n and date, then the same data as table and as files. */
export function Figure({
  id,
  title,
  level = 2,
  conclusion,
  chart,
  meta,
  table,
  downloads,
  children,
}: FigureProps): JSX.Element {
  return (
    <figure class="wt-figure" id={id}>
      <figcaption class="wt-figure__caption">
        {level === 2 ? <h2 class="wt-figure__title">{title}</h2> : <h3 class="wt-figure__title">{title}</h3>}
        <p class="wt-figure__conclusion">{conclusion}</p>
      </figcaption>
      {chart}
      <MetaLine parts={meta} />
      {children}
      <details class="wt-disclosure">
        <summary class="wt-disclosure__summary">Bekijk als tabel</summary>
        <div class="wt-disclosure__content">
          <Table {...table} />
        </div>
      </details>
      {downloads ? <DataDownloads {...downloads} subject={table.caption} /> : null}
    </figure>
  );
}
