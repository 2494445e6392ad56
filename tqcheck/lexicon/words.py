"""Closed word classes of English that several rules ask for; all in lower case unless said."""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    """a about above across after against all along also although am among an and another any are
    around as at be because been before behind being below beneath beside between beyond
    both but by can could despite did do does during each either every except few for from
    had has have he her here hers herself him himself his how however i if in inside into is
    it its itself just like may me might mine more most much must my near neither nor not of
    off on once one only onto or other our ours out outside over own per same shall she
    should since so some such than that the their theirs them themselves then there these
    they this those though through throughout till to toward towards under unless until up
    upon us very was we were what when where whether which while who whom whose why will
    with within without would yet you your yours""".split()
)
"""Articles, pronouns, prepositions, conjunctions, auxiliaries."""

MONTHS = (
    "January February March April May June July August September October November December"
).split()
"""English months, capitalised, in order."""

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
"""English weekdays, capitalised, in order."""

ABBREVIATIONS = frozenset(
    """Mr Mrs Ms Messrs Dr Drs Prof St Ste Sr Jr Gen Col Lt Maj Capt Sgt Cpl Pvt Sen Rep Gov Rev
    Hon Pres Supt Adm Cmdr Cdr Insp Amb Fr Ave Blvd Rd Mt Ft No no Nos vs v etc e.g i.e eg
    ie approx est dept Dept govt Govt incl excl max min fig Fig vol Vol pp p ed eds al art
    Art Inc Ltd Corp Co co Bros Assn Univ Dist Div U.S U.K U.N E.U D.C U.S.A U.S.S.R a.m p.m
    am pm A.M P.M Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur
    Thurs Fri Sat Sun Ph.D PhD M.D B.A M.A B.Sc M.Sc LL.B LL.D D.Phil ca cf op cit ibid tel
    ext sq ft in lb lbs oz mph hr hrs sec assoc dist ehf hf s.r.o a.s d.o.o Kft Zrt Nyrt OÜ
    ApS A/S AG SE e.V Sp z o.o PLC plc LLP LLC S.A S.p.A S.L Oy AB AS N.V B.V GmbH a.k.a aka
    R.I.P i.a viz resp ret Ret dr prof gen col lt maj capt sgt sen rep gov rev""".split()
)
"""What English ends with a full stop inside a sentence (without that stop), case kept."""

LOWERCASE_STARTERS = frozenset(
    """iPhone iPad iPod iOS iMac iCloud iTunes iMessage iPadOS iRobot eBay eToro eSIM macOS watchOS
    tvOS visionOS xAI von van de del della di da dos das der den ten ter la le el al bin ibn
    abu d' adidas easyJet jetBlue bell danah k.d will.i.am e.e a16z mRNA tRNA pH nginx npm
    pip git bioRxiv medRxiv arXiv wikiHow lululemon thyssenkrupp amiibo deadmau5 dpa""".split()
)
"""Words that may open a sentence in lower case, case kept."""

SPEECH_STRONG = frozenset(
    """said says say added adds stressed stresses emphasized emphasised emphasizes emphasises
    explained explains noted notes announced announces declared declares stated states
    replied replies responded responds answered answers asked asks claimed claims commented
    comments assured assures recalled recalls reminded reminds admitted admits argued argues
    concluded concludes warned warns wrote writes confirmed confirms insisted insists
    exclaimed exclaims shouted shouts whispered whispers remarked remarks observed observes
    maintained maintains predicted predicts complained complains joked jokes repeated
    repeats underlined underlines underscored informed informs reported reports told tells
    quoted quotes summarized summarised summarizes reiterated reiterates acknowledged
    acknowledges affirmed affirms asserted asserts countered contended contends pledged
    vowed cautioned cautions lamented laments muttered murmured""".split()
)
"""Verbs that attribute speech wherever a speaker stands beside them."""

