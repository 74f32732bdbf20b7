import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { acrossProblems, marksOf, type ElsewhereLookUp } from './across-rows.ts';

const nowhere: ElsewhereLookUp = { chassis: () => undefined, engine: () => undefined };

function marks(position: number, chassis: string, engineNumber = '') {
  return marksOf({ id: String(position), position, cells: { chassis, engineNumber } });
}

it('of two rows with one chassis the later is wrong, whatever case and spaces it was typed with', () => {
  const [first, second] = [marks(1, 'MD2A57AZ1TWK50024'), marks(2, 'md2a57az 1twk50024')];
  expect(acrossProblems(first, [first, second], nowhere)).toEqual([]);
  expect(acrossProblems(second, [first, second], nowhere)).toMatchObject([
    { code: 'batch.same-chassis', tone: 'wrong', facts: { row: 1 } },
  ]);
});

it('a chassis that only looks like another is asked about', () => {
  const [first, second] = [marks(1, 'MD2A57AZ1TWK50024'), marks(2, 'MD2A57AZ1TWK5OO24')];
  expect(acrossProblems(second, [first, second], nowhere)).toMatchObject([{ code: 'batch.look-alike', tone: 'asked' }]);
});

it('a number that is known elsewhere is wrong and says where it stands', () => {
  const register: ElsewhereLookUp = { ...nowhere, engine: () => ({ where: 'register', under: 'KMFP324B' }) };
  expect(acrossProblems(marks(1, '', 'DZZWTK00001'), [], register)).toMatchObject([
    { field: 'engineNumber', code: 'batch.known-in-register', facts: { under: 'KMFP324B' } },
  ]);
});

it('as many rows stay free of the twin as there are different chassis', () => {
  const chassis = fc.constantFrom('MD2A57AZ1TWK50024', 'MD2A57AZ1TWK50025', 'MD6A57AZ1TWK50026');
  fc.assert(
    fc.property(fc.array(chassis, { maxLength: 30 }), (numbers) => {
      const all = numbers.map((number, index) => marks(index + 1, number));
      const free = all.filter((one) => acrossProblems(one, all, nowhere).length === 0);
      expect(free.length).toBe(new Set(numbers).size);
    }),
  );
});
