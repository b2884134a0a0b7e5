import fc from "fast-check";
import { render } from "preact-render-to-string";
import { describe, expect, it, test } from "vitest";
import { BarChart } from "../../web/ui/bar-chart.tsx";
import { ClassChart } from "../../web/ui/class-chart.tsx";
import { Figure } from "../../web/ui/figure.tsx";
import { Pagination } from "../../web/ui/pagination.tsx";
import { StackedScale, scaleSteps } from "../../web/ui/stacked-scale.tsx";
import { SummaryList } from "../../web/ui/summary-list.tsx";
import { Table } from "../../web/ui/table.tsx";

const widths = (html: string, name: string) =>
  [...html.matchAll(new RegExp(`<rect[^>]*${name}[^>]*>`, "g"))].map((match) =>
    Number(/width="([\d.]+)%"/.exec(match[0])?.[1]),
  );

describe("bars", () => {
  it("are as long as their share of the largest", () => {
    const html = render(
      <BarChart
        title="Leden"
        bars={[
          { label: "A", value: 20 },
          { label: "B", value: 5 },
          { label: "C", value: 0 },
        ]}
      />,
    );
    expect(widths(html, "wt-bar__fill")).toEqual([100, 25, 0]);
  });

  it("that are withheld carry no number anywhere, and say why", () => {
    const html = render(
      <BarChart
        title="Leden"
        withheldReason="Minder dan vijf organisaties."
        bars={[
          { label: "A", value: 20 },
          { label: "B", value: null },
        ]}
      />,
    );
    expect(widths(html, "wt-bar__fill")).toHaveLength(1);
    expect(html).toContain("<title id=");
    expect(html.match(/Minder dan vijf organisaties\./g)).toHaveLength(2);
    expect(html).toContain("–");
  });

  it("do not divide by nothing", () => {
    expect(
      widths(render(<BarChart title="Leden" bars={[{ label: "A", value: 0 }]} />), "wt-bar__fill"),
    ).toEqual([0]);
  });

  it("over classes mark the one with the median and say the unit", () => {
    const html = render(
      <ClassChart
        title="FTE"
        classes={[
          { label: "tot 25", count: 1 },
          { label: "25 of meer", count: 3 },
        ]}
        median={{ at: 1, text: "mediaan 62 fte" }}
      />,
    );
    expect(html).toContain(">1 organisatie<");
    expect(html).toContain(">3 organisaties<");
    expect(html.match(/mediaan 62 fte/g)).toHaveLength(1);
  });
});

describe("a scale", () => {
  test.each([
    [2, [1, 5]],
    [3, [1, 3, 5]],
    [4, [1, 2, 4, 5]],
    [5, [1, 2, 3, 4, 5]],
  ])("of %d steps takes colours %j", (length, steps) => {
    expect(scaleSteps(length)).toEqual(steps);
  });

  it("fills the bar whatever the counts are", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 2, maxLength: 5 }), (counts) => {
        const html = render(
          <StackedScale title="S" words={counts.map((_, at) => `w${at}`)} rows={[{ counts }]} />,
        );
        const bar = html.slice(0, html.indexOf("<ol"));
        const total = [...bar.matchAll(/<rect x="[\d.]+%" width="([\d.]+)%"/g)].reduce(
          (sum, match) => sum + Number(match[1]),
          0,
        );
        const expected = counts.some((count) => count > 0) ? 100 : 0;
        expect(Math.abs(total - expected)).toBeLessThan(0.01);
      }),
    );
  });

  it("draws a step of which only the ends are known as its middle, without a number in it or a total", () => {
    const html = render(
      <StackedScale
        title="S"
        words={["Oneens", "Eens"]}
        rows={[{ counts: [{ low: 0, high: 2, said: "hooguit 2" }, 9] }]}
      />,
    );
    const [bar = "", legend = ""] = html.split("<ol");
    expect(bar).toContain("Antwoorden: Oneens hooguit 2, Eens 9.");
    expect(bar).toMatch(/wt-scale--1 wt-scale--range"><rect x="0\.000%" width="10\.000%"/);
    expect([...bar.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text)).toEqual(["9"]);
    expect(legend.match(/wt-scale--range/g)).toHaveLength(1);
    expect(legend).toContain("hooguit 2");
  });

  it("says every count in words, and nothing of a withheld row", () => {
    const words = ["Oneens", "Eens"];
    const html = render(
      <StackedScale
        title="S"
        words={words}
        rows={[
          { label: "Stelling een", counts: [3, 9] },
          { label: "Stelling twee", counts: null },
        ]}
      />,
    );
    expect(html).toContain("12 antwoorden: Oneens 3, Eens 9.");
    expect(html.match(/Oneens/g)).toHaveLength(2);
    expect(html).toContain("Niet getoond");
  });
});

it("a figure begins with its sentence and ends with the same data as table and files", () => {
  const html = render(
    <Figure
      id="f"
      title="Vraag"
      conclusion="De meeste leden zeggen ja."
      chart={<BarChart title="Leden" bars={[{ label: "Ja", value: 3 }]} />}
      meta={["n = 3", null, "peildatum 1 juni 2026"]}
      table={{ caption: "Antwoorden", columns: [{ key: "a", label: "Antwoord" }], rows: [{ a: "Ja" }] }}
      downloads={{ csv: "/f.csv", excel: "/f.xlsx" }}
    />,
  );
  const order = [
    "<figcaption",
    "De meeste leden",
    "<svg",
    "n = 3",
    "Bekijk als tabel",
    "<table",
    "/f.xlsx",
  ].map((text) => html.indexOf(text));
  expect(order).not.toContain(-1);
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(html).not.toContain("style=");
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
  expect(new Set(ids).size).toBe(ids.length);
});

it("a table has a caption, scopes, and figures at the right", () => {
  const html = render(
    <Table
      caption="Leden"
      columns={[
        { key: "naam", label: "Naam", sort: "ascending", sortHref: "?orde=naam" },
        { key: "n", label: "Aantal", numeric: true },
      ]}
      rows={[{ naam: "A", n: 3 }]}
      total={{ naam: "Samen", n: 3 }}
    />,
  );
  expect(html).toContain(">Leden</caption>");
  expect(html.match(/scope="col"/g)).toHaveLength(2);
  expect(html.match(/scope="row"/g)).toHaveLength(2);
  expect(html).toContain('aria-sort="ascending"');
  expect(html).toMatch(/<td class="[^"]*numeric-column[^"]*">3<\/td>/);
});

it("answers that are not there are called Niet ingevuld, and zero is an answer", () => {
  const html = render(
    <SummaryList
      items={[
        { question: "FTE", answer: "", change: { href: "/x", subject: "FTE" } },
        { question: "Locaties", answer: 0 },
      ]}
    />,
  );
  expect(html.match(/Niet ingevuld/g)).toHaveLength(1);
  expect(html.replace(/<[^>]+>/g, "")).toContain("Wijzig FTE");
});

it("paging shows the ends, the neighbours and where you are", () => {
  const hrefOf = (page: number) => `?pagina=${page}`;
  expect(render(<Pagination page={1} pages={1} hrefOf={hrefOf} />)).toBe("");
  const html = render(<Pagination page={5} pages={9} hrefOf={hrefOf} />);
  expect([...html.matchAll(/aria-label="Pagina (\d)/g)].map((match) => match[1])).toEqual([
    "1",
    "4",
    "5",
    "6",
    "9",
  ]);
  expect(html.match(/aria-current="page"/g)).toHaveLength(1);
  expect(html.match(/…/g)).toHaveLength(2);
});
