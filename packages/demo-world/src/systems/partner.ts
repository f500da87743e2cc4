import { createHash } from 'node:crypto';
import { System } from './System';
import { texts } from './texts';

interface Escalation {
  partner: string;
  environment: string;
  ticket: string;
  message: string;
}

/** A message leaves the company; nothing brings it back. */
export const escalations: System<Escalation> = {
  path: '/partner/escalations',
  what: 'escalation',
  parse(body) {
    const { name, prose } = texts(body);
    return {
      partner: name('partner'),
      environment: name('environment'),
      ticket: prose('ticket'),
      message: prose('message'),
    };
  },
  async run({ partner, ticket, message }) {
    const reference = createHash('sha256')
      .update(`${partner}\n${ticket}\n${message}`)
      .digest('hex')
      .slice(0, 8);
    return { partner, ticket, reference: `${partner}-${reference}` };
  },
};
