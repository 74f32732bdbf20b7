import { formatKes } from '../../base/money.ts';
import { shortestPassword } from '../../domain/password.ts';
import type { RefusalWords } from '../en/refusals.ts';
import { testDayRefusals } from './test-day-refusals.ts';

/** One sentence for every refusal, in Swahili. */
export const refusals: RefusalWords = {
  'act.not-found': () => 'Kaunta haina rekodi hii. Itafute tena kwenye kisanduku cha kutafutia.',
  'act.forbidden': () => 'Wadhifa wako hauruhusu hili. Mwombe mwenzako mwenye wadhifa huo, au mkuu wa ofisi.',
  'act.invalid-input': () => 'Baadhi ya sehemu zina kitu ambacho Kaunta haiwezi kutumia. Angalia sehemu zilizowekewa alama hapa chini.',
  'act.wrong-state': () => 'Kesi imesonga mbele tangu ukurasa huu ufunguliwe. Ifungue tena uangalie hali yake.',
  'act.not-saved-in-time': () => 'Kuhifadhi kumechukua muda mrefu na kumeachwa. Hakuna kilichohifadhiwa nusunusu. Jaribu tena.',
  'sign-in.required': () => 'Umetolewa. Ingia tena; rasimu yako imehifadhiwa.',
  'sign-in.wrong': () => 'Jina na nywila havilingani. Angalia CAPS LOCK kisha andika nywila tena.',
  'sign-in.locked': (facts) => `Nywila zisizo sahihi ni nyingi mno. Unaweza kujaribu tena saa ${facts['until'] ?? 'baadaye'}.`,
  'sign-in.change-password-first': () => 'Kwanza chagua nywila yako mwenyewe. Uliyopewa inafanya kazi mara moja tu.',
  'password.too-short': () => `Nywila ni fupi mno. Tumia angalau herufi ${shortestPassword}; maneno machache mfululizo ni rahisi zaidi.`,
  'password.too-common': () => 'Watu wengi mno wanatumia nywila hii. Chagua ambayo hakuna atakayeikisia, kama maneno matatu mfululizo.',
  'password.same-as-before': () => 'Hii ni nywila uliyokuwa nayo. Chagua mpya.',
  'password.wrong': () => 'Nywila si sahihi. Angalia CAPS LOCK kisha uiandike tena.',
  'user.login-taken': (facts) => `Tayari kuna mtu anayeingia kama “${facts['login'] ?? ''}”. Chagua jina lingine la kuingilia.`,
  'user.last-admin': () => 'Huyu ndiye mkuu wa mwisho wa ofisi. Mfanye mtu mwingine kuwa mkuu kwanza.',
  'user.own-account': () => 'Huwezi kufanya hili kwenye akaunti yako mwenyewe. Mwombe mkuu mwingine.',
  'application.incomplete': () => 'Bado kuna kitu kinakosekana. Kila kinachokosekana kimeorodheshwa hapa chini.',
  'application.confirmation-outdated': () => 'Taarifa zimebadilika baada ya mhusika kuthibitisha. Mwonyeshe taarifa mpya athibitishe tena.',
  'application.already-confirmed': () => 'Mhusika huyu tayari amethibitisha taarifa hizi.',
  'application.code-wrong': () => 'Msimbo si ule uliotumwa. Uandike tena, au tuma mpya.',
  'application.code-expired': () => 'Msimbo umepitwa na wakati. Tuma mpya kwa simu ile ile.',
  'application.no-phone': () =>
    'Mhusika huyu bado hana namba ya simu, kwa hiyo msimbo hauwezi kutumwa. Andika namba, au atie sahihi kwenye skrini.',
  'application.needs-supervisor': () =>
    'Taarifa za rejista ni za zamani kuliko ofisi yako inavyoruhusu. Msimamizi lazima aruhusu hili kwenye meza yako.',
  'application.own-supervision': () => 'Huwezi kuruhusu kesi yako mwenyewe. Msimamizi mwingine lazima afanye hivyo.',
  'vehicle.open-application': (facts) =>
    `${facts['plate'] ?? 'Gari hili'} tayari lina kesi iliyo wazi, ${facts['reference'] ?? 'yenye namba nyingine'}. Maliza au futa hiyo kwanza.`,
  'vehicle.marked': (facts) =>
    `${facts['plate'] ?? 'Gari hili'} haliwezi kuuzwa: lina zuio kwenye rejista tangu ${facts['since'] ?? 'siku iliyopita'}.`,
  'vehicle.unknown-offline': () =>
    'PC hii haina taarifa za gari hili na mtandao umekatika. Andika taarifa kutoka kwenye hati iliyo kaunta.',
  'vehicle.unknown': () => 'Rejista haina gari lenye namba hii ya usajili au ya chasisi. Linganisha kila herufi na tarakimu na hati.',
  'seat.none-left': () =>
    'Hakuna nafasi ya kipindi hiki iliyoko hapa, kwa hiyo haiwezi kuwekwa sasa wala malipo hayapokelewi. Chagua kipindi kingine, au weka nafasi za kituo hiki tayari.',
  'seat.at-hand': () => 'Kuna nafasi ya kipindi hiki hapa, kwa hiyo hakuna haja ya kusubiri: inaweza kuwekwa sasa.',
  'seat.day-over': () => 'Muda wa kuweka nafasi ya siku hii umeisha. Chagua siku ya baadaye.',
  'seat.same-session': () => 'Mtihani umeshawekwa katika kipindi hiki. Chagua kingine.',
  'seat.move-costs': (facts) =>
    `Kuhamisha mtihani hugharimu ${formatKes(Number(facts['feeCents'] ?? 0))} kwa kanuni zilizopo, na programu hii haipokei malipo ya pili kwa nafasi moja. Ufute uweke nafasi upya.`,
  'seat.clock-set-back': () =>
    'Saa ya kompyuta hii ilirudishwa nyuma, kwa hiyo hakuna nafasi inayoweza kutolewa. Rekebisha saa, au subiri hadi kituo kikuu kisikike.',
  'seat.unknown-lease': () => 'Kituo kikuu hakikuazima nafasi hiyo kwa ofisi hii. Weka nafasi nyingine; malipo yanabaki halali.',
  'seat.other-device': () => 'Nafasi hii iliazimwa kwa kompyuta nyingine. Weka nafasi nyingine; malipo yanabaki halali.',
  'seat.not-in-lease': () => 'Nafasi hii haimo kati ya zilizoazimwa. Weka nafasi nyingine; malipo yanabaki halali.',
  'seat.lease-ended': () => 'Nafasi iliwekwa baada ya muda wa kuazimwa kwake kuisha. Weka nafasi nyingine; malipo yanabaki halali.',
  'seat.used': () => 'Nafasi hii imechukuliwa na ombi lingine. Weka nyingine; malipo yanabaki halali.',
  'seat.lent-again': () =>
    'Ombi lilifika kituo kikuu baada ya nafasi yake kuazimwa kwa ofisi nyingine. Weka nafasi nyingine; malipo yanabaki halali.',
  'fee.no-row': (facts) =>
    `Jedwali la ada “${facts['scheduleId'] ?? ''}” halina mstari wa gari hili, kwa hiyo hakuna bei. Muulize msimamizi; usikisie ada.`,
  'payment.code-used': (facts) =>
    `Msimbo huu wa malipo tayari umetumika kwa ${facts['receiptNumber'] || facts['reference'] || 'kesi nyingine'}. Mwombe mteja ujumbe sahihi.`,
  'receipt.number-used': (facts) =>
    `Kesi nyingine tayari ina namba ya risiti ${facts['receiptNumber'] ?? ''}: PC hii ilirudishwa katika hali ya zamani. Mpe mteja risiti mpya.`,
  'epoch.series-used': (facts) => `Mfululizo ${facts['seriesLetter'] ?? ''} wa namba za PC hii ulishatumika. Waambie makao makuu.`,
  'payment.list-unknown': () =>
    'Kituo kikuu hakikukubali malipo ya orodha ya shule ambayo nafasi hii ililipiwa nayo. Fungua orodha na uangalie malipo yake kwanza; kisha tuma hii tena.',
  'payment.amount-differs': () => 'Kiasi si sawa na ada. Pokea ada kamili, au angalia mistari ya ada tena.',
  'payment.method-not-allowed': () => 'Ofisi yako haipokei fedha kwa njia hii. Chagua njia nyingine ya kulipa.',
  'payment.code-malformed': () => 'Huu haufanani na msimbo wa malipo. Msimbo wa M-Pesa una herufi na tarakimu kumi, kama UKM7AB12CD.',
  'scan.refused': () => 'Picha hii ya hati haiwezi kutumika. Sababu iko kando yake.',
  'scan.lost': () => 'Picha ya hati haipo tena kwenye PC hii. Piga picha ya karatasi tena.',
  'scan.not-lost': () => 'Picha hii ya hati haijapotea: iko kituo kikuu au kwenye PC hii. Hakuna cha kupiga picha tena.',
  'paper.not-approved': () => 'Msajili bado hajaidhinisha hili, kwa hiyo nakala ya hati haiwezi kuchapishwa. Onyesho la awali linaweza.',
  'paper.not-here': (facts) => `Hati hii inachukuliwa ${facts['office'] ?? 'ofisi nyingine'}. Inaweza kuchapishwa huko tu.`,
  'logbook.wrong-collector': ({ plate, reference }) =>
    `Nambari hii si ya mmiliki wa ${plate} wala ya mchukuaji aliyetajwa katika ${reference}. Angalia kitambulisho tena; usimpe mtu mwingine nakala.`,
  'registrar.own-work': () => 'Ombi hili ulilipokea wewe mwenyewe. Msajili mwingine lazima aliamue.',
  'registrar.reason-missing': () => 'Chagua angalau sababu moja, ili karani aweze kumwambia mteja.',
  'registrar.already-decided': () => 'Mtu tayari ameamua ombi hili. Lifungue tena uone uamuzi.',
  'hub.unreachable': () => 'Kituo kikuu hakijibu. Hili linahitaji mtandao; jaribu tena ukirudi.',
  'hub.refused': () => 'Kituo kikuu hakijakubali hili. Sababu yake iko kwenye ukurasa wa Foleni.',
  'enrol.code-wrong': () => 'Kituo kikuu hakiutambui msimbo huu, au umeshatumika. Omba mpya makao makuu.',
  'enrol.hub-not-kaunta': () => 'Kuna kinachojibu kwenye anwani hii, lakini si kituo kikuu cha Kaunta. Angalia anwani.',
  'start.passphrase-wrong': () => 'Kaulisiri si sahihi. Angalia CAPS LOCK kisha uiandike tena.',
  'start.passphrase-too-short': (facts) =>
    `Kaulisiri ni fupi mno. Tumia angalau herufi ${facts['min'] ?? 12}; maneno manne mfululizo ni rahisi zaidi.`,
  'start.already-open': () => 'Kaunta tayari inafanya kazi kwenye PC hii kwa data hizi. Tumia dirisha lililo wazi.',
  'start.newer-file': () =>
    'Data hizi ziliandikwa na Kaunta mpya zaidi. Sakinisha toleo hilo tena kwenye PC hii; matoleo ya zamani hayapaswi kuzigusa.',
  'start.damaged-file': () =>
    'Faili ya data haisomeki inavyopaswa. Hakuna kilichobadilishwa wala kufutwa. Ukurasa huu unaeleza jinsi ya kurudisha nakala ya mwisho.',
  'start.missing-file': () =>
    'Faili ya data ya ofisi hii haiko mahali pake. Hakuna faili tupu iliyotengenezwa. Ukurasa huu unaeleza jinsi ya kurudisha nakala ya mwisho.',
  'start.set-back': () =>
    'Kuna mtu aliyeweka faili ya zamani badala ya ile ya ofisi. Nakala zina matendo ambayo faili hii haina; yarudishe kabla ya kuendelea na kazi.',
  'start.key-store-changed': () =>
    'Windows, au akaunti nyingine ya mtumiaji, haitoi tena ufunguo wa data. Ingia kwenye PC kwa akaunti iliyotumika kuweka Kaunta, au andika msimbo wa urejeshaji.',
  'start.no-copies': () => 'Hakuna nakala inayosomeka iliyopatikana hapo. Tafuta kwenye folda nyingine au diski nyingine.',
  'start.no-recovery-file': () =>
    'Hakuna msimbo wa urejeshaji uliowahi kutengenezwa kwa data hizi, au faili yake iko kwenye diski nyingine. Tafuta nakala kwanza.',
  'start.recovery-code-mistyped': () => 'Herufi moja ya msimbo si sahihi. Linganisha kila kundi la herufi nne na karatasi.',
  'start.recovery-code-wrong': () =>
    'Msimbo huu si wa data hizi. Huenda msimbo mpya ulichapishwa baadaye; ni ule wa mwisho pekee unaofanya kazi.',
  'storage.disk-full': () => 'Diski imejaa, kwa hiyo hakuna kilichohifadhiwa. Pata nafasi kwenye diski, kisha jaribu tena.',
  'storage.read-only': () => 'Data haziwezi kuandikwa kwenye PC hii kwa sasa, kwa hiyo hakuna kilichohifadhiwa. Mwambie msimamizi.',
  'storage.damaged': () =>
    'Faili ya data imeharibika, kwa hiyo hakuna kilichohifadhiwa. Kaunta inasimama hapa na kuonyesha jinsi ya kurudisha nakala ya mwisho.',
  'copies.folder-missing': () =>
    'Folda hii haipo kwenye PC hii kwa sasa. Andika njia yote, kama E:\\Kaunta, na uhakikishe diski imechomekwa.',
  'copies.folder-inside': () =>
    'Folda hii iko ndani ya folda ya data ya Kaunta yenyewe. Chagua iliyo kwenye diski nyingine, au angalau kwingine.',
  'copies.folder-not-writable': () => 'Kaunta hairuhusiwi kuandika kwenye folda hii. Chagua nyingine, au mtu aipe PC ruhusa.',
  'copies.folder-full': (facts) =>
    `Nafasi kwenye folda hii ni ndogo mno: MB ${facts['freeMb'] ?? 'chache'} ziko wazi na MB ${facts['neededMb'] ?? 'zaidi'} zinahitajika.`,
  'copies.backup-failed': () => 'Nakala nzuri haikuweza kutengenezwa hapo. Zile za awali ziko kama zilivyokuwa. Angalia diski ya nakala.',
  'practice.only': () => 'Hili linafanya kazi kwenye ofisi ya mazoezi tu.',
  'queue.own-act': () => 'Hili ulilifanya wewe mwenyewe. Msimamizi mwingine lazima aliondoe kwenye orodha.',
  'queue.not-empty': (facts) =>
    `Matendo ${facts['count'] ?? 'kadhaa'} bado yako kwenye foleni: ${facts['references'] ?? ''}. Yatume, yarekebishe au yaondoe kwanza; kisha PC inaweza kuondoka.`,
  'queue.cannot-offer': () => 'Hili haliwezi kutumwa tena: halijawekwa kando. Angalia ukurasa wa Foleni.',
  'device.retiring': () =>
    'PC hii inakaribia kusimama: inatuma ilicho nacho na haipokei kipya. Soma, chapisha na rekebisha kama kawaida; kazi mpya ifanyie PC nyingine.',
  'device.revoked': () => 'Makao makuu yameifunga PC hii. Yote yaliyomo yamehifadhiwa. Wapigie simu.',
  'device.left': () => 'PC hii imeondoka ofisini mwake na imefungwa. Iliyofanya iko kituo kikuu.',
  'drill.running': () => 'Zoezi la kukatika kwa umeme tayari linaendelea kwenye kompyuta hii. Subiri limalizike.',
  'drill.ended': () => 'Zoezi la kukatika kwa umeme lilikatizwa kwa sababu Kaunta ilifungwa. Data za ofisi hazikuguswa.',
  'drill.no-room': (facts) =>
    `Diski imebaki na MB ${Math.floor(Number(facts['freeBytes'] ?? 0) / 1_000_000)} tu, haitoshi kwa zoezi. Kwanza pata nafasi kwenye diski.`,
  'limits.too-long-alone': (facts) =>
    `Kompyuta hii imefanya kazi bila kituo kikuu tangu ${facts['since'] ?? 'zamani'}, kuliko ofisi yako inavyoruhusiwa. Matendo ya aina hii yamesimama hadi kituo kikuu kijibu; fedha bado zinapokelewa na risiti bado zinachapishwa. Laini itengenezwe, au tuma foleni kwa USB.`,
  'limits.too-many-waiting': (facts) =>
    `Matendo ${facts['waiting'] ?? 'mengi mno'} yanasubiri kituo kikuu, idadi ya juu ambayo ofisi yako inaruhusiwa. Matendo ya aina hii yamesimama hadi yatumwe; fedha bado zinapokelewa na risiti bado zinachapishwa. Laini itengenezwe, au tuma foleni kwa USB.`,
  'post.nothing-waits': () => 'Hakuna kinachosubiri kituo kikuu, kwa hiyo hakuna barua ya kuandika.',
  'post.not-a-letter': () => 'Faili hii si barua ya Kaunta. Chagua faili inayoishia na .kpost kwenye kijiti.',
  'post.is-letter': () => 'Hii ni barua ya kwenda kituo kikuu, si jibu. Ipeleke ofisi yenye mtandao: Foleni, Posta, Peleka.',
  'post.is-answer': () => 'Hili ni jibu la kituo kikuu, si barua. Lirudishe ofisi iliyoandika barua na ulisome huko.',
  'post.not-yours': (facts) => `Jibu hili ni la ${facts['office'] ?? 'ofisi nyingine'}, PC ${facts['deviceNo'] ?? '?'}. Lisome huko.`,
  'post.altered': () =>
    'Faili hii ilibadilishwa baada ya kutiwa sahihi, au imeharibika kwenye kijiti. Hakuna kilichosomwa. Ichukue tena ilikoandikwa.',
  'post.other-hub': () => 'Barua hii iliandikiwa kituo kikuu kingine. Hakuna kilichosomwa.',
  'supervisor.own-work': () => 'Hakuna anayethibitisha kazi yake mwenyewe. Msimamizi mwingine lazima aandike jina na nenosiri lake.',
  'receipt.in-review': (facts) =>
    `${facts['reference'] ?? 'Kesi'} iko kwa msajili. Futa kesi kwanza; ikishafutwa, risiti inaweza kubatilishwa.`,
  'receipt.spent': (facts) =>
    `${facts['reference'] ?? 'Kesi'} iliidhinishwa, kwa hiyo pesa zimetumika na risiti ${facts['receiptNumber'] ?? ''} inabaki halali.`,
  'receipt.void': (facts) => `Risiti ${facts['receiptNumber'] ?? ''} tayari imebatilishwa. Namba yake inabaki na haitumiki tena.`,
  'sheet.serial-shape': (facts) =>
    `“${facts['serial'] ?? ''}” si namba ya karatasi wala ya bamba: herufi kwanza, kama zipo, kisha angalau tarakimu tatu. Isome tena.`,
  'sheet.range-mixed': (facts) =>
    `${facts['from'] ?? ''} na ${facts['to'] ?? ''} si za pakiti moja: herufi na idadi ya tarakimu lazima zilingane. Pokea kila pakiti peke yake.`,
  'sheet.range-backwards': (facts) => `${facts['from'] ?? ''} inakuja baada ya ${facts['to'] ?? ''}. Andika namba ndogo kwanza.`,
  'sheet.range-too-long': (facts) =>
    `Kuanzia ${facts['from'] ?? ''} hadi ${facts['to'] ?? ''} ni zaidi ya ${facts['most'] ?? ''} kwa pakiti moja. Angalia namba tena.`,
  'sheet.range-overlaps': (facts) =>
    `Namba ${facts['from'] ?? ''} hadi ${facts['to'] ?? ''} zilipokelewa zamani. Hakuna namba inayokuja mara mbili: angalia pakiti, kisha waambie makao makuu.`,
  'sheet.range-elsewhere': (facts) =>
    `Namba ${facts['from'] ?? ''} hadi ${facts['to'] ?? ''} ziko kwenye PC ${facts['device'] ?? ''} ya ofisi ${facts['office'] ?? ''}. Usizitumie: angalia pakiti, waambie makao makuu, na msimamizi aziondoe akibani kwenye Karatasi au Mabamba.`,
  'sheet.range-not-in-stock': (facts) =>
    `Ni ${facts['inStock'] ?? 'baadhi'} tu kati ya hizi ${facts['count'] ?? ''} zilizo akibani, kwa hiyo hakuna iliyorudishwa. Chagua ambazo hazijatumika.`,
  'sheet.foreign': (facts) =>
    `Karatasi ${facts['serial'] ?? ''} haikupokelewa hapa: ni ya ofisi nyingine. Usichapishe juu yake, mwambie msimamizi.`,
  'sheet.unknown': (facts) =>
    `Karatasi ${facts['serial'] ?? ''} si ya pakiti yoyote iliyopokelewa kwenye PC hii. Soma namba tena; ikiwa ni sahihi, pakiti ipokelewe kwanza.`,
  'sheet.used': (facts) => `Karatasi ${facts['serial'] ?? ''} ilishatumika. Kila karatasi hutumika mara moja: chukua inayofuata.`,
  'sheet.spoiled': (facts) => `Karatasi ${facts['serial'] ?? ''} imeharibika. Iweke pamoja na zilizoharibika, uchukue inayofuata.`,
  'sheet.returned': (facts) => `Karatasi ${facts['serial'] ?? ''} ilirudishwa. Haifai kuwa hapa: mwambie msimamizi.`,
  'sheet.none-left': () =>
    'Hakuna karatasi yenye namba iliyobaki, kwa hiyo nakala haiwezi kuchapishwa. Msimamizi apokee pakiti mpya kwenye Karatasi.',
  'sheet.needs-supervisor': (facts) => `Karatasi ${facts['serial'] ?? ''} ilitumika. Msimamizi lazima athibitishe kuwa imeharibika.`,
  'logbook.needs-supervisor': (facts) =>
    `Nakala ${facts['copies'] ?? ''} ya ${facts['number'] ?? 'logbook hii'} ilishatoka. Nyingine inahitaji sababu na msimamizi.`,
  'logbook.came-out': (facts) =>
    `Nakala ${facts['copy'] ?? ''} ilichapishwa kwenye karatasi ${facts['serial'] ?? ''} na haijaharibika. Sema kwanza kuwa haikutoka, au chapisha nakala nyingine.`,
  'logbook.ended': (facts) =>
    `Logbook hii ya ${facts['plate'] ?? 'gari'} haitumiki tena: ${facts['number'] ?? 'mpya'} imechukua nafasi yake ${facts['since'] ?? 'tangu hapo'}. Chapisha na utoe ile mpya tu; nakala za ile ya zamani zibaki hapa.`,
  'shelf.place-shape': (facts) =>
    `“${facts['place']}” si mahali pa rafu. Andika herufi na tarakimu kwa vistari, zisizozidi ${facts['longest']}, kama B-14-3.`,
  'shelf.owner-needed': (facts) =>
    `Kompyuta hii haimjui mmiliki wa ${facts['plate']}. Andika jina lake kama lilivyo kwenye logbook au rejista.`,
  'shelf.not-printed': (facts) => `Nakala ya ${facts['plate']} bado haijachapishwa. Ichapishe kwanza, kisha iweke kwenye rafu.`,
  'shelf.already-there': (facts) => `${facts['plate']} tayari iko kwenye rafu, mahali ${facts['place']}. Ihamishe badala yake.`,
  'shelf.not-waiting': (facts) => `${facts['plate']} haiko tena kwenye rafu: ilikabidhiwa au ilirudishwa. Fungua orodha tena.`,
  'shelf.letter-needed': (facts) =>
    `${facts['plate']} ni ya shirika. Anayeichukua anahitaji barua ya idhini: iangalie na uandike nani aliyeitia sahihi.`,
  'shelf.letter-not-scanned': (facts) =>
    `Barua ya idhini ya ${facts['plate']} haijaskaniwa. Iskani na uchague faili yake, kisha kabidhi. Barua yenyewe iingie kwenye faili.`,
  'shelf.surrender-missing': (facts) =>
    `Logbook ya zamani ya ${facts['plate']} lazima irudishwe kabla ya nakala mpya kukabidhiwa. Ipokee na uweke alama kwamba unayo.`,
  'printing.address-malformed': (facts) =>
    `“${facts['address'] ?? ''}” si anwani ya aina hiyo. Printa ya mtandao huandikwa kama 192.168.1.40:9100, na folda kwa njia yake nzima.`,
  'printing.name-taken': (facts) => `Printa nyingine tayari inaitwa ${facts['name'] ?? 'hivyo'}. Ipe hii jina lingine.`,
  'printing.width-unfit': () => 'Rola inapokea risiti na karatasi ndogo tu. Iwekee aina hii ya karatasi printa ya A4.',
  'printing.reason-missing': () => 'Sema kwa nini haikutoka, ili karatasi iweze kuhesabiwa.',
  'printing.counted': () =>
    'Karatasi inayohesabiwa huenda kwa printa kwa tendo linaloihesabu tu: chapisha nakala nyingine au ichapishe tena hapo.',
  'printing.printed-already': (facts) =>
    `Risiti ${facts['receiptNumber'] ?? ''} tayari ilipelekwa kwenye printa kama halisi, na halisi ni moja tu. Ikiwa imepotea au imeharibika, chagua Chapisha tena kwenye Fedha na useme sababu: karatasi itaandikwa REPRINT.`,
  'batch.no-dealer': () => 'Bado haijasemwa unafanyia kazi bidhaa za muuzaji gani. Mwombe msimamizi akuweke kwa muuzaji wako.',
  'batch.changed-meanwhile': () =>
    'Mtu alibadilisha kundi hili faili ilipokuwa ikisomwa. Hakuna kilichohifadhiwa kutoka kwenye faili: ilete tena.',
  'batch.cancelled': () => 'Umeisimamisha. Hakuna kilichohifadhiwa kutoka kwenye faili.',
  'batch.file-gone': () => 'Kaunta haina tena faili hii. Iweke mara nyingine.',
  'batch.column-twice': (facts) => `Safu mbili zote ni “${facts['field'] ?? 'sawa'}”. Acha moja.`,
  'registrar.decided-by-unit': ({ reference = '' }) => `Kundi ${reference} huamuliwa pikipiki moja moja.`,
  'batch.sent-already': ({ number = '' }) => `Kundi ${number} limelipiwa na kutumwa. Fungua kundi jipya kwa pikipiki zaidi.`,
  'batch.not-given-up': ({ number = '' }) =>
    `Kundi ${number} linaendelea. Ni mistari ya kundi lililofutwa tu inayoweza kuchukuliwa kwenye kundi jipya.`,
  'batch.nothing-left': ({ number = '' }) => `Mistari ya kundi ${number} tayari imechukuliwa kwenye kundi jipya.`,
  'batch.partly-registered': ({ reference = '' }) =>
    `Pikipiki za kundi ${reference} zimesajiliwa, kwa hiyo haliwezi kughairiwa wala risiti yake kubatilishwa.`,
  'batch.not-sent': ({ number = '' }) => `Kundi ${number} halijalipiwa bado.`,
  'batch.not-checked': ({ number = '' }) => `Mtu wa pili lazima alikague kundi ${number} kabla ya kwenda.`,
  'batch.nothing-mended': ({ number = '' }) => `Hakuna pikipiki ya kundi ${number} iliyorudi, kwa hiyo hakuna cha kutuma tena.`,
  'batch.row-on-its-way': ({ row = '', number = '' }) =>
    `Mstari ${row} wa kundi ${number} umetumwa. Unaweza kubadilishwa tu msajili akiurudisha.`,
  'batch.mending-costs-more': ({ row = '' }) =>
    `Mstari ${row} ungegharimu zaidi ya ulicholipiwa. Uweke kando hapa na kuusajili katika kundi jipya.`,
  'batch.refund-changed': ({ number = '', refundableCents = 0 }) =>
    `Pesa za kundi ${number} zimebadilika: sasa ${formatKes(Number(refundableCents))} zinaweza kuombwa zirudi. Ziangalie tena.`,
  'receipt.refunded': ({ receiptNumber = '' }) =>
    `Pesa ziliombwa zirudi chini ya risiti ${receiptNumber}, kwa hiyo haiwezi tena kubatilishwa.`,
  'school.has-problems': (facts) =>
    `Mistari ${facts['bad'] ?? 'mingine'} bado ina tatizo na ${facts['good'] ?? 0} ni mizuri. Rekebisha yenye tatizo au iweke kando; angalau mstari mmoja lazima uwe mzuri.`,
  'school.seats-changed': (facts) =>
    `Nafasi zimebadilika tangu uangalie: ${facts['booked'] ?? 0} wangekuwa KAMILI sasa na ${facts['waiting'] ?? 0} wangesubiri. Hakuna kilichowekwa; angalia tena.`,
  'school.booked-already': ({ number = '' }) => `Orodha ${number} tayari imewekwa. Fungua orodha mpya kwa watahiniwa zaidi.`,
  'school.nothing-back': ({ number = '' }) => `Hakuna cha orodha ${number} kilichorudishwa, kwa hiyo hakuna cha kutuma tena.`,
  'school.not-given-up': ({ number = '' }) => `Orodha ${number} inaendelea. Ni orodha iliyofutwa tu inayoweza kutengenezwa upya.`,
  'school.too-many': ({ most = '' }) => `Orodha inachukua watahiniwa ${most} tu. Hakuna kilichohifadhiwa; igawe iwe orodha mbili.`,
  'batch.own-check': () => 'Umelifanyia kazi kundi hili mwenyewe. Mwenzako lazima alikague kabla ya kwenda.',
  'batch.has-problems': (facts) =>
    `Mistari ${facts['bad'] ?? 'mingine'} bado ina tatizo na ${facts['good'] ?? 0} ni mizuri. Rekebisha yenye tatizo au iweke kando; angalau mstari mmoja lazima uwe mzuri.`,
  'stock.wrong-state': ({ chassis = '' }) => `${chassis} imebadilika tangu uitazame. Fungua orodha upya na uchague tena.`,
  'stock.two-dealers': ({ chassis = '' }) => `${chassis} ni ya muuzaji mwingine kuliko ya kwanza. Chagua pikipiki za muuzaji mmoja.`,
  'stock.on-its-way': ({ chassis = '', batch = '' }) =>
    `${chassis} imelipiwa na kutumwa${batch === '' ? '' : ` pamoja na kundi ${batch}`}. Inaweza kurudishwa tu msajili akiirejesha.`,
  'stock.reason-missing': () => 'Eleza kwenye maelezo kwa nini inaondoka ghalani.',
  'stock.file-too-long': ({ rows = '', longest = '' }) =>
    `Faili hii ina mistari ${rows}; hupokelewa ${longest} kwa mara moja. Igawanye na ulete sehemu moja baada ya nyingine.`,
  'stock.not-good': () => 'Kuna jambo la pikipiki hii lisiloweza kuwa sahihi. Tazama sehemu iliyowekwa alama.',
  'stock.registered-already': ({ chassis = '', plate = '' }) =>
    `${chassis} au injini yake imeshasajiliwa kama ${plate}. Tazama chuma tena.`,
  'stock.there-already': ({ chassis = '', engine = '' }) =>
    `Mojawapo ya namba hizi iko ghalani tayari, kama chasisi ${chassis} yenye injini ${engine}. Tazama chuma tena.`,
  'stock.sold-into-batch': ({ number = '' }) => `Kuna pikipiki zilizouzwa katika kundi ${number}. Batilisha mauzo yake ghalani kwanza.`,
  'stock.unknown': () => 'Kitovu hakina pikipiki hiyo katika ghala la muuzaji huyu. Huenda iko kwa mwingine: tazama hali yake ghalani.',
  'stock.none-like': ({ text = '' }) =>
    `Hakuna pikipiki ghalani yenye ${text} katika namba ya chasisi au injini. Changanua chasisi, au ipokee kwanza.`,
  'stock.several-like': ({ text = '' }) => `Zaidi ya pikipiki moja zina ${text} katika namba zake. Andika zaidi ya chasisi, au ichanganue.`,
  'plate.serial-needed': ({ plate = '' }) =>
    `Soma namba ya pekee iliyo kwenye bamba ${plate} na uiandike: ofisi hii hutunza mabamba kwa namba zake za pekee.`,
  'plate.serial-not-here': ({ serial = '' }) =>
    `Hapa hakuna bamba lisilotumika lenye namba ya pekee ${serial}: lilishapewa pikipiki, au pakiti yake haikupokelewa kwenye PC hii. Lisome tena, kisha mwambie msimamizi wako.`,
  'plate.serial-given': ({ serial = '', plate = '' }) =>
    `Bamba lenye namba ya pekee ${serial} lilishapewa namba nyingine kuliko ${plate}. Moja kati ya hayo mawili si halali: usikabidhi chochote, lirudishe kutoka rafuni na uambie makao makuu.`,
  'trade-plate.shape': ({ plate = '' }) => `${plate} si bamba la KD. Bamba la muuzaji ni KD na tarakimu tatu au nne, mfano KD 123A.`,
  'trade-plate.hours': ({ plate = '' }) => `${plate} inaruhusiwa barabarani kuanzia saa 12 asubuhi hadi saa 12 jioni tu. Itoe kesho.`,
  'trade-plate.out': ({ plate = '', chassis = '', driver = '', at = '' }) =>
    `${plate} iko nje: ${driver} anayo na ${chassis} tangu ${at}. Iandike imerudi kwanza, au tumia bamba jingine.`,
  'trade-plate.not-out': ({ plate = '', at = '' }) => `${plate} ilisharudi (${at}).`,
  'trade-plate.vehicle-out': ({ chassis = '', plate = '' }) =>
    `${chassis} iko nje tayari, kwa bamba ${plate}. Andika kwanza kuwa bamba hilo limerudi.`,
  'trade-plate.vehicle-state': ({ chassis = '' }) =>
    `${chassis} ina bamba lake yenyewe, au imeondoka ghalani, kwa hiyo haitoki kwa bamba la KD.`,
  'dealer.pin-malformed': (facts) => `“${facts['pin'] ?? ''}” si KRA PIN ya shirika. Ni P, tarakimu tisa na herufi.`,
  'dealer.known': (facts) => `Muuzaji mwenye KRA PIN hii tayari anajulikana: ${facts['name'] ?? ''}. Mchague kwenye orodha.`,
  'disk.no-scans': (facts) =>
    `Diski imebaki na MB ${Math.floor(Number(facts['freeBytes'] ?? 0) / 1_000_000)} tu, kwa hiyo picha ya hati haiongezwi. Fedha, risiti na yote yaliyoandikwa bado vinahifadhiwa. Pata nafasi kwenye diski, kisha ongeza picha ya hati.`,
  ...testDayRefusals,
};
