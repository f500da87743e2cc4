/**
 * Writes what TypeScript needs of src/schema/openapi.yaml: its types, and the document itself as a module, since
 * the published package has no YAML beside it. With --check it writes nothing and fails when a file is out of date.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import openapiTypescript, { astToString } from 'openapi-typescript';
import ts from 'typescript';

const schemaDir = new URL('../src/schema/', import.meta.url);
const source = new URL('openapi.yaml', schemaDir);

const HEADER = `/* eslint-disable */
// Generated from ../openapi.yaml by "yarn generate". Do not edit.

`;
const COMMON = '@agentgov/backstage-plugin-agent-governance-common';

/** Free JSON has a type already; a generated one would say less. */
function useJsonTypes(_schema, { path }) {
  const name = /^#\/components\/schemas\/(JsonObject|JsonValue)$/.exec(
    path,
  )?.[1];
  return name ? ts.factory.createTypeReferenceNode(name) : undefined;
}

async function generate() {
  const types = await openapiTypescript(source, {
    alphabetize: false,
    defaultNonNullable: false,
    inject: `import type { JsonObject, JsonValue } from '${COMMON}';\n`,
    transform: useJsonTypes,
  });
  const document = load(await readFile(source, 'utf8'));
  return {
    'openapi.ts': `${HEADER}${astToString(types)}`,
    'spec.ts': `${HEADER}import type { OpenAPIV3 } from 'express-openapi-validator/dist/framework/types';

/** The contract, as a value. */
export const spec: OpenAPIV3.DocumentV3 = ${JSON.stringify(document, null, 2)};
`,
  };
}

const check = process.argv.includes('--check');
const target = new URL('generated/', schemaDir);
await mkdir(target, { recursive: true });
for (const [name, text] of Object.entries(await generate())) {
  const file = new URL(name, target);
  const present = await readFile(file, 'utf8').catch(() => undefined);
  if (check && present !== text) {
    console.error(`${fileURLToPath(file)} is out of date; run "yarn generate"`);
    process.exitCode = 1;
  }
  if (!check && present !== text) {
    await writeFile(file, text);
  }
}
