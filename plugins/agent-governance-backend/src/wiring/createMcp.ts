import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import { ActionRegistry } from '../actions/ActionRegistry';
import { readEntities } from '../facts/readEntities';
import { ownerOf } from '../facts/relations';
import { GovernanceConfig } from '../GovernanceConfig';
import { describeTool } from '../mcp/tools/describeTool';
import { ToolFleet } from '../mcp/ToolFleet';
import { ChangeNotifier } from '../service/ChangeNotifier';
import { DefaultMcpServerService } from '../service/mcp/DefaultMcpServerService';
import { McpHolding } from '../service/mcp/McpHoldings';
import { PeopleDirectory } from '../service/types';
import { DatabaseMcpToolStore } from '../store/DatabaseMcpToolStore';

/** Everything about MCP servers behind the gateway: the connections, what of their tools may be called, and the service people use. */
export function createMcp(deps: {
  auth: AuthService;
  catalog: CatalogService;
  knex: Knex;
  logger: LoggerService;
  config: GovernanceConfig;
  actions: ActionRegistry;
  people: PeopleDirectory;
  notifier: ChangeNotifier;
  now: () => Date;
}) {
  const { config, notifier } = deps;
  const store = DatabaseMcpToolStore.create(deps);
  const ownerOfEntity = async (entityRef: string) => {
    const entity = (await readEntities({ ...deps, refs: [entityRef] })).get(
      entityRef,
    );
    return entity && ownerOf(entity);
  };
  const fleet = ToolFleet.create({
    ...deps,
    config: config.mcp,
    store,
    registry: deps.actions,
    ownerOf: ownerOfEntity,
    onChange: () => notifier.changed(),
  });
  return {
    fleet,
    holdings: {
      servers: () => fleet.servers().map(({ id }) => id),
      list: (id: string, holding: McpHolding) => fleet.holdings(id, holding),
    },
    service: DefaultMcpServerService.create({
      ...deps,
      store,
      admins: config.admins,
      ownerOf: ownerOfEntity,
      servers: {
        servers: () => fleet.servers(),
        get: id => fleet.get(id),
        status: id => fleet.status(id),
        look: () => fleet.look(),
        describe: tool => ({
          ...describeTool(fleet.get(tool.server)!, tool.seen.definition),
          problems: fleet.problemsOf(tool.server, tool.name),
        }),
      },
    }),
  };
}
