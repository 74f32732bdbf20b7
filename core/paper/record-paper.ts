import type { FactSource, VehicleMark } from '#shared/domain/vehicle.ts';
import type { PaperFrame, VehicleFact } from './paper.ts';

/** The copy of records, "Particulars of Vehicle" (DOMAIN §3.1): every fact with its source, so that the paper can say its age. */
export interface RecordCopyData extends PaperFrame {
  readonly reference: string;
  readonly applicantName: string;
  readonly applicantMaskedId: string;
  /** Null where nothing was charged. */
  readonly receiptNumber: string | null;
  readonly searchedBy: 'plate' | 'chassis';
  readonly plate: string;
  readonly plateClass: string;
  readonly vehicleLine: string;
  readonly vehicle: readonly VehicleFact[];
  /** In the order of the record: order matters. */
  readonly owners: readonly { readonly name: string; readonly maskedId: string; readonly source: FactSource }[];
  readonly marks: readonly VehicleMark[];
  /** Of the marks, and of there being none. */
  readonly marksSource: FactSource;
}
