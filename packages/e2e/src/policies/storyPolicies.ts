import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { PersonSession } from '../people';
import { findRepositoryRoot } from '../portal/findRepositoryRoot';
import { SharedPortal } from '../setup/sharedPortal';

/** A policy as a story writes it into the file. */
export interface StoryPolicy {
  name: string;
  title: string;
  spec: object;
}

/** Where stories keep policies of their own: a file the portal reads beside Acme's. */
function fileOf(dataDir: string): string {
  return join(dataDir, 'story-policies.yaml');
}

/** Configuration with that file among the catalog's locations, and trusted; lists of configuration replace each other whole. */
export async function withStoryPolicies(dataDir: string): Promise<object> {
  const file = fileOf(dataDir);
  await writeFile(file, '');
  const config = parse(
    await readFile(join(findRepositoryRoot(), 'app-config.demo.yaml'), 'utf8'),
  );
  return {
    catalog: {
      locations: [
        ...config.catalog.locations,
        { type: 'file', target: file, rules: [{ allow: ['AgentPolicy'] }] },
      ],
    },
    agentGovernance: {
      trust: [
        ...config.agentGovernance.trust,
        { originLocation: `file:${file}`, kinds: ['AgentPolicy'] },
      ],
    },
  };
}

/** Writes these policies into the file, in place of what was there, and has the catalog read it. */
export async function putPolicies(
  portal: Pick<SharedPortal, 'url' | 'dataDir'>,
  person: PersonSession,
  policies: StoryPolicy[],
): Promise<void> {
  const file = fileOf(portal.dataDir);
  const documents = policies.map(({ name, title, spec }) =>
    // JSON is YAML
    JSON.stringify({
      apiVersion: 'agent-governance.io/v1alpha1',
      kind: 'AgentPolicy',
      metadata: { name, title },
      spec,
    }),
  );
  await writeFile(file, documents.join('\n---\n'));
  const found = await person.fetch(
    `${
      portal.url
    }/api/catalog/entities?filter=kind=location,spec.target=${encodeURIComponent(
      file,
    )}`,
  );
  const [location] = await found.json();
  const { namespace, name } = location.metadata;
  await person.fetch(`${portal.url}/api/catalog/refresh`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ entityRef: `location:${namespace}/${name}` }),
  });
}
