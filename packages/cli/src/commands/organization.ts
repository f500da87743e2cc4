import { Command } from 'commander';
import { Run } from '../program';

export function addOrganizationCommands(_program: Command, _run: Run): void {}
