type Names = readonly [string, ...string[]];

interface Community {
  readonly first: Names;
  readonly middle: Names;
  readonly last: Names;
}

/** Name parts of many communities of Kenya; put together by chance, so a name that somebody really bears is an accident. */
export const communities: readonly [Community, ...Community[]] = [
  {
    first: ['Achieng', 'Akinyi', 'Otieno', 'Odhiambo', 'Adhiambo', 'Ochieng', 'Awuor', 'Omondi', 'Apiyo', 'Onyango'],
    middle: ['Grace', 'Peter', 'Lilian', 'George', 'Mercy', 'Tom', 'Beatrice', 'Kevin'],
    last: ['Ouma', 'Okoth', 'Odero', 'Owino', 'Oluoch', 'Obiero', 'Ogutu', 'Nyong’o', 'Olang’', 'Ojwang'],
  },
  {
    first: ['Wanjiku', 'Kamau', 'Njeri', 'Mwangi', 'Wambui', 'Kariuki', 'Nyambura', 'Njoroge', 'Wangari', 'Kimani'],
    middle: ['Mary', 'John', 'Ann', 'Joseph', 'Lucy', 'Samuel', 'Esther', 'Paul'],
    last: ['Gitau', 'Ndung’u', 'Waweru', 'Muiruri', 'Macharia', 'Kinyanjui', 'Gathoni', 'Karanja', 'Mbugua', 'Ng’ang’a'],
  },
  {
    first: ['Mutua', 'Mwende', 'Kioko', 'Ndinda', 'Musyoka', 'Mumbua', 'Muthoka', 'Kalondu'],
    middle: ['Stephen', 'Rose', 'Daniel', 'Agnes', 'Patrick', 'Faith', 'David', 'Jane'],
    last: ['Mutiso', 'Nzioka', 'Kilonzo', 'Wambua', 'Munyao', 'Ndeto', 'Kyalo', 'Muema'],
  },
  {
    first: ['Wafula', 'Nekesa', 'Barasa', 'Naliaka', 'Wekesa', 'Nafula', 'Simiyu', 'Nanjala'],
    middle: ['Moses', 'Christine', 'Isaac', 'Violet', 'Robert', 'Janet', 'Felix', 'Sarah'],
    last: ['Wanyonyi', 'Shikuku', 'Makokha', 'Lusweti', 'Masinde', 'Khaemba', 'Wamalwa', 'Muliro'],
  },
  {
    first: ['Chebet', 'Kiprono', 'Jepkosgei', 'Kipchumba', 'Cherotich', 'Kiplagat', 'Jerop', 'Kibet'],
    middle: ['Ruth', 'Philip', 'Gladys', 'Elijah', 'Nancy', 'Wesley', 'Emily', 'Gideon'],
    last: ['Rotich', 'Koech', 'Sang', 'Cheruiyot', 'Langat', 'Too', 'Bett', 'Kirui'],
  },
  {
    first: ['Moraa', 'Nyaboke', 'Ombati', 'Kerubo', 'Nyakundi', 'Bosibori', 'Mogaka', 'Kwamboka'],
    middle: ['Evans', 'Hellen', 'James', 'Josephine', 'Zachary', 'Alice', 'Dennis', 'Teresa'],
    last: ['Nyamweya', 'Onsongo', 'Momanyi', 'Ongeri', 'Nyangau', 'Ogeto', 'Maranga', 'Obare'],
  },
  {
    first: ['Kendi', 'Mwiti', 'Kananu', 'Muriuki', 'Makena', 'Gitonga', 'Nkatha', 'Mutuma'],
    middle: ['Eric', 'Doreen', 'Martin', 'Purity', 'Joshua', 'Caroline', 'Silas', 'Lydia'],
    last: ['M’Ikiara', 'Kirimi', 'Mbaabu', 'Murithi', 'Kaimenyi', 'Thuranira', 'Baariu', 'Nkonge'],
  },
  {
    first: ['Amina', 'Hassan', 'Halima', 'Abdi', 'Fatuma', 'Mohamed', 'Khadija', 'Yusuf'],
    middle: ['Ahmed', 'Ali', 'Noor', 'Ibrahim', 'Adan', 'Omar', 'Farah', 'Osman'],
    last: ['Warsame', 'Abdullahi', 'Jama', 'Duale', 'Hussein', 'Gedi', 'Salat', 'Mohamud'],
  },
  {
    first: ['Mwanaisha', 'Kazungu', 'Dama', 'Charo', 'Zuhura', 'Katana', 'Sidi', 'Juma'],
    middle: ['Said', 'Rehema', 'Bakari', 'Salma', 'Karisa', 'Mariam', 'Chengo', 'Zainab'],
    last: ['Mwakio', 'Mwangome', 'Kombe', 'Baya', 'Mwachiro', 'Kahindi', 'Mwamba', 'Nyale'],
  },
  {
    first: ['Naserian', 'Lemayian', 'Nashipae', 'Saitoti', 'Resiato', 'Parsaloi'],
    middle: ['Joyce', 'Simon', 'Eunice', 'Jackson', 'Agatha', 'Titus'],
    last: ['Ole Nkaiserry', 'Sankale', 'Ole Kipury', 'Lekishon', 'Ole Tipis', 'Nampaso'],
  },
  {
    first: ['Priya', 'Rajesh', 'Nisha', 'Anil', 'Hetal', 'Bharat'],
    middle: ['Kumar', 'Rani', 'Lal', 'Ben', 'Dev', 'Mani'],
    last: ['Vadera', 'Solanki', 'Chandaria', 'Bhalla', 'Kotecha', 'Panesar'],
  },
];

/** Where the practice register's people get their post: town and postcode as they belong together (form: DOMAIN §2.2). */
export const postTowns: readonly [string, ...string[]] = [
  '00100, Nairobi',
  '00200, Nairobi',
  '80100, Mombasa',
  '40100, Kisumu',
  '20100, Nakuru',
  '30100, Eldoret',
  '10100, Nyeri',
  '01000, Thika',
  '90100, Machakos',
  '60200, Meru',
  '50100, Kakamega',
  '40200, Kisii',
  '30200, Kitale',
  '70100, Garissa',
  '80200, Malindi',
  '20200, Kericho',
];
