import type { AbsenceCause, VisitState } from "../visit-vocabulary.ts";
import { EEKHOORNBOS, LINDESTAD, WATERRAND } from "./association.ts";

/** A day counted from the day of seeding, with start and end in Dutch time. */
type Moment = readonly [days: number, from: string, to: string];

export interface DemoVisit {
  readonly id: string;
  readonly guest: string;
  /** Left out: a wish without a host yet. */
  readonly host?: string;
  readonly offer?: string;
  readonly theme: string;
  readonly learningQuestion: string;
  readonly whatWeBring?: string;
  readonly period?: string;
  readonly seats: number;
  readonly on?: Moment;
  readonly location?: string;
  readonly reason?: string;
  /** why an agreed visit did not take place */
  readonly absenceCause?: AbsenceCause;
  /** its number in the line of its offer */
  readonly waitingNumber?: number;
  /** the day before it was moved */
  readonly before?: Moment;
  /** The states one after the other; the last is the present one. */
  readonly path: readonly VisitState[];
  /** Days before seeding on which it began. */
  readonly daysAgo: number;
}

export const demoVisits: readonly DemoVisit[] = [
  {
    id: "bezoek-waterrand-inloop",
    guest: WATERRAND,
    host: LINDESTAD,
    offer: "aanbod-inloop-linde",
    theme: "laagdrempelig",
    learningQuestion: "Hoe zorgen jullie dat mensen binnenlopen die nooit naar een loket gaan?",
    whatWeBring: "Onze ervaring met een spreekuur bij de huisarts.",
    seats: 2,
    on: [18, "09:00", "12:30"],
    location: "Buurthuis De Linde, Lindestad",
    path: ["requested", "accepted", "confirmed"],
    daysAgo: 12,
  },
  {
    id: "bezoek-mergelrand-inloop",
    guest: "gebiedsteams-mergelrand",
    host: LINDESTAD,
    offer: "aanbod-inloop-linde",
    theme: "laagdrempelig",
    learningQuestion: "Welke vragen pakken vrijwilligers op en welke niet?",
    seats: 3,
    on: [18, "09:00", "12:30"],
    location: "Buurthuis De Linde, Lindestad",
    path: ["requested", "accepted"],
    daysAgo: 9,
  },
  {
    id: "bezoek-weversplein-buurtplan",
    guest: "stichting-weversplein",
    host: LINDESTAD,
    offer: "aanbod-buurtplan-linde",
    theme: "buurtkracht",
    learningQuestion: "Hoe houden jullie buren betrokken als het plan eenmaal klaar is?",
    whatWeBring: "Twee voorbeelden van plannen die bij ons strandden.",
    period: "Januari, liefst op een dinsdag",
    seats: 3,
    path: ["requested"],
    daysAgo: 13,
  },
  {
    id: "bezoek-lindestad-huisarts",
    guest: LINDESTAD,
    host: WATERRAND,
    offer: "aanbod-huisarts-waterrand",
    theme: "mentale-gezondheid",
    learningQuestion: "Wat verandert er als je bij de huisarts aan tafel zit?",
    whatWeBring: "Vragen van drie huisartsen uit onze wijk.",
    period: "December",
    seats: 1,
    on: [20, "13:00", "16:30"],
    location: "Gezondheidscentrum De Kade, Waterrand",
    path: ["requested", "counter_proposed"],
    daysAgo: 8,
  },
  {
    id: "bezoek-lindestad-leertafel",
    guest: LINDESTAD,
    host: WATERRAND,
    offer: "aanbod-leertafel-waterrand",
    theme: "leren-en-monitoren",
    learningQuestion: "Hoe kiezen jullie de verhalen die naast de cijfers liggen?",
    seats: 2,
    on: [25, "13:30", "16:00"],
    location: "Wijkhuis Het Dok, Waterrand",
    path: ["requested"],
    daysAgo: 2,
  },
  {
    id: "bezoek-lindestad-haven",
    guest: LINDESTAD,
    host: "havenbuurt-samen",
    offer: "aanbod-vroeg-erbij",
    theme: "preventie",
    learningQuestion: "Hoe open je een gesprek over geld aan de deur?",
    seats: 1,
    on: [12, "12:45", "16:30"],
    reason: "Die middag zijn we met te weinig collega's. In februari kan het wel.",
    path: ["requested", "declined"],
    daysAgo: 15,
  },
  {
    id: "bezoek-lindestad-dorpen",
    guest: LINDESTAD,
    host: "dorpenteam-wierdekamp",
    offer: "aanbod-dorpen",
    theme: "inrichting",
    learningQuestion: "Wat doen jullie bewust niet, omdat het team klein is?",
    seats: 2,
    on: [-24, "09:30", "15:00"],
    location: "Dorpshuis De Wierde",
    path: ["requested", "accepted", "took_place"],
    daysAgo: 52,
  },
  {
    id: "bezoek-stjelp-speeltuin",
    guest: "doarpsteams-de-stjelp",
    host: EEKHOORNBOS,
    offer: "aanbod-speeltuin",
    theme: "jeugd-en-gezin",
    learningQuestion: "Hoe ga je van een praatje naar een hulpvraag?",
    period: "Maart, als het weer het toelaat",
    seats: 2,
    path: ["requested"],
    daysAgo: 5,
  },
  {
    id: "bezoek-torenlicht-leerhuis",
    guest: "buurtkamers-torenlicht",
    host: "wijkwerkers-lichtplein",
    offer: "aanbod-leerhuis",
    theme: "vakmanschap",
    learningQuestion: "Wie geeft de lessen en hoe maken jullie daar tijd voor?",
    seats: 2,
    on: [46, "09:30", "12:00"],
    location: "Leerhuis Het Lichtplein",
    before: [43, "09:30", "12:00"],
    path: ["requested", "accepted", "moved"],
    daysAgo: 14,
  },
  {
    id: "bezoek-peelvenen-data",
    guest: "dorpsteam-peelvenen",
    host: "stichting-weversplein",
    offer: "aanbod-expert-data",
    theme: "leren-en-monitoren",
    learningQuestion: "Welke cijfers zijn voor een klein dorp nog zinvol?",
    period: "Eind november",
    seats: 1,
    reason: "We hebben het te druk met de overgang naar een nieuw systeem.",
    path: ["requested", "withdrawn"],
    daysAgo: 30,
  },
  {
    id: "bezoek-sleutelplein-gezinstafel",
    guest: "team-sleutelplein",
    host: "opgroeiteam-vennebos",
    offer: "aanbod-gezinstafel",
    theme: "jeugd-en-gezin",
    learningQuestion: "Hoe houden jullie de ouder aan het woord?",
    seats: 2,
    on: [26, "10:00", "12:00"],
    location: "Brede school Het Ven, Vennebos",
    reason: "Onze twee gasten zijn ziek. We melden ons opnieuw.",
    path: ["requested", "accepted", "cancelled"],
    daysAgo: 20,
  },
  {
    id: "bezoek-roerzicht-essenhof",
    guest: "wijkteam-roerzicht",
    host: "noaberteams-essenhof",
    offer: "aanbod-grensgemeenten",
    theme: "inrichting",
    learningQuestion: "Hoe verdelen jullie staf over de gemeenten?",
    seats: 3,
    on: [-17, "10:00", "14:00"],
    location: "Essenhof, centraal kantoor",
    reason: "Door een storing op het spoor kwam niemand aan.",
    absenceCause: "travel",
    path: ["requested", "accepted", "did_not_take_place"],
    daysAgo: 45,
  },
  {
    id: "bezoek-rietland-papierwinkel",
    guest: "gebiedsteams-rietland",
    host: "buurtkamers-torenlicht",
    offer: "aanbod-papierwinkel",
    theme: "bestaanszekerheid",
    learningQuestion: "Hoe leren jullie vrijwilligers om grenzen te stellen?",
    seats: 2,
    on: [-31, "13:00", "15:30"],
    location: "Bibliotheek Torenlicht",
    path: ["requested", "counter_proposed", "accepted", "took_place"],
    daysAgo: 60,
  },
  {
    id: "vraag-lindestad-ggz",
    guest: LINDESTAD,
    theme: "mentale-gezondheid",
    learningQuestion: "Wie heeft vaste afspraken met de ggz over onbegrepen gedrag en wil ze laten zien?",
    whatWeBring: "Een casus die bij ons is vastgelopen.",
    period: "Voorjaar",
    seats: 2,
    path: ["open"],
    daysAgo: 10,
  },
  {
    id: "vraag-koempelhof-schaal",
    guest: "team-koempelhof",
    theme: "inrichting",
    learningQuestion: "Welk ander klein team deelt staf met de buren?",
    period: "Januari of februari",
    seats: 2,
    path: ["open"],
    daysAgo: 6,
  },
  {
    id: "vraag-waterrand-groepen",
    guest: WATERRAND,
    theme: "normaliseren",
    learningQuestion: "Bij wie kunnen we zien hoe inwoners zelf een groep leiden?",
    seats: 3,
    path: ["open"],
    daysAgo: 4,
  },
  {
    id: "vraag-nieuwe-oever-starters",
    guest: "stadsteams-nieuwe-oever",
    theme: "werkdruk",
    learningQuestion: "Hoe houden jullie collega's die net begonnen zijn?",
    whatWeBring: "Onze vragenlijst voor vertrekkende collega's.",
    period: "Zo snel mogelijk",
    seats: 2,
    path: ["open"],
    daysAgo: 1,
  },
];
