import { Hono } from "hono";
import type { Env } from "../http/env.ts";
import { sessionRoutes } from "./session-routes.tsx";

export const accountsRoutes = new Hono<Env>();

accountsRoutes.route("/", sessionRoutes);
