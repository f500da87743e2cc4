import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { parse } from 'yaml';

/** The agents of a folder in the order of their names, each with the key it left, if it did. */
export async function readAgents(folders: {
  agentsFolder: string;
  keysFolder: string;
}): Promise<Entity[]> {
  const { agentsFolder, keysFolder } = folders;
  const files = await readdir(agentsFolder);
  const yamlFiles = files.filter(file => file.endsWith('.yaml')).sort();
  return Promise.all(
    yamlFiles.map(async file => {
      const entity: Entity = parse(
        await readFile(join(agentsFolder, file), 'utf8'),
      );
      const { name } = entity.metadata;
      const key = await readKey(join(keysFolder, `${name}.public.json`));
      return complete(entity, `acme-agents:${file}`, key);
    }),
  );
}

function complete(
  entity: Entity,
  location: string,
  key: JsonObject | undefined,
): Entity {
  const { metadata, spec } = entity;
  return {
    ...entity,
    metadata: {
      ...metadata,
      annotations: {
        ...metadata.annotations,
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
      },
    },
    spec: { ...spec, ...(key && { identity: { keys: [key] } }) },
  };
}

async function readKey(file: string): Promise<JsonObject | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}
