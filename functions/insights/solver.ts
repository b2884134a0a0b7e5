import loadHighs from "highs";
import type { OpenProgram, Outcome, Program, Solver } from "./gate/program.ts";

/**
 * HiGHS, compiled to WebAssembly, behind the gate's port. Only the release job and tests may import this file:
 * it weighs 3.5 MB and a release is never made inside a request.
 *
 * Source: Huangfu, Hall, "Parallelizing the dual revised simplex method", Math. Prog. Comp. 10 (2018).
 *
 * @param nodes how many nodes of the search tree at most for one question, times columns; a limit in steps, never
 *   in seconds, so that a slow machine gives the same verdicts
 */
export async function loadSolver({ nodes = 200_000 }: { nodes?: number } = {}): Promise<Solver> {
  const highs = await loadHighs();
  const { modelStatus, variableType } = highs.constants;

  return {
    open(program: Program): OpenProgram {
      const columns = program.upper.length;
      const starts = [0];
      const indices: number[] = [];
      for (const row of program.rows) {
        indices.push(...row.columns);
        starts.push(indices.length);
      }
      const model = highs.createModel({
        numCols: columns,
        numRows: program.rows.length,
        colCost: new Float64Array(columns),
        colLower: new Float64Array(columns),
        colUpper: Float64Array.from(program.upper),
        rowLower: program.rows.map((row) => row.low),
        rowUpper: program.rows.map((row) => row.high),
        matrix: {
          format: "csr",
          numRows: program.rows.length,
          numCols: columns,
          starts,
          indices,
          values: indices.map(() => 1),
        },
        integrality: Array.from({ length: columns }, () => variableType.integer),
      });
      // Any solution will do: a gap this wide stops the search at the first one.
      model.options.set({
        output_flag: false,
        mip_rel_gap: 1e9,
        mip_abs_gap: 1e9,
        mip_max_nodes: Math.ceil(nodes / columns),
      });
      const all = { kind: "range", from: 0, to: columns - 1 } as const;
      return {
        solve(low, high, push): Outcome {
          model.clearSolver();
          model.changeColsBounds(all, low, high);
          model.changeColsCost(
            all,
            push.map((lean) => -lean),
          );
          model.run();
          const status = model.getModelStatus();
          if (status === modelStatus.infeasible) return { verdict: "none" };
          if (status !== modelStatus.optimal) return { verdict: "unknown" };
          return { verdict: "fits", values: Array.from(model.getSolution().colValue, Math.round) };
        },
        close: () => model.dispose(),
      };
    },
  };
}