SPEECH_WEAK = frozenset(
    """continued continues believes believed thinks thought appealed appeals called calls accused
    ensured ensures indicated indicates mentioned mentions suggested suggests revealed
    reveals laughed laughs sighed sighs smiled smiles nodded heard hears read reads judged
    judges feared fears regretted regrets hoped hopes promised promises began begins ended
    ends interrupted quipped urged urges praised criticized criticised disclosed denied
    denies demanded demands estimated estimates expected clarified clarifies specified
    specifies pointed points summed sums enthused rejoiced estimated speculated speculates
    cried cries screamed yelled wondered wonders boasted recommended recommends advised
    advises""".split()
)
"""Verbs that attribute speech only beside a dash or a quotation mark."""

FINITE_VERBS = frozenset(
    """am is are was were has have had do does did will would can could shall should may might must
    said says went goes came comes left leaves took takes made makes got gets gave gives
    became becomes began begins found finds kept keeps knew knows led leads lost loses met
    meets paid ran runs saw sees sent stood stands told tells thought won wrote remains
    remained seems seemed appears appeared continues continued died dies fled flees fell
    falls rose rises grew grows held holds hit hits needs wants lives lived works worked
    waits waited arrived arrives started starts stopped stops returned returns refused
    refuses called calls asked asks announced added""".split()
)
"""Frequent finite verb forms: what may follow a subject."""

COUNT_NOUNS = frozenset(
    """people persons men women children kids boys girls babies infants adults teenagers youths
    pensioners seniors civilians soldiers troops servicemen servicewomen officers conscripts
    recruits reservists veterans fighters militants rebels insurgents terrorists gunmen
    mercenaries volunteers partisans guards policemen policewomen police firefighters
    rescuers paramedics medics doctors nurses patients victims casualties survivors wounded
    dead deaths injuries fatalities hostages prisoners captives detainees inmates convicts
    suspects criminals refugees migrants immigrants emigrants asylum-seekers evacuees
    displaced residents inhabitants citizens locals villagers townspeople families
    households couples tenants homeowners voters electors delegates deputies lawmakers
    senators councillors councilors candidates members supporters opponents activists
    protesters demonstrators marchers strikers participants attendees guests visitors
    spectators viewers listeners readers subscribers followers users players athletes fans
    runners cyclists students pupils schoolchildren graduates teachers professors scientists
    researchers engineers experts specialists employees workers miners farmers fishermen
    builders drivers passengers tourists travelers travellers pilgrims commuters pedestrians
    customers clients consumers shoppers buyers sellers traders investors shareholders
    entrepreneurs businesses companies firms enterprises factories plants shops stores
    restaurants hotels banks branches offices schools kindergartens universities hospitals
    clinics pharmacies churches mosques temples libraries museums theaters theatres cinemas
    stadiums houses homes apartments flats buildings dwellings rooms beds seats places spots
    tickets copies books newspapers magazines pages articles photos photographs videos films
    songs albums letters emails messages calls complaints requests applications petitions
    signatures votes ballots seats mandates cases infections tests samples doses vaccines
    vaccinations operations surgeries accidents crashes collisions fires incidents attacks
    strikes explosions earthquakes crimes thefts murders arrests trials lawsuits fines
    permits licenses licences passports visas documents files records computers laptops
    phones smartphones devices cameras televisions tanks vehicles trucks lorries cars buses
    trams trains wagons carriages bicycles bikes motorcycles aircraft airplanes aeroplanes
    planes jets fighters helicopters drones ships boats vessels ferries yachts submarines
    missiles rockets shells bombs grenades mines bullets rounds cartridges rifles pistols
    guns weapons howitzers mortars launchers systems batteries units sets pieces items pairs
    parts packages parcels boxes containers pallets bags sacks bottles cans barrels gallons
    liters litres milliliters millilitres cubic tonnes tons kilograms kilogrammes kilos
    grams grammes pounds ounces quintals bushels kilometers kilometres meters metres
    centimeters centimetres millimeters millimetres miles yards feet inches hectares acres
    square plots fields trees plants seedlings flowers animals cattle cows pigs sheep goats
    horses dogs cats birds chickens hens ducks geese fish bees beehives wolves bears
    megawatts kilowatts gigawatts kilowatt-hours megawatt-hours watts volts degrees percent
    percentage points euros dollars pounds zlotys zloty hryvnias hryvnia rubles roubles
    rouble ruble crowns korunas koruna forints yuan yen won liras lira lire francs marks
    pesos reais rupees dinars dirhams rials riyals levs leva lei kunas lari tenge drams
    shekels kroner kronor krona krone cents kopecks groszy pennies coins banknotes bonds
    shares jobs vacancies positions posts contracts orders tenders projects programs
    programmes grants scholarships loans mortgages accounts cards transactions payments
    years months weeks days hours minutes seconds decades centuries times occasions matches
    games goals points runs laps medals steps words characters signs lines sentences
    stations stops routes flights connections bridges roads streets wells pipes turbines
    panels lamps lights trees species cities towns villages settlements communities
    municipalities communes districts provinces regions countries states nations brigades
    battalions regiments divisions companies platoons squads crews teams clubs associations
    organizations organisations institutions agencies bodies remains graves tombs monuments
    artifacts artefacts exhibits paintings works masks gloves suits uniforms helmets vests
    tents blankets meals portions loaves eggs apples potatoes tomatoes oranges""".split()
)
"""Nouns that a bare number counts: people, arms, goods, money, units; plural or invariable."""

