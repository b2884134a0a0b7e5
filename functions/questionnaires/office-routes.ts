import { Hono } from "hono";
import type { Env } from "../http/env.ts";
import { assistanceRoutes } from "./assistance-routes.tsx";
import { duplicateBureauRoutes } from "./duplicate-bureau-routes.tsx";
import { editingRoutes } from "./editing-routes.tsx";
import { newRoundRoutes } from "./new-round-routes.tsx";
import { roundExtensionRoutes } from "./round-extension-routes.tsx";
import { roundMessageRoutes } from "./round-message-routes.tsx";
import { roundRoutes } from "./round-routes.tsx";
import { transferRoutes } from "./transfer-routes.tsx";

export const questionnairesOfficeRoutes = new Hono<Env>()
  .route("/", newRoundRoutes)
  .route("/", roundMessageRoutes)
  .route("/", roundExtensionRoutes)
  // Before the moves of a round, which have an address of the same shape.
  .route("/", assistanceRoutes)
  .route("/", roundRoutes)
  .route("/", duplicateBureauRoutes)
  .route("/", transferRoutes)
  .route("/", editingRoutes);
