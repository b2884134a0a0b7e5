import type { JSX } from "preact";
import type { Frame } from "../frame.ts";
import { Layout } from "../layout.tsx";
import { paths } from "../paths.ts";
import { ButtonLink } from "../ui/button.tsx";
import { formatDay } from "../ui/dutch.ts";
import type { RoundView } from "./round-words.ts";

/** Purpose, legal basis, who sees what and how long: to read before the first question. */
export function PrivacyPage({
  frame,
  round,
  mayAnswer,
}: {
  frame: Frame;
  round: RoundView;
  mayAnswer: boolean;
}): JSX.Element {
  const { association } = frame;
  return (
    <Layout
      frame={frame}
      title={`Privacy bij de vragenlijst van ${round.year}`}
      lead="Lees dit voordat je begint. Het kost twee minuten."
      back={{ href: paths.questionnaires(), label: "Terug naar de vragenlijst" }}
    >
      <h2>Waarvoor is het?</h2>
      <p>
        {association.name} wil weten hoe wijkteams werken. Leden leren ervan en zoeken elkaar op. Het rapport
        helpt ook in gesprekken met gemeenten en het rijk. Voor iets anders gebruiken we je antwoorden niet.
      </p>
      <h2>Op welke grond?</h2>
      <p>
        De antwoorden gaan over organisaties, niet over personen. Van jou bewaren we je naam, je zakelijke
        mailadres en wat je wanneer opsloeg. Dat mag vanwege het gerechtvaardigd belang van de vereniging en
        haar leden. Zo staat het in artikel 6, lid 1, onder f van de AVG, de privacywet.
      </p>
      <h2>Wie ziet wat?</h2>
      <ul>
        <li>Wat je opslaat, zien de redacteuren en tekenaars van jouw organisatie. Verder niemand.</li>
        <li>Pas na het indienen telt een antwoord mee.</li>
        <li>
          Bij elke vraag staat of leden het antwoord zien. Dat geldt voor de feiten over jouw organisatie. Die
          komen ook in jullie profiel.
        </li>
        <li>
          Meningen en open antwoorden worden alleen geteld, tenzij jullie ze openen. Het rapport noemt daar
          geen organisatie bij.
        </li>
        <li>
          Openen kan per vraag: voor de leergroep monitoring, voor alle leden of voor iedereen. Zij lezen het
          antwoord dan met de naam van jullie organisatie.{" "}
          {mayAnswer ? (
            <a href={paths.questionnaireConsent(round.year)}>Kies wie jullie antwoorden leest</a>
          ) : null}
        </li>
        <li>
          De leergroep monitoring deelt open antwoorden in thema's in. Zij ziet daarbij niet van wie ze zijn.
          Leest zij een antwoord dat voor haar is geopend, dan komt dat in het logboek.
        </li>
        <li>
          Een geopend antwoord beschermt anderen niet meer. De cijfers houden daar rekening mee. Openen werkt
          daarom pas bij nieuwe cijfers. Sluiten werkt zodra een nieuwe versie is ondertekend.
        </li>
        <li>Noem geen inwoners of collega's bij naam. Zien wij toch een naam, dan halen wij die weg.</li>
      </ul>
      <h2>Hoelang bewaren we het?</h2>
      <p>
        Ingediende antwoorden blijven bewaard zolang de vereniging jaren met elkaar vergelijkt. Elke ronde
        heeft een vaste peildatum. Deze keer is dat {formatDay(round.referenceOn)}. Antwoorden die niet zijn
        ingediend, tellen nooit mee. Vraag het bureau om ze te verwijderen als je ze niet meer nodig hebt.
        Werk je er niet meer, dan halen we op jouw verzoek je naam weg. De antwoorden van de organisatie
        blijven.
      </p>
      <p>
        Valt de verbinding weg, dan wacht wat je typte op je eigen apparaat. Zodra het is opgeslagen, gaat het
        daar weg. Na veertien dagen wissen we het ongelezen. Deel je het apparaat, sla dan eerst alles op.
      </p>
      <h2>Vragen of bezwaar?</h2>
      <p>
        Je mag je gegevens inzien, laten verbeteren en laten verwijderen. Mail{" "}
        <a href={`mailto:${association.contactEmail}`}>{association.contactEmail}</a> of bel{" "}
        {association.contactPhone}. Ben je het niet eens met ons? Dan kun je naar de Autoriteit
        Persoonsgegevens.
      </p>
      {round.takesAnswers && mayAnswer ? (
        <p>
          <ButtonLink href={paths.questionnaire(round.year)}>Naar de takenlijst</ButtonLink>
        </p>
      ) : null}
    </Layout>
  );
}
