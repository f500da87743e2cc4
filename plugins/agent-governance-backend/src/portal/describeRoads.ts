import { Config } from '@backstage/config';
import { RoadCoverage } from '@agentgov/backstage-plugin-agent-governance-common';

/** Plugins that upgrade connections, which no middleware of theirs sees. */
const UPGRADING = ['signals'];
/** Plugins whose tasks run steps of their own inside the process. */
const WITH_STEPS = ['scaffolder'];

/**
 * Every road by which an agent could reach something, the uncovered ones included.
 *
 * @param options - `installed`: ids of the plugins of this process
 */
export function describeRoads(options: {
  config: Config;
  installed: readonly string[];
}): RoadCoverage[] {
  const { config, installed } = options;
  const among = (ids: readonly string[]) =>
    ids.filter(id => installed.includes(id));
  return [
    {
      id: 'routes',
      title: 'Routes of plugins',
      covered: 'yes',
      because:
        'The perimeter stands in front of every plugin of this backend: agents read what is listed, reach mapped routes as actions, and are refused everything else.',
      found: [],
    },
    {
      id: 'portal-actions',
      title: 'Actions of plugins',
      covered: 'yes',
      because:
        'An invocation becomes an action request, whoever makes it in an agent’s name: the agent itself, the stock MCP endpoint, a scaffolder task.',
      found: [],
    },
    {
      id: 'service-tokens',
      title: 'Service tokens',
      covered: 'no',
      because:
        'A service is not an agent, and no permission policy is asked about it. Give agents keys of their own, never one of these tokens.',
      found: serviceTokens(config),
    },
    {
      id: 'peoples-tokens',
      title: 'Tokens of people',
      covered: 'no',
      because:
        'A program that is given a person’s token, or approved by one as an OAuth client of the portal, is that person to the portal.',
      found: oauthClients(config),
    },
    {
      id: 'upgraded-connections',
      title: 'Upgraded connections',
      covered: 'no',
      because:
        'A websocket is opened beside the routes of its plugin. Signals carry no ids and take no orders; other plugins have to check for themselves.',
      found: among(UPGRADING),
    },
    {
      id: 'root-routes',
      title: 'Routes of the backend itself',
      covered: 'no',
      because:
        'Health and well-known documents are served before any plugin, to everybody.',
      found: [],
    },
    {
      id: 'template-steps',
      title: 'Steps that templates bring along',
      covered: 'partly',
      because:
        'Running a template is one action. Its steps that are portal actions are decided one by one; its own run inside the scaffolder, which the perimeter cannot see, unless they call another plugin in the agent’s name: that is refused, or an action where the route is mapped.',
      found: among(WITH_STEPS),
    },
    {
      id: 'other-processes',
      title: 'Other backends',
      covered: 'partly',
      because:
        'A plugin in another process is behind the perimeter only if that backend has it too.',
      found: [],
    },
  ];
}

/** Names of the tokens, never the tokens. */
function serviceTokens(config: Config): string[] {
  const entries =
    config.getOptionalConfigArray('backend.auth.externalAccess') ?? [];
  return entries.map(entry => {
    const type = entry.getOptionalString('type') ?? 'of no type';
    const subject =
      entry.getOptionalString('options.subject') ??
      entry.getOptionalString('options.subjectPrefix') ??
      'unnamed';
    const isLimited = entry.has('accessRestrictions');
    return `${subject} (${type}${isLimited ? ', restricted' : ''})`;
  });
}

function oauthClients(config: Config): string[] {
  return [
    'clientIdMetadataDocuments',
    'experimentalClientIdMetadataDocuments',
    'experimentalDynamicClientRegistration',
  ]
    .map(name => `auth.${name}`)
    .filter(key => config.getOptionalBoolean(`${key}.enabled`) === true);
}
