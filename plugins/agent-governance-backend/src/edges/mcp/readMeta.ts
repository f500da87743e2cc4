import { InputError } from '@backstage/errors';
import { ActionCallInput } from '@agentgov/backstage-plugin-agent-governance-common';
import { z } from 'zod';
import { META } from './metaKeys';

const text = z.string().min(1).max(2_000);

const run = z.union([
  text,
  z.strictObject({
    id: text,
    step: z.int().positive().optional(),
    startedAt: text.optional(),
    startedBy: text.optional(),
  }),
]);

const metaSchema = z.object({
  [META.purpose]: text.optional(),
  [META.run]: run.optional(),
  [META.contextSnapshot]: text.optional(),
  [META.delegation]: text.optional(),
  [META.onBehalfOf]: text.optional(),
  [META.secrets]: z.record(z.string(), z.json()).optional(),
});

/**
 * What a call says about itself beside its arguments. Keys that are not ours are the protocol's or somebody else's.
 *
 * @throws InputError naming the key
 */
export function readMeta(
  meta: Record<string, unknown> = {},
): Partial<ActionCallInput> {
  const parsed = metaSchema.safeParse(meta);
  if (!parsed.success) {
    const keys = parsed.error.issues.map(({ path }) => path.join('.'));
    throw new InputError(
      `_meta is wrong at ${[...new Set(keys)].join(
        ', ',
      )}; see the guide to the gateway for what goes there`,
    );
  }
  const { data } = parsed;
  const {
    [META.purpose]: purpose,
    [META.contextSnapshot]: contextSnapshot,
    [META.delegation]: delegation,
    [META.onBehalfOf]: onBehalfOf,
    [META.secrets]: secrets,
  } = data;
  return {
    ...(purpose !== undefined && { purpose }),
    ...readRun(data[META.run]),
    ...(contextSnapshot !== undefined && { contextSnapshot }),
    ...(delegation !== undefined && { delegation }),
    ...(onBehalfOf !== undefined && { onBehalfOf }),
    ...(secrets !== undefined && { secrets }),
  };
}

function readRun(
  value: z.infer<typeof run> | undefined,
): Partial<ActionCallInput> {
  if (value === undefined) {
    return {};
  }
  if (typeof value === 'string') {
    return { run: value };
  }
  const { id, step, startedAt, startedBy } = value;
  return {
    run: id,
    ...(step !== undefined && { runStep: step }),
    ...(startedAt !== undefined && { runStartedAt: startedAt }),
    ...(startedBy !== undefined && { runStartedBy: startedBy }),
  };
}
