import type { JSX } from "preact";
import type { Frame } from "./frame.ts";
import { paths } from "./paths.ts";

/** A Dutch telephone number as an address that phones can dial: digits and a leading plus. */
function dialable(phone: string): string {
  return `tel:${phone.replace(/(?!^\+)\D/g, "")}`;
}

/** Contact with a person, at the same place on every page; on paper also the address of the page. */
export function SiteFooter({ frame }: { frame: Frame }): JSX.Element {
  const { association } = frame;
  return (
    <footer class="wt-footer">
      <div class="wt-footer__row">
        {association.contactEmail ? (
          <div class="wt-footer__contact">
            <p class="wt-footer__title">Kom je er niet uit?</p>
            <p>
              Het bureau helpt je graag. Mail{" "}
              <a href={`mailto:${association.contactEmail}`}>{association.contactEmail}</a> of bel{" "}
              <a class="wt-phone" href={dialable(association.contactPhone)}>
                {association.contactPhone}
              </a>
              .
            </p>
          </div>
        ) : null}
        <nav class="wt-footer__links" aria-label="Over deze site">
          <ul class="wt-footer__list">
            <li>
              <a href={paths.accessibility()}>Toegankelijkheid</a>
            </li>
            <li>
              <a href={paths.privacy()}>Privacy</a>
            </li>
          </ul>
        </nav>
      </div>
      <p class="wt-footer__print">
        {association.name} · adres van deze pagina: {frame.path}
      </p>
      <p class="wt-footer__version">Versie {frame.version}</p>
    </footer>
  );
}
