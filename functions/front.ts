import { accountsRoutes } from "./accounts/routes.tsx";
import { homeRoutes } from "./home/routes.tsx";
import { insightsRoutes } from "./insights/routes.tsx";
import { membersRoutes } from "./members/routes.tsx";
import { questionnairesRoutes } from "./questionnaires/routes.tsx";
import { siteRoutes } from "./site/routes.tsx";
import { visitsRoutes } from "./visits/routes.tsx";

/** What visitors and people of members use, in the order of the features. */
export const FRONT = [
  siteRoutes,
  accountsRoutes,
  membersRoutes,
  questionnairesRoutes,
  insightsRoutes,
  visitsRoutes,
  homeRoutes,
];
