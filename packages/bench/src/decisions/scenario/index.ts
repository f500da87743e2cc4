export { breakRule } from './breakRule';
export { REQUESTS } from './createRequests';
export { createScenario, SIZES } from './createScenario';
export {
  MATCHING_POLICIES,
  POLICIES_PER_TEAM,
  policiesOfTeam,
} from './policiesOfTeam';
export type * from './Scenario';
