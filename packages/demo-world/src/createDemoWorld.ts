import express, { Express } from 'express';
import { openDatabase } from './database/openDatabase';
import { EffectLog } from './effects/EffectLog';
import { Faults } from './faults/Faults';
import { answerRefusals } from './http/answerRefusals';
import { createRouter } from './http/createRouter';
import { Monitoring } from './monitoring/Monitoring';
import { Records } from './records/Records';
import {
  ConditionReporter,
  SendConditions,
} from './reporting/ConditionReporter';
import { PortalReporter, SendStatement } from './reporting/PortalReporter';

export interface DemoWorldOptions {
  /** The database file, or `:memory:`. */
  file: string;
  /** How facts reach the portal; without it they stay here. */
  send?: SendStatement;
  reportIntervalMs?: number;
  /** How conditions reach the portal; without it they stay here. */
  sendConditions?: SendConditions;
  monitorIntervalMs?: number;
  faultsEnabled?: boolean;
  now?(): Date;
  log?(message: string): void;
}

export interface DemoWorld {
  app: Express;
  close(): Promise<void>;
}

const TEN_MINUTES_MS = 600_000;
const TWENTY_SECONDS_MS = 20_000;

/** A small outside system for agents to act on: deployments, a partner's desk, a warehouse, runbooks. */
export async function createDemoWorld(
  options: DemoWorldOptions,
): Promise<DemoWorld> {
  const {
    file,
    send,
    reportIntervalMs = TEN_MINUTES_MS,
    sendConditions,
    monitorIntervalMs = TWENTY_SECONDS_MS,
    faultsEnabled = false,
    now = () => new Date(),
    log = () => {},
  } = options;
  const knex = await openDatabase(file);
  const records = await Records.create({ knex, now });
  const reporter =
    send &&
    PortalReporter.start({
      list: () => records.list(),
      send,
      intervalMs: reportIntervalMs,
      log,
    });

  const monitoring = await Monitoring.create({ knex, now });
  const conditions =
    sendConditions &&
    ConditionReporter.start({
      monitoring,
      send: sendConditions,
      intervalMs: monitorIntervalMs,
      now,
      log,
    });

  const app = express();
  app.disable('x-powered-by');
  app.use(
    createRouter({
      effects: EffectLog.create({ knex, now }),
      records,
      faults: new Faults(),
      faultsEnabled,
      now,
      onChange: fact => reporter?.nudge(fact),
      monitoring,
      onConditions: () => conditions?.nudge(),
    }),
  );
  app.use(answerRefusals(log));

  return {
    app,
    async close() {
      reporter?.stop();
      conditions?.stop();
      await knex.destroy();
    },
  };
}
