import { Hono } from "hono";
import type { Env } from "../http/env.ts";
import { directoryRoutes } from "./directory-routes.tsx";

/** Journey 1: the directory, the profile of a member and its editing. */
export const membersRoutes = new Hono<Env>().route("/", directoryRoutes);
