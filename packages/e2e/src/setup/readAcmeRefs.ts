import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { parseAllDocuments } from 'yaml';
import { findRepositoryRoot } from '../portal/findRepositoryRoot';

const FILES = ['catalog.yaml', 'people.yaml', 'policies.yaml'];

/** Entity refs of everything and everybody Acme is made of, agents aside. */
export async function readAcmeRefs(): Promise<string[]> {
  const folder = join(findRepositoryRoot(), 'examples', 'acme');
  const texts = await Promise.all(
    FILES.map(file => readFile(join(folder, file), 'utf8')),
  );
  return texts.flatMap(text =>
    parseAllDocuments(text).map(document =>
      stringifyEntityRef(document.toJS() as Entity),
    ),
  );
}
