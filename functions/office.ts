import { accountsOfficeRoutes } from "./accounts/office-routes.ts";
import { insightsOfficeRoutes } from "./insights/office-routes.ts";
import { membersOfficeRoutes } from "./members/office-routes.ts";
import { questionnairesOfficeRoutes } from "./questionnaires/office-routes.ts";

/** What the bureau and the learning group work with. At the edge it is a Worker of its own. */
export const OFFICE = [
  accountsOfficeRoutes,
  membersOfficeRoutes,
  questionnairesOfficeRoutes,
  insightsOfficeRoutes,
];
