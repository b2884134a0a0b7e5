/** The sources by path, as text. */
type Sources = Readonly<Record<string, string>>;

/** Tables that hold confidential answers, or from which they can be worked out; and their names in drizzle. */
const TABLES = {
  answers: "answers",
  answer_revisions: "answerRevisions",
  answer_reasons: "answerReasons",
  codings: "codings",
  release_proofs: "releaseProofs",
  release_secrets: "releaseSecrets",
  release_supplements: "releaseSupplements",
} as const;

/** Why a file may read them, and the words without which it would do something else. */
const WAYS = {
  /** what an organisation or a person said itself: the session says which */
  own: /scope\.memberId|memberId|personId|responseId|target\(saving\)|\bpersonalData\b/,
  /** the gate's way: answers go in, a release comes out; no page imports it */
  job: /./,
  /** with the name on it, as far as its organisation opened it */
  opened: /standingOpenings|release_openings/,
  /** facts, which members opened to each other */
  facts: /audience = 'members'/,
  /** separate answers under codes, for who signed a statement */
  pseudonymous: /use_statements/,
  /** when and whether, never what or how many */
  moments: /saved_at|min\(count|not exists/,
  /** how far the gate came, and what it cost */
  account: /\$\.account/,
} as const;

/**
 * Every file that reads confidential answers past the gate, with its reason. Whoever adds one has to say here why
 * no figure comes of it; `gate-one-way-out.test.ts` looks at what the pages show.
 */
const READERS: Record<string, keyof typeof WAYS> = {
  "functions/accounts/personal-data-queries.ts": "own",
  "functions/home/queries.ts": "facts",
  "functions/home/waiting-colleagues.ts": "own",
  "functions/home/waiting-signing.ts": "own",
  "functions/insights/board-queries.ts": "moments",
  "functions/insights/coherence-job-queries.ts": "job",
  "functions/insights/fact-groups.ts": "facts",
  "functions/insights/fact-names-queries.ts": "facts",
  "functions/insights/fact-queries.ts": "facts",
  "functions/insights/fact-release-queries.ts": "facts",
  "functions/insights/mirror-queries.ts": "own",
  "functions/insights/opened-queries.ts": "opened",
  "functions/insights/own-groups-queries.ts": "own",
  "functions/insights/package-proof-queries.ts": "job",
  "functions/insights/package-queries.ts": "opened",
  "functions/insights/quality-queries.ts": "facts",
  "functions/insights/release-account-queries.ts": "account",
  "functions/insights/release-job-queries.ts": "job",
  "functions/insights/research-queries.ts": "pseudonymous",
  "functions/insights/trend-job-queries.ts": "facts",
  "functions/insights/trend-matched-queries.ts": "job",
  "functions/members/choice-list-queries.ts": "moments",
  "functions/members/signed-answers.ts": "facts",
  "functions/questionnaires/autosave-queries.ts": "own",
  "functions/questionnaires/beside-queries.ts": "own",
  "functions/questionnaires/consent-queries.ts": "own",
  "functions/questionnaires/duplicate-queries.ts": "own",
  "functions/questionnaires/duplicate-writes.ts": "own",
  "functions/questionnaires/editing-queries.ts": "moments",
  "functions/questionnaires/item-editing-queries.ts": "moments",
  "functions/questionnaires/profile-outcome-queries.ts": "own",
  "functions/questionnaires/queries.ts": "own",
  "functions/questionnaires/reason-queries.ts": "facts",
  "functions/questionnaires/return-queries.ts": "own",
  "functions/questionnaires/routing-queries.ts": "own",
  "functions/questionnaires/save-queries.ts": "own",
  "functions/questionnaires/section-queries.ts": "own",
  "functions/questionnaires/transition-queries.ts": "own",
  "functions/questionnaires/use-queries.ts": "own",
  "functions/questionnaires/version-queries.ts": "own",
  "functions/visits/draft-queries.ts": "own",
  "functions/visits/match-queries.ts": "opened",
};

/** Files that read such a table without being named here, or not in the way they are named for; and names too many. */
export function readersPastTheGate(sources: Sources, readers = READERS): string[] {
  const found = Object.entries(sources).flatMap(([path, source]) => {
    if (!/^(functions|web)\//.test(path)) return [];
    const reads = tablesIn(source);
    const way = readers[path];
    if (reads.length === 0) return way ? [`${path} reads none of them any more`] : [];
    if (!way) return [`${path} reads ${reads.join(", ")}`];
    if (way === "job") return pagesThatImport(path, sources);
    return WAYS[way].test(source) ? [] : [`${path} is not as it says: ${way}`];
  });
  const gone = Object.keys(readers).filter((path) => !(path in sources) && "functions/app.tsx" in sources);
  return [...found, ...gone.map((path) => `${path} is gone`)];
}

/** Named after a word of SQL, or after a comma in its list of tables; or imported from the schema. */
function tablesIn(source: string): string[] {
  const imported = [...source.matchAll(/import\s*\{([^}]*)\}\s*from\s*"[^"]*db\/schema\/[^"]*"/g)]
    .flatMap(([, names = ""]) => names.split(","))
    .map((name) => name.trim().split(" ")[0]);
  return Object.entries(TABLES).flatMap(([table, name]) =>
    new RegExp(`\\b(from|join|update|into)\\s+\\(?${table}\\b`).test(source) || imported.includes(name)
      ? [table]
      : [],
  );
}

/** A page shows what it reads; what the job reads, no page may. Types and what the job exports of facts may pass. */
function pagesThatImport(path: string, sources: Sources): string[] {
  const name = path.split("/").at(-1);
  return Object.entries(sources)
    .filter(
      ([from, source]) =>
        /(routes|page|reading)\.tsx?$/.test(from) &&
        new RegExp(`import (?!type )[^;]*from "[^"]*/${name}"`).test(source),
    )
    .map(([from]) => `${from} reads what only the job may: ${path}`);
}
