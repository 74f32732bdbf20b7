import type { SignInWords } from '../en/sign-in.ts';

export const signIn: SignInWords = {
  title: (office) => `Ingia ${office}`,
  plainTitle: 'Ingia',
  who: 'Nani yuko kwenye meza hii?',
  whoHelp: 'Vitufe vya mshale au namba, kisha andika nywila yako.',
  password: (name) => `Nywila ya ${name}`,
  submit: 'Ingia',
  nobody: 'Bado hakuna anayeweza kuingia hapa.',
  practiceHint: 'Wafanyakazi wote wa mazoezi wana nywila',
  showPassword: 'Onyesha au ficha nywila',
  change: {
    title: 'Chagua nywila yako mwenyewe',
    words: 'Nywila uliyopewa inafanya kazi mara moja. Mpya uijue wewe peke yako.',
    ownTitle: 'Badilisha nywila yangu',
    current: 'Nywila uliyo nayo sasa',
    next: 'Nywila mpya',
    nextHelp: (min) => `Angalau herufi ${min}; maneno matatu mfululizo ni rahisi zaidi.`,
    again: 'Nywila mpya tena',
    differs: 'Nywila mpya mbili hazifanani.',
    submit: 'Badilisha nywila',
    done: 'Nywila yako imebadilishwa.',
  },
  lock: {
    title: 'Meza hii imefungwa',
    words: (name) => `${name} alikuwa hapa. Kila kilichoandikwa kimehifadhiwa. Nywila ya mtu huyo huyo ndiyo inayofungua.`,
    password: (name) => `Nywila ya ${name}`,
    submit: 'Fungua',
    other: 'Mtu mwingine aingie',
  },
};
