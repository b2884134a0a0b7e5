import { Hono } from "hono";
import type { Env } from "../http/env.ts";
import { boardRoutes } from "./board-routes.tsx";
import { coherenceRoutes } from "./coherence-routes.tsx";
import { qualityRoutes } from "./quality-routes.tsx";
import { releaseRoutes } from "./release-routes.tsx";
import { researchRoutes } from "./research-routes.tsx";

export const insightsOfficeRoutes = new Hono<Env>()
  .route("/", boardRoutes)
  .route("/", releaseRoutes)
  .route("/", researchRoutes)
  .route("/", qualityRoutes)
  .route("/", coherenceRoutes);
