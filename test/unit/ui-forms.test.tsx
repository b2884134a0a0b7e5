import { render } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { Layout, type LayoutProps } from "../../web/layout.tsx";
import { currentSection } from "../../web/site-header.tsx";
import { CheckboxGroup, RadioGroup, Select } from "../../web/ui/choices.tsx";
import { DateField, NumberField, TextField } from "../../web/ui/fields.tsx";
import { Form } from "../../web/ui/form.tsx";

const options = [
  { value: "a", label: "Wmo" },
  { value: "b", label: "Jeugdwet" },
];

/** The first tag in which all the given texts occur. */
function tag(html: string, ...texts: string[]): string {
  const found = (html.match(/<[^>]+>/g) ?? []).find((each) => texts.every((text) => each.includes(text)));
  if (!found) throw new Error(`no tag with ${texts.join(", ")} in ${html}`);
  return found;
}

describe("a field", () => {
  const html = render(
    <TextField
      name="naam"
      label="Naam"
      hint="Zoals in je mail."
      value={'Jan "& Co'}
      error="Vul je naam in."
    />,
  );

  it("has label, hint, error and control in that order, tied together", () => {
    const places = ['for="veld-naam"', "veld-naam-hint", "veld-naam-fout", "<input"].map((text) =>
      html.indexOf(text),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
    const input = tag(html, "<input");
    expect(input).toContain('aria-describedby="veld-naam-hint veld-naam-fout"');
    expect(input).toContain('aria-invalid="true"');
    expect(input).toContain('aria-required="true"');
  });

  it("keeps what was typed, escaped", () => {
    expect(html).toContain('value="Jan &quot;&amp; Co"');
  });

  it("says when it may be left empty, and then is not required", () => {
    const optional = render(<NumberField name="fte" label="FTE" unit="fte" optional />);
    expect(optional).toContain("(niet verplicht)");
    expect(optional).not.toContain("aria-required");
    expect(tag(optional, "<input")).toContain('aria-describedby="veld-fte-eenheid"');
    expect(tag(optional, "<input").toLowerCase()).toContain('inputmode="decimal"');
  });

  it("shows how a Dutch day is written", () => {
    expect(render(<DateField name="dag" label="Dag" value="2026-12-01" />)).toContain("1-12-2026");
  });
});

describe("a choice", () => {
  it("puts the field's id on the first option, so that the summary lands on a control", () => {
    const html = render(
      <RadioGroup name="wet" label="Welke wet?" options={options} value="b" error="Kies een wet." />,
    );
    expect(tag(html, 'id="veld-wet"')).toContain('value="a"');
    expect(tag(html, 'value="b"')).toContain("checked");
    expect(tag(html, 'value="a"')).not.toContain("checked");
    const group = tag(html, "<fieldset");
    expect(group).toContain('role="radiogroup"');
    expect(group).toContain('aria-invalid="true"');
    expect(group).toContain('aria-describedby="veld-wet-fout"');
  });

  it("ticks every chosen option and keeps the text of anders", () => {
    const html = render(
      <CheckboxGroup
        name="wet"
        label="Welke wetten?"
        legendLevel={1}
        options={[...options, { value: "anders", label: "Anders, namelijk" }]}
        values={["a", "anders"]}
        other={{ option: "anders", name: "wet-anders", value: "Leerplichtwet" }}
      />,
    );
    expect(html.match(/ checked/g)).toHaveLength(2);
    expect(html).toContain("<legend");
    expect(html).toContain("<h1");
    expect(tag(html, 'name="wet-anders"')).toContain('value="Leerplichtwet"');
    expect(html.indexOf('name="wet-anders"')).toBeGreaterThan(html.indexOf('value="anders"'));
  });

  it("starts a list with a line that says to choose, unless told not to", () => {
    expect(render(<Select name="p" label="Provincie" options={options} />)).toContain("Maak een keuze");
    expect(render(<Select name="p" label="Provincie" options={options} empty={null} />)).not.toContain(
      'value=""',
    );
  });
});

it("a form leaves checking to the server and explains what may be left empty", () => {
  const html = render(<Form action="/leden">velden</Form>);
  expect(tag(html, "<form")).toContain("novalidate");
  expect(tag(html, "<form")).toContain('method="post"');
  expect(html).toContain("Vul alle velden in. Als een veld niet verplicht is, staat dit erbij.");
});

describe("a page", () => {
  const frame: LayoutProps["frame"] = {
    path: "/leden/7?tab=team",
    viewer: {
      name: "Persoon Een",
      memberName: "Buurtkracht",
      roleLabel: "Redacteur",
      memberships: [{ memberId: "1", memberName: "Buurtkracht" }],
      memberId: "1",
    },
    association: {
      name: "Plein",
      contactEmail: "bureau@plein.example",
      contactPhone: "030 - 123 45 67",
      isDemo: false,
    },
    navigation: [
      { href: "/", label: "Vandaag" },
      { href: "/leden", label: "Leden" },
    ],
    assets: { script: "/assets/a.js", style: "/assets/a.css", font: null, islands: [] },
    version: "1",
  };
  const page = (props: Partial<LayoutProps> = {}) =>
    render(
      <Layout frame={frame} title="Leden" {...props}>
        inhoud
      </Layout>,
    );

  it("has language, title, one h1, a skip link first, and the current part of the menu", () => {
    const html = page();
    expect(tag(html, "<html")).toContain('lang="nl"');
    expect(html).toContain("<title>Leden – Plein</title>");
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html.indexOf('href="#inhoud"')).toBeLessThan(html.indexOf("<header"));
    expect(tag(html, 'href="/leden"', "wt-nav")).toContain('aria-current="true"');
    expect(tag(html, 'href="/"', "wt-nav")).not.toContain("aria-current");
    expect(html).toContain("Redacteur namens Buurtkracht");
    expect(html).toContain('href="tel:0301234567"');
    expect(html).not.toContain("style=");
  });

  it("with errors says so in the title and lists them before the h1, with focus", () => {
    const html = page({
      errors: { naam: "Vul je naam in.", "": "Het formulier is verlopen. Probeer het opnieuw." },
    });
    expect(html).toContain("<title>Fout: Leden – Plein</title>");
    expect(html.indexOf('href="#veld-naam"')).toBeLessThan(html.indexOf("<h1"));
    expect(tag(html, 'role="alert"')).toContain("autofocus");
    expect(html).not.toContain('href="#veld-"');
  });

  it("without errors has no summary, also when the list is empty", () => {
    expect(page({ errors: {} })).not.toContain("Fout");
  });

  it("offers switching only to who has more than one organisation", () => {
    expect(page()).not.toContain("/wissel");
    const viewer = {
      ...frame.viewer!,
      memberships: [
        { memberId: "1", memberName: "A" },
        { memberId: "2", memberName: "B" },
      ],
    };
    const html = page({ frame: { ...frame, viewer } });
    expect(tag(html, 'name="terug"')).toContain('value="/leden/7?tab=team"');
    expect(tag(html, "<option", 'value="1"')).toContain("selected");
  });

  it("shows the demo band only in the demo, and signing in only to strangers", () => {
    expect(page()).not.toContain("Demo:");
    const html = page({
      frame: { ...frame, viewer: null, association: { ...frame.association, isDemo: true } },
    });
    expect(html).toContain("Demo: alle organisaties en antwoorden zijn verzonnen");
    expect(html).toContain('href="/inloggen"');
    expect(html).not.toContain("/uitloggen");
  });
});

it("the deepest menu address above a path is the current one", () => {
  expect(currentSection("/leden/7", ["/", "/leden"])).toBe("/leden");
  expect(currentSection("/", ["/", "/leden"])).toBe("/");
  expect(currentSection("/ledenlijst", ["/", "/leden"])).toBeNull();
  expect(currentSection("/leden?zoek=a", ["/leden"])).toBe("/leden");
});
