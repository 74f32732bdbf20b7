import type { CollectionSlipData } from './collection-paper.ts';
import type { Day, Instant } from '#shared/base/instant.ts';
import type { Standing } from '#shared/domain/application.ts';
import type { ConfirmationMethod, PartyRole } from '#shared/domain/party.ts';
import type { PaymentMethod, PaymentState } from '#shared/domain/payment.ts';
import type { FactSource, VehicleMark } from '#shared/domain/vehicle.ts';
import type { BatchCoverData, BatchReceiptData, UnitSlipsData } from './batch-papers.ts';
import type { CashUpData } from './cash-up-paper.ts';
import type { SeriesReportData, SheetReportData, VoidFormData } from './office-papers.ts';
import type { RecordCopyData } from './record-paper.ts';
import type { CertificateData, InterimLicenceData, ResultSlipData } from './result-papers.ts';
import type { ListSlipsData, SchoolSlipData } from './school-papers.ts';
import type { ShelfReportData } from './shelf-paper.ts';
import type { DayListData, TestSlipData } from './test-papers.ts';
import type { TradeRegisterData } from './trade-register-paper.ts';

/**
 * What each paper says, as plain readonly data: the caller gathers it, a layout arranges it, the worker prints it.
 * Money is integer cents, instants are UTC ISO text, days are `YYYY-MM-DD`; people's numbers arrive already masked.
 */
export interface PaperDataByKind {
  readonly 'receipt-a4': ReceiptData;
  readonly 'receipt-80mm': ReceiptData;
  readonly 'application-summary': ApplicationSummaryData;
  readonly 'elogbook-copy': LogbookCopyData;
  readonly 'conflict-slip-a4': ConflictSlipData;
  readonly 'conflict-slip-80mm': ConflictSlipData;
  readonly 'void-form': VoidFormData;
  readonly 'collection-slip-a4': CollectionSlipData;
  readonly 'collection-slip-80mm': CollectionSlipData;
  readonly 'series-report': SeriesReportData;
  readonly 'sheet-report': SheetReportData;
  readonly 'shelf-report': ShelfReportData;
  readonly 'trade-register': TradeRegisterData;
  readonly 'record-copy': RecordCopyData;
  readonly 'batch-cover': BatchCoverData;
  readonly 'batch-receipt': BatchReceiptData;
  readonly 'batch-receipt-80mm': BatchReceiptData;
  readonly 'unit-slips-a4': UnitSlipsData;
  readonly 'unit-slips-80mm': UnitSlipsData;
  readonly 'school-slip': SchoolSlipData;
  readonly 'list-slips-a4': ListSlipsData;
  readonly 'list-slips-80mm': ListSlipsData;
  readonly 'test-slip-a4': TestSlipData;
  readonly 'test-slip-80mm': TestSlipData;
  readonly 'day-list': DayListData;
  readonly 'competence-certificate': CertificateData;
  readonly 'interim-licence': InterimLicenceData;
  readonly 'result-slip-a4': ResultSlipData;
  readonly 'result-slip-80mm': ResultSlipData;
  readonly 'cash-up-a4': CashUpData;
  readonly 'cash-up-80mm': CashUpData;
  readonly 'test-page-a4': TestPageData;
  readonly 'test-page-80mm': TestPageData;
}

export type PaperKind = keyof PaperDataByKind;

export interface PaperOffice {
  readonly code: string;
  readonly name: string;
}

/** What stands on every paper, whatever its kind. */
export interface PaperFrame {
  readonly office: PaperOffice;
  readonly deviceNo: string;
  /** When this sheet was made: printed at its foot, and the PDF's creation date, so that the same data give the same bytes. */
  readonly madeAt: Instant;
  readonly practice: boolean;
  /** Payload of the QR code in the corner; null leaves its place empty. */
  readonly qr: string | null;
  readonly reprint?: { readonly number: number; readonly reason: string } | undefined;
  readonly void?: { readonly reason: string; readonly at: Instant } | undefined;
}

/** The receipt for money taken, on A4 and on an 80 mm roll from the same data. */
export interface ReceiptData extends PaperFrame {
  readonly receiptNumber: string;
  readonly applicationReference: string;
  readonly standing: Standing;
  readonly serviceName: string;
  readonly plate: string | null;
  /** One line that names the vehicle, such as `Bajaj Boxer BM150 · 150 cc`. */
  readonly vehicleLine: string | null;
  readonly payerName: string;
  readonly payerMaskedId: string;
  readonly lines: readonly PaperFeeLine[];
  readonly totalCents: number;
  readonly payment: PaperPayment;
  readonly clerkName: string;
  readonly takenAt: Instant;
  /** Tests that it paid for and that were moved or given up since, in the order of time. */
  readonly adjustments: readonly ReceiptAdjustment[];
}

/** What one act made of a booked test, with the money that the fee rules of that day ask for or give back. */
export interface ReceiptAdjustment {
  readonly bookingNumber: string;
  readonly candidateName: string;
  readonly what: 'moved' | 'cancelled';
  /** `Thu 3 Dec 2026, 08:00, Mombasa Driving Test Unit`; empty where the test was given up. */
  readonly from: string;
  readonly to: string;
  readonly feeCents: number;
  readonly refundCents: number;
  readonly by: string;
  readonly at: Instant;
  readonly reason: string;
  readonly isRefused: boolean;
}

