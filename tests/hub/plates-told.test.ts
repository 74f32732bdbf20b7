import { v7 as newId } from 'uuid';
import { describe, expect, it } from 'vitest';
import { instantPlusMs, type Instant } from '#shared/base/instant.ts';
import { databaseKinds, isHere, skipNote, type DatabaseKind } from '../support/hub.ts';
import { useThreeOffices } from './three-offices.ts';

for (const kind of databaseKinds) {
  describe.skipIf(!isHere(kind))(`plates at the hub over ${kind}${skipNote(kind)}`, () => {
    behaviour(kind);
  });
}

const dealer = { name: 'Simba Pikipiki Limited', kraPin: 'P051200077Z', phone: '0722000111' };
const plate = 'KMGZ777Z';

function behaviour(kind: DatabaseKind): void {
  const offices = useThreeOffices(kind);

  it('are told after every act with its own moment, and stand where the first act put them where a second cannot move them', async () => {
    const { test, nairobi, kisumu } = offices();
    const at = test.now();
    const later = (minutes: number): Instant => instantPlusMs(at, minutes * 60_000);
    const unit = {
      id: newId(),
      chassis: 'MD2A57AZ9TWC77777',
      engineNumber: 'DZZWTK77777',
      make: 'BAJAJ',
      model: 'BOXER BM150',
      ratingCc: 150,
      yearOfManufacture: 2026,
      colour: 'RED',
      customsEntry: '2026MSA1234567',
      invoice: 'INV-77',
    };
    const payload = { dealer, units: [unit], at };
    expect(await nairobi.act({ kind: 'stock.takeIn', subject: `stock:${unit.id}`, payload })).toMatchObject({ outcome: 'applied' });
    await test.database.transaction(async (sql) => {
      await sql.query(`SELECT set_config('kaunta.registrar', 'on', true)`);
      await sql.query(
        `UPDATE stock_unit SET state = 'registered', plate = $2,
           body = jsonb_set(jsonb_set(body, '{unit,state}', '"registered"'), '{unit,plate}', to_jsonb($2::text)) WHERE id = $1::uuid`,
        unit.id,
        plate,
      );
    });
    const told = async () => {
      const { changes } = await nairobi.pullAll();
      const word = changes.findLast((one) => one.kind === 'stock-unit' && one.key === unit.id)?.body as
        | { unit: { state: string; changedAt: string } }
        | undefined;
      return [word?.unit.state, word?.unit.changedAt];
    };
    const handOver = { number: 'H-1', itemId: newId(), applicationId: null, logbookNumber: null, collectedAs: 'owner', letter: null };
    const given = { ...handOver, at: later(2), isOldBookIn: false, plates: plate };
    expect(await kisumu.act({ kind: 'shelf.handOver', subject: `shelf:${given.itemId}`, payload: given })).toMatchObject({
      outcome: 'applied',
    });
    expect(await told()).toEqual(['handed-over', later(2)]);
    const back = { itemId: newId(), reason: 'unclaimed', note: '', at: later(3), plates: { plate, serial: '' } };
    expect(await nairobi.act({ kind: 'shelf.sendBack', subject: `shelf:${back.itemId}`, payload: back })).toMatchObject({
      outcome: 'applied',
    });
    expect(await told()).toEqual(['handed-over', later(3)]);
  });
}
