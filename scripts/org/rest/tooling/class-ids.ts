/** Ids of Apex classes and triggers by name, as test and coverage reports give them. */
import type { Id } from '../../types.ts';
import type { HostedOrg } from '../hosted-org.ts';

export function classIds(hosted: HostedOrg): (name: string) => Id | '' {
  const { registry } = hosted.deployments;
  return (name) => (registry.find('ApexClass', name) ?? registry.find('ApexTrigger', name))?.id ?? '';
}
