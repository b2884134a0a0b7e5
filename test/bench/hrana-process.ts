import { argv } from "node:process";
import { startHrana } from "../support/hrana.ts";

/** libSQL over HTTP in a process of its own, so that it does not slow down who measures: `… DATABASE`. */
const { url } = await startHrana({ path: argv[2] ?? "" });
console.log(url);
