import { Router } from 'express';
import { Monitoring } from '../monitoring/Monitoring';

/** Lets whoever plays with this world say what is out of order in it, and whether its monitoring speaks. */
export function addMonitoring(
  router: Router,
  options: { monitoring: Monitoring; onChange(): void },
): void {
  const { monitoring, onChange } = options;
  const describe = async () => ({
    silent: monitoring.isSilent,
    health: await monitoring.health(),
    incidents: await monitoring.incidents(),
  });
  router.get('/monitoring', async (_req, res) => {
    res.json(await describe());
  });
  router.put('/monitoring', async (req, res) => {
    monitoring.isSilent = req.body?.silent === true;
    onChange();
    res.json(await describe());
  });
  router.put('/monitoring/health/:entity', async (req, res) => {
    await monitoring.setHealth(req.params.entity, req.body?.status);
    onChange();
    res.json(await describe());
  });
  router.put('/monitoring/incidents/:id', async (req, res) => {
    await monitoring.openIncident(req.params.id, req.body ?? {});
    onChange();
    res.json(await describe());
  });
  router.delete('/monitoring/incidents/:id', async (req, res) => {
    await monitoring.resolveIncident(req.params.id);
    onChange();
    res.json(await describe());
  });
  router.get('/rollouts', async (_req, res) => {
    res.json({ items: await monitoring.rollouts() });
  });
  router.put('/rollouts/:id', async (req, res) => {
    await monitoring.startRollout(req.params.id, req.body ?? {});
    res.json({ items: await monitoring.rollouts() });
  });
  router.delete('/rollouts/:id', async (req, res) => {
    await monitoring.finishRollout(req.params.id);
    res.json({ items: await monitoring.rollouts() });
  });
}
