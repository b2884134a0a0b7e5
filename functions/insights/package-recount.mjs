#!/usr/bin/env node
// Rekent de cijfers van dit jaarpakket na. Nodig: Node 18 of nieuwer, geen pakketten.
// Gebruik: pak de zip uit en typ in die map: node reken-na.mjs
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const map = dirname(fileURLToPath(import.meta.url));
const pad = (naam) => join(map, naam);

/** Leest csv zoals Nederlands Excel het schrijft: puntkomma, aanhalingstekens, decimale komma. */
function lees(naam) {
  const tekst = readFileSync(pad(naam), "utf8").replace(/^\uFEFF/, "");
  const regels = [];
  let regel = [];
  let cel = "";
  let tussenAanhalingstekens = false;
  for (let plaats = 0; plaats < tekst.length; plaats++) {
    const teken = tekst[plaats];
    if (tussenAanhalingstekens) {
      if (teken === '"' && tekst[plaats + 1] === '"') cel += tekst[++plaats];
      else if (teken === '"') tussenAanhalingstekens = false;
      else cel += teken;
    } else if (teken === '"') tussenAanhalingstekens = true;
    else if (teken === ";") {
      regel.push(cel);
      cel = "";
    } else if (teken === "\n") {
      regels.push([...regel, cel.replace(/\r$/, "")]);
      regel = [];
      cel = "";
    } else cel += teken;
  }
  if (cel || regel.length > 0) regels.push([...regel, cel]);
  const [kop = [], ...rest] = regels;
  return rest.map((rij) => Object.fromEntries(kop.map((kolom, plaats) => [kolom, rij[plaats] ?? ""])));
}

const getal = (tekst) => (tekst === "" ? null : Number(tekst.replace(",", ".")));
const fouten = [];
let goed = 0;
const controleer = (klopt, zin) => (klopt ? goed++ : fouten.push(zin));

/** Feiten: elk gepubliceerd aantal opnieuw tellen in de losse rijen. */
function telFeiten() {
  const cijfers = lees("data/leden/feiten-cijfers.csv");
  if (!existsSync(pad("data/leden/feiten.csv"))) {
    console.log("Feiten: de losse rijen zitten niet in dit pakket. Daarvoor is een verklaring nodig.");
    return;
  }
  const rijen = lees("data/leden/feiten.csv");
  for (const cijfer of cijfers) {
    const waarden = rijen.map((rij) => getal(rij[cijfer.kolom] ?? ""));
    const geldig = waarden.filter((waarde) => waarde !== null && waarde >= 0);
    const uitkomst =
      cijfer.soort === "mediaan"
        ? mediaan(geldig)
        : waarden.filter((waarde) => hoortBij(waarde, cijfer)).length;
    const naam = `${cijfer.vraag} ${cijfer.optienaam}`;
    controleer(
      uitkomst === getal(cijfer.aantal),
      `${naam}: geteld ${uitkomst}, gepubliceerd ${cijfer.aantal}`,
    );
  }
  console.log(`Feiten: ${cijfers.length} cijfers nageteld in ${rijen.length} rijen.`);
}

function hoortBij(waarde, { soort, van, tot }) {
  if (soort === "leeg") return waarde === null;
  if (waarde === null) return false;
  if (soort === "gelijk") return waarde === getal(van);
  return waarde >= getal(van) && (tot === "" || waarde < getal(tot));
}

function mediaan(getallen) {
  const rij = getallen.toSorted ? getallen.toSorted((a, b) => a - b) : [...getallen].sort((a, b) => a - b);
  const midden = Math.floor(rij.length / 2);
  const uitkomst = rij.length % 2 === 1 ? rij[midden] : (rij[midden - 1] + rij[midden]) / 2;
  // 72,45 en niet 72,44999999999999: zo rekenen computers met komma's.
  return Number(uitkomst.toPrecision(12));
}

