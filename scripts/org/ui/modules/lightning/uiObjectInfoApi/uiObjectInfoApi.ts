/** `lightning/uiObjectInfoApi` over the engine's UI API. */
import { UI_API, callEngine } from 'lma/engine';
import { makeAdapter } from 'lma/wire';

const objectOf = (value: unknown): string =>
  typeof value === 'string' ? value : ((value as { objectApiName?: string } | undefined)?.objectApiName ?? '');

export const getObjectInfo = makeAdapter({
  isReady: (config) => Boolean(config['objectApiName']),
  load: (config) => callEngine('GET', `${UI_API}/object-info/${objectOf(config['objectApiName'])}`),
});

export const getPicklistValues = makeAdapter({
  isReady: (config) => Boolean(config['recordTypeId']) && Boolean(config['fieldApiName']),
  load: (config) => {
    const field = config['fieldApiName'] as { objectApiName: string; fieldApiName: string };
    const base = `${UI_API}/object-info/${field.objectApiName}/picklist-values`;
    return callEngine('GET', `${base}/${String(config['recordTypeId'])}/${field.fieldApiName}`);
  },
});
