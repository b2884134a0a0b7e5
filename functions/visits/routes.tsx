import { Hono } from "hono";
import type { Env } from "../http/env.ts";
import { afterRoutes } from "./after/routes.ts";
import { agendaRoutes } from "./agenda-routes.tsx";
import { browseRoutes } from "./browse-routes.tsx";
import { dateRoutes } from "./date-routes.tsx";
import { draftRoutes } from "./draft-routes.tsx";
import { exchangeRoutes } from "./exchange-routes.tsx";
import { exchangeYearRoutes } from "./exchange-year-routes.tsx";
import { feedRoutes } from "./feed-routes.ts";
import { hostRoutes } from "./host-routes.tsx";
import { mapRoutes } from "./map-routes.tsx";
import { matchRoutes } from "./match-routes.tsx";
import { myVisitsRoutes } from "./my-visits-routes.tsx";
import { networkRoutes } from "./network-routes.tsx";
import { offerNewRoutes } from "./offer-new-routes.tsx";
import { offerRoutes } from "./offer-routes.tsx";
import { replyRoutes } from "./reply-routes.ts";
import { requestRoutes } from "./request-routes.tsx";
import { threadRoutes } from "./thread-routes.tsx";
import { visitRoutes } from "./visit-routes.tsx";

export const visitsRoutes = new Hono<Env>();

visitsRoutes.route("/", browseRoutes);
visitsRoutes.route("/", agendaRoutes);
visitsRoutes.route("/", mapRoutes);
visitsRoutes.route("/", myVisitsRoutes);
// Before visits and offers: their routes take any last part of an address for a move.
visitsRoutes.route("/", matchRoutes);
visitsRoutes.route("/", networkRoutes);
visitsRoutes.route("/", exchangeRoutes);
visitsRoutes.route("/", exchangeYearRoutes);
visitsRoutes.route("/", draftRoutes);
visitsRoutes.route("/", hostRoutes);
visitsRoutes.route("/", offerNewRoutes);
visitsRoutes.route("/", offerRoutes);
visitsRoutes.route("/", requestRoutes);
visitsRoutes.route("/", threadRoutes);
visitsRoutes.route("/", dateRoutes);
// Before the moves of a visit, whose address takes any noun.
visitsRoutes.route("/", afterRoutes);
visitsRoutes.route("/", visitRoutes);
visitsRoutes.route("/", replyRoutes);
visitsRoutes.route("/", feedRoutes);
