import { BlockList, isIP } from 'node:net';

/**
 * What is no address of somebody else on the internet (RFC 6890 and the registries it began): this host, this network,
 * private ones, carriers' own, documentation, benchmarks, multicast, reserved. Also what carries an IPv4 address inside,
 * since that could be any of these.
 */
const NOT_PUBLIC_IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
const GLOBAL_IPV6 = ['2000::/3'];
const NOT_PUBLIC_IPV6 = [
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
];

const notPublic4 = listOf(NOT_PUBLIC_IPV4, 'ipv4');
const global6 = listOf(GLOBAL_IPV6, 'ipv6');
const notPublic6 = listOf(NOT_PUBLIC_IPV6, 'ipv6');

/** Whether an IP address belongs to the public internet. What is no IP address does not. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !notPublic4.check(address, 'ipv4');
    case 6:
      return (
        global6.check(address, 'ipv6') && !notPublic6.check(address, 'ipv6')
      );
    default:
      return false;
  }
}

function listOf(subnets: string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [address, prefix] = subnet.split('/');
    list.addSubnet(address, Number(prefix), family);
  }
  return list;
}
