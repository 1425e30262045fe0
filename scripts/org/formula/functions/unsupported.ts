/** Functions of the platform that formulas of this org do not have, with the reason a formula that calls one is told. */
const PAGES = 'it belongs to buttons, links and Visualforce';
const REPORTS = 'it belongs to report formulas';

export const UNSUPPORTED_FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ['CURRENCYRATE', 'the org has one currency'],
  ['GETRECORDIDS', PAGES],
  ['GETSESSIONID', 'formulas get no session'],
  ['HTMLENCODE', PAGES],
  ['IMAGEPROXYURL', PAGES],
  ['INCLUDE', PAGES],
  ['JSENCODE', PAGES],
  ['JSINHTMLENCODE', PAGES],
  ['JUNCTIONIDLIST', PAGES],
  ['LINKTO', PAGES],
  ['PARENTGROUPVAL', REPORTS],
  ['PREDICT', 'there are no predictions'],
  ['PREVGROUPVAL', REPORTS],
  ['REQUIRESCRIPT', PAGES],
  ['URLENCODE', PAGES],
  ['URLFOR', PAGES],
  ['VLOOKUP', 'formulas read the record and its parents alone'],
]);
