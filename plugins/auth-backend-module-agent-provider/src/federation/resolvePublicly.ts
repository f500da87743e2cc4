import { lookup as lookUp, LookupAddress, LookupOptions } from 'node:dns';
import { LookupFunction } from 'node:net';
import { isPublicAddress } from './isPublicAddress';

type Resolve = (
  hostname: string,
  options: LookupOptions & { all: true },
  done: (
    error: NodeJS.ErrnoException | null,
    addresses: LookupAddress[],
  ) => void,
) => void;

/**
 * Resolves names for a connection, and only to addresses of the public internet.
 *
 * @remarks
 *
 * The connection goes to the very addresses that were checked, so a name that resolves to another one a moment later
 * gains nothing. A name with a single address that is not public is refused as a whole.
 *
 * @param resolve - asks the name service; the system's by default
 */
export function resolvePublicly(resolve: Resolve = lookUp): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      const other = addresses?.find(it => !isPublicAddress(it.address));
      if (error || !first) {
        done(error ?? new Error(`${hostname} has no address`), '');
      } else if (other) {
        done(
          new Error(
            `${hostname} is at ${other.address}, which is not a public address`,
          ),
          '',
        );
      } else if (options.all) {
        done(null, addresses);
      } else {
        done(null, first.address, first.family);
      }
    });
  };
}
