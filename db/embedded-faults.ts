import { LibsqlBatchError, LibsqlError } from "@libsql/client/http";

const CODES: Record<number, string> = {
  1: "SQLITE_ERROR",
  2: "SQLITE_INTERNAL",
  3: "SQLITE_PERM",
  4: "SQLITE_ABORT",
  5: "SQLITE_BUSY",
  6: "SQLITE_LOCKED",
  7: "SQLITE_NOMEM",
  8: "SQLITE_READONLY",
  9: "SQLITE_INTERRUPT",
  10: "SQLITE_IOERR",
  11: "SQLITE_CORRUPT",
  13: "SQLITE_FULL",
  14: "SQLITE_CANTOPEN",
  17: "SQLITE_SCHEMA",
  18: "SQLITE_TOOBIG",
  19: "SQLITE_CONSTRAINT",
  20: "SQLITE_MISMATCH",
  21: "SQLITE_MISUSE",
  25: "SQLITE_RANGE",
  26: "SQLITE_NOTADB",
};

const EXTENDED_CODES: Record<number, string> = {
  261: "SQLITE_BUSY_RECOVERY",
  275: "SQLITE_CONSTRAINT_CHECK",
  517: "SQLITE_BUSY_SNAPSHOT",
  787: "SQLITE_CONSTRAINT_FOREIGNKEY",
  1299: "SQLITE_CONSTRAINT_NOTNULL",
  1555: "SQLITE_CONSTRAINT_PRIMARYKEY",
  1811: "SQLITE_CONSTRAINT_TRIGGER",
  2067: "SQLITE_CONSTRAINT_UNIQUE",
  2579: "SQLITE_CONSTRAINT_ROWID",
};

/** An error of `node:sqlite` as libSQL's clients give it; any other error as it is. */
export function libsqlError(fault: unknown): unknown {
  if (!(fault instanceof Error) || !("errcode" in fault) || typeof fault.errcode !== "number") return fault;
  const number = fault.errcode;
  // SQLite keeps the kind of error in the lowest byte and the detail in the bytes above.
  const code = CODES[number & 0xff] ?? `SQLITE_UNKNOWN_${number & 0xff}`;
  return new LibsqlError(fault.message, code, EXTENDED_CODES[number] ?? code, number, fault);
}

/** The same error with the place of the failing statement in its batch. */
export function batchError(fault: unknown, statementIndex: number): unknown {
  if (!(fault instanceof LibsqlError) || isBusy(fault)) return fault;
  const { code, extendedCode, rawCode } = fault;
  const message = fault.message.replace(`${code}: `, "");
  return new LibsqlBatchError(message, statementIndex, code, extendedCode, rawCode, fault);
}

/** Whether another connection holds the lock: trying again later is the answer. */
export function isBusy(fault: unknown): boolean {
  return fault instanceof LibsqlError && fault.code === "SQLITE_BUSY";
}
