import { createElement } from 'lwc';
import extend from '@salesforce/apex/LicenseActionsController.extend';
import reinstate from '@salesforce/apex/LicenseActionsController.reinstate';
import suspend from '@salesforce/apex/LicenseActionsController.suspend';
import LicenseChangeModal from 'c/licenseChangeModal';
import type { ActionName } from 'c/licenseView';
import { getObjectInfo, getPicklistValues } from 'lightning/uiObjectInfoApi';

const method = () => ({ __esModule: true, default: jest.fn() });
jest.mock('@salesforce/apex/LicenseActionsController.extend', () => method(), { virtual: true });
jest.mock('@salesforce/apex/LicenseActionsController.reinstate', () => method(), { virtual: true });
jest.mock('@salesforce/apex/LicenseActionsController.suspend', () => method(), { virtual: true });

const LICENSE = { id: 'a00000000000001AAA', name: 'L-00001', status: 'Active', revision: 4, actions: [] };
const OUTCOME = { name: 'L-00001', isChanged: true };
const flush = () => new Promise((resolve) => process.nextTick(resolve));
const find = (element: any, selector: string): any => element.shadowRoot.querySelector(selector);
const refusal = (rule: string, text: string, field: string | null) => ({
  body: { message: JSON.stringify({ rule, text, field }) },
});

async function create(action: ActionName): Promise<{ element: any; closed: jest.Mock }> {
  const element: any = createElement('c-license-change-modal', { is: LicenseChangeModal });
  element.action = action;
  element.license = LICENSE;
  const closed = jest.fn();
  element.addEventListener('close', (event: any) => closed(event.detail));
  document.body.appendChild(element);
  await flush();
  return { element, closed };
}

function enter(element: any, name: string, value: string): void {
  find(element, `[data-value="${name}"]`).dispatchEvent(new CustomEvent('change', { detail: { value } }));
}

async function confirm(element: any): Promise<void> {
  find(element, '.confirm').click();
  await flush();
  await flush();
}

describe('c-license-change-modal', () => {
  afterEach(() => {
    while (document.body.firstChild) document.body.removeChild(document.body.firstChild);
    jest.resetAllMocks();
  });

  it('suspends with a reason from the picklist', async () => {
    jest.mocked(suspend).mockResolvedValue(OUTCOME);
    const { element, closed } = await create('suspend');
    (getObjectInfo as any).emit({ defaultRecordTypeId: '012000000000000AAA' });
    await flush();
    (getPicklistValues as any).emit({ values: [{ label: 'Non-payment', value: 'Non-payment', attributes: null }] });
    await flush();
    expect(find(element, 'lightning-combobox').options).toEqual([{ label: 'Non-payment', value: 'Non-payment' }]);
    await expect(element).toBeAccessible();
    enter(element, 'suspensionReason', 'Non-payment');
    enter(element, 'reason', 'Invoice 12 is open');
    enter(element, 'reference', 'CASE-7');
    await confirm(element);
    expect(suspend).toHaveBeenCalledWith({
      recordId: LICENSE.id,
      suspensionReason: 'Non-payment',
      reason: 'Invoice 12 is open',
      reference: 'CASE-7',
      expectedRevision: 4,
    });
    expect(closed).toHaveBeenCalledWith(OUTCOME);
  });

  it('reinstates, with a new last day where one is given', async () => {
    jest.mocked(reinstate).mockResolvedValue(OUTCOME);
    const { element, closed } = await create('reinstate');
    await expect(element).toBeAccessible();
    enter(element, 'expiration', '2027-03-01');
    await confirm(element);
    expect(reinstate).toHaveBeenCalledWith({
      recordId: LICENSE.id,
      expiration: '2027-03-01',
      reason: null,
      reference: null,
      expectedRevision: 4,
    });
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('extends by days', async () => {
    jest.mocked(extend).mockResolvedValue(OUTCOME);
    const { element } = await create('extend');
    await expect(element).toBeAccessible();
    enter(element, 'days', '14');
    await confirm(element);
    expect(extend).toHaveBeenCalledWith(expect.objectContaining({ days: 14, expiration: null }));
  });

  it('extends to a date, and forgets the days', async () => {
    jest.mocked(extend).mockResolvedValue(OUTCOME);
    const { element } = await create('extend');
    enter(element, 'days', '14');
    find(element, '.end-kind').dispatchEvent(new CustomEvent('change', { detail: { value: 'date' } }));
    await flush();
    enter(element, 'expiration', '2027-03-01');
    await confirm(element);
    expect(extend).toHaveBeenCalledWith(expect.objectContaining({ days: null, expiration: '2027-03-01' }));
  });

  it('shows a refusal at its field and stays open', async () => {
    jest.mocked(extend).mockRejectedValue(refusal('TRIAL_LIMIT', 'Too long.', 'Expiration__c'));
    const { element, closed } = await create('extend');
    const field = find(element, '[data-value="days"]');
    const setCustomValidity = jest.spyOn(field, 'setCustomValidity');
    enter(element, 'days', '900');
    await confirm(element);
    expect(setCustomValidity).toHaveBeenLastCalledWith('Too long.');
    expect(find(element, '.error')).toBeNull();
    expect(closed).not.toHaveBeenCalled();
    enter(element, 'days', '5');
    expect(setCustomValidity).toHaveBeenLastCalledWith('');
  });

  it('shows a refusal that concerns no field above the form', async () => {
    jest.mocked(suspend).mockRejectedValue(refusal('STALE', 'Somebody changed it.', null));
    const { element, closed } = await create('suspend');
    await confirm(element);
    expect(find(element, '[role="alert"]').textContent).toBe('Somebody changed it.');
    expect(find(element, '.confirm').disabled).toBe(false);
    expect(closed).not.toHaveBeenCalled();
    await expect(element).toBeAccessible();
  });

  it('sends nothing while a field is not valid', async () => {
    const { element } = await create('extend');
    jest.spyOn(find(element, '[data-value="days"]'), 'reportValidity').mockReturnValue(false);
    await confirm(element);
    expect(extend).not.toHaveBeenCalled();
  });

  it('closes without outcome when cancelled', async () => {
    const { element, closed } = await create('suspend');
    find(element, '.cancel').click();
    expect(closed).toHaveBeenCalledTimes(1);
    expect(suspend).not.toHaveBeenCalled();
  });
});
