import { System } from './System';
import { texts } from './texts';

interface RunbookRun {
  runbook: string;
  environment: string;
  reason: string;
}

/** Goes through a runbook step by step. */
export const runbookRuns: System<RunbookRun> = {
  path: '/runbooks/runs',
  what: 'runbook-run',
  parse(body) {
    const { name, prose } = texts(body);
    return {
      runbook: name('runbook'),
      environment: name('environment'),
      reason: prose('reason'),
    };
  },
  async run({ runbook, environment }, { now }) {
    return {
      runbook,
      environment,
      steps: ['drain', 'switch', 'verify'],
      finishedAt: now.toISOString(),
    };
  },
};
