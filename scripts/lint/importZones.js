/**
 * Which folder of the backend plugin may import which other one, as a table.
 *
 * Doors (`edges`) call services, services call the pure parts and the store,
 * and nothing turns back: that is what lets a reader follow one request from
 * top to bottom, and what keeps the check that matters from being walked round.
 *
 * Use it from the `.eslintrc.js` of the package:
 *
 *     const { withImportZones } = require('../../scripts/lint/importZones');
 *     module.exports = require('@backstage/cli/config/eslint-factory')(
 *       __dirname,
 *       withImportZones(__dirname),
 *     );
 */
const { join, resolve } = require('node:path');

/** Everything in a folder. */
const allOf = folder => [`${folder}/**`];

/** A folder without the classes that honour its contracts. */
const contractsOf = (folder, ...prefixes) => [
  `${folder}/**/!(${prefixes.map(prefix => `${prefix}*`).join('|')}).ts`,
];

const config = ['{GovernanceConfig,config}.{ts,tsx}', ...allOf('config')];
const telemetry = allOf('telemetry');
const serviceContracts = contractsOf('service', 'Default', 'Authorized');
const doors = [
  ...serviceContracts,
  ...allOf('schema'),
  ...telemetry,
  ...config,
];

/** Folders of `src`, and what of `src` each may import beside itself. */
const mayImport = {
  edges: {
    says: 'contracts of service, schema, telemetry and configuration',
    allows: doors,
  },
  'edges/worker': {
    says: 'what other doors may, the executor and the registered actions',
    allows: [...doors, ...allOf('executor'), ...allOf('actions')],
  },
  mcp: {
    says: 'registered actions, configuration, and contracts of store',
    allows: [
      ...allOf('actions'),
      ...contractsOf('store', 'Database', 'Memory'),
      ...config,
    ],
  },
  policies: {
    says: 'facts, configuration, and contracts of service and store',
    allows: [
      ...allOf('facts'),
      ...contractsOf('store', 'Database', 'Memory'),
      ...serviceContracts,
      ...config,
    ],
  },
  service: {
    says: 'policy, policies, decision, lifecycle, facts, registered actions, the executor, telemetry, configuration, and contracts of store and ledger',
    allows: [
      ...allOf('policy'),
      ...allOf('policies'),
      ...allOf('decision'),
      ...allOf('lifecycle'),
      ...allOf('facts'),
      ...allOf('actions'),
      ...allOf('executor'),
      ...contractsOf('store', 'Database', 'Memory'),
      ...contractsOf('ledger', 'append', 'Default', 'Database'),
      ...telemetry,
      ...config,
    ],
  },
  store: {
    says: 'lifecycle and ledger/appendEntry',
    allows: [...allOf('lifecycle'), 'ledger/{types,appendEntry}.ts'],
  },
  ledger: { says: 'only the common package', allows: [] },
  policy: { says: 'only the common package', allows: [] },
  lifecycle: { says: 'only the common package', allows: [] },
  permissions: { says: 'only the common and node packages', allows: [] },
};

/** Our other packages that a folder must not know, as folders of `plugins`. */
const mustNotKnow = {
  ledger: ['agent-governance-node'],
  policy: ['agent-governance-node'],
  lifecycle: ['agent-governance-node'],
};

/** Each folder is its own zone; a nested one is left out of the outer one. */
function targetsOf(folder, src) {
  const nested = Object.keys(mayImport)
    .filter(name => name.startsWith(`${folder}/`))
    .map(name => name.slice(folder.length + 1));
  return nested.length > 0
    ? `${src}/${folder}/!(${nested.join('|')})/**`
    : `${src}/${folder}/**`;
}

function createZones(packageDir) {
  const src = join(packageDir, 'src');
  const own = Object.entries(mayImport).map(([folder, { says, allows }]) => ({
    target: targetsOf(folder, src),
    from: `${src}/**`,
    except: [`${folder}/**`, ...allows].map(pattern => `${src}/${pattern}`),
    message: `The folder ${folder} may import ${says}; see scripts/lint/importZones.js.`,
  }));
  const others = Object.entries(mustNotKnow).map(([folder, packages]) => ({
    target: `${src}/${folder}/**`,
    from: packages.map(name => resolve(packageDir, '..', name)),
    message: `${folder} knows only the common package.`,
  }));
  const root = {
    target: src,
    from: `${src}/plugin.{ts,tsx}`,
    message:
      'plugin.ts puts everything together; nothing but index.ts imports it.',
  };
  return [...own, ...others, root];
}

/** Adds the zones to the ESLint settings of the backend plugin. */
function withImportZones(packageDir, extra = {}) {
  return {
    ...extra,
    settings: {
      ...extra.settings,
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js'] } },
    },
    rules: {
      ...extra.rules,
      'import/no-restricted-paths': [
        'error',
        { zones: createZones(packageDir) },
      ],
    },
    overrides: [
      ...(extra.overrides ?? []),
      {
        // A test may build the real thing, and these two are the way out.
        files: [
          '**/*.test.*',
          '**/__testUtils__/**',
          'src/index.ts',
          'src/agentGovernanceFeatures.ts',
          'dev/**',
        ],
        rules: { 'import/no-restricted-paths': 'off' },
      },
    ],
  };
}

module.exports = { withImportZones };
