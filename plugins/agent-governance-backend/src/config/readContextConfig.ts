import { Config } from '@backstage/config';
import { GovernanceConfig } from '../GovernanceConfig';
import { configError } from './configError';
import { readMillis, readOwnerRef, refuseUnknownKeys } from './readers';

const KEY = 'agentGovernance.context';
/** What the catalog itself says; no other source may state it. */
const CATALOG_FACT_TYPES = ['owner', 'lifecycle', 'system'];

/** Reads `agentGovernance.context`: how good facts must be, and who may state them. */
export function readContextConfig(root: Config): GovernanceConfig['context'] {
  const config = root.getOptionalConfig(KEY);
  refuseUnknownKeys(
    config,
    ['standards', 'sources', 'snapshotTtl', 'clockSkew'],
    KEY,
  );
  return {
    standards: readStandards(config?.getOptionalConfig('standards')),
    sources: readSources(config?.getOptionalConfig('sources')),
    snapshotTtlMs: readMillis(
      config,
      'snapshotTtl',
      `${KEY}.snapshotTtl`,
      'PT1H',
    ),
    clockSkewMs: readMillis(config, 'clockSkew', `${KEY}.clockSkew`, 'PT30S'),
  };
}

function readStandards(config: Config | undefined) {
  return (config?.keys() ?? []).map(factType => {
    const key = `${KEY}.standards.${factType}`;
    const entry = config!.getConfig(factType);
    refuseUnknownKeys(
      entry,
      ['title', 'warnAfter', 'errorAfter', 'signOffBy'],
      key,
    );
    const warnAfter = readMillis(entry, 'warnAfter', `${key}.warnAfter`);
    const errorAfter = readMillis(entry, 'errorAfter', `${key}.errorAfter`);
    if (
      warnAfter !== undefined &&
      errorAfter !== undefined &&
      warnAfter > errorAfter
    ) {
      throw configError(
        `${key}.warnAfter`,
        'must not be longer than errorAfter',
      );
    }
    const signOffBy = entry.getOptionalString('signOffBy');
    return {
      factType,
      title: entry.getOptionalString('title') ?? factType,
      ...(warnAfter !== undefined && { warnAfterSeconds: warnAfter / 1_000 }),
      ...(errorAfter !== undefined && {
        errorAfterSeconds: errorAfter / 1_000,
      }),
      ...(signOffBy && {
        signOffBy:
          signOffBy === 'target-owner'
            ? signOffBy
            : readOwnerRef(signOffBy, `${key}.signOffBy`),
      }),
    };
  });
}

function readSources(config: Config | undefined) {
  return (config?.keys() ?? []).map(id => {
    const key = `${KEY}.sources.${id}`;
    const entry = config!.getConfig(id);
    refuseUnknownKeys(entry, ['subject', 'factTypes'], key);
    if (id === 'catalog') {
      throw configError(key, 'may not be named like the catalog itself');
    }
    const factTypes = entry.getStringArray('factTypes');
    const reserved = factTypes.find(type => CATALOG_FACT_TYPES.includes(type));
    if (reserved) {
      throw configError(
        `${key}.factTypes`,
        `may not name '${reserved}', which the catalog states`,
      );
    }
    return { id, subject: entry.getString('subject'), factTypes };
  });
}
