/** What a theme brought in a period. Outcomes are null where fewer than five organisations agreed on one. */
export interface LearnedTheme {
  slug: string;
  name: string;
  visits: number;
  lessons: number;
  actions: number;
  outcomes: Outcomes | null;
}

/** Actions by what came of them, as told last; `unknown`: nobody told yet. */
export interface Outcomes {
  applied: number;
  partly: number;
  not: number;
  unknown: number;
}

export interface Learned {
  themes: LearnedTheme[];
  total: Omit<LearnedTheme, "slug" | "name">;
}
