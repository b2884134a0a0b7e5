import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { ContactWords, Points, ProsePage } from "./prose-page.tsx";

const REVIEWED_ON = "2026-11-21";

/** What was tested for accessibility and how, what was not, and where to report a barrier. */
export function AccessibilityPage({ frame }: { frame: Frame }): JSX.Element {
  const { association } = frame;
  return (
    <ProsePage
      frame={frame}
      title="Toegankelijkheid"
      lead="Iedereen moet met deze website kunnen werken. Ook met een toetsenbord, een schermlezer of grote letters."
      reviewedOn={REVIEWED_ON}
      chapters={[
        {
          title: "Waar wij naar streven",
          text: (
            <p>
              Wij volgen de Nederlandse en Europese eisen: WCAG 2.2, niveau A en AA. Dat is de norm voor
              toegankelijke websites.
            </p>
          ),
        },
        {
          title: "Wat wij toetsen",
          text: (
            <>
              <p>Deze toetsen draaien bij elke wijziging van de website.</p>
              <Points
                points={[
                  "Een automatische toets op WCAG, met het programma axe. In licht en in donker.",
                  "Een toets op goede HTML-code.",
                  "Een toets op een scherm van 320 pixels breed.",
                  "Het invullen en indienen zonder JavaScript.",
                ]}
              />
            </>
          ),
        },
        {
          title: "Wat nog niet is getoetst",
          text: (
            <>
              <Points
                points={[
                  "Een onafhankelijk bureau heeft de website nog niet onderzocht.",
                  "Mensen met een beperking hebben de website nog niet samen met ons getest.",
                  "Een automatische toets vindt niet elke drempel.",
                ]}
              />
              <p>Daarom zeggen wij niet dat de website helemaal voldoet. Bekende fouten zijn er nu niet.</p>
            </>
          ),
        },
        {
          title: "Loop je ergens tegenaan?",
          text: (
            <>
              <p>
                Vertel het ons. Zeg op welke pagina je was en wat er niet lukte. Je krijgt binnen vijf
                werkdagen antwoord. Heb je haast? Dan helpen wij je telefonisch verder.
              </p>
              <ContactWords association={association} />
            </>
          ),
        },
      ]}
    />
  );
}
