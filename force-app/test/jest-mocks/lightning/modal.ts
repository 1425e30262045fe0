/** Stands for lightning/modal in component tests: opens nothing, and remembers with what it was closed. */
import { LightningElement, api } from 'lwc';

export default class LightningModal extends LightningElement {
  static open = jest.fn();

  @api label = '';
  @api size = 'medium';
  @api description = '';
  @api disableClose = false;

  close(result?: unknown): void {
    this.dispatchEvent(new CustomEvent('close', { detail: result }));
  }
}
