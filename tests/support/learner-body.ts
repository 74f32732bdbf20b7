import type { Driver } from '#shared/domain/driver.ts';
import { provisionalLicenceRules, type ProvisionalLicenceBody } from '#shared/domain/services/provisional-licence.ts';
import { emptyParty } from '#shared/domain/party-fields.ts';

export type LearnerFacts = Partial<Pick<ProvisionalLicenceBody, 'class' | 'dateOfBirth' | 'school'>> & {
  readonly idNumber?: string | undefined;
  readonly driver?: Driver | null | undefined;
};

/** Everything that a clerk types for a provisional licence, nothing forgotten. */
export function completeLearner({ idNumber = '34567812', driver = null, ...facts }: LearnerFacts = {}): ProvisionalLicenceBody {
  return {
    ...provisionalLicenceRules.emptyBody(),
    driver,
    dateOfBirth: '2001-04-30',
    class: 'B2',
    school: 'Mazoezi Driving School',
    parties: {
      driver: { ...emptyParty, idKind: 'national-id', idNumber, name: 'Njoki Wambui', kraPin: 'A004567812K', phone: '0712345612' },
    },
    ...facts,
  };
}
