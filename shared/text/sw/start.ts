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
      'PC hii haina mahali salama pa ufunguo, kwa hiyo Kaunta inauliza kaulisiri hii kila inapoanza. Angalau herufi 12; maneno manne ni rahisi zaidi. Ikipotea, data zitafunguka kwa msimbo wa kurejesha uliochapishwa pekee.',
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
  recovery: {
    title: {
      damaged: 'Faili ya data kwenye PC hii imeharibika',
      missing: 'Faili ya data haipo mahali pake',
      'set-back': 'Faili ya data ni ya zamani kuliko nakala zake',
      'wrong-key': 'Ufunguo huu haufungui data',
      'key-missing': 'Ufunguo wa data haupo',
      'key-store-changed': 'PC hii haitoi tena ufunguo wa data',
      'newer-file': 'Data hizi ziliandikwa na Kaunta mpya zaidi',
    },
    words: {
      damaged:
        'Haisomeki kama ilivyoandikwa: huenda diski inaharibika, au umeme ulikatika ilipokuwa ikinakiliwa. Kaunta haifanyi kazi nayo.',
      missing: 'Folda ipo, lakini faili yenye kazi za ofisi haipo: imehamishwa, au iko kwenye diski ambayo haijachomekwa.',
      'set-back':
        'Mtu ameweka faili ya zamani mahali pake. Nakala zinajua matendo ya baadaye, ambayo yangepotea na namba zake kutolewa mara mbili.',
      'wrong-key': 'Data hizi ni za ufunguo mwingine: huenda zimetoka kwenye PC nyingine.',
      'key-missing': 'Data ni nzima, lakini faili yenye ufunguo wake haipo. Bila huo hakuna anayeweza kuzisoma.',
      'key-store-changed': 'Windows hutunza ufunguo kwa mtumiaji mmoja wa PC hii. Sasa ni mtumiaji mwingine, au PC iliwekwa upya.',
      'newer-file': 'Programu ya zamani haipaswi kuzigusa. Ni nzima, na hakuna kilichobadilishwa.',
    },
    kept: 'Hakuna kilichobadilishwa na hakuna kinachofutwa hapa kamwe. Kaunta inachobadilisha, inakiweka kando kwanza.',
    choose: 'Unachoweza kufanya',
    restore: {
      title: 'Zirudishe kutoka kwenye nakala',
      upTo: (seq, what, when) => `Kila kitu hadi tendo la ${seq} kinarudi: ${what}, ${when}.`,
      noAct: 'Nakala bado hazina tendo lolote la ofisi.',
      from: (when, acts) =>
        acts === 0
          ? `Kutoka nakala ya ${when}.`
          : `Kutoka nakala ya ${when}, pamoja na ${acts === 1 ? 'tendo' : `matendo ${acts}`} baada yake.`,
      whole: 'Nakala ya daftari ni nzima: hakuna kilichothibitishwa kinachokosekana.',
      hole: 'Nakala ya daftari ina pengo. Yaliyofanyika baada ya tendo hilo yaandikwe upya kutoka kwenye karatasi; risiti zinaonyesha yapi.',
      passedOver: (count) =>
        count === 1 ? 'Nakala moja mpya zaidi imeharibika na inarukwa.' : `Nakala ${count} mpya zaidi zimeharibika na zinarukwa.`,
      letter: 'Baadaye namba zinaendelea kwa herufi inayofuata, ili isitolewe namba mara mbili.',
      action: 'Zirudishe',
      working: 'Data zinarudishwa',
      workingWords:
        'Kaunta inasoma nakala, inarudia matendo ya baada yake na kukagua kila mstari. Iache PC ikiwaka; inachukua hadi dakika moja kwa kila GB.',
    },
    look: {
      title: 'Tafuta kwenye folda nyingine',
      words: 'Nakala zinaweza kuwa kwenye diski ya USB au PC nyingine. Ichomeke na uandike folda yake.',
      folder: 'Folda yenye nakala',
      folderHelp: 'Mfano E:\\Nakala za Kaunta',
      action: 'Tafuta hapo',
      looked: (folders) => `Imetafutwa: ${folders}`,
    },
    code: {
      title: 'Andika msimbo wa kurejesha',
      words: 'Ulichapishwa PC hii ilipowekwa, na uko kwenye sefu ya ofisi. Makao makuu pia wanatunza ufunguo.',
      code: 'Msimbo wa kurejesha',
      passphrase: 'Kaulisiri mpya ya PC hii',
      action: 'Fungua kwa msimbo',
    },
    again: {
      title: 'Angalia tena',
      words: 'Rekebisha unachoweza: chomeka diski, rudisha faili mahali pake. Kisha Kaunta itaangalia mara nyingine.',
      action: 'Angalia tena',
    },
    newer: {
      title: 'Weka Kaunta mpya zaidi',
      words: 'Waombe makao makuu toleo lililoandika data hizi, uliweke kwenye PC hii. Kisha lianzishe: kila kitu kipo.',
    },
    fromCopies: {
      choose: 'Rudisha ofisi kutoka kwenye nakala zake',
      title: 'Rudisha ofisi kutoka kwenye nakala zake',
      words:
        'PC ya zamani ya ofisi haipo tena, lakini nakala zake ziko kwenye diski. Andika folda; utahitaji pia msimbo wa kurejesha uliochapishwa.',
    },
  },
  restored: {
    title: 'Data zimerudishwa',
    words: (seq, what, when) => `Zimerudishwa hadi tendo la ${seq}: ${what}, ${when}.`,
    nothing: 'Zimerudishwa; nakala hazikuwa na tendo lolote.',
    letter: (letter) =>
      `Namba sasa zina herufi ${letter}, kwa sababu namba za baada ya tendo hilo huenda ziko kwenye karatasi zilizokwisha kutolewa.`,
    hole: 'Nakala ya daftari ilikuwa na pengo: linganisha risiti za karatasi na orodha ya ukurasa wa Fedha.',
    aside: (folder) => `Faili ya awali iko kwenye ${folder}.`,
  },
  left: {
    title: { left: 'PC hii imeondoka ofisini mwake', revoked: 'Makao makuu yamefunga PC hii' },
    words: {
      left: 'Yote iliyofanya yako kwenye kituo kikuu. Haipokei kazi mpya na hakuna anayeweza kuingia.',
      revoked: 'Kazi zake zimehifadhiwa kwenye PC hii na haziwezi kufunguliwa hapa tena. Wapigie makao makuu kabla ya kufanya lolote.',
    },
    since: (when) => `Tangu ${when}.`,
    reason: (reason) => `Sababu yao: ${reason}`,
    anew: {
      title: 'Sajili PC hii upya',
      words:
        'Data za ofisi ya zamani zinawekwa kando kwenye folda yake; hakuna kinachofutwa. Kisha Kaunta inaanza kama kwenye PC mpya na kuomba msimbo wa mara moja.',
      action: 'Ziweke kando na usajili upya',
    },
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
