import { Hono } from "hono";
import type { Env } from "../http/env.ts";
import { demoMailRoutes } from "./demo-mail-routes.tsx";
import { noticeRoutes } from "./notice-routes.tsx";
import { sessionRoutes } from "./session-routes.tsx";
import { setUpRoutes } from "./set-up-routes.tsx";
import { signInRoutes } from "./sign-in-routes.tsx";

export const accountsRoutes = new Hono<Env>();

accountsRoutes.route("/", signInRoutes);
accountsRoutes.route("/", sessionRoutes);
accountsRoutes.route("/", setUpRoutes);
accountsRoutes.route("/", demoMailRoutes);
accountsRoutes.route("/", noticeRoutes);
