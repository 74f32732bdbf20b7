import { partyOfOwner } from '#shared/domain/services/owner-part.ts';
import type { Vehicle } from '#shared/domain/vehicle.ts';
import type { CoreClient } from '../../support/desk.ts';
import { people } from '../../support/transfer-body.ts';
import { pay, transferReadyToPay } from '../../support/transfer-case.ts';

export interface Sale {
  readonly plate: string;
  readonly mpesaCode: string;
}

/** Sells a vehicle that this office knows past the screen, as it is or as `change` makes it; answers with its receipt. */
export async function sellVehicle(
  client: CoreClient,
  { plate, mpesaCode }: Sale,
  change: (vehicle: Vehicle) => Vehicle = (vehicle) => vehicle,
): Promise<string> {
  const { vehicle } = await client.vehicles.find({ text: plate });
  if (vehicle === null) throw new Error(`This office does not know ${plate}`);
  const sold = change(vehicle);
  const [owner] = sold.owners;
  if (owner === undefined) throw new Error(`${plate} has no owner`);
  const ready = await transferReadyToPay({ client }, { vehicle: sold, parties: { ...people, seller: partyOfOwner(owner) } });
  return pay({ client }, ready, mpesaCode);
}
