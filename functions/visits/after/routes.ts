import { Hono } from "hono";
import type { Env } from "../../http/env.ts";
import { checkRoutes } from "./check-routes.tsx";
import { learnedRoutes } from "./learned-routes.tsx";
import { lessonFormRoutes } from "./lesson-form-routes.tsx";
import { lessonRoutes } from "./lesson-routes.tsx";
import { reflectionRoutes } from "./reflection-routes.tsx";

/** The time after a visit: looking back, the action, the lesson, and what all visits taught together. */
export const afterRoutes = new Hono<Env>();

afterRoutes.route("/", reflectionRoutes);
afterRoutes.route("/", checkRoutes);
afterRoutes.route("/", lessonFormRoutes);
afterRoutes.route("/", lessonRoutes);
afterRoutes.route("/", learnedRoutes);
