import { Command } from 'commander';
import { Run } from '../program';

export function addReplayCommand(_program: Command, _run: Run): void {}
