import { createRequire } from 'node:module';
import { join } from 'node:path';
import { NotMeasured } from '../Engine';
import { PEERS_FOLDER } from './installPeers';

const requirePeer = createRequire(join(PEERS_FOLDER, 'package.json'));

/**
 * A module of a peer, from the folder of their own that peers are installed into.
 *
 * @throws NotMeasured when it is not there, or cannot be loaded on this computer
 */
export function loadPeer<T>(name: string): T {
  try {
    return requirePeer(name);
  } catch (error) {
    throw new NotMeasured(
      `${name} could not be loaded: ${firstLine(String(error))}`,
    );
  }
}

/** The version of a peer that is installed, if it is. */
export function versionOfPeer(name: string): string | undefined {
  try {
    return requirePeer(join(PEERS_FOLDER, 'node_modules', name, 'package.json'))
      .version;
  } catch {
    return undefined;
  }
}

function firstLine(text: string): string {
  return text.split('\n')[0];
}
