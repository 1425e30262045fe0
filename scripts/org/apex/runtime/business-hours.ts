/** BusinessHours: the default hours of an org, which are around the clock on every day. */
import type { PlatformType } from '../contract.ts';
import { ApexDatetime } from './values/date.ts';
import { requireArgument } from './values/exception.ts';

type Id = string | null;
type Moment = ApexDatetime | null;

function add(id: Id, start: Moment, ms: bigint | null): ApexDatetime {
  requireArgument(id);
  return new ApexDatetime(requireArgument(start).ms + Number(requireArgument(ms)));
}

export const BUSINESS_HOURS: PlatformType = {
  name: 'BusinessHours',
  kind: 'class',
  members: {
    'static Datetime add(String,Datetime,Long)': add,
    'static Datetime addGmt(String,Datetime,Long)': add,
    'static Long diff(String,Datetime,Datetime)': (id: Id, start: Moment, end: Moment) => {
      requireArgument(id);
      return BigInt(requireArgument(end).ms - requireArgument(start).ms);
    },
    'static Boolean isWithin(String,Datetime)': (id: Id, at: Moment) => {
      requireArgument(id);
      requireArgument(at);
      return true;
    },
    'static Datetime nextStartDate(String,Datetime)': (id: Id, at: Moment) => {
      requireArgument(id);
      return requireArgument(at);
    },
  },
};
