import { Hono } from "hono";
import type { Env } from "../http/env.ts";
import { contactListRoutes } from "./contact-list-routes.tsx";
import { importRoutes } from "./import-routes.tsx";
import { inhabitantsRoutes } from "./inhabitants-routes.tsx";
import { municipalityMergerRoutes } from "./municipality-merger-routes.tsx";
import { municipalityRegionsRoutes } from "./municipality-regions-routes.tsx";
import { municipalityRoutes } from "./municipality-routes.tsx";
import { newMemberRoutes } from "./new-member-routes.tsx";

export const membersOfficeRoutes = new Hono<Env>()
  .route("/", importRoutes)
  .route("/", municipalityRoutes)
  .route("/", municipalityMergerRoutes)
  .route("/", municipalityRegionsRoutes)
  .route("/", inhabitantsRoutes)
  .route("/", newMemberRoutes)
  .route("/", contactListRoutes);
