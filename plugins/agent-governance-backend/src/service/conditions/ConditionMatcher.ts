import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  ServiceUnavailableError,
  stringifyError,
  toError,
} from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Environment } from '@agentgov/backstage-plugin-agent-governance-common';
import { normaliseRef } from '../../facts/normaliseRef';
import { readEntities } from '../../facts/readEntities';
import { within } from '../within';
import { ListenedSource } from './ListenedSource';
import { ParsedReport } from './ParsedReport';

/** What a report is about, as the portal names it. */
export interface Match {
  /** Sorted, without repeats. */
  entityRefs: string[];
  /** All of them when absent. */
  environment?: string;
  /** Why it is about nothing the portal knows, in words. */
  unmatched?: string;
}

/** Entities that one annotation may name; the rest of them is left out, and that is said. */
const MAX_ENTITIES = 20;
/** Senders give up after five seconds. */
const CATALOG = { ms: 3_000, what: 'The catalog' };

interface Options {
  auth: AuthService;
  catalog: CatalogService;
  environments: Environment[];
  logger: LoggerService;
}

/**
 * Finds out what a source means by what it says.
 *
 * What cannot be matched is kept apart and shown, not refused: most senders would drop it, and stop sending after a
 * few. A ref that is not in the catalog keeps its name, and counts as soon as there is such an entity.
 */
export class ConditionMatcher {
  readonly #options: Options;

  static create(options: Options) {
    return new ConditionMatcher(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * What each of the reports is about, in their order.
   *
   * @throws ServiceUnavailableError when only the catalog could say, and does not answer in time
   */
  async match(
    reports: ParsedReport[],
    source: ListenedSource,
  ): Promise<Match[]> {
    const subjects = [...new Set(reports.flatMap(one => one.subject ?? []))];
    const annotated = await this.#findAnnotated(
      subjects.filter(subject => !source.entities.map.has(subject)),
      source,
    );
    const named = new Map(
      subjects.map(subject => [
        subject,
        source.entities.map.get(subject) ??
          annotated.get(subject) ??
          readRef(subject, source),
      ]),
    );
    const existing = await this.#findExisting([...named.values()].flat());
    return reports.map(report => {
      const refs = named.get(report.subject ?? '') ?? [];
      return this.#toMatch(report, { refs, existing, source });
    });
  }

  #toMatch(
    report: ParsedReport,
    found: {
      refs: string[];
      existing: Set<string> | undefined;
      source: ListenedSource;
    },
  ): Match {
    const { refs, existing, source } = found;
    const said = report.environment;
    const environment =
      said === undefined
        ? source.environment
        : source.environmentMap.get(said) ?? said;
    const isKnown =
      environment === undefined ||
      this.#options.environments.some(({ name }) => name === environment);
    if (!isKnown) {
      return {
        entityRefs: [],
        unmatched: `There is no environment '${short(environment)}'`,
      };
    }
    const entityRefs = [...new Set(refs)].sort().slice(0, MAX_ENTITIES);
    const missing = existing && entityRefs.filter(ref => !existing.has(ref));
    return {
      entityRefs,
      ...(environment !== undefined && { environment }),
      ...(entityRefs.length === 0 && { unmatched: whyNothing(report, source) }),
      ...(missing?.length && {
        unmatched: short(
          `There is no ${missing.join(' and no ')} in the catalog`,
        ),
      }),
    };
  }

  /** Entities whose annotation says what the source calls them. */
  async #findAnnotated(
    subjects: string[],
    source: ListenedSource,
  ): Promise<Map<string, string[]>> {
    const { annotation } = source.entities;
    const found = new Map<string, string[]>();
    if (annotation === undefined || subjects.length === 0) {
      return found;
    }
    const { items } = await this.#ask(async credentials =>
      this.#options.catalog.getEntities(
        {
          filter: { [`metadata.annotations.${annotation}`]: subjects },
          fields: ['kind', 'metadata'],
        },
        { credentials },
      ),
    );
    for (const entity of items) {
      const subject = subjects.find(
        one =>
          one.toLocaleLowerCase('en-US') ===
          entity.metadata.annotations?.[annotation]?.toLocaleLowerCase('en-US'),
      );
      if (subject !== undefined) {
        const refs = found.get(subject) ?? [];
        found.set(subject, [...refs, stringifyEntityRef(entity)]);
      }
    }
    return found;
  }

  /** Which of these exist; `undefined` when the catalog does not say, and then nothing is held against them. */
  async #findExisting(refs: string[]): Promise<Set<string> | undefined> {
    try {
      const found = await within(CATALOG, () =>
        readEntities({ ...this.#options, refs }),
      );
      return new Set(found.keys());
    } catch (error) {
      this.#options.logger.warn(
        `Condition reports were not held against the catalog: ${stringifyError(
          toError(error),
        )}`,
      );
      return undefined;
    }
  }

  async #ask<T>(
    read: (
      credentials: Awaited<ReturnType<AuthService['getOwnServiceCredentials']>>,
    ) => Promise<T>,
  ): Promise<T> {
    try {
      return await within(CATALOG, async () =>
        read(await this.#options.auth.getOwnServiceCredentials()),
      );
    } catch (error) {
      throw new ServiceUnavailableError(
        'The catalog did not say which entity this is about; send it again',
        error,
      );
    }
  }
}

/** PagerDuty's ids look like names, and are none. */
function readRef(subject: string, source: ListenedSource): string[] {
  const ref =
    source.type === 'pagerduty'
      ? undefined
      : normaliseRef(subject.includes(':') ? subject : `component:${subject}`);
  const isRef =
    ref !== undefined && ref.length <= 255 && !/\s|\p{C}/u.test(ref);
  return isRef ? [ref] : [];
}

function whyNothing(report: ParsedReport, source: ListenedSource): string {
  if (report.subject === undefined) {
    return short(`It has no label '${source.entities.label}'`);
  }
  const where =
    source.entities.annotation === undefined
      ? ''
      : `, nor in the annotation ${source.entities.annotation}`;
  return short(
    `'${report.subject}' is no entity ref and is not in the map of the source${where}`,
  );
}

function short(text: string): string {
  return text.length > 255 ? `${text.slice(0, 254)}…` : text;
}
