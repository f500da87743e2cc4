import { RootInstanceMetadataService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import {
  OperationCoverage,
  PluginCoverage,
  RoadCoverage,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { MappedRoute, actionIdOf } from '../perimeter/MappedRoute';
import { OpenRoutes } from '../perimeter/readPerimeterConfig';
import { describeRoads } from './describeRoads';
import { OperationRule } from './OperationRule';
import { PortalActionState } from './PortalActions';
import { TargetRule } from './TargetRule';

interface PortalCoverageOptions {
  config: Config;
  instance: RootInstanceMetadataService;
  open: OpenRoutes;
  routes: readonly MappedRoute[];
  portalActions: { list(): readonly PortalActionState[] };
}

/** Says what of the portal's plugins is open to agents. */
export class PortalCoverage {
  readonly #options: PortalCoverageOptions;

  static create(options: PortalCoverageOptions) {
    return new PortalCoverage(options);
  }

  private constructor(options: PortalCoverageOptions) {
    this.#options = options;
  }

  async plugins(): Promise<PluginCoverage[]> {
    const { open, routes, portalActions } = this.#options;
    const installed = await this.#installed();
    const named = [
      ...open.reads,
      ...open.doors,
      ...routes,
      ...portalActions.list(),
    ].map(({ plugin }) => plugin);
    return [...new Set([...installed, ...named])]
      .sort()
      .map(id => this.#describe(id, installed.includes(id)));
  }

  async roads(): Promise<RoadCoverage[]> {
    return describeRoads({
      config: this.#options.config,
      installed: await this.#installed(),
    });
  }

  async #installed(): Promise<string[]> {
    const plugins = await this.#options.instance.getInstalledPlugins();
    return plugins.map(({ pluginId }) => pluginId);
  }

  #describe(id: string, installed: boolean): PluginCoverage {
    const { open, routes, portalActions } = this.#options;
    const isTheirs = ({ plugin }: { plugin: string }) => plugin === id;
    const pathsOf = (list: OpenRoutes['reads']) =>
      list.filter(isTheirs).map(({ path }) => path);
    return {
      id,
      installed,
      reads: pathsOf(open.reads),
      doors: pathsOf(open.doors),
      routes: routes.filter(isTheirs).map(route => ({
        actionId: actionIdOf(route),
        title: route.title,
        method: route.method,
        path: route.path,
        ...describeRule(route),
      })),
      portalActions: portalActions
        .list()
        .filter(isTheirs)
        .map(action => ({
          actionId: action.id,
          title: action.title,
          mapped: action.isMapped,
          ...describeRule(action.rule),
          ...(action.problem !== undefined && { problem: action.problem }),
        })),
      problems: installed
        ? []
        : [
            'It does not run in this backend: whether the perimeter stands in front of it cannot be seen from here',
          ],
    };
  }
}

function describeRule(
  rule: OperationRule,
): Omit<OperationCoverage, 'actionId' | 'title'> {
  const { target, environment, effectClass, undo, owner } = rule;
  return {
    target: describeTarget(target),
    environment,
    effectClass,
    ...(undo !== undefined && { undo }),
    ...(owner !== undefined && { owner }),
  };
}

function describeTarget(target: TargetRule): OperationCoverage['target'] {
  if (target === 'named') {
    return { input: 'entityRef, or kind, namespace and name' };
  }
  return 'entityRef' in target
    ? { ref: target.entityRef }
    : { input: target.path.join('.') };
}
