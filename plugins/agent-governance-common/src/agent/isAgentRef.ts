import { parseEntityRef } from '@backstage/catalog-model';
import { AGENT_KIND } from './constants';

/**
 * Whether an entity reference, in any spelling the catalog accepts, names an entity of kind `Agent`.
 *
 * Something that is no entity reference at all is not an agent's.
 *
 * @public
 */
export function isAgentRef(ref: string): boolean {
  try {
    return (
      parseEntityRef(ref).kind.toLocaleLowerCase('en-US') ===
      AGENT_KIND.toLocaleLowerCase('en-US')
    );
  } catch {
    return false;
  }
}
