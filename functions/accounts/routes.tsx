import { Hono } from "hono";
import type { Env } from "../http/env.ts";
import { bureauRoutes } from "./bureau-routes.tsx";
import { demoMailRoutes } from "./demo-mail-routes.tsx";
import { noticeRoutes } from "./notice-routes.tsx";
import { peopleRoutes } from "./people-routes.tsx";
import { personRoutes } from "./person-routes.tsx";
import { personalDataRoutes } from "./personal-data-routes.tsx";
import { sessionRoutes } from "./session-routes.tsx";
import { setUpRoutes } from "./set-up-routes.tsx";
import { signInRoutes } from "./sign-in-routes.tsx";

export const accountsRoutes = new Hono<Env>();

accountsRoutes.route("/", signInRoutes);
accountsRoutes.route("/", sessionRoutes);
accountsRoutes.route("/", setUpRoutes);
accountsRoutes.route("/", demoMailRoutes);
accountsRoutes.route("/", noticeRoutes);
accountsRoutes.route("/", bureauRoutes);
accountsRoutes.route("/", peopleRoutes);
accountsRoutes.route("/", personRoutes);
accountsRoutes.route("/", personalDataRoutes);
