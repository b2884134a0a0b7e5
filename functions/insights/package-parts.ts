import type { ApiFigure, ApiSize } from "../../web/insights/api-contract.ts";
import type { Sheet } from "../http/spreadsheet.ts";
import type { PackageStatementRow } from "./package-queries.ts";
import type { ChoiceRow, ItemRow, RoundRow, ThemeRow } from "./queries.ts";
import type { DataSet } from "./sav/dataset.ts";

/** All that a year package is made of; `null` where no statement allows it. */
export interface PackageParts {
  association: string;
  address: string;
  /** milliseconds since 1970, UTC */
  madeAt: number;
  round: RoundRow;
  items: readonly ItemRow[];
  choices: readonly ChoiceRow[];
  themes: readonly ThemeRow[];
  figures: readonly ApiFigure[];
  /** medians, sums and means of confidential numbers, as far as they were released */
  sizes: readonly ApiSize[];
  facts: Sheet;
  account: Sheet;
  /** per question how many released figures were counted again when this was made */
  counted: Sheet;
  /** the program that counts again, as text */
  recount: string;
  statement: PackageStatementRow | null;
  data: DataSet | null;
  opened: Readonly<Record<"public" | "members" | "learning_group", Sheet | null>>;
}
