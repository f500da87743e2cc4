import {
  Environment,
  Facts,
  isMutating,
  known,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { RegisteredAction } from '../actions/ActionRegistry';

/** What the action's registration says. */
export function actionFacts(action: RegisteredAction): Facts['action'] {
  const source = 'action';
  return {
    id: known(action.id, source),
    definitionDigest: known(action.definitionDigest, source),
    effectClass: known(action.effectClass, source),
    mutates: known(isMutating(action.effectClass), source),
    reversible: known(action.undo !== undefined, source),
    quotesContext: known(action.quotesContext, source),
    takesSecrets: known(action.takesSecrets, source),
    tags: known([...action.tags], source),
  };
}

/** What the portal's configuration says about the environment. */
export function environmentFacts(
  environment: Environment,
): Facts['environment'] {
  const source = 'config';
  return {
    name: known(environment.name, source),
    owner: known(environment.owner, source),
    rank: known(environment.rank, source),
    production: known(environment.production, source),
  };
}