NATIONALITIES = frozenset(
    """Abkhaz Afghan African Albanian Algerian American Anatolian Andalusian Andorran Angolan
    Antiguan Arab Argentine Argentinean Argentinian Armenian Asian Australian Austrian
    Azerbaijani Azeri Bahamian Bahraini Balinese Balkan Baltic Bangladeshi Barbadian Bashkir
    Basque Bavarian Belarusian Belgian Bengali Beninese Berber Bhutanese Bohemian Bolivian
    Bosnian Botswanan Brazilian Breton British Bulgarian Burkinabe Burmese Burundian Buryat
    Byzantine Cambodian Cameroonian Canadian Castilian Catalan Caucasian Chadian Chechen Chilean
    Chinese Chuvash Circassian Colombian Comorian Congolese Cornish Corsican Cossack Crimean
    Croatian Cuban Cypriot Czech Dagestani Dalmatian Danish Djiboutian Dominican Dutch
    Ecuadorian Egyptian Emirati English Eritrean Estonian Ethiopian European Faroese Fijian
    Filipino Finnish Flemish French Gabonese Galician Gambian Georgian German Ghanaian Greek
    Greenlandic Grenadian Guatemalan Guinean Guyanese Haitian Hawaiian Honduran Hungarian Hutsul
    Icelandic Indian Indonesian Ingush Iranian Iraqi Irish Israeli Istrian Italian Ivorian
    Jamaican Japanese Javanese Jordanian Karelian Kashmiri Kashubian Kazakh Kenyan Korean
    Kosovan Kosovar Kurdish Kuwaiti Kyrgyz Laotian Latvian Lebanese Lemko Lesothan Liberian
    Libyan Lithuanian Livonian Lombard Luxembourgish Macedonian Malagasy Malawian Malay
    Malaysian Malian Maltese Mauritanian Mauritian Mayan Mexican Moldovan Mongolian Montenegrin
    Moravian Moroccan Mozambican Namibian Nepalese Nicaraguan Nigerian Nigerien Nordic Norwegian
    Omani Ossetian Pakistani Palestinian Panamanian Papuan Paraguayan Persian Peruvian Podolian
    Polish Portuguese Prussian Punjabi Qatari Romani Romanian Russian Ruthenian Rwandan
    Salvadoran Sami Samoan Sardinian Saudi Saxon Scandinavian Scottish Senegalese Serbian
    Seychellois Siberian Sicilian Silesian Singaporean Sinhalese Slavic Slovak Slovene Slovenian
    Somali Soviet Spanish Sudanese Surinamese Swabian Swazi Swedish Swiss Syrian Taiwanese Tajik
    Tamil Tanzanian Tatar Thai Tibetan Tigrayan Togolese Tongan Transylvanian Trinidadian
    Tunisian Turkish Turkmen Tuscan Tyrolean Ugandan Ukrainian Uruguayan Uyghur Uzbek Vanuatuan
    Venetian Venezuelan Vietnamese Volhynian Walloon Welsh Yakut Yemeni Yugoslav Zambian
    Zanzibari Zimbabwean""".split()
)
"""Adjectives of nations and regions, capitalised."""
