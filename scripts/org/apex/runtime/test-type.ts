/** Test and the test side of the event bus. */
import type { PlatformType } from '../contract.ts';
import { host } from '../host.ts';
import type { TypeToken } from './type.ts';
import type { ApexDatetime } from './values/date.ts';
import { requireArgument, throwException } from './values/exception.ts';
import { ApexObject } from './values/object.ts';

class TestBroker extends ApexObject {
  static readonly apexName = 'EventBus.TestBroker';
}

function requireTest(): void {
  if (!host().inTest) throwException('UnexpectedException', 'This method can be called only from a test method');
}

export const TEST_TYPES: readonly PlatformType[] = [
  {
    name: 'Test',
    kind: 'class',
    members: {
      'static void startTest()': () => host().startTest(),
      'static void stopTest()': () => host().stopTest(),
      'static Boolean isRunningTest()': () => host().inTest,
      'static void setMock(Type,Object)': (type: TypeToken | null, instance: unknown) => {
        requireTest();
        host().mocks.set(requireArgument(type).type, requireArgument(instance));
      },
      'static EventBus.TestBroker getEventBus()': () => {
        requireTest();
        return new TestBroker();
      },
      'static void setCreatedDate(Id,Datetime)': (id: string | null, date: ApexDatetime | null) => {
        requireTest();
        host().setCreatedDate(requireArgument(id), requireArgument(date).ms);
      },
    },
  },
  {
    name: 'EventBus.TestBroker',
    kind: 'class',
    members: { 'void deliver()': () => host().deliverEvents() },
  },
];