export interface PaperFeeLine {
  readonly label: string;
  readonly amountCents: number;
  /** The dated table the amount was read from, such as `2026 transfer charges, from Thu 1 Jan 2026`. */
  readonly schedule: string;
}

export interface PaperPayment {
  readonly method: PaymentMethod;
  /** M-Pesa code, card approval code or bank slip number; empty for cash. */
  readonly code: string;
  readonly state: PaymentState;
}

/** The application as it stands: PROVISIONAL slip, CONFIRMED form and submission slip in one. */
export interface ApplicationSummaryData extends PaperFrame {
  readonly reference: string;
  readonly standing: Standing;
  readonly serviceName: string;
  /** The state as a sentence in the paper's language, such as `The hub has it. It waits for the registrar.` */
  readonly stateWords: string;
  readonly plate: string | null;
  readonly vehicleLine: string | null;
  /** The service's own sentence on this standing, and what nobody may do with the paper. */
  readonly sentence: string;
  readonly mayNot: readonly string[];
  /** The service's own facts, such as `Ownership: Joint`. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly parties: readonly PaperParty[];
  readonly vehicle: readonly VehicleFact[];
  readonly feeLines: readonly PaperFeeLine[];
  readonly totalCents: number;
  readonly receiptNumber: string | null;
  readonly attached: readonly AttachedPaper[];
  readonly dueDay: Day | null;
  readonly collectionOffice: PaperOffice | null;
  readonly timeline: readonly { readonly at: Instant; readonly text: string }[];
  readonly clocks: LegalClocks | null;
}

/** The forms of ownership a transfer may ask for (seed 003, DOMAIN §4.1 and §4.3). */
export type PaperOwnership = 'individual' | 'joint' | 'financier' | 'mission' | 'company';

export interface PaperParty {
  readonly role: PartyRole;
  readonly name: string;
  readonly maskedId: string;
  readonly confirmation: { readonly method: ConfirmationMethod; readonly at: Instant } | null;
}

/** A fact about the vehicle with where it came from, so that nobody takes an old or unchecked fact for a fresh one. */
export interface VehicleFact {
  readonly field: VehicleField;
  readonly value: string;
  readonly source: FactSource;
}

export interface AttachedPaper {
  readonly name: string;
  readonly pages: number;
  readonly sha256Short: string;
}

/** The two clocks of Traffic Act s.9 (DOMAIN §4.2), as the days on which they run out: 7 and 14 days after the transfer. */
export interface LegalClocks {
  readonly informRegistrarBy: Day;
  readonly notUsedAfter: Day;
}

/** The vehicle block of a logbook (DOMAIN §3.1). */
export type VehicleField =
  | 'chassis'
  | 'engineNumber'
  | 'make'
  | 'model'
  | 'vehicleType'
  | 'body'
  | 'colour'
  | 'fuel'
  | 'yearOfManufacture'
  | 'ratingCc'
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

/** A copy of the logbook record as this hub holds it (fields of DOMAIN §3.1). */
export interface LogbookCopyData extends PaperFrame {
  /** A preview is for the eye only: NOT VALID stands across every page. */
  readonly preview: boolean;
  readonly logbookNumber: string;
  readonly verifyNumber: string;
  readonly applicationReference: string;
  /** Which copy of this record it is, counted from 1; null in a preview, which is no copy. */
  readonly copy: number | null;
  readonly issuedDay: Day;
  /** When the hub's record was last read. */
  readonly recordAsOf: Instant;
  readonly plate: string;
  /** The plate's class in words: it cannot be told from the plate itself (DOMAIN §2.1). */
  readonly plateClass: string;
  readonly vehicle: readonly { readonly field: VehicleField; readonly value: string }[];
  readonly ownershipType: PaperOwnership;
  /** In the order of the record: order matters (DOMAIN §3.1). */
  readonly owners: readonly LogbookOwner[];
  readonly previousOwners: number;
  readonly marks: readonly VehicleMark[];
  readonly conditions: readonly string[];
  readonly collectionOffice: PaperOffice;
}

export interface LogbookOwner {
  readonly role: 'owner' | 'joint-owner' | 'financier';
  readonly name: string;
  readonly maskedId: string;
  readonly maskedPin: string;
  readonly postalAddress: string;
}

/** What a customer takes along when the register already held another act on their vehicle (DESIGN §4). */
export interface ConflictSlipData extends PaperFrame {
  readonly reference: string;
  readonly serviceName: string;
  readonly plate: string | null;
  readonly vehicleLine: string | null;
  readonly mine: ConflictingAct;
  readonly other: ConflictingAct;
  /** What they hold of this office; null where nothing was paid. */
  readonly receipt: { readonly number: string; readonly amountCents: number; readonly payerName: string } | null;
}

/** A page for whoever sets a printer up. */
export interface TestPageData extends PaperFrame {
  readonly printerName: string;
  readonly address: string;
}

interface ConflictingAct {
  readonly who: string;
  readonly office: PaperOffice;
  readonly at: Instant;
}
