import { Hono } from "hono";
import type { Env } from "../http/env.ts";
import { bureauRoutes } from "./bureau-routes.tsx";
import { peopleRoutes } from "./people-routes.tsx";
import { personRoutes } from "./person-routes.tsx";
import { personalDataRoutes } from "./personal-data-routes.tsx";

export const accountsOfficeRoutes = new Hono<Env>()
  .route("/", bureauRoutes)
  .route("/", peopleRoutes)
  .route("/", personRoutes)
  .route("/", personalDataRoutes);
