import express, { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { Knex } from 'knex';
import { EffectLog } from '../effects/EffectLog';
import { Faults } from '../faults/Faults';
import { Monitoring } from '../monitoring/Monitoring';
import { Records } from '../records/Records';
import { FactKey } from '../reporting/PortalReporter';
import { Refusal } from '../Refusal';
import { System, systems } from '../systems';
import { addCarrierTools } from './addCarrierTools';
import { addMonitoring } from './addMonitoring';
import { readCall } from './readCall';

export interface RouterOptions {
  effects: EffectLog;
  records: Records;
  monitoring: Monitoring;
  faults: Faults;
  /** Whether callers may ask for faults. */
  faultsEnabled: boolean;
  now(): Date;
  /** Called after somebody changed a fact by hand. */
  onChange(fact: FactKey): void;
  /** Called after somebody changed what the monitoring says. */
  onConditions(): void;
}

/** Every address of the demo world. */
export function createRouter(options: RouterOptions): Router {
  const { effects, faultsEnabled } = options;
  const router = PromiseRouter();
  router.use(express.json({ limit: '64kb' }));

  router.get('/health', (_req, res) => {
    res.json({ status: 'ok' });
  });
  router.get('/effects', async (req, res) => {
    const { key } = req.query;
    res.json({
      items: await effects.list(typeof key === 'string' ? key : undefined),
    });
  });
  systems.forEach(system => addSystem(router, system, options));
  addRecords(router, options);
  addMonitoring(router, {
    monitoring: options.monitoring,
    onChange: options.onConditions,
  });
  addCarrierTools(router, { effects, mayChange: faultsEnabled });
  if (faultsEnabled) {
    addFaults(router, options);
  }
  return router;
}

function addSystem(router: Router, system: System, options: RouterOptions) {
  const { effects, faults, now } = options;
  router.post(system.path, async (req, res) => {
    const body = system.parse(req.body);
    const call = { ...readCall(req), what: system.what, body };
    faults.strikeBefore();
    const { answer, repeated } = await effects.perform(
      call,
      (trx: Knex.Transaction) => system.run(body, { trx, now: now() }),
    );
    if (await faults.strikeAfter()) {
      req.socket.destroy();
      return;
    }
    res.status(repeated ? 200 : 201).json(answer);
  });
}

function addRecords(router: Router, { records, onChange }: RouterOptions) {
  router.get('/records', async (_req, res) => {
    res.json({ items: await records.list() });
  });
  router.put('/records/:entity/:factType', async (req, res) => {
    const { entity, factType } = req.params;
    const { value, observedAt } = req.body;
    if (observedAt !== undefined && Number.isNaN(Date.parse(observedAt))) {
      throw new Refusal(400, '"observedAt" must be a time in ISO 8601');
    }
    await records.put({ entity, factType, value, observedAt });
    onChange({ entity, factType });
    res.json(await records.get(entity, factType));
  });
}

function addFaults(
  router: Router,
  { faults, monitoring, onConditions }: RouterOptions,
) {
  router.post('/faults', (req, res) => {
    res.status(201).json(faults.add(req.body));
  });
  router.delete('/faults', async (_req, res) => {
    faults.clear();
    await monitoring.calm();
    onConditions();
    res.status(204).end();
  });
}
