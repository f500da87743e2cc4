import { LoggerService } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError, toError } from '@backstage/errors';
import { ConditionReportResult } from '@agentgov/backstage-plugin-agent-governance-common';
import { ConditionSourceConfig } from '../../GovernanceConfig';
import { ConditionDelivery, ConditionIntake } from '../types';
import { ConditionRecorder } from './ConditionRecorder';
import { verifyDelivery } from './credentials/verifyDelivery';
import { ListenedSource } from './ListenedSource';
import { parseDelivery } from './shapes/parseDelivery';

interface Options {
  sources: ConditionSourceConfig[];
  recorder: ConditionRecorder;
  logger: LoggerService;
  now: () => Date;
}

/** Takes in what systems outside send, each under its own secret. */
export class DefaultConditionIntake implements ConditionIntake {
  readonly #options: Options;

  static create(options: Options) {
    return new DefaultConditionIntake(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async receive(
    delivery: ConditionDelivery,
  ): Promise<{ results: ConditionReportResult[] }> {
    const { logger, recorder } = this.#options;
    const now = this.#options.now();
    try {
      const source = this.#find(delivery.source);
      const { signedAt, once } = verifyDelivery(source, delivery, now);
      const parsed = parseDelivery(source, parseJson(delivery.bytes), now);
      if (parsed.warning) {
        logger.warn(`Condition source '${source.id}': ${parsed.warning}`);
      }
      const results = await recorder.record(source, {
        reports: parsed.reports,
        byArrival: parsed.byArrival,
        spokeAt: signedAt ?? parsed.spokeAt ?? now,
        once,
        now,
      });
      return { results };
    } catch (error) {
      const { name, message } = toError(error);
      logger.warn('Refused a condition report', {
        source: delivery.source,
        reason: name,
        because: message,
      });
      throw error;
    }
  }

  /** Convenience: the same from a topic of the events service, where nobody waits for an answer. */
  async hear(
    sourceId: string,
    payload: unknown,
  ): Promise<{ results: ConditionReportResult[] }> {
    const now = this.#options.now();
    const source = this.#find(sourceId);
    const parsed = parseDelivery(source, payload, now);
    const results = await this.#options.recorder.record(source, {
      reports: parsed.reports,
      byArrival: parsed.byArrival,
      spokeAt: parsed.spokeAt ?? latestOf(parsed.reports, now),
      now,
    });
    return { results };
  }

  #find(id: string): ConditionSourceConfig & ListenedSource {
    const source = this.#options.sources.find(one => one.id === id);
    if (!source) {
      throw new NotFoundError(
        'There is no such condition source; sources are configured in agentGovernance.conditions.sources',
      );
    }
    return source;
  }
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new InputError('The body is no JSON');
  }
}

/** An event may have waited: what it speaks of counts, not when it arrives. */
function latestOf(reports: Array<{ observedAt: Date }>, now: Date): Date {
  const times = reports.map(report => report.observedAt.getTime());
  return times.length > 0 ? new Date(Math.max(...times)) : now;
}
