import { createApp } from "./app.tsx";
import { FRONT } from "./front.ts";
import type { Platform } from "./http/env.ts";
import { OFFICE } from "./office.ts";

/** Everything in one process, as in Node and in tests. */
export const createWholeApp = (platform: Platform) => createApp(platform, [...OFFICE, ...FRONT]);
