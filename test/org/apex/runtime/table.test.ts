/** The tables themselves: every key is a signature, and every type it names exists. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { platformModel } from '../../../../scripts/org/apex/declare/platform.ts';
import { PLATFORM_TYPES } from '../../../../scripts/org/apex/runtime/index.ts';

const named = (text: string): string[] => text.split(/[<>,]/).filter((part) => part !== '');

for (const type of PLATFORM_TYPES.values()) {
  test(`${type.name} names only types that exist`, () => {
    const model = platformModel(type);
    const methods = [...model.methods.values()].flat().concat(model.abstractMethods);
    const texts = methods.flatMap((each) => [each.returnType, ...each.parameters]);
    for (const each of model.constructors) texts.push(...each.parameters);
    for (const each of model.properties.values()) texts.push(each.type);
    texts.push(...[type.extends, ...(type.implements ?? [])].filter((each) => each !== undefined));
    const own = new Set(['void', ...(type.typeParameters ?? [])]);
    const unknown = texts
      .flatMap(named)
      .filter((name) => !own.has(name) && PLATFORM_TYPES.get(name.toLowerCase())?.name !== name);
    assert.deepEqual(unknown, []);
  });
}

test('signatures are unique without case', () => {
  for (const type of PLATFORM_TYPES.values()) {
    const keys = Object.keys(type.members ?? {}).map((key) => key.toLowerCase().replace(/^(static )?\S+ /, '$1'));
    assert.equal(new Set(keys).size, keys.length, type.name);
  }
});
