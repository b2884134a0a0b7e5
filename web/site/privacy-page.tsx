import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { ContactWords, Points, ProsePage } from "./prose-page.tsx";

const REVIEWED_ON = "2026-11-21";

/** What we keep of people and organisations: why, on which ground, who sees it, how long, and one's rights. */
export function PrivacyPage({ frame }: { frame: Frame }): JSX.Element {
  const { association } = frame;
  return (
    <ProsePage
      frame={frame}
      title="Privacy"
      lead="Wij bewaren zo weinig mogelijk over mensen: alleen wat nodig is voor je werk."
      reviewedOn={REVIEWED_ON}
      chapters={[
        {
          title: "Wie is verantwoordelijk",
          text: <p>{association.name} beslist wat er op deze website gebeurt en is verantwoordelijk.</p>,
        },
        {
          title: "Wat wij over jou bewaren",
          text: (
            <Points
              points={[
                "Je naam, je mailadres van je werk en soms je telefoonnummer van je werk.",
                "Bij welke organisatie je hoort en wat je rol is.",
                "Wat je namens je organisatie invult, wanneer je dat deed en je aanvragen voor werkbezoeken.",
                "Een logboek: wie wat bekeek of veranderde. De inhoud van antwoorden staat daar niet in.",
              ]}
            />
          ),
        },
        {
          title: "Geen gegevens over inwoners",
          text: (
            <p>
              Deze website gaat over organisaties. Noem in een tekst nooit een inwoner of een collega bij
              naam.
            </p>
          ),
        },
        {
          title: "Waarvoor en op welke grond",
          text: (
            <>
              <p>
                Teams leren hier van elkaar. Daarvoor moeten leden elkaar kunnen vinden, samen een vragenlijst
                invullen en bij elkaar op bezoek gaan.
              </p>
              <p>
                De grond in de privacywet, de AVG, is gerechtvaardigd belang. Organisaties zijn lid en wijzen
                zelf aan wie namens hen meedoet. Het gaat alleen om zakelijke gegevens.
              </p>
            </>
          ),
        },
        {
          title: "Wie wat ziet",
          text: (
            <Points
              points={[
                "Iedereen ziet de namen van de leden en hun zakelijke adres.",
                "Mensen van leden zien ook de profielen en de gedeelde feiten.",
                "Collega's van je eigen organisatie zien wat je namens die organisatie invult.",
                "De leergroep monitoring ziet de cijfers en wie heeft gereageerd.",
                "Het bureau ziet mensen, rollen en het logboek. Het leest geen antwoorden.",
                "Een ander lid ziet van meningen en open antwoorden alleen aantallen.",
              ]}
            />
          ),
        },
        {
          title: "Per vragenlijst",
          text: (
            <p>
              Vóór de eerste vraag van elke vragenlijst staat een eigen uitleg. Je leest daar het doel, de
              grond, wie wat ziet en hoe lang de antwoorden blijven.
            </p>
          ),
        },
        {
          title: "Hoe lang wij het bewaren",
          text: (
            <Points
              points={[
                "Je inlog: veertien dagen na het inloggen. Een inlogcode: hoogstens een dag.",
                "Vanaf welk netwerk iemand een code vroeg: hoogstens een dag, als een getal waarmee we pogingen tellen.",
                "Verstuurde mail: dertig dagen. Mail die niet aankwam: negentig dagen.",
                "Collega's zonder inlog die meegaan op bezoek: naam, mailadres en opmerking tot dertig dagen na de dag.",
                "Het logboek: twee jaar.",
                "Je naam en adres: totdat je bij het bureau vraagt om verwijdering, of je werk stopt.",
                "Antwoorden van organisaties: zo lang de vereniging trends over de jaren wil laten zien.",
              ]}
            />
          ),
        },
        {
          title: "Cookies en andere partijen",
          text: (
            <p>
              Er zijn twee cookies, alleen om in te loggen. Wij volgen je niet. De pagina's halen niets op bij
              andere bedrijven.
            </p>
          ),
        },
        {
          title: "Jouw rechten",
          text: (
            <>
              <p>
                Je mag je gegevens inzien, laten verbeteren, meenemen of laten verwijderen. Je mag ook bezwaar
                maken. Het bureau geeft je alles in één bestand. Bij verwijderen blijven tellingen heel, maar
                je naam en adres verdwijnen.
              </p>
              <ContactWords association={association} />
              <p>
                Ben je niet tevreden met ons antwoord? Dan kun je klagen bij de Autoriteit Persoonsgegevens.
              </p>
            </>
          ),
        },
      ]}
    />
  );
}
