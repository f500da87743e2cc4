import { z } from 'zod';
import {
  EFFECT_CLASSES,
  Organization,
  ORGANIZATION_VERSION,
} from '../../model';
import { PolicyProblem } from '../PolicyProblem';
import { plainText } from '../wording';

const text = z.string().min(1).max(1_000);
const LEVELS = [
  'portal',
  'organization',
  'environment',
  'team',
  'service',
  'agent',
] as const;

const schema: z.ZodType<Organization> = z.object({
  schemaVersion: z.literal(ORGANIZATION_VERSION),
  exportedAt: text,
  policyAdmins: z.array(text),
  environments: z.array(
    z.object({
      name: text,
      owner: text,
      rank: z.number(),
      production: z.boolean(),
    }),
  ),
  requiredLevels: z.array(z.enum(LEVELS)),
  groups: z.array(z.object({ ref: text, parent: text.optional() })),
  entities: z.array(z.object({ ref: text, owner: text.optional() })),
  actions: z.array(
    z.object({
      id: text,
      title: z.string(),
      effectClass: z.enum(EFFECT_CLASSES),
      undo: text.optional(),
      targetKinds: z.array(text),
      quotesContext: z.boolean(),
      takesSecrets: z.boolean(),
      tags: z.array(z.string()),
      mutates: z.boolean(),
      place: z.object({ target: text, environment: text }).optional(),
    }),
  ),
});

/**
 * Reads an exported organization. A file that is none, or of another version, is refused with what is wrong where.
 *
 * @public
 */
export function parseOrganization(
  value: unknown,
):
  | { ok: true; organization: Organization }
  | { ok: false; problems: PolicyProblem[] } {
  const parsed = schema.safeParse(value);
  return parsed.success
    ? { ok: true, organization: parsed.data }
    : {
        ok: false,
        problems: parsed.error.issues.map(({ path, message }) => ({
          field: path.join('.') || 'file',
          reason: plainText(message),
        })),
      };
}
