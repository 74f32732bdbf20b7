/**
 * What each paper says, as plain readonly data: the caller gathers it, a layout arranges it, the worker prints it.
 * Money is integer cents, instants are UTC ISO text, days are `YYYY-MM-DD`; people's numbers arrive already masked.
 */
export interface PaperDataByKind {
  readonly 'receipt-a4': ReceiptData;
  readonly 'receipt-80mm': ReceiptData;
  readonly 'application-summary': ApplicationSummaryData;
  readonly 'elogbook-copy': LogbookCopyData;
}

export type PaperKind = keyof PaperDataByKind;

/** PROVISIONAL until the hub has confirmed, CONFIRMED after (DESIGN §2). */
export type PaperStanding = 'provisional' | 'confirmed';

export interface Office {
  readonly code: string;
  readonly name: string;
}

/** What stands on every paper, whatever its kind. */
export interface PaperFrame {
  readonly office: Office;
  readonly deviceNo: string;
  /** When this sheet was made: printed at its foot, and the PDF's creation date, so that the same data give the same bytes. */
  readonly madeAt: string;
  readonly practice: boolean;
  /** Payload of the QR code in the corner; null leaves its place empty. */
  readonly qr: string | null;
  readonly reprint?: { readonly number: number; readonly reason: string } | undefined;
  readonly void?: { readonly reason: string; readonly at: string } | undefined;
}

/** The receipt for money taken, on A4 and on an 80 mm roll from the same data. */
export interface ReceiptData extends PaperFrame {
  readonly receiptNumber: string;
  readonly applicationReference: string;
  readonly standing: PaperStanding;
  readonly serviceName: string;
  readonly plate: string | null;
  /** One line that names the vehicle, such as `Bajaj Boxer BM150 · 150 cc`. */
  readonly vehicleLine: string | null;
  readonly payerName: string;
  readonly payerMaskedId: string;
  readonly lines: readonly FeeLine[];
  readonly totalCents: number;
  readonly payment: PaymentLine;
  readonly clerkName: string;
  readonly takenAt: string;
}

export interface FeeLine {
  readonly label: string;
  readonly amountCents: number;
  /** The dated fee schedule the amount was read from, such as `seed-2026`. */
  readonly scheduleId: string;
}

export type PaymentMethod = 'mpesa' | 'card' | 'bank' | 'cash';

export interface PaymentLine {
  readonly method: PaymentMethod;
  /** M-Pesa code, card slip or bank slip number; null for cash. */
  readonly code: string | null;
  /** A code typed at the desk stays `to-match` until the hub finds the money. */
  readonly matching: 'to-match' | 'matched';
}

/** The application as it stands: PROVISIONAL slip, CONFIRMED form and submission slip in one. */
export interface ApplicationSummaryData extends PaperFrame {
  readonly reference: string;
  readonly standing: PaperStanding;
  readonly serviceName: string;
  /** The state in words of the paper's language, such as `Waits for the registrar`. */
  readonly stateWords: string;
  readonly plate: string | null;
  readonly ownershipType: OwnershipType | null;
  readonly parties: readonly PaperParty[];
  readonly vehicle: readonly VehicleFact[];
  readonly feeLines: readonly FeeLine[];
  readonly totalCents: number;
  readonly receiptNumber: string | null;
  readonly attached: readonly AttachedPaper[];
  readonly dueDay: string | null;
  readonly collectionOffice: Office | null;
  readonly timeline: readonly TimelineLine[];
  readonly clocks: LegalClocks | null;
}

/** The ownership types a transfer may ask for (DOMAIN §4.1, §4.3). */
export type OwnershipType = 'individual' | 'joint' | 'financier' | 'diplomatic-mission' | 'company';

export type PartyRole = 'seller' | 'buyer' | 'joint-buyer' | 'financier' | 'collector';

export interface PaperParty {
  readonly role: PartyRole;
  readonly name: string;
  readonly maskedId: string;
  readonly confirmation: PartyConfirmation | null;
}

export interface PartyConfirmation {
  readonly method: 'one-time-code' | 'signature';
  readonly at: string;
}

/** A fact about the vehicle with where it came from, so that nobody takes an old or unchecked fact for a fresh one. */
export interface VehicleFact {
  readonly field: VehicleField;
  readonly value: string;
  readonly source: FactSource;
}

export type FactSource = { readonly kind: 'registry'; readonly asOf: string } | { readonly kind: 'paper' };

/** The vehicle block of a logbook (DOMAIN §3.1). */
export type VehicleField =
  | 'plate'
  | 'chassis'
  | 'engineNumber'
  | 'make'
  | 'model'
  | 'vehicleType'
  | 'body'
  | 'colour'
  | 'fuel'
  | 'yearOfManufacture'
  | 'engineCc'
  | 'registeredOn'
  | 'grossWeightKg'
  | 'tareWeightKg'
  | 'loadCapacityKg'
  | 'passengers'
  | 'axles'
  | 'taxClass'
  | 'duty'
  | 'customsEntry'
  | 'previousCountry';

export interface AttachedPaper {
  readonly name: string;
  readonly pages: number;
  readonly sha256Short: string;
}

export interface TimelineLine {
  readonly at: string;
  readonly text: string;
}

/** The two clocks of Traffic Act s.9 (DOMAIN §4.2), as the days on which they run out. */
export interface LegalClocks {
  readonly informRegistrarBy: string;
  readonly notUsedAfter: string;
}

/** A copy of the logbook record as this hub holds it (fields of DOMAIN §3.1). */
export interface LogbookCopyData extends PaperFrame {
  /** A preview is for the eye only: NOT VALID stands across every page. */
  readonly preview: boolean;
  readonly logbookNumber: string;
  readonly verifyNumber: string;
  readonly applicationReference: string;
  readonly issuedDay: string;
  /** When the hub's record was last read. */
  readonly recordAsOf: string;
  readonly plate: string;
  readonly plateClass: string;
  readonly vehicle: readonly { readonly field: VehicleField; readonly value: string }[];
  readonly ownershipType: OwnershipType;
  /** In the order of the record: order matters (DOMAIN §3.1). */
  readonly owners: readonly LogbookOwner[];
  readonly previousOwners: number;
  readonly notes: readonly LogbookNote[];
  readonly collectionOffice: Office;
}

export interface LogbookOwner {
  readonly role: 'owner' | 'joint-owner' | 'financier';
  readonly name: string;
  readonly maskedId: string;
  readonly maskedPin: string;
  readonly postalAddress: string | null;
}

export interface LogbookNote {
  readonly kind: 'charge' | 'caveat' | 'condition';
  readonly text: string;
  readonly since: string;
}
