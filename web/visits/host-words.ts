/** Why a host cannot be asked, by the word of the rule. `name` is the organisation. */
export const OBSTACLES: Record<"paused" | "too_soon" | "blackout" | "full", (name: string) => string> = {
  paused: (name) => `${name} ontvangt nu even niemand.`,
  too_soon: (name) => `${name} heeft meer tijd nodig om deze dag voor te bereiden.`,
  blackout: (name) => `${name} ontvangt in deze week niemand.`,
  full: (name) => `${name} heeft dit kwartaal al genoeg bezoek.`,
};
