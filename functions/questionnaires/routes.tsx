import { Hono } from "hono";
import type { Env } from "../http/env.ts";
import { assignmentRoutes } from "./assignment-routes.tsx";
import { checkRoutes } from "./check-routes.tsx";
import { consentRoutes } from "./consent-routes.tsx";
import { newRoundRoutes } from "./new-round-routes.tsx";
import { overviewRoutes } from "./overview-routes.tsx";
import { returnRoutes } from "./return-routes.tsx";
import { roundExtensionRoutes } from "./round-extension-routes.tsx";
import { roundMessageRoutes } from "./round-message-routes.tsx";
import { roundRoutes } from "./round-routes.tsx";
import { sectionRoutes } from "./section-routes.tsx";
import { transitionRoutes } from "./transition-routes.tsx";

export const questionnairesRoutes = new Hono<Env>();

questionnairesRoutes.route("/", newRoundRoutes);
questionnairesRoutes.route("/", roundMessageRoutes);
questionnairesRoutes.route("/", roundExtensionRoutes);
questionnairesRoutes.route("/", roundRoutes);
questionnairesRoutes.route("/", overviewRoutes);
questionnairesRoutes.route("/", sectionRoutes);
questionnairesRoutes.route("/", assignmentRoutes);
questionnairesRoutes.route("/", consentRoutes);
questionnairesRoutes.route("/", checkRoutes);
questionnairesRoutes.route("/", transitionRoutes);
questionnairesRoutes.route("/", returnRoutes);
