import { ChangeNotifier } from './ChangeNotifier';

/** Passes "something changed" on to everybody who wants to know: open pages, and the workers of this process. */
export class ChangeHub implements ChangeNotifier {
  readonly #listeners: Array<() => void> = [];

  static create() {
    return new ChangeHub();
  }

  private constructor() {}

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  changed(): void {
    this.#listeners.forEach(listener => listener());
  }
}
