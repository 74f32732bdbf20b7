import type { StartWords } from '../en/start.ts';

export const start: StartWords = {
  title: 'PC hii ni ya nini?',
  intro: 'Unachagua mara moja. Zote mbili zinaweza kuwa kwenye PC moja, lakini data zake hazikutani kamwe.',
  practice: {
    title: 'Ofisi ya mazoezi',
    words:
      'Jifunze kwa magari na watu wa kubuni. Kila karatasi imeandikwa PRACTICE. Hakuna cha kweli kinachoweza kutokea na hakuna kinachotoka kwenye PC hii.',
    choose: 'Fungua ofisi ya mazoezi',
  },
  enrol: {
    title: 'Sajili PC hii',
    words: 'Ifanye PC hii kuwa kaunta ya ofisi yako. Unahitaji anwani ya kituo kikuu na msimbo wa mara moja kutoka makao makuu.',
    choose: 'Sajili PC hii',
    formTitle: 'Sajili PC hii',
    formWords: 'Hili linahitaji mtandao mara moja. Baada ya hapo PC inafanya kazi hata mtandao ukikatika.',
    hubUrl: 'Anwani ya kituo kikuu',
    hubUrlHelp: 'Kama makao makuu walivyoiandika, mfano https://hub.example.go.ke',
    hubUrlWrong: 'Hii si anwani ya wavuti. Inaanza na https:// au http://.',
    code: 'Msimbo wa mara moja',
    codeHelp: 'Unafanya kazi mara moja na unataja ofisi na meza yako.',
    codeMissing: 'Andika msimbo kutoka makao makuu.',
    passphrase: 'Kaulisiri ya PC hii',
    passphraseHelp:
      'PC hii haina mahali salama pa ufunguo, kwa hiyo Kaunta inauliza kaulisiri hii kila inapoanza. Angalau herufi 12; maneno manne ni rahisi zaidi. Ikipotea hakuna anayeweza kuirudisha.',
    passphraseAgain: 'Kaulisiri ile ile tena',
    passphraseDiffers: 'Kaulisiri hizi mbili hazifanani.',
    submit: 'Sajili',
    working: 'Inauliza kituo kikuu na kutengeneza faili ya data. Inaweza kuchukua sekunde chache.',
  },
  unlock: {
    title: 'Fungua PC hii',
    words: 'Data kwenye PC hii zimefungwa. Andika kaulisiri iliyochaguliwa ilipokuwa inasajiliwa.',
    passphrase: 'Kaulisiri',
    submit: 'Fungua',
  },
  opening: {
    title: 'Ofisi inafunguliwa',
    words: 'Kaunta inafungua faili ya data na kuikagua.',
    practiceWords:
      'Kaunta inaandaa ofisi ya mazoezi: kituo kikuu chake, magari 5,000 na watu 2,000. Mara ya kwanza inachukua sekunde chache.',
  },
  failed: {
    title: 'Kaunta haiwezi kufungua data kwenye PC hii',
    nothingLost: 'Hakuna kilichobadilishwa na hakuna kilichofutwa.',
    code: (code) => `Waambie wasaidizi: ${code}`,
    unknown: 'Kaunta imekutana na jambo isilolijua wakati wa kufungua data. Ianzishe mara nyingine; likirudi, piga simu kwa wasaidizi.',
    retry: 'Angalia tena',
  },
  admin: {
    title: 'Mweke mkuu wa kwanza',
    words: (office) => `${office} bado haina mtu. Mkuu wa kwanza ndiye anayewaongeza wengine wote.`,
    name: 'Jina kamili',
    login: 'Jina la kuingilia',
    loginHelp: 'Herufi ndogo na tarakimu, angalau 3. Linaandikwa mara moja kwa siku, kwa hiyo liwe fupi.',
    password: 'Nywila',
    passwordHelp: (min) => `Angalau herufi ${min}; maneno matatu mfululizo ni rahisi zaidi.`,
    passwordAgain: 'Nywila ile ile tena',
    passwordDiffers: 'Nywila hizi mbili hazifanani.',
    nameShort: 'Andika jina kamili.',
    loginShort: 'Tumia angalau herufi au tarakimu 3.',
    submit: 'Mweke mkuu',
  },
  notConnected: 'Kaunta haijaunganishwa na NTSA wala eCitizen. Inazungumza na kituo kikuu chake tu.',
  version: (version) => `Toleo ${version}`,
};
