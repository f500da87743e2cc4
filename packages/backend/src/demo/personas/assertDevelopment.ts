/**
 * @throws Error unless NODE_ENV says, in so many words, that this is development. Nothing in the configuration
 *   can overrule it: a configuration file is copied to production more easily than an environment.
 */
export function assertDevelopment(nodeEnv: string | undefined): void {
  if (nodeEnv !== 'development') {
    throw new Error(
      `The demo's personas let anybody be anybody, so they start only with NODE_ENV=development; it is '${
        nodeEnv ?? ''
      }'. Remove auth.providers.personas and demo.enabled from the configuration.`,
    );
  }
}