/** Vertrouwelijke antwoorden: daarvan zijn er alleen vrijgegeven cijfers. Die moeten onderling kloppen. */
function controleerVrijgave() {
  const cijfers = lees("data/alleen-geteld/cijfers.csv");
  const groepen = new Map();
  for (const cijfer of cijfers) {
    const naam = `${cijfer.vraag} ${cijfer.filters} ${cijfer.optie}`;
    const [van, tot, n, aantal] = [cijfer.van, cijfer.tot, cijfer.n, cijfer.aantal].map(getal);
    if (cijfer.status === "verborgen") {
      controleer(
        [van, tot, n, aantal].every((waarde) => waarde === null) && cijfer.reden !== "",
        `${naam}: een verborgen cijfer heeft een getal`,
      );
    } else {
      controleer(n >= 5 && van >= 0 && van <= tot && tot <= n, `${naam}: ${van}, ${tot} en ${n} passen niet`);
      controleer(aantal === null || (aantal === van && aantal === tot), `${naam}: ${aantal} past niet`);
    }
    const sleutel = `${cijfer.vraag} ${cijfer.filters}`;
    groepen.set(sleutel, [...(groepen.get(sleutel) ?? []), { ...cijfer, van, tot, n }]);
  }
  for (const [naam, opties] of groepen) controleerSom(naam, opties);
  console.log(`Vertrouwelijk: ${cijfers.length} vrijgegeven cijfers gecontroleerd.`);
}

/** Bij het maken is elk getoond cijfer geteld uit de antwoorden zelf: hier moeten het er evenveel zijn. */
function controleerTelling() {
  const getoond = lees("data/alleen-geteld/cijfers.csv").filter(({ status }) => status === "getoond");
  const regels = lees("data/alleen-geteld/nageteld.csv");
  for (const { vraag, nageteld, anders } of regels) {
    const aantal = getoond.filter((cijfer) => cijfer.vraag === vraag).length;
    controleer(getal(nageteld) === aantal, `${vraag}: ${nageteld} nageteld, ${aantal} getoond`);
    controleer(getal(anders) === 0, `${vraag}: bij het maken anders geteld: ${anders}`);
  }
  const gemist = getoond.filter(({ vraag }) => !regels.some((regel) => regel.vraag === vraag));
  controleer(gemist.length === 0, `${gemist.length} getoonde cijfers zijn bij het maken niet nageteld`);
  const som = regels.reduce((alles, { nageteld }) => alles + getal(nageteld), 0);
  console.log(`Vertrouwelijk: ${som} getoonde cijfers bij het maken geteld uit de antwoorden zelf.`);
}

/** Van een schaal kiest ieder één stap: samen moeten de stappen op n kunnen uitkomen. */
function controleerSom(naam, opties) {
  const bij = (optie) => opties.find((een) => een.optie === optie);
  const stappen = ["1", "2", "3", "4", "5", "weet-niet", "nvt", "leeg"].map(bij);
  if (!stappen.every((stap) => stap && stap.status === "getoond")) return;
  const som = (welke) => stappen.reduce((alles, stap) => alles + stap[welke], 0);
  const n = stappen[0].n;
  controleer(som("van") <= n && n <= som("tot"), `${naam}: de stappen komen niet op ${n} uit`);
  const hoog = bij("4-5");
  if (hoog?.status !== "getoond") return;
  const [vier, vijf] = [bij("4"), bij("5")];
  controleer(
    vier.van + vijf.van <= hoog.tot && hoog.van <= vier.tot + vijf.tot,
    `${naam}: stap 4 en 5 passen niet bij 4-5`,
  );
}

telFeiten();
controleerVrijgave();
controleerTelling();
console.log(`${goed} controles goed, ${fouten.length} fout.`);
for (const fout of fouten) console.error(`FOUT ${fout}`);
process.exitCode = fouten.length > 0 ? 1 : 0;
