import type { Server } from "node:http";
import { CannotStart } from "./starting.ts";

/** How long a request may still take once we were asked to stop. */
const LAST_REQUEST_MS = 10_000;
const LOOK_EVERY_MS = 50;

/** Ends the process with code 1 and plain sentences; what is no `CannotStart` keeps its stack for us. */
export function stopWith(fault: unknown): never {
  if (fault instanceof CannotStart) for (const sentence of fault.sentences) console.error(sentence);
  else console.error(fault);
  process.exit(1);
}

/** On Ctrl+C or SIGTERM: takes no new requests, lets those under way finish, then calls `close`. */
export function stopGracefully(server: Server, close: () => void): void {
  const stop = () => {
    // A browser keeps its connection open after its answer; without this it would keep us alive too.
    setInterval(() => server.closeIdleConnections(), LOOK_EVERY_MS).unref();
    setTimeout(() => server.closeAllConnections(), LAST_REQUEST_MS).unref();
    server.close(() => {
      close();
      process.exit(0);
    });
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

/** Says plainly why the server cannot listen, most often because another program has the port. */
export function stopWhenPortIsTaken(server: Server, port: number): void {
  server.once("error", (fault: NodeJS.ErrnoException) => {
    if (fault.code === "EADDRINUSE")
      stopWith(
        new CannotStart([
          `Poort ${port} is al in gebruik, misschien door een Wijkteamplein dat nog draait.`,
          `Stop dat programma, of kies een andere poort, bijvoorbeeld: PORT=${port + 1} npm start.`,
        ]),
      );
    if (fault.code === "EACCES")
      stopWith(new CannotStart([`Poort ${port} mag je niet gebruiken: kies er een boven 1023.`]));
    stopWith(fault);
  });
}
