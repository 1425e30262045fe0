/** Source files of the projects that the official CLI deploys here. */
import type { CliSession } from './cli-session.ts';

const META =
  '<?xml version="1.0" encoding="UTF-8"?>\n<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>66.0</apiVersion><status>Active</status></ApexClass>\n';

/** Writes a class into a folder of the project. */
export function writeClass(cli: CliSession, folder: string, name: string, text: string): void {
  cli.write(`${folder}/classes/${name}.cls`, text);
  cli.write(`${folder}/classes/${name}.cls-meta.xml`, META);
}

/** A class with a branch that its test does not reach, and a test with one method that passes and, where asked for, one that fails. */
export function writeTested(cli: CliSession, folder: string, failing: boolean): void {
  writeClass(
    cli,
    folder,
    'Discount',
    'public with sharing class Discount {\n    public static Integer of(Integer seats) {\n        if (seats > 100) {\n            return 20;\n        }\n        return 0;\n    }\n}\n',
  );
  const fails = failing
    ? "\n    @IsTest\n    static void manySeats() {\n        Assert.areEqual(30, Discount.of(200), 'many seats');\n    }"
    : '';
  writeClass(
    cli,
    folder,
    'DiscountTest',
    `@IsTest\nprivate class DiscountTest {\n    @IsTest\n    static void fewSeats() {\n        Assert.areEqual(0, Discount.of(5), 'few seats');\n    }${fails}\n}\n`,
  );
}
