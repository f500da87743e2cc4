import {
  FreezeScope,
  JsonObject,
  canonicalJson,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** What a freeze covers, in words. */
export function describeFreezeScope(scope: FreezeScope): string {
  const { entityRef, targets, actions, environments } = scope;
  const what = entityRef ? `${entityRef} and what is part of it` : 'everything';
  return [
    actions ? `${actions.join(', ')} on ${what}` : what,
    ...(targets ? [`where ${canonicalJson(targets as JsonObject)}`] : []),
    `in ${environments ? environments.join(', ') : 'all environments'}`,
  ].join(' ');
}
