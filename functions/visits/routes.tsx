import { Hono } from "hono";
import type { Env } from "../http/env.ts";
import { browseRoutes } from "./browse-routes.tsx";
import { myVisitsRoutes } from "./my-visits-routes.tsx";
import { offerRoutes } from "./offer-routes.tsx";
import { requestRoutes } from "./request-routes.tsx";
import { visitRoutes } from "./visit-routes.tsx";

export const visitsRoutes = new Hono<Env>();

visitsRoutes.route("/", browseRoutes);
visitsRoutes.route("/", myVisitsRoutes);
visitsRoutes.route("/", offerRoutes);
visitsRoutes.route("/", requestRoutes);
visitsRoutes.route("/", visitRoutes);
