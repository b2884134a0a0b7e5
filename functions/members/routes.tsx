import { Hono } from "hono";
import type { Env } from "../http/env.ts";
import { alikeRoutes } from "./alike-routes.tsx";
import { contactCheckRoutes } from "./contact-check-routes.tsx";
import { contactPersonRoutes } from "./contact-person-routes.tsx";
import { contactRoutes } from "./contact-routes.tsx";
import { directoryRoutes } from "./directory-routes.tsx";
import { handoverRoutes } from "./handover-routes.tsx";
import { mapRoutes } from "./map-routes.tsx";
import { profileFieldRoutes } from "./profile-field-routes.tsx";
import { profileRoutes } from "./profile-routes.tsx";
import { searchRoutes } from "./search-routes.tsx";

/** Journey 1: the directory, the profile of a member and its editing. */
export const membersRoutes = new Hono<Env>()
  .route("/", directoryRoutes)
  .route("/", searchRoutes)
  .route("/", alikeRoutes)
  .route("/", mapRoutes)
  .route("/", contactCheckRoutes)
  .route("/", contactPersonRoutes)
  .route("/", handoverRoutes)
  .route("/", profileRoutes)
  .route("/", contactRoutes)
  .route("/", profileFieldRoutes);
